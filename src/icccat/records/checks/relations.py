"""What is wrong in how a record refers to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.errors import Level, Problem
from icccat.locale import translate as _
from icccat.records.checks.values import path_of, values_of
from icccat.records.kinds import KINDS
from icccat.records.sorts import Reference, did_you_mean
from icccat.words.nearest import nearest
from icccat.words.slug import SHAPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.records.kinds import Kind
    from icccat.records.known import Known
    from icccat.records.record import Record


def references(record: Record, known: Known) -> Iterator[Problem]:
    """A reference to a record that is not there."""
    for field, path, value in values_of(record):
        if isinstance(field.sort, Reference):
            there = known.records.get(field.sort.kind, {})
            if value not in there:
                sentence = _('there is no {kind} "{id}"')
                sentence = sentence.format(kind=KINDS[field.sort.kind].label, id=value)
                near = nearest(value, there)
                mend = "" if near else _addition(KINDS[field.sort.kind], value)
                yield Problem(Level.ERROR, path, did_you_mean(sentence, near), mend)


def _addition(kind: Kind, id_: str) -> str:
    """The command that adds what is missing; none that a shell would read amiss."""
    return f'icccat add {kind.name} --id {id_} --{kind.called} "…"' if SHAPE.fullmatch(id_) else ""


def versions(record: Record, known: Known) -> Iterator[Problem]:
    """A video that is a version of itself, at first or at second hand."""
    sentence = _("it is a version of itself: {ids}")
    yield from _loop(record, known, "version_of", sentence)


def broader(record: Record, known: Known) -> Iterator[Problem]:
    """A topic that is broader than itself, at first or at second hand."""
    yield from _loop(record, known, "broader", _("it is broader than itself: {ids}"))


def _loop(record: Record, known: Known, name: str, sentence: str) -> Iterator[Problem]:
    """A record that leads to itself through the references of one field."""
    seen, now = [record.id], record.get(name)
    while now is not None and now not in seen:
        seen.append(now)
        other = known.records[record.kind].get(now)
        now = other.get(name) if other else None
    if now == record.id:
        ids = " → ".join([*seen, now])
        yield Problem(Level.ERROR, path_of(record, name), sentence.format(ids=ids))
