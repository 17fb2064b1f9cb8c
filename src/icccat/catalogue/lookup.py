"""A record by how its id begins, and what belongs with a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.errors import NothingFound, Refused
from icccat.locale import translate as _
from icccat.records.order import ordered
from icccat.records.sorts import or_nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.catalogue.catalogue import Catalogue
    from icccat.records.record import Record


def resolve(catalogue: Catalogue, beginning: str) -> Record:
    """The record whose id this is, or alone begins with this, without regard to case.

    Raises Refused with the candidates where several do, NothingFound with the nearest id.
    """
    wanted = beginning.casefold()
    everyone = catalogue.everything
    exact = [record for record in everyone if record.id.casefold() == wanted]
    found = exact or [record for record in everyone if record.id.casefold().startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        sentence = _('there is no record "{id}"').format(id=beginning)
        raise NothingFound(or_nearest(sentence, beginning, [record.id for record in everyone]))
    sentence = _('"{id}" begins the ids of several records:').format(id=beginning)
    raise Refused(sentence, *(f"  {record.id}" for record in found))


def related(catalogue: Catalogue, record: Record) -> list[tuple[str, Record]]:
    """What belongs with a record: its versions, its recordings, its series, who refers to it.

    Each stands with what it is to the record, in words.
    """
    return list(_related(catalogue, record))


def _related(catalogue: Catalogue, record: Record) -> Iterator[tuple[str, Record]]:
    for other in ordered(catalogue.everything):
        if other.key == record.key:
            continue
        if record.kind == "video":
            if record.get("version_of") == other.id:
                yield _("is a version of"), other
            if other.get("version_of") == record.id:
                yield _("has the version"), other
            if record.id in other.items("recordings"):
                yield _("is a recording of"), other
        if other.id in record.items("recordings"):
            yield _("has the recording"), other
        if record.kind == "series" and other.get("series") == record.id:
            yield _("has the part"), other
        if record.kind == "topic" and other.get("broader") == record.id:
            yield _("has the narrower"), other
