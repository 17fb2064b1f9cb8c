"""Text by language from cells, and in which language the texts are whose heading names none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.incoming.cells import as_text, is_clear, is_same, refuse_several, settled
from icccat.words.fold import fold
from icccat.words.likeness import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.records.fields import Field
    from icccat.records.incoming.cells import Reading
    from icccat.records.incoming.headings import Heading
    from icccat.records.incoming.lines import Line

LIKE = 70  # per cent: a text that was edited


def plain_language(lines: Sequence[Line], wanted: str, language: str) -> str:
    """The language of the texts whose heading names none: as wanted, or as the records have them.

    An export in French has one column for titles: in French, where the record has one. `language`
    is the catalogue's, which it is unless that cannot be. Raises Refused where no language fits.
    """
    if wanted:
        return wanted
    seen = [one for line in lines for one in _seen(line)]
    for candidate in dict.fromkeys([language, *(code for code, _there in seen)]):
        if all(code == candidate or candidate not in there for code, there in seen):
            return candidate
    sentence = _("the texts are in several languages ({languages}): say which with --in")
    languages = sorted({code for code, _there in seen})
    raise Refused(sentence.format(languages=", ".join(languages)))


def _seen(line: Line) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The languages in which the record has texts of the line, and only in those; all its texts."""
    record = line.record
    for heading, cell in line.cells if record else ():
        texts = record.get(heading.name) if record and isinstance(cell, str) else None
        if isinstance(texts, Mapping) and heading.alone:
            codes = [code for code, text in texts.items() if is_same(str(cell), text)]
            if len(codes) == 1 and len(texts) > 1:
                yield codes[0], texts


def text_value(
    field: Field,
    heading: Heading,
    cell: object,
    now: Mapping[str, str] | None,
    reading: Reading,
) -> Mapping[str, str] | None:
    """The text by language that a cell leads to: `now` where it is that one, None to clear it.

    In a column that stands alone, a text in any language of the record is the same. A table, as
    JSON has them, holds texts by language.
    """
    cell, language = settled(cell), language_of(heading, reading)
    if isinstance(cell, dict):
        texts = now
        for code, text in cell.items():
            if text is not None:
                texts = _with(field, texts, code, text)
        return texts
    there = now or {}
    same = [code for code, text in there.items() if is_same(as_text(cell), text)]
    if language in same or (same and heading.alone):
        return now
    if heading.alone and there:
        _refuse_another(heading, cell, there, language)
    return _with(field, now, language, cell)


def language_of(heading: Heading, reading: Reading) -> str:
    """The language of the texts below a heading."""
    return heading.code or (reading.plain if heading.alone else reading.beside)


def _with(
    field: Field, now: Mapping[str, str] | None, code: str, cell: object
) -> Mapping[str, str] | None:
    """The texts with the one in this language set, or taken away."""
    refuse_several(cell)
    there = dict(now or {})
    if isinstance(cell, str) and code in there and is_same(cell, there[code]):
        return now
    if is_clear(cell):
        there.pop(code, None)
        return there or None
    given: dict[str, str] = field.check(field.sort.parse(as_text(cell), code), code)
    return there | given


def _refuse_another(
    heading: Heading, cell: object, there: Mapping[str, str], language: str
) -> None:
    """Raise ValueError where the cell is more like the record's text in another language."""
    others = [code for code in there if code != language]
    if is_clear(cell) and language not in there:
        sentence = _("there is no text in {language} to clear: name the column {column}")
        raise ValueError(sentence.format(language=language, column=f"{heading.name}_{others[0]}"))
    text = fold(as_text(cell))
    likest = max(there, key=lambda code: (_alike(text, there[code]), code == language))
    if likest != language and _alike(text, there[likest]):
        sentence = _(
            "it is like the text in {other}: name the column {column}, or say --in {other}"
        )
        raise ValueError(sentence.format(other=likest, column=f"{heading.name}_{likest}"))


def _alike(folded: str, text: str) -> int:
    return alike(folded, fold(text), LIKE)
