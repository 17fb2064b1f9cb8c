"""Which record each line is: one there, or a new one with an id of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from icccat.errors import Level, Refused
from icccat.locale import translate as _
from icccat.records.incoming import Finding
from icccat.records.incoming.matching import likes
from icccat.records.incoming.values import values_of
from icccat.records.new import new_id
from icccat.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from icccat.records.incoming.cells import Reading
    from icccat.records.incoming.lines import Line
    from icccat.records.incoming.matching import Like
    from icccat.records.incoming.values import Values
    from icccat.records.likeness import Likeness
    from icccat.records.record import Records


class Unsure(NamedTuple):
    """A row without an id, which may be the record that it is like."""

    place: str
    likeness: Likeness


class Read(NamedTuple):
    """A line, and what it changes in its record, or gives a new one."""

    line: Line
    values: Values


class Identified(NamedTuple):
    """The lines with their records and ids, what is wrong in these, and what a person may say."""

    lines: list[Read]
    findings: list[Finding]
    unsure: list[Unsure]


def identified(
    lines: Sequence[Line], reading: Reading, records: Records, answers: Mapping[str, str]
) -> Identified:
    """Each line with the record it is, by its id, else by the near-duplicate rule; once each.

    `answers` are ids by place for unsure lines, "" for a new record.
    """
    read = [Read(line, values_of(line, reading)) for line in lines]
    new = [one for one in read if not one.line.record]
    like = iter(likes([(one.line, one.values.values) for one in new], records))
    found = Identified([], [], [])
    for one in read:
        decided = one if one.line.record else _decided(one, next(like), answers, found)
        if decided is None:
            continue
        if decided.line.record is not one.line.record:
            decided = Read(decided.line, values_of(decided.line, reading))
        found.lines.append(decided)
    found.lines[:] = _once(found)
    taken = {id_.casefold() for of_kind in records.values() for id_ in of_kind}
    found.lines[:] = _with_ids(found, taken, reading.language)
    return found


def _decided(one: Read, like: Like, answers: Mapping[str, str], found: Identified) -> Read | None:
    """The line with the record that it is like, if it has no id and is surely that one.

    Nothing where it may be several, or is the same as another line.
    """
    line = one.line
    near = sorted(like.near, key=lambda likeness: -likeness.percent)
    if line.id:
        later = (each for each in like.same if line.id.casefold() < each.record.id.casefold())
        _warn(line, [*later, *near], found)  # of the others the check of twins tells
        return one
    if len(like.same) > 1:
        sentence = _("it may be any of these: {ids}; fill in the column id")
        ids = ", ".join(likeness.record.id for likeness in like.same)
        found.findings.append(Finding(line.place, "", "", sentence.format(ids=ids)))
        return None
    if like.same:
        return _as(one, like.same[0].record)
    if like.earlier:
        sentence = _("it is the same as {place} ({why}): remove one, or give each an id")
        place, why = like.earlier[0].place, like.earlier[0].why
        found.findings.append(Finding(line.place, "", "", sentence.format(place=place, why=why)))
        return None
    if near and line.place not in answers:
        found.unsure.append(Unsure(line.place, near[0]))
        _warn(line, near, found)
    elif near and answers[line.place]:
        by_id = {likeness.record.id: likeness.record for likeness in near}
        return _as(one, by_id[answers[line.place]])
    return one


def _as(one: Read, record: Record) -> Read:
    return one._replace(line=one.line._replace(record=record, id=record.id))


def _warn(line: Line, likes: Iterable[Likeness], found: Identified) -> None:
    for likeness in likes:
        found.findings.append(Finding(line.place, "", "", likeness.sentence, Level.WARNING))


def _once(found: Identified) -> list[Read]:
    """The lines without those that are about the same as an earlier one."""
    seen: dict[str, str] = {}
    kept = []
    for one in found.lines:
        id_ = one.line.id
        first = seen.setdefault(id_.casefold(), one.line.place) if id_ else one.line.place
        if first == one.line.place:
            kept.append(one)
        else:
            sentence = _("it is about {id} again, as {place}: a record has one row")
            sentence = sentence.format(id=id_, place=first)
            found.findings.append(Finding(one.line.place, "", "", sentence))
    return kept


def _with_ids(found: Identified, taken: set[str], language: str) -> list[Read]:
    """The lines, those without an id with one made as `icccat add` makes it."""
    taken |= {one.line.id.casefold() for one in found.lines}
    kept = []
    for one in found.lines:
        if not one.line.id:
            record = Record(one.line.kind, "", _present(one.values.values))
            try:
                id_ = new_id(record, taken, language) if record.declared.called else ""
            except Refused:
                id_ = ""
            taken.add(id_)
            if not id_:
                sentence = _("no id that is not taken can be made for it: fill in the column id")
                found.findings.append(Finding(one.line.place, "", "", sentence))
                continue
            kept.append(one._replace(line=one.line._replace(id=id_)))
        else:
            kept.append(one)
    return kept


def _present(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
