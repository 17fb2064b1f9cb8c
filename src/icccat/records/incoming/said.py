"""What was understood of a file's headings, languages and dates, a sentence each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icccat.locale import Bilingual, count, labelled
from icccat.locale import translate as _
from icccat.records.incoming.headings import OTHER
from icccat.records.kinds import KINDS, every_field
from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icccat.records.dates import Date
    from icccat.records.incoming import Sheet
    from icccat.records.incoming.cells import Reading
    from icccat.records.incoming.headings import Heading
    from icccat.records.incoming.lines import Lines


def said_of_sheet(sheet: Sheet, lines: Lines) -> Iterator[str]:
    """How many rows of which kinds, which columns are read as what, which are left over."""
    number = len(sheet.rows)
    rows = count("{number} row", "{number} rows", number).format(number=number)
    kinds = dict.fromkeys(str(KINDS[line.kind].plural) for line in lines.lines)
    of_kinds = ", ".join([rows, *kinds])
    yield labelled(sheet.name, of_kinds) if sheet.name else of_kinds
    read = [one for one in lines.headings if one.is_read]
    ways = [one.how for one in read if one.how in Bilingual._fields]
    languages = {"en": _("columns, with headings in English: {columns}")}
    languages |= {"fr": _("columns, with headings in French: {columns}")}
    sentence = languages[max(languages, key=ways.count)] if ways else _("columns: {columns}")
    if read:
        yield sentence.format(columns=", ".join(map(_column, read)))
    left = [_left(one) for one in lines.headings if not one.is_read]
    if left:
        yield _("columns left over: {columns}").format(columns=", ".join(left))


def _column(heading: Heading) -> str:
    """The heading, and the field it stands for unless it is called so."""
    if heading.name == OTHER:
        sentence = _("{heading} (kept as it is)")
    elif heading.how == "near":
        sentence = _("{heading} as {field} (the nearest)")
    elif _letters(heading.text) == _letters(heading.field):
        sentence = "{heading}"
    else:
        sentence = _("{heading} as {field}")
    return sentence.format(heading=heading.text, field=heading.field)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", fold(text))


def _left(heading: Heading) -> str:
    if heading.how == "made":
        sentence = _("{heading} (made by icccat of other columns)")
    elif heading.near:
        sentence = _("{heading} (nearest: {near})")
    else:
        sentence = "{heading}"
    return sentence.format(heading=heading.text, near=heading.near)


def said_of_languages(sheets: Iterable[Lines], reading: Reading) -> Iterator[str]:
    """In which language texts are whose column stands alone, if there are such columns."""
    cells = (cell for lines in sheets for line in lines.lines for cell in line.cells)
    alone = {heading.text: heading for heading, cell in cells if isinstance(cell, str)}
    fields = every_field()
    columns = [
        text
        for text, heading in alone.items()
        if heading.is_read and heading.alone and heading.name in fields
        if fields[heading.name].translated
    ]
    if columns:
        sentence = _("taken for texts in {language}: {columns}")
        yield sentence.format(language=reading.plain, columns=", ".join(columns))


def said_of_dates(read: Iterable[tuple[str, Date]]) -> Iterator[str]:
    """How dates were read that were not written as ours: an example of each form."""
    forms: dict[str, list[tuple[str, Date]]] = {}
    for written, date in read:
        shape = re.sub(r"\d+", "0", re.sub(r"[^\W\d_]+", "a", written))
        forms.setdefault(shape, []).append((written, date))
    for examples in forms.values():
        more = len(dict.fromkeys(examples)) - 1
        written, date = examples[0]
        sentence = (
            count(
                "{written} was read as {date}, and {number} more like it",
                "{written} was read as {date}, and {number} more like it",
                more,
            )
            if more
            else _("{written} was read as {date}")
        )
        yield sentence.format(written=written, date=date, number=more)
