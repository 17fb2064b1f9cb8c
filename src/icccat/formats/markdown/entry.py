"""A record in a document of Markdown: a heading, a few paragraphs and a list of what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.formats.markdown.text import beginning, block, italic, line
from icccat.formats.markdown.values import (
    dates_in_words,
    linked_title,
    one_in_line,
    value_in_line,
)
from icccat.formats.page.words import capital
from icccat.locale import labelled
from icccat.records.columns import MADE
from icccat.records.fields import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icccat.formats.page.page import Page
    from icccat.records.record import Record

ELSEWHERE = ("title", "label", "description", "url", "places")  # of the fields not in the list


def entry(page: Page, record: Record, level: int) -> Iterator[str]:
    """The blocks of a record, whose heading is of this level."""
    yield f"{'#' * level} {linked_title(page, record)}"
    for _code, title in page.titles(record)[1:]:
        yield italic(block(title))
    places = record.declared.field("places")
    there = page.value(record, "places")
    when_and_where = [
        dates_in_words(page, record),
        value_in_line(page, places, there) if places and there else "",
    ]
    if any(when_and_where):
        yield beginning(" · ".join(filter(None, when_and_where)))
    yield from _texts(page, page.value(record, "description") or {})
    yield "\n".join(_list(page, record))


def _texts(page: Page, texts: Mapping[str, str]) -> Iterator[str]:
    """A paragraph in the first language, and one in italics for each other."""
    for place, (_code, text) in enumerate(page.texts(texts)):
        yield italic(block(text)) if place else block(text)


def _list(page: Page, record: Record) -> Iterator[str]:
    """A line for each field that stands nowhere else, and for the id."""
    for field in record.declared.fields:
        value = page.value(record, field.name)
        if value in (None, ()) or field.name in (*ELSEWHERE, *record.declared.dates):
            continue
        label = capital(page.say(field.label))
        if isinstance(field.sort, Document):
            yield labelled(f"- {label}", "").rstrip()
            yield from (f"  - {beginning(one_in_line(page, field, one))}" for one in value)
        else:
            yield labelled(f"- {label}", value_in_line(page, field, value))
    yield labelled(f"- {capital(page.say(MADE['id'].label))}", line(record.id))
