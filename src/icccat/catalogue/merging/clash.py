"""A place that both sides changed, whose value is to stand, and how both are left in the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from icccat.catalogue.text.values import alike
from icccat.records.clashes import CLASH, REMOVED

Value: TypeAlias = Any  # what TOML can mean; None: nothing is there


class Side(Enum):
    """Whose value stands where both changed it; BOTH leaves the question open in the record."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Clash:
    """A place in a record that both sides changed, each to something else; None: taken away.

    `path` are the names that lead to it in the record; none is the record itself, and where it
    `is_item`, one of the list there.
    """

    record: str
    path: tuple[str, ...]
    ours: Value
    theirs: Value
    is_item: bool = False


Settle: TypeAlias = Callable[[Clash], Side]


def with_clashes(table: Mapping[str, Any], clashes: Iterable[Clash]) -> dict[str, Any]:
    """The record with the other side's values under `clash`, at their paths there.

    `clash.removed` lists what one side took away, or says that it took the record away. What an
    earlier merge left there stays, in a list with the new value.
    """
    there = table.get(CLASH)
    found: dict[str, Any] = {**there} if isinstance(there, Mapping) else {}
    removed = found.get(REMOVED, [])
    for clash in clashes:
        path = clash.path[1:] if clash.path[:1] == (CLASH,) else clash.path
        if not path:
            removed = True
        elif clash.ours is not None and clash.theirs is not None:
            found = _put(found, path, clash)
        elif isinstance(removed, list) and ".".join(path) not in removed:
            removed = [*removed, ".".join(path)]
    if removed:
        found[REMOVED] = removed
    return {**table, CLASH: found}


def _put(table: dict[str, Any], path: tuple[str, ...], clash: Clash) -> dict[str, Any]:
    """The table with what the clash leaves at the path; a list where something is there."""
    there = table.get(path[0])
    if len(path) > 1:
        inside = {**there} if isinstance(there, Mapping) else {}
        return {**table, path[0]: _put(inside, path[1:], clash)}
    if there is None:
        return {**table, path[0]: [clash.theirs] if clash.is_item else clash.theirs}
    items = there if isinstance(there, list) else [there]
    is_there = any(alike(item, clash.theirs) for item in items)
    return table if is_there else {**table, path[0]: [*items, clash.theirs]}
