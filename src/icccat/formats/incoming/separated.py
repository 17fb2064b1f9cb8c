"""Lines of cells with a sign between them, as CSV (RFC 4180) and TSV, whoever wrote them."""

from __future__ import annotations

import csv
import io
import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from icccat.formats.csv import unguard
from icccat.formats.incoming import MOST_BYTES, Incoming, Row, Sheet
from icccat.formats.incoming.encodings import decoded
from icccat.formats.incoming.headings import wrong_headings
from icccat.formats.incoming.refusals import expect_few, line, refused
from icccat.locale import labelled
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.formats.incoming import Source

SEPARATORS = ",;\t|"
# The line by which Excel is told the separator; it is no row.
_DECLARED = re.compile(r'"?sep=([^"\r\n])"?(\r\n?|\n|$)', re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")


class Line(NamedTuple):
    """The cells of a row, and the line on which it begins, from 1."""

    number: int
    cells: list[str]


class Unclosed(Exception):
    """A row cannot be read: the line on which it begins."""


def read_csv(source: Source) -> Incoming:
    """The rows of a CSV file; the marks that keep cells from being formulas are taken off."""
    text, said = decoded(source)
    declared = _DECLARED.match(text)
    rest = text[declared.end() :] if declared else text
    separator = declared[1] if declared else _found(source, rest)
    rows = _parsed(source, rest, separator, 1 if declared else 0)
    rows = [Line(number, [unguard(cell) for cell in cells]) for number, cells in rows]
    return _incoming(source, rows, [said, *_separator_said(separator)])


def read_tsv(source: Source) -> Incoming:
    """The rows of a TSV file, whose cells stand as they are, or in quotes."""
    text, said = decoded(source)
    separator = "\t" if "\t" in text else _found(source, text)
    if separator != "\t" or _is_quoted(text):
        rows = _parsed(source, text, separator)
    else:
        rows = _lines(text, "\t", quoting=csv.QUOTE_NONE)
    return _incoming(source, rows, [said, *_separator_said(separator)])


def _parsed(source: Source, text: str, separator: str, before: int = 0) -> list[Line]:
    """The rows of a text that begins after so many lines; raises Refused."""
    try:
        return _lines(text, separator, before=before)
    except Unclosed as error:
        sentence = _(
            "{place}: a cell that begins with a quotation mark must end with one, "
            "and double those within"
        )
        raise refused(source, sentence.format(place=line(*error.args))) from error


def _lines(
    text: str, separator: str, *, before: int = 0, quoting: int = csv.QUOTE_MINIMAL
) -> list[Line]:
    """The rows of a text, blank ones left out; raises Unclosed."""
    with _cells_of_any_length():
        rows = _each_line(text, separator, before=before, quoting=quoting)
        return [one for one in rows if any(map(str.strip, one.cells))]


def _each_line(
    text: str, separator: str, *, before: int = 0, quoting: int = csv.QUOTE_MINIMAL
) -> Iterator[Line]:
    """The rows of a text, one after the other; raises Unclosed."""
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=separator,
        quoting=quoting,  # type: ignore[arg-type] # one of csv's own numbers
        strict=True,
    )
    number = before + 1
    try:
        for cells in reader:
            yield Line(number, cells)
            number = before + reader.line_num + 1
    except csv.Error as error:
        raise Unclosed(number) from error


@contextmanager
def _cells_of_any_length() -> Iterator[None]:
    """Let cells be as long as a file, for now; csv keeps its limit for the whole program."""
    before = csv.field_size_limit(MOST_BYTES)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _found(source: Source, text: str) -> str:
    """The separator of the headings: the sign that makes several cells of them.

    Where several signs do, it is the one by which every row has as many cells as headings.
    """
    able = [sign for sign in SEPARATORS if len(_first(text, sign)) > 1]
    if len(able) > 1:
        able = [sign for sign in able if _is_even(text, sign)] or able
    if len(able) > 1:
        sentence = _("the cells may be separated by {signs}: write sep={sign} in a line at the top")
        signs = _(" or by ").join(_named(sign) for sign in able)
        raise refused(source, sentence.format(signs=signs, sign=able[0]))
    return able[0] if able else ","


def _first(text: str, separator: str) -> list[str]:
    """The cells of the first row, none where it cannot be read."""
    with _cells_of_any_length(), suppress(Unclosed):
        for _number, cells in _each_line(text, separator):
            if any(map(str.strip, cells)):
                return cells
    return []


def _is_even(text: str, separator: str) -> bool:
    """Whether all rows have equally many cells."""
    try:
        return len({len(cells) for _number, cells in _lines(text, separator)}) == 1
    except Unclosed:
        return False


def _is_quoted(text: str) -> bool:
    """Whether tab-separated cells are quoted: put in quotes again, they make the same text.

    Most programs then quote those with a tab, a line end or a quotation mark, Excel also
    those with a comma; others, as we do, write every cell as it is.
    """
    try:
        with _cells_of_any_length():
            rows = [cells for _number, cells in _each_line(text, "\t")] if '"' in text else []
    except Unclosed:
        return False
    return any(
        _filled("\n".join("\t".join(_quoted(cell, signs) for cell in cells) for cells in rows))
        == _filled(text)
        for signs in ('\t\r\n"', '\t\r\n",')
    )


def _filled(text: str) -> list[str]:
    """The lines of a text that are not blank."""
    return [one for one in _LINE_END.split(text) if one.strip()]


def _quoted(cell: str, signs: str) -> str:
    """The cell, in quotes where it holds one of the signs."""
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in signs) else cell


def _named(separator: str) -> str:
    """A separator as people call it."""
    names = {",": _("commas"), ";": _("semicolons"), "\t": _("tabs"), "|": _("vertical bars")}
    return names.get(separator, f'"{separator}"')


def _separator_said(separator: str) -> list[str]:
    return [_("the cells are separated by {signs}").format(signs=_named(separator))]


def _incoming(source: Source, rows: Sequence[Line], said: Sequence[str]) -> Incoming:
    """The rows under their headings; raises Refused with all that is wrong."""
    if not rows:
        raise refused(source, _("the file is empty"))
    expect_few(source, rows)
    headings = [heading.strip() for heading in rows[0].cells]
    while not headings[-1]:
        headings.pop()
    place = line(rows[0].number)
    wrong = [labelled(place, sentence) for sentence in wrong_headings(headings)]
    wrong += [
        labelled(line(number), _without_heading(cells, len(headings)))
        for number, cells in rows[1:]
        if any(map(str.strip, cells[len(headings) :]))
    ]
    if wrong:
        raise refused(source, *wrong)
    return Incoming(
        [Sheet("", headings, [_row(one, headings) for one in rows[1:]])],
        said,
    )


def _row(one: Line, headings: Sequence[str]) -> Row:
    pairs = zip(headings, one.cells, strict=False)
    return Row(line(one.number), {heading: cell for heading, cell in pairs if cell.strip()})


def _without_heading(cells: Sequence[str], headings: int) -> str:
    number = next(n for n, cell in enumerate(cells, 1) if n > headings and cell.strip())
    sentence = _("cell {number} has no heading; is one before it not in quotes?")
    return sentence.format(number=number)
