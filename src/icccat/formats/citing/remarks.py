"""What else is known of a work: a remark for each field that a citation has no place for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.formats.citing.language import content_language, remark, translations
from icccat.records.dates import period_in_words
from icccat.records.kinds.shared import TITLE
from icccat.records.kinds.video import VIDEO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from icccat.formats import Selection
    from icccat.formats.citing.citation import Form
    from icccat.records.fields import Field
    from icccat.records.record import Record

# Fields that stand elsewhere in a citation, and what is for colleagues alone.
_PLACED = {
    *("title", "description", "date", "start", "end", "series", "topics"),
    *("producer", "organisers", "notes", "participants", "supplied"),
}
_PLACED_IN = {
    ("video", "video"): _PLACED | {"part", "url"},
    ("meeting", "meeting"): _PLACED | {"number", "type", "places", "url"},
    ("video", "report"): _PLACED,
    ("meeting", "report"): _PLACED | {"places"},
}


def remarks(
    selection: Selection, record: Record, form: Form, documents: Sequence[Mapping[str, Any]]
) -> tuple[str, ...]:
    """The remarks on a record, or on its reports, for the person who reads them.

    What the catalogue has in several languages is in the content's, all else in the reader's.
    `documents` are those that are not cited themselves.
    """
    label = record.declared.label if form == "report" else TITLE.label
    found = [*translations(selection, record.get("title") or {}, label)]
    if form == "meeting" and len({*record.dates}) > 1:
        found.append(_dates(selection, record))
    for field, value in _others(record, form, documents):
        by_language = field.translated or field.name == "documents"
        language = content_language(selection) if by_language else selection.reader
        found.append(remark(field.label.in_(selection.reader), field.show(value, language)))
    return tuple(found)


def _others(
    record: Record, form: Form, documents: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[Field, Any]]:
    """The fields that a citation has no place for, with their values."""
    values = {**record.values, "documents": documents}
    if form != "report" and len(record.items("languages")) == 1:
        del values["languages"]
    for field in record.declared.fields:
        if values.get(field.name) and field.name not in _PLACED_IN[record.kind, form]:
            yield field, values[field.name]


def _dates(selection: Selection, record: Record) -> str:
    """The first and last day of a meeting, of which a format may hold only one."""
    label = next(field.label for field in VIDEO.fields if field.name == "date")
    start, end = record.dates
    period = period_in_words(start, end, selection.reader)
    return remark(label.in_(selection.reader), period)
