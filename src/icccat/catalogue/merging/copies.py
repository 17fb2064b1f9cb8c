"""What two copies of a catalogue have in common, where nobody kept the one that both were.

A synchronised folder leaves such a copy when two people write at once. What only one of the two
has was added there, unless history knows better: a value that ours had once, and has no more, was
changed by us, and is not new in theirs. So nothing is lost, and little is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from icccat.catalogue.merging.languages import by_language
from icccat.catalogue.text.values import alike, mark
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.history.step import Step

Table: TypeAlias = Mapping[str, Any]
Key: TypeAlias = tuple[str, str]
Former: TypeAlias = Mapping[Key, set[Hashable]]


def common(ours: Catalogue, theirs: Catalogue, steps: Iterable[Step]) -> Catalogue:
    """The catalogue that both were, as far as the two and the history of ours can tell."""
    former = _former(steps, ours.language)
    data: dict[str, dict[str, Any]] = {}
    for name, tables in theirs.data.items():
        mine = ours.data.get(name)
        if name in KINDS and isinstance(tables, Mapping):
            data[name] = _records(name, (ours, theirs), former)
        elif isinstance(tables, Mapping) and isinstance(mine, Mapping):
            data[name] = {key: one for key, one in tables.items() if alike(one, mine.get(key))}
    return ours._replace(text="", data=data)


def _former(steps: Iterable[Step], language: str) -> Former:
    """Every value that a field of a record had once; under no name, every record that was there."""
    found: dict[Key, set[Hashable]] = defaultdict(set)
    for step in steps:
        for change in step.changes:
            if change.before is not None:
                table = by_language(change.kind, change.before, language)
                found[change.kind, change.id] |= {*_marks(table), ((), mark(table))}
    return found


def _marks(table: Table) -> set[Hashable]:
    """Each value with its name, those by language with both names."""
    found: set[Hashable] = set()
    for name, value in table.items():
        inside = value.items() if isinstance(value, Mapping) else [("", value)]
        found |= {((name, inner), mark(one)) for inner, one in inside}
    return found


def _records(kind: str, both: tuple[Catalogue, Catalogue], former: Former) -> dict[str, Table]:
    """The records of a kind that both had, each as it was."""
    mine, other = (one.data.get(kind, {}) for one in both)
    found: dict[str, Table] = {}
    for id_, written in other.items():
        there = mine.get(id_) if isinstance(mine, Mapping) else None
        once = former.get((kind, id_), set())
        if not isinstance(written, Mapping):
            continue
        theirs = by_language(kind, written, both[1].language)
        if isinstance(there, Mapping):
            ours = by_language(kind, there, both[0].language)
            found[id_] = _fields(ours, theirs, once)
        elif ((), mark(theirs)) in once:
            found[id_] = theirs  # as it was when we removed it
    return found


def _fields(ours: Table, theirs: Table, once: set[Hashable]) -> Table:
    """What both have, and what theirs has and ours had once."""
    found: dict[str, Any] = {}
    for name, value in theirs.items():
        mine = ours.get(name)
        if alike(mine, value):
            found[name] = value
        elif isinstance(value, Mapping):
            texts = mine if isinstance(mine, Mapping) else {}
            both = {
                code: text
                for code, text in value.items()
                if alike(texts.get(code), text) or ((name, code), mark(text)) in once
            }
            if both:
                found[name] = both
        elif ((name, ""), mark(value)) in once:
            found[name] = value
    return found
