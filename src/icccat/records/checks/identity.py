"""What is wrong in a record's id, and whether the record is there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.errors import Level, Problem
from icccat.locale import translate as _
from icccat.records.checks.values import path_of
from icccat.records.sorts import Place
from icccat.words.slug import SHAPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.records.known import Known
    from icccat.records.record import Record


def ids(record: Record, known: Known) -> Iterator[Problem]:
    """An id that is hard to type, or that two records share but for case."""
    if record.kind != "place" and not SHAPE.fullmatch(record.id):
        sentence = _('the id "{id}" is hard to type: use small letters, digits and hyphens')
        yield Problem(Level.WARNING, path_of(record), sentence.format(id=record.id))
    for other in known.of_id(record.id):
        if other.key != record.key:
            sentence = _('the id "{id}" is also that of {other}: an id is used once')
            yield Problem(
                Level.ERROR, path_of(record), sentence.format(id=record.id, other=other.key)
            )


def places(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """A place's id that is not `City, CC`."""
    if record.kind == "place":
        try:
            Place().check(record.id, "en")
        except ValueError as refusal:
            yield Problem(Level.ERROR, path_of(record), str(refusal))


def twins(record: Record, known: Known) -> Iterator[Problem]:
    """A record that is there twice; the later of the two is reported."""
    for other in known.twins(record):
        if other.id.casefold() < record.id.casefold():
            sentence = _("it has the same title and date, or the same link, as {other}")
            yield Problem(Level.WARNING, path_of(record), sentence.format(other=other.key))
