"""A record's lines as they are opened in an editor: its fields explained in comments.

The comments begin with a mark of their own, and are gone when the lines are taken back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from icccat.catalogue import text, toml
from icccat.errors import Unsafe
from icccat.locale import labelled
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.records.fields import Field
    from icccat.records.record import Record

_MARK = "#|"
_WRONG = "!"  # after the mark: what was wrong with the line below


class Mistake(NamedTuple):
    """A line of what was typed, counted from 1 (0: not known), and what is wrong with it."""

    line: int
    sentence: str


class Sheet(NamedTuple):
    """What is opened, and the line to begin at; `mark` is what its comments begin with."""

    text: str
    line: int
    mark: str = _MARK


def sheet(lines: str, record: Record) -> Sheet:
    """The record's lines with what explains them: the fields it has, and those it may get."""
    mark = _MARK
    while mark in lines:  # the catalogue's own comments are not to be lost
        mark += "|"
    newline = "\r\n" if "\r\n" in lines else "\n"
    above = [
        _("Change the lines below, save them and close the editor."),
        _("Lines that begin with {mark} only explain.").format(mark=mark),
    ]
    found = text.statements(lines)
    end = next((place for place, one in enumerate(found) if _is_inner(one, record)), len(found))
    cut = found[end - 1].end if end else 0
    below = _explained(record, with_heading=bool(end))
    parts = [
        *(f"{mark} {line}{newline}" for line in above),
        lines[:cut] if lines[:cut].endswith("\n") or not cut else f"{lines[:cut]}{newline}",
        *(f"{mark} {line}".rstrip() + newline for line in below),
        lines[cut:],
    ]
    return Sheet("".join(parts), len(above) + found[0].line, mark)


def bare(typed: str, lines: str, mark: str) -> str:
    """What was typed without what explains it, ending its lines as the record's did."""
    plain = "".join(one for one in _lines(typed) if not one.startswith(mark))
    if not _means_the_same(plain, typed):  # the mark stands in a text of several lines
        plain = _between(typed, mark)
    plain = plain.replace("\r\n", "\n").rstrip("\n") + "\n" * lines.endswith("\n")
    return plain.replace("\n", "\r\n") if "\r\n" in lines else plain


def _between(typed: str, mark: str) -> str:
    """What was typed without the marked lines that stand between its statements."""
    kept, place = [], 0
    spans = [(one.start, one.end) for one in text.statements(typed)]
    for one in _lines(typed):
        inside = any(start < place < end for start, end in spans)
        if inside or not one.startswith(mark):
            kept.append(one)
        place += len(one)
    return "".join(kept)


def _means_the_same(plain: str, typed: str) -> bool:
    try:
        return toml.same(toml.parse(plain, ""), toml.parse(typed, ""))
    except Unsafe:
        return False


def _lines(typed: str) -> list[str]:
    """The lines with their ends, as TOML and editors count them."""
    return re.findall(r"[^\n]*\n|[^\n]+", typed)


def corrected(typed: str, mistakes: Sequence[Mistake], mark: str) -> Sheet:
    """What was typed, each mistake named above its line, to be opened at the first of them."""
    there = _lines(typed) or [""]
    said: dict[int, list[str]] = {}
    for line, sentence in mistakes:
        number = min(max(line, 1), len(there))
        said.setdefault(number, []).append(f"{mark}{_WRONG} {sentence}\n")
    parts: list[str] = []
    first = 0
    for number, one in enumerate(there, 1):
        parts += said.get(number, [])
        if not one.startswith(f"{mark}{_WRONG}"):
            parts.append(one)
        if number in said and not first:
            first = len(parts)
    return Sheet("".join(parts), first, mark)


def _is_inner(statement: text.Statement, record: Record) -> bool:
    """Whether it is the heading of a table inside the record, such as a document."""
    return statement.form != "pair" and statement.path != (record.kind, record.id)


def _explained(record: Record, *, with_heading: bool) -> Iterator[str]:
    """What each field holds; of those that are absent also a line that gives them a value."""
    fields = record.declared.fields
    yield ""
    for field in fields:
        if field.name in record.values:
            yield labelled(field.name, _described(field))
    yield ""
    if with_heading:
        yield _("What it may also have: take the mark away from the line, and change the value.")
        for field in fields:
            if field.name not in record.values and field.name not in record.other:
                yield f"  {_described(field)}"
                yield from _line(field, record)


def _described(field: Field) -> str:
    return f"{field.label} ({field.help})" if str(field.label) != field.name else str(field.help)


def _line(field: Field, record: Record) -> Iterator[str]:
    """The line, or lines, that give the field the value of its example."""
    one = field.sort.check(field.sort.parse(field.example, "en"), "en")
    value = field.plain((one,) if field.many else one)
    lines = toml.lines(record.kind, record.id, {field.name: value}).splitlines()
    if field.translated or len(lines) == 2:  # noqa: PLR2004 (a heading, a pair)
        yield from lines[1:]
    else:
        yield f"{field.name} = {toml.literal(value)}"
