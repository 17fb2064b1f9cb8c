"""A record's values in Markdown, each within a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icccat.formats.markdown.text import bare_link, italic, line, link
from icccat.formats.page.values import duration_in_words, is_link
from icccat.records.dates import period_in_words
from icccat.records.fields import Document
from icccat.records.sorts import Duration, Place, Reference, Translated
from icccat.records.standards import place_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from icccat.formats.page.page import Page
    from icccat.records.fields import Field
    from icccat.records.record import Record


def value_in_line(page: Page, field: Field, value: Any) -> str:  # noqa: ANN401 (the field's sort says which)
    """A field's value, many with semicolons between them."""
    return "; ".join(one_in_line(page, field, one) for one in field.items(value))


def one_in_line(page: Page, field: Field, value: Any) -> str:  # noqa: ANN401 (the field's sort says which)
    """One value, in the way of its sort; an address of the web leads there."""
    match field.sort:
        case Translated():
            shown = in_languages(page.texts(value))
        case Document():
            shown = _document(page, field.sort, value)
        case Reference():
            shown = _named(page, field.refers_to, value)
        case Place():
            shown = line(place_in_words(value, page.language))
        case Duration():
            shown = duration_in_words(value)
        case _ if is_link(value):
            shown = bare_link(value)
        case _:
            shown = line(field.sort.show(value, page.language))
    return shown


def in_languages(texts: Iterable[tuple[str, str]]) -> str:
    """The first of the texts, and the others in italics after it."""
    first, *others = (line(text) for _code, text in texts)
    return " / ".join([first, *map(italic, others)])


def linked_title(page: Page, record: Record) -> str:
    """What a record is called in the first language, leading to its own address if it has one."""
    title = line(page.titles(record)[0][1])
    address = page.value(record, "url")
    return link(address, title) if is_link(address) else title


def dates_in_words(page: Page, record: Record) -> str:
    """The day, the days, the month or the year of a record, "" where it has none."""
    names = record.declared.dates
    dates = [date for name in names if (date := page.value(record, name)) is not None]
    return period_in_words(dates[0], dates[-1], page.language) if dates else ""


def _named(page: Page, kind: str, id_: str) -> str:
    """What another record is called, in all the languages that are wanted; its id without one."""
    other = page.other(kind, id_)
    if other is None:
        return line(id_)
    title, *others = page.titles(other)
    address = other.get("url")
    first = link(address, line(title[1])) if is_link(address) else line(title[1])
    return " / ".join([first, *(italic(line(text)) for _code, text in others)])


def _document(page: Page, sort: Document, document: Mapping[str, Any]) -> str:
    """A document's title, leading to it, and what else is known of it in brackets."""
    title, address = in_languages(page.texts(document["title"])), document.get("url", "")
    about = [
        one_in_line(page, field, document[field.name])
        for field in sort.fields
        if field.name in document and field.name not in {"title", "url"}
    ]
    named = link(address, title) if is_link(address) else title
    return f"{named} ({', '.join(about)})" if about else named
