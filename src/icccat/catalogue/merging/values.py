"""Three values made one: what only one side changed is taken, what both changed clashes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from icccat.catalogue.merging.clash import Clash, Settle, Side, Value, with_clashes
from icccat.catalogue.merging.documents import identified
from icccat.catalogue.text.values import alike, is_list, mark

Table: TypeAlias = Mapping[str, Any]


class _Undecided(Exception):
    """A document is changed by both sides: it clashes as a whole."""


@dataclass(slots=True)
class Merging:
    """A record as it is merged; `open` are the clashes that nobody settled."""

    record: str
    settle: Settle
    open: list[Clash] = field(default_factory=list)

    def table(self, base: Table | None, ours: Table | None, theirs: Table | None) -> Table | None:
        """The record that two sides made of one; an open clash stands in it, under `clash`."""
        if base is None:  # added, by one side or by both
            base, ours, theirs = {}, ours or {}, theirs or {}
        found = self._three((), base, ours, theirs)
        return found if found is None or not self.open else with_clashes(found, self.open)

    def _three(self, path: tuple[str, ...], base: Value, ours: Value, theirs: Value) -> Value:
        """The merged value, None for none."""
        if alike(ours, theirs) or alike(base, theirs):
            return ours
        if alike(base, ours):
            return theirs
        if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
            return self._tables(path, base if isinstance(base, Mapping) else {}, ours, theirs)
        if is_list(ours) and is_list(theirs):
            old = base if is_list(base) else ()
            if any(isinstance(item, Mapping) for item in (*ours, *theirs)):
                return self._documents(path, old, ours, theirs)
            return _union(old, ours, theirs) or None
        return self._clash(path, ours, theirs)

    def _tables(
        self, path: tuple[str, ...], base: Table, ours: Table, theirs: Table
    ) -> dict[str, Any] | None:
        found = {
            name: self._three((*path, name), base.get(name), ours.get(name), theirs.get(name))
            for name in woven(tuple(ours), tuple(theirs))
        }
        stay = {name: value for name, value in found.items() if value is not None}
        return stay if stay or not path else None

    def _documents(
        self, path: tuple[str, ...], base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]
    ) -> list[Any] | None:
        """The tables of two lists, each merged with the one it was."""
        before, mine, other = identified(base, ours, theirs)
        found = []
        for name in woven(tuple(mine), tuple(other)):
            three = before.get(name), mine.get(name), other.get(name)
            try:
                document = Merging(self.record, _refuse)._three(path, *three)  # noqa: SLF001 (its own)
            except _Undecided:
                document = self._clash(path, *three[1:], is_item=True)
            if document is not None:
                found.append(document)
        return found or None

    def _clash(
        self, path: tuple[str, ...], ours: Value, theirs: Value, *, is_item: bool = False
    ) -> Value:
        clash = Clash(self.record, path, ours, theirs, is_item)
        side = self.settle(clash)
        if side is Side.BOTH:
            self.open.append(clash)
            return theirs if ours is None else ours
        return ours if side is Side.OURS else theirs


def _refuse(_clash: Clash) -> Side:
    raise _Undecided


def _union(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    """Our list without what they took away, and with what they added, each at its place."""
    before, mine, other = ({mark(item) for item in items} for items in (base, ours, theirs))
    stay = [item for item in ours if mark(item) in other or mark(item) not in before]
    come = [item for item in theirs if mark(item) in mine or mark(item) not in before]
    return woven(stay, come)


def woven(ours: Iterable[Value], theirs: Iterable[Value]) -> list[Value]:
    """Our items in our order, and each of theirs alone behind the one it stands behind."""
    mine = list(ours)
    known = {mark(item) for item in mine}
    behind: dict[Hashable, list[Value]] = {}
    above: Hashable = None
    for item in theirs:
        if mark(item) in known:
            above = mark(item)
        else:
            behind.setdefault(above, []).append(item)
    found = behind.pop(None, [])
    for item in mine:
        found += [item, *behind.pop(mark(item), ())]
    return found
