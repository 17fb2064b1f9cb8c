"""A record by how its id begins, and what belongs with a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.errors import NothingFound, Refused
from icccat.locale import translate as _
from icccat.records.order import ordered
from icccat.records.sorts import or_nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.records.known import Among
    from icccat.records.record import Record


def resolve(among: Among, beginning: str) -> Record:
    """The record whose id this is, or alone begins with this, without regard to case.

    Raises Refused with the candidates where several do, NothingFound with the nearest id.
    """
    everyone = [(kind, id_) for kind, of_kind in among.records.items() for id_ in of_kind]
    kind, id_ = everyone[place_of([id_ for _kind, id_ in everyone], beginning)]
    return among.records[kind][id_]


def place_of(ids: Sequence[str], beginning: str) -> int:
    """The place among the ids of the one that this is, or alone begins with this; else raises."""
    wanted = beginning.casefold()
    folded = [id_.casefold() for id_ in ids]
    exact = [place for place, id_ in enumerate(folded) if id_ == wanted]
    found = exact or [place for place, id_ in enumerate(folded) if id_.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        sentence = _('there is no record "{id}"').format(id=beginning)
        raise NothingFound(or_nearest(sentence, beginning, ids))
    sentence = _('"{id}" begins the ids of several records:').format(id=beginning)
    raise Refused(sentence, *(f"  {ids[place]}" for place in found))


def exactly(among: Among, id_: str) -> Record:
    """The record of this whole id; raises NothingFound with the nearest."""
    for of_kind in among.records.values():
        if id_ in of_kind:
            return of_kind[id_]
    sentence = _('there is no record "{id}"').format(id=id_)
    everyone = [other for of_kind in among.records.values() for other in of_kind]
    raise NothingFound(or_nearest(sentence, id_, everyone))


def referring(catalogue: Catalogue, id_: str) -> list[Record]:
    """The records that refer to the one of this id, in any field; a place by its name."""
    return catalogue.referring(id_)


def related(catalogue: Catalogue, record: Record) -> list[tuple[str, Record]]:
    """Who refers to a record, each with what it is to it, in words, in the order of dates."""
    relations = {
        ("video", "version_of"): _("has the version"),
        ("video", "recordings"): _("is a recording of"),
        ("series", "series"): _("has the part"),
        ("topic", "broader"): _("has the narrower"),
    }
    return [
        (relation, other)
        for other in ordered(catalogue.everything)
        for (kind, name), relation in relations.items()
        if record.kind == kind and record.id in _references(other, name)
    ]


def _references(record: Record, name: str) -> tuple[str, ...]:
    """The ids that a field of the record holds."""
    value = record.get(name)
    return value if isinstance(value, tuple) else (value,)
