"""Rows → lines: of which kind each is, and which record its id names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from icccat.locale import translate as _
from icccat.records.incoming import Finding
from icccat.records.incoming.cells import as_text, settled
from icccat.records.incoming.headings import ID, KIND, Heading, keys, understood
from icccat.records.kinds import KINDS
from icccat.records.sorts import or_nearest
from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from icccat.records.incoming import Row, Sheet, Wanted
    from icccat.records.record import Record


class Line(NamedTuple):
    """A row that is of a kind: the id it gives, "" for none, and the record that this names."""

    place: str
    kind: str
    id: str
    record: Record | None
    cells: Sequence[tuple[Heading, object]]
    headings: Sequence[Heading]


class Lines(NamedTuple):
    """The lines of a sheet, what its headings stand for, and what is wrong in the other rows."""

    lines: list[Line]
    headings: list[Heading]
    findings: list[Finding]


def lines_of(sheet: Sheet, wanted: Wanted, ids: Mapping[str, list[Record]]) -> Lines:
    """The lines of a sheet; `ids` are the records by id without regard to case."""
    understand = keys if _holds_objects(sheet) else understood
    first = understand(sheet.headings, ())
    of_rows = [_kind(row, first, kind_named(sheet.name) or wanted.kind, ids) for row in sheet.rows]
    kinds = list(dict.fromkeys(kind for kind, _record, wrong in of_rows if not wrong))
    headings = understand(sheet.headings, kinds)
    by_text = {one.text: one for one in headings}
    found = Lines([], headings, [])
    for row, (kind, record, wrong) in zip(sheet.rows, of_rows, strict=True):
        if wrong:
            found.findings.append(wrong)
            continue
        cells = [(by_text[text], cell) for text, cell in row.cells.items() if text in by_text]
        id_ = record.id if record else _text(row, first, ID)
        found.lines.append(Line(row.place, kind, id_, record, cells, headings))
    return found


def _holds_objects(sheet: Sheet) -> bool:
    """Whether the rows are objects, as JSON has them, and not rows of a table."""
    return any(isinstance(cell, dict) for row in sheet.rows for cell in row.cells.values())


def by_id(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records by id, without regard to case."""
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.id.casefold(), []).append(record)
    return found


def kind_named(text: str) -> str:
    """The kind that a word names, in either language, one or many; "" where it names none."""
    return _kinds().get(fold(text), "")


@cache
def _kinds() -> dict[str, str]:
    named = {
        fold(word): kind.name for kind in KINDS.values() for word in (*kind.plural, *kind.label)
    }
    return named | {name: name for name in KINDS}


def _text(row: Row, headings: Iterable[Heading], name: str) -> str:
    """What the row has below the heading that stands for the name."""
    cells = (row.cells.get(one.text, "") for one in headings if one.name == name)
    return as_text(settled(next(cells, ""))).strip()


def _kind(
    row: Row, headings: Sequence[Heading], otherwise: str, ids: Mapping[str, list[Record]]
) -> tuple[str, Record | None, Finding | None]:
    """The row's kind, the record that its id names, and what is wrong with either."""
    word, id_ = _text(row, headings, KIND), _text(row, headings, ID)
    named = ids.get(id_.casefold(), [])
    kind = kind_named(word) or otherwise
    if word and not kind_named(word):
        sentence = or_nearest(
            _('"{word}" is not a kind of record').format(word=word), word, _kinds()
        )
        return "", None, Finding(row.place, _heading(headings, KIND), word, sentence)
    if not named:
        sentence = (
            _('there is no record "{id}"; if it is new, add a column kind, or say --kind video')
            if id_
            else _("it does not say of which kind it is: add a column kind, or say --kind video")
        ).format(id=id_)
        return kind, None, None if kind else Finding(row.place, "", "", sentence)
    of_kind = [record for record in named if record.kind == kind]
    if not of_kind and (kind or len(named) > 1):
        sentence = _("this is the id of {others}: an id is used once")
        sentence = sentence.format(others=", ".join(record.key for record in named))
        return "", None, Finding(row.place, _heading(headings, ID), id_, sentence)
    record = (of_kind or named)[0]
    return record.kind, record, None


def _heading(headings: Iterable[Heading], name: str) -> str:
    return next(one.text for one in headings if one.name == name)
