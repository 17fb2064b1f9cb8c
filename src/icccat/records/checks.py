"""The checks of a record among the others; a check is one function, named in CHECKS."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from icccat.errors import Level, Problem
from icccat.locale import translate as _
from icccat.records.fields import Document
from icccat.records.kinds import KINDS
from icccat.records.known import open_words
from icccat.records.sorts import Place, Reference, Word, did_you_mean, or_nearest
from icccat.words.nearest import nearest
from icccat.words.slug import SHAPE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from icccat.records.fields import Field
    from icccat.records.kinds import Kind
    from icccat.records.known import Known
    from icccat.records.record import Record

LINE_BREAKS = "\n\t"


def problems(record: Record, known: Known) -> Iterator[Problem]:
    """Everything that the checks find in a record, `known` being all records, it among them."""
    for check in CHECKS:
        yield from check(record, known)


def _path(record: Record, *more: str) -> tuple[str, ...]:
    return record.kind, record.id, *more


def _values(record: Record) -> Iterator[tuple[Field, tuple[str, ...], Any]]:
    """Each single value of the record: its field, its path, itself."""
    for field in record.declared.fields:
        if field.name in record.values:
            value = record.values[field.name]
            for number, one in enumerate(field.items(value)):
                yield field, _path(record, field.name, *([str(number)] if field.many else [])), one


def unknown_keys(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """A key that is no field of its kind: kept, but probably a slip."""
    names = tuple(field.name for field in record.declared.fields)
    for key in record.other:
        if key not in names:
            sentence = _('"{key}" is not a field of a {kind}: it is kept as it is')
            sentence = sentence.format(key=key, kind=record.declared.label)
            yield Problem(Level.WARNING, _path(record, key), or_nearest(sentence, key, names))
    for field, path, value in _values(record):
        if isinstance(field.sort, Document):
            names = tuple(inner.name for inner in field.sort.fields)
            for key in field.sort.unknown(value):
                sentence = _('"{key}" is not a field of a document: it is kept as it is')
                sentence = or_nearest(sentence.format(key=key), key, names)
                yield Problem(Level.WARNING, (*path, key), sentence)


def references(record: Record, known: Known) -> Iterator[Problem]:
    """A reference to a record that is not there."""
    for field, path, value in _values(record):
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


def words(record: Record, known: Known) -> Iterator[Problem]:
    """A word of an open list that nobody has used so far."""
    for field, path, word in open_words(record):
        assert isinstance(field.sort, Word)  # noqa: S101 (open_words yields no other)
        used = known.words[field]
        others = (*field.sort.words, *(other for other in used if used[other] > 1))
        if word not in others:
            sentence = _('"{word}" has not been used under {field} before')
            sentence = or_nearest(sentence.format(word=word, field=field.label), word, others)
            yield Problem(Level.WARNING, _path(record, *path), sentence)


def list_items(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001
    """A list item with a semicolon, which joins the items of a list in a spreadsheet."""
    for field, path, value in _values(record):
        if field.many and ";" in field.show((value,), "en"):
            sentence = _(
                "an item of a list holds no semicolon: make it two items, or write a comma"
            )
            yield Problem(Level.ERROR, path, sentence)


def repeated(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001
    """A list item that is there twice."""
    seen: dict[str, list[Any]] = {}
    for field, path, value in _values(record):
        if field.many and value in seen.setdefault(field.name, []):
            sentence = _('"{value}" is there twice')
            sentence = sentence.format(value=field.show((value,), "en"))
            yield Problem(Level.WARNING, path, sentence)
        seen.setdefault(field.name, []).append(value)


def characters(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001
    """A character that cannot be seen: a control character, or one that turns text around."""
    for _field, path, value in _values(record):
        for text in _texts(value):
            hidden = next((c for c in text if _is_hidden(c)), None)
            if hidden is not None:
                sentence = _("it holds a character that cannot be seen (U+{code:04X}): remove it")
                yield Problem(Level.ERROR, path, sentence.format(code=ord(hidden)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)


def _is_hidden(character: str) -> bool:
    if character in LINE_BREAKS:
        return False
    turns = "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    return turns or character == "\ufffd" or unicodedata.category(character) == "Cc"


def dates(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001
    """An end before the start, or without one."""
    start, end = record.get("start"), record.get("end")
    if end is not None and start is None and "start" not in record.other:
        yield Problem(Level.WARNING, _path(record, "end"), _("it has an end and no start"))
    elif end is not None and start is not None and end.last < start.first:
        sentence = _("it ends on {end}, before it starts on {start}")
        sentence = sentence.format(end=end, start=start)
        yield Problem(Level.ERROR, _path(record, "end"), sentence)


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
        yield Problem(Level.ERROR, _path(record, name), sentence.format(ids=ids))


def ids(record: Record, known: Known) -> Iterator[Problem]:
    """An id that is hard to type, or that two records share but for case."""
    if record.kind != "place" and not SHAPE.fullmatch(record.id):
        sentence = _('the id "{id}" is hard to type: use small letters, digits and hyphens')
        yield Problem(Level.WARNING, _path(record), sentence.format(id=record.id))
    for other in known.keys[record.id.casefold()]:
        if other.key != record.key:
            sentence = _('the id "{id}" is also that of {other}: an id is used once')
            yield Problem(
                Level.ERROR, _path(record), sentence.format(id=record.id, other=other.key)
            )


def places(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001
    """A place's id that is not `City, CC`."""
    if record.kind == "place":
        try:
            Place().check(record.id, "en")
        except ValueError as refusal:
            yield Problem(Level.ERROR, _path(record), str(refusal))


def twins(record: Record, known: Known) -> Iterator[Problem]:
    """A record that is there twice; the later of the two is reported."""
    for other in known.twins(record):
        if other.id.casefold() < record.id.casefold():
            sentence = _("it has the same title and date, or the same link, as {other}")
            yield Problem(Level.WARNING, _path(record), sentence.format(other=other.key))


def worth_having(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001
    """A field whose value people will look for."""
    for name in record.declared.worth_having:
        if name not in record.values and name not in record.other:
            field = record.declared.field(name)
            assert field is not None  # noqa: S101 (declared beside each other)
            sentence = _("it has no {field} yet").format(field=field.label)
            yield Problem(Level.ADVICE, _path(record, name), sentence)


CHECKS: tuple[Callable[[Record, Known], Iterator[Problem]], ...] = (
    unknown_keys,
    references,
    words,
    list_items,
    repeated,
    characters,
    dates,
    versions,
    broader,
    ids,
    places,
    twins,
    worth_having,
)
