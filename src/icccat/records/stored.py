"""A record as one line of text, for a cache, and back: quicker than to read and check it again.

Its kind and its id stand in it, the texts of its kind's fields in their order, and at its end what
was not understood, in JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, overload

from icccat.locale import LANGUAGES
from icccat.records.fields import BETWEEN
from icccat.records.kept import MARK, TEXT, VALUE, Way, escaped, in_json, unescaped, way_of
from icccat.records.kinds import KINDS
from icccat.records.record import Record
from icccat.records.tagged import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")


class Stored(Sequence[Record]):
    """Records as the lines that they are kept as, which are read when one is asked for."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines

    def each(self, make: Callable[[str], T]) -> Iterator[T]:
        """What is made of each line, in order."""
        return map(make, self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records)

    @overload
    def __getitem__(self, place: int) -> Record: ...
    @overload
    def __getitem__(self, place: slice) -> list[Record]: ...
    def __getitem__(self, place: int | slice) -> Record | list[Record]:
        return self._records[place]

    @cached_property
    def _records(self) -> list[Record]:
        return list(self.each(restored))


class _Place(NamedTuple):
    """A field in a line: the places of its texts, how it is kept, and what stands for no value."""

    name: str
    start: int
    stop: int
    way: Way
    blank: str


@cache
def _places(kind: str, *, marked: bool = False) -> tuple[_Place, ...]:
    found: list[_Place] = []
    for field in KINDS[kind].fields:
        way, start = way_of(field, marked=marked), found[-1].stop if found else len(_FIRST)
        found.append(_Place(field.name, start, start + way.texts, way, TEXT * (way.texts - 1)))
    return tuple(found)


_FIRST = ("kind", "id")


@cache
def places(kind: str) -> dict[str, int]:
    """Where in a line of the kind what stands, by its name: the first text of each field."""
    return {name: place for place, name in enumerate(_FIRST)} | {
        place.name: place.start for place in _places(kind)
    }


@cache
def _keeping(kind: str) -> tuple[tuple[str, Callable[[Any], str], str], ...]:
    return tuple((place.name, place.way.kept, place.blank) for place in _places(kind))


def stored(record: Record) -> str:
    """The record's values, and what was not understood in it."""
    values = record.values
    texts = [
        kept(values[name]) if name in values else blank
        for name, kept, blank in _keeping(record.kind)
    ]
    other = to_json(dict(record.other)) if record.other else ""
    return TEXT.join([record.kind, escaped(record.id), *texts, other])


def restored(line: str) -> Record:
    """The record that was stored.

    ValueError, LookupError, TypeError or AttributeError where the line is none.
    """
    texts = line.split(TEXT)
    kind, id_, *_fields, other = texts
    marked = MARK in line
    values = {}
    for name, start, stop, way, blank in _places(kind, marked=marked):
        if blank:
            value = way.restored(texts[start:stop])
            if value is not None:
                values[name] = value
        elif texts[start]:
            values[name] = way.restored(texts[start])
    if len(texts) != stop + 1:
        raise ValueError
    return Record(
        kind, unescaped(id_) if marked else id_, values, from_json(other) if other else {}
    )


def cells_in(line: str) -> list[str] | None:
    """The cells of the record where `places` says, and a blank one; None where not all are."""
    return None if MARK in line else f"{line}{TEXT}".replace(VALUE, BETWEEN).split(TEXT)


def json_in(line: str, wanted: frozenset[str]) -> str | None:
    """The record in JSON, with those of its fields that are wanted; None where it is to be read."""
    texts = line.split(TEXT)
    if MARK in line or texts[-1]:
        return None
    parts = [f'"kind": "{texts[0]}", "id": {in_json(texts[1])}']
    for name, place, json, several in _in_json(texts[0], wanted):
        text = texts[place]
        if several and (text or texts[place + 1]):
            found = json(text, texts[place + 1])
        elif text:
            found = json(text)
        else:
            continue
        if not found:
            return None
        parts.append(name + found)
    return f"{{{', '.join(parts)}}}"


@cache
def _in_json(
    kind: str, wanted: frozenset[str]
) -> tuple[tuple[str, int, Callable[..., str], bool], ...]:
    """Of each wanted field its name in JSON, its place, what makes JSON of it, of several texts."""
    return tuple(
        (f'"{place.name}": ', place.start, place.way.json, bool(place.blank))
        for place in _places(kind)
        if place.name in wanted
    )


def languages_of(records: Iterable[Record]) -> dict[str, dict[str, set[str]]]:
    """The languages besides English and French that their texts are in: `{kind: {field: codes}}`.

    Every kind of the records is there.
    """
    found: dict[str, dict[str, set[str]]] = {}
    if isinstance(records, Stored):
        found = {kind: {} for kind in set(records.each(_kind))}
        records = filter(None, records.each(_marked))
    for record in records:
        of_kind = found.setdefault(record.kind, {})
        for field in record.declared.fields:
            codes = record.values.get(field.name, ()) if field.translated else ()
            if others := set(codes).difference(LANGUAGES):
                of_kind.setdefault(field.name, set()).update(others)
    return found


def _kind(line: str) -> str:
    return line[: line.index(TEXT)]


def _marked(line: str) -> Record | None:
    return restored(line) if MARK in line else None
