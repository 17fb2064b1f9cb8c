"""Two catalogues that were one, made one again: ours, with what theirs changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from icccat.catalogue import text
from icccat.catalogue.about import TABLE
from icccat.catalogue.history.step import changes
from icccat.catalogue.merging.languages import as_written, by_language
from icccat.catalogue.merging.renames import under_one_id
from icccat.catalogue.merging.values import Merging
from icccat.catalogue.plan import Plan, planned
from icccat.catalogue.text.values import alike
from icccat.errors import Unsafe
from icccat.locale import translate as _
from icccat.records.change import Change
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.merging.clash import Clash, Settle

Table: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge does to our catalogue, and the clashes that it leaves open.

    `tables` are the names of those that changed and are no records; `comments` are those of
    theirs that are new and not taken over.
    """

    plan: Plan
    changes: list[Change]
    tables: list[str]
    open: list[Clash]
    comments: list[str]


def merged(base: Catalogue, ours: Catalogue, theirs: Catalogue, settle: Settle) -> Merge:
    """Our catalogue with what theirs changed since `base`, which both were.

    The order, the comments and the forms of ours stay; records that theirs alone changed have
    their lines, and new ones stand at their places. Raises Unsafe for tables that are no records.
    """
    base, mine, theirs = under_one_id(base, ours, theirs)
    merging = _Merging(base, mine, theirs, settle)
    for kind in KINDS:
        for id_ in {**_records(mine, kind), **_records(theirs, kind)}:
            merging.record(kind, id_)
    plan = planned(mine, merging.changes, lines=merging.lines)
    for name in {**mine.data, **theirs.data}:
        if name not in KINDS:
            plan = merging.other(plan, name)
    rewritten = [one for one in merging.changes if alike(one.before, one.after)]
    old = {*text.comments(base.text), *text.comments(plan.text)}
    return Merge(
        plan,
        [*changes(ours.data, plan.data), *rewritten],
        merging.tables,
        merging.open,
        [one for one in text.comments(theirs.text) if one not in old],
    )


def _records(catalogue: Catalogue, kind: str) -> Mapping[str, Table]:
    """The records of a kind as tables."""
    tables = catalogue.data.get(kind, {})
    if isinstance(tables, Mapping) and all(isinstance(one, Mapping) for one in tables.values()):
        return tables
    sentence = _("{file}: [{kind}] holds what is no record: icccat check says where; mend it first")
    raise Unsafe(sentence.format(file=catalogue.name, kind=kind))


class _Sources:
    """A catalogue as it is merged from: its records by language, and the lines of each."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.spans = text.spans(catalogue.text)

    def lines(self, key: text.RecordKey) -> str | None:
        """The lines of a record that stands in one piece, with newlines alone."""
        place = self.spans.get(key)
        return None if place is None else self.catalogue.text[place].replace("\r\n", "\n").rstrip()

    def table(self, kind: str, id_: str) -> Table | None:
        """The record, all text by language."""
        written = _records(self.catalogue, kind).get(id_)
        return None if written is None else by_language(kind, written, self.catalogue.language)


class _Merging:
    """A merge under way."""

    def __init__(self, base: Catalogue, ours: Catalogue, theirs: Catalogue, settle: Settle) -> None:
        self.ours, self.theirs = ours, theirs
        self.sources = [_Sources(one) for one in (base, ours, theirs)]
        self.settle = settle
        self.changes: list[Change] = []
        self.lines: dict[text.RecordKey, str] = {}
        self.tables: list[str] = []
        self.open: list[Clash] = []

    def record(self, kind: str, id_: str) -> None:
        """Note what becomes of a record, if it changes."""
        key = kind, id_
        now = _records(self.ours, kind).get(id_)
        new = _records(self.theirs, kind).get(id_)
        before, mine, other = (source.lines(key) for source in self.sources)
        if other is not None and other == mine:
            return
        three = [source.table(kind, id_) for source in self.sources]
        untouched = (
            mine == before if now is not None and mine is not None else three[:2] == [None] * 2
        )
        if other is not None and untouched:
            self._change(Change(kind, id_, now, new), other)
        elif mine is None or other is None or other != before:
            after = self._three(kind, id_, three)
            is_theirs = now is None and other is not None and after is not None
            self._change(
                Change(kind, id_, now, after),
                text.edited(f"{other}\n", {key: after}) if is_theirs else None,
            )

    def _change(self, change: Change, lines: str | None) -> None:
        if not alike(change.before, change.after) or lines is not None:
            self.changes.append(change)
            if lines is not None:
                self.lines[change.kind, change.id] = lines

    def _three(self, kind: str, id_: str, three: list[Table | None]) -> Table | None:
        merging = Merging(f"{kind}.{id_}", self.settle)
        found = merging.table(*three)
        self.open += merging.open
        if found is None:
            return None
        same = self.ours.language == self.theirs.language
        catalogues = (self.ours, self.theirs) if same else (self.ours,)
        written = [one.data.get(kind, {}).get(id_, {}) for one in catalogues]
        return as_written(kind, found, written, self.ours.language)

    def other(self, plan: Plan, name: str) -> Plan:
        """The plan with what becomes of a table of the top that is no kind of record."""
        before, now, new = (source.catalogue.data.get(name) for source in self.sources)
        if alike(now, new) or alike(before, new):
            return plan
        sides = [{} if one is None else one for one in (before, now, new)]
        if new is None or not all(isinstance(one, Mapping) for one in sides):
            raise self._unsafe(name)
        merging = Merging(name, self.settle)
        languages = [source.catalogue.language for source in self.sources]
        three = [by_language(name, *one) for one in zip(sides, languages, strict=True)]
        found = merging.table(*three) or {}
        if merging.open and name != TABLE:
            raise self._unsafe(name)
        self.open += merging.open
        self.tables.append(name)
        after = as_written(name, found, sides[1:], self.ours.language)
        content = text.edited_table(plan.text, name, after)
        return Plan(content, {**plan.data, name: after})

    def _unsafe(self, name: str) -> Unsafe:
        sentence = _("{file}: {name} cannot be merged: make it the same on both sides first")
        return Unsafe(sentence.format(file=self.ours.name, name=name))
