"""What is wrong in the fields of one record, whatever the others hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from icccat.errors import Level, Problem
from icccat.locale import translate as _
from icccat.records.checks.values import path_of, values_of
from icccat.records.clashes import CLASH
from icccat.records.fields import Document
from icccat.records.fixes import trimmed
from icccat.records.known import familiar, is_familiar, open_words
from icccat.records.sorts import or_nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.records.known import Known
    from icccat.records.record import Record

LINE_BREAKS = "\n\t"


def unknown_keys(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """A key that is no field of its kind: kept, but probably a slip."""
    names = tuple(field.name for field in record.declared.fields)
    for key in record.other:
        if key not in (*names, CLASH):
            sentence = _('"{key}" is not a field of a {kind}: it is kept as it is')
            sentence = sentence.format(key=key, kind=record.declared.label)
            yield Problem(Level.WARNING, path_of(record, key), or_nearest(sentence, key, names))
    for field, path, value in values_of(record):
        if isinstance(field.sort, Document):
            names = tuple(inner.name for inner in field.sort.fields)
            for key in field.sort.unknown(value):
                sentence = _('"{key}" is not a field of a document: it is kept as it is')
                sentence = or_nearest(sentence.format(key=key), key, names)
                yield Problem(Level.WARNING, (*path, key), sentence)


def words(record: Record, known: Known) -> Iterator[Problem]:
    """A word of an open list that nobody has used so far."""
    for field, path, word in open_words(record):
        if not is_familiar(field, word, known):
            others = familiar(field, known)
            sentence = _('"{word}" has not been used under {field} before')
            sentence = or_nearest(sentence.format(word=word, field=field.label), word, others)
            yield Problem(Level.WARNING, path_of(record, *path), sentence)


def list_items(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """A list item with a semicolon, which joins the items of a list in a spreadsheet."""
    for field, path, value in values_of(record):
        if field.many and ";" in field.show((value,), "en"):
            sentence = _(
                "an item of a list holds no semicolon: make it two items, or write a comma"
            )
            yield Problem(Level.ERROR, path, sentence)


def repeated(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """A list item that is there twice."""
    seen: dict[str, list[Any]] = {}
    for field, path, value in values_of(record):
        if field.many and value in seen.setdefault(field.name, []):
            sentence = _('"{value}" is there twice')
            sentence = sentence.format(value=field.show((value,), "en"))
            yield Problem(Level.WARNING, path, sentence)
        seen.setdefault(field.name, []).append(value)


def characters(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """A character that cannot be seen: a control character, or one that turns text around."""
    for _field, path, value in values_of(record):
        for text in _texts(value):
            hidden = next((c for c in text if _is_hidden(c)), None)
            if hidden is not None:
                sentence = _("it holds a character that cannot be seen (U+{code:04X}): remove it")
                yield Problem(Level.ERROR, path, sentence.format(code=ord(hidden)))


def spaces(record: Record, known: Known) -> Iterator[Problem]:
    """A line with white space at an end, which makes it another one to programs."""
    for field, path, value in values_of(record):
        if any(trimmed(text, field, known) != text for text in _texts(value)):
            yield Problem(Level.WARNING, path, _("it begins or ends with white space"))


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


def worth_having(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """A field whose value people will look for."""
    for name in record.declared.worth_having:
        if name not in record.values and name not in record.other:
            field = record.declared.field(name)
            assert field is not None  # noqa: S101 (declared beside each other)
            sentence = _("it has no {field} yet").format(field=field.label)
            yield Problem(Level.ADVICE, path_of(record, name), sentence)
