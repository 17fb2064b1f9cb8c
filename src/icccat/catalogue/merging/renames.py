"""Records that one side gave another id: the same in all versions before they are merged."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from icccat.catalogue.catalogue import parse
from icccat.catalogue.merging.languages import by_language
from icccat.catalogue.renaming import under
from icccat.catalogue.text.values import mark

if TYPE_CHECKING:
    from collections.abc import Hashable

    from icccat.catalogue.catalogue import Catalogue

Key: TypeAlias = tuple[str, str]
Three: TypeAlias = tuple["Catalogue", "Catalogue", "Catalogue"]


def under_one_id(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> Three:
    """Base, ours and theirs, in which each record that a side gave a new id has that id.

    References to it are carried. Where both gave it one, it has ours. A record has a new id where
    it is gone and another one of the very same fields has come.
    """
    three = base, ours, theirs
    while base.text and (found := _next(*three)):  # one by one: a reference may be all that differs
        kind, ids, new_id = found
        base, ours, theirs = (
            _under(one, kind, id_, new_id) for one, id_ in zip(three, ids, strict=True)
        )
        three = base, ours, theirs
    return three


def _next(base: Catalogue, *sides: Catalogue) -> tuple[str, tuple[str, str, str], str] | None:
    """The kind of a record that has a new id, its ids in each version, and the one to have."""
    ours, theirs = (_renames(base, side) for side in sides)
    for kind, id_ in {**ours, **theirs}:
        key = kind, id_
        new_id = ours.get(key) or theirs[key]
        ids = id_, ours.get(key, id_), theirs.get(key, id_)
        others = [one for one, its in zip((base, *sides), ids, strict=True) if its != new_id]
        if not any(_is_taken(one, new_id) for one in others):
            return kind, ids, new_id
    return None


def _renames(base: Catalogue, side: Catalogue) -> dict[Key, str]:
    """The new id of each record of base that has one in this side."""
    gone, come = _only(base, side), _only(side, base)
    return {
        (kind, id_): come[kind, table]
        for (kind, table), id_ in gone.items()
        if (kind, table) in come
    }


def _only(one: Catalogue, other: Catalogue) -> dict[tuple[str, Hashable], str]:
    """The ids that only the one has, by kind and fields; none of which several have the same."""
    ids: dict[tuple[str, Hashable], list[str]] = {}
    for record in one.everything:
        if record.id not in other.records[record.kind]:
            table = by_language(record.kind, one.data[record.kind][record.id], one.language)
            if table:
                ids.setdefault((record.kind, mark(table)), []).append(record.id)
    return {fields: found[0] for fields, found in ids.items() if len(found) == 1}


def _is_taken(catalogue: Catalogue, id_: str) -> bool:
    return any(one.id.casefold() == id_.casefold() for one in catalogue.everything)


def _under(catalogue: Catalogue, kind: str, id_: str, new_id: str) -> Catalogue:
    """The catalogue with another id for the record, if it has the record."""
    record = catalogue.records[kind].get(id_)
    if record is None or id_ == new_id:
        return catalogue
    plan, _told = under(catalogue, record, new_id)
    return parse(plan.text, catalogue.path)
