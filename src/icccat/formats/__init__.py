"""The formats that records leave in and come in; each is a file here, loaded when used.

A module of this package is a format of `icccat export`, and one of `icccat import` where it has
`read`; what only comes in is in `icccat.formats.incoming`.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib import import_module
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.columns import columns_named
from icccat.records.kinds import KINDS
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import PurePath

    from icccat.records.columns import Column
    from icccat.records.record import Record, Records


class Selection(NamedTuple):
    """What is exported: records in order, in these columns, of a catalogue of `total` records.

    `chosen` are the names of the columns that the person asked for, none where nobody did.
    `content` is the language of the content, en, fr or both; `language` that of the catalogue,
    `reader` that of the person, in which labels are. `everyone` are all records, for what the
    exported ones refer to, `title` is the catalogue's by language, `query` as it was typed.
    `program` is the one that the file is made for, where a format has several ways.
    """

    records: Sequence[Record]
    columns: Sequence[Column]
    total: int
    notes: bool = False
    chosen: Sequence[str] = ()
    content: str = "both"
    language: str = "en"
    reader: str = "en"
    everyone: Records = MappingProxyType({})
    title: Mapping[str, str] = MappingProxyType({})
    query: str = ""
    today: dt.date = dt.date.min
    program: str = ""

    def wants(self, name: str) -> bool:
        """Whether a field is to be there, in a format that has no columns."""
        return not self.chosen or name in _fields_of(tuple(self.chosen))

    def said(self, texts: Mapping[str, str]) -> tuple[str, str]:
        """The text by language in the language of the content, else in another, and its code.

        ("", "") where there is none; with the content in both, the catalogue's language is first.
        """
        codes = (self.language if self.content == "both" else self.content, self.language, "en")
        return next(((code, texts[code]) for code in (*codes, *texts) if code in texts), ("", ""))


@cache
def _fields_of(columns: tuple[str, ...]) -> frozenset[str]:
    """The fields that these columns are made of."""
    return frozenset(field for column in columns_named(columns) for field in column.fields)


class Format(Protocol):
    """What the module of a format offers.

    It may also name more ENDINGS, say that it is BINARY, name the PROGRAMS that it has ways of
    its own for, and the KINDS of records that it holds, where it does not hold all.
    """

    def write(self, selection: Selection, *, to_file: bool) -> bytes:
        """The whole file, or what goes to stdout."""


def encoded(lines: Iterable[str], end: str = "\n") -> bytes:
    """The lines in UTF-8, each with its end: many at a time, as all at once take long."""
    rest = iter(lines)
    batches = iter(lambda: list(islice(rest, 500)), [])
    return b"".join([end.join([*batch, ""]).encode() for batch in batches])


@cache
def formats() -> tuple[str, ...]:
    """The names of all formats, which are those of the modules here."""
    from pkgutil import iter_modules  # noqa: PLC0415 (a list in a pipe needs no names)

    return tuple(sorted(one.name for one in iter_modules(__path__) if not one.ispkg))


def format_named(name: str) -> Format:
    """The module of the format; raises Refused with the nearest name."""
    if name not in formats():
        sentence = _('there is no format "{name}": {known}')
        raise Refused(sentence.format(name=name, known=", ".join(formats())))
    return cast("Format", import_module(f"icccat.formats.{name}"))


def kinds_of(name: str) -> tuple[str, ...]:
    """The kinds of records that a format holds."""
    return getattr(format_named(name), "KINDS", tuple(KINDS))


def format_of(path: PurePath) -> str:
    """The format that a file's ending says; raises Refused where it says none."""
    ending = path.suffix.removeprefix(".").lower()
    if ending in formats():
        return ending
    endings = {other: name for name in formats() for other in _endings(name)}
    if ending in endings:
        return endings[ending]
    near = nearest(ending, formats()) if ending else None
    sentence = _('the ending of "{name}" says no format: give one with --format ({known})')
    raise Refused(sentence.format(name=path.name, known=near or ", ".join(formats())))


def _endings(name: str) -> tuple[str, ...]:
    """Other endings of a format's files."""
    return getattr(format_named(name), "ENDINGS", ())
