"""A record that gets another id, or a topic that becomes part of another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icccat.catalogue.lookup import referring
from icccat.catalogue.plan import Plan, Rename, planned
from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.change import Change, changed_table
from icccat.records.edit import with_reference
from icccat.records.sorts import Place
from icccat.words.slug import SHAPE

if TYPE_CHECKING:
    from icccat.catalogue.catalogue import Catalogue
    from icccat.records.record import Record


def renamed(catalogue: Catalogue, record: Record, new_id: str) -> tuple[Plan, list[Change]]:
    """The catalogue with the record under another id, every reference carried.

    The id of another topic merges the two: its names become other names of that topic. Raises
    Refused for an id that is taken otherwise, or not as it should be.
    """
    there = next((one for one in catalogue.everything if _same(one.id, new_id)), None)
    if there is not None and there.key != record.key:
        return _merged(catalogue, record, there)
    _check(record.kind, new_id)
    return under(catalogue, record, new_id)


def under(catalogue: Catalogue, record: Record, new_id: str) -> tuple[Plan, list[Change]]:
    """The catalogue with the record under another id that is free, every reference carried."""
    carried = _carried(catalogue, record, new_id)
    plan = planned(catalogue, carried, renames=[Rename(record.kind, record.id, new_id)])
    table = catalogue.data[record.kind][record.id]
    told = [
        Change(record.kind, record.id, table, None),
        Change(record.kind, new_id, None, table),
    ]
    return plan, [*told, *carried]


def _check(kind: str, new_id: str) -> None:
    """Raise Refused for an id that is not as those of its kind are."""
    if kind == "place":
        try:
            Place().check(new_id, "en")
        except ValueError as refusal:
            raise Refused(str(refusal)) from None
    elif not SHAPE.fullmatch(new_id):
        sentence = _('the id "{id}" is hard to type: use small letters, digits and hyphens')
        raise Refused(sentence.format(id=new_id))


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _merged(catalogue: Catalogue, record: Record, other: Record) -> tuple[Plan, list[Change]]:
    if not record.kind == other.kind == "topic":
        sentence = _('the id "{id}" is taken by {other}')
        raise Refused(sentence.format(id=other.id, other=other.key))
    names = [*_labels(record), *record.items("also")]
    known = {*_labels(other), *other.items("also")}
    also = (*other.items("also"), *(name for name in dict.fromkeys(names) if name not in known))
    values: dict[str, Any] = {"also": also or None}
    if other.get("broader") == record.id:
        values["broader"] = None
    table = catalogue.data["topic"][other.id]
    changes = [
        Change("topic", other.id, table, changed_table(other, table, values)),
        Change("topic", record.id, catalogue.data["topic"][record.id], None),
    ]
    carried = [one for one in _carried(catalogue, record, other.id) if one.key != other.key]
    return planned(catalogue, [*changes, *carried]), [*changes, *carried]


def _labels(topic: Record) -> tuple[str, ...]:
    return tuple(topic.values.get("label", {}).values())


def _carried(catalogue: Catalogue, record: Record, new_id: str) -> list[Change]:
    """The changes of all that refer to the record."""
    return [
        with_reference(one, catalogue.data[one.kind][one.id], record, new_id)
        for one in referring(catalogue, record.id)
        if one.key != record.key
    ]
