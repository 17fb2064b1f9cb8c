"""A record's values as the page shows them, each with its label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from icccat.formats.page import words
from icccat.formats.page.markup import Html, element, join, text
from icccat.records.dates import period_in_words
from icccat.records.fields import Document
from icccat.records.sorts import Choice, Duration, Place, Reference, Sort, Translated, Word
from icccat.records.standards import place_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from icccat.formats.page.page import Page
    from icccat.records.fields import Field
    from icccat.records.record import Record

_LINK = re.compile(r"https?://[^\s/][^\s]*", re.IGNORECASE)
IN_HEADING = ("title", "label", "url")
_LABELS = {"start": words.DATE}  # of a meeting that has no other
SHOWN = 72  # characters of an address


def is_link(address: object) -> bool:
    """Whether it is an address of the web, which is all that a page may lead to."""
    return isinstance(address, str) and bool(_LINK.fullmatch(address))


def link(address: str, inside: str, **attributes: str) -> Html:
    """A link out of the page, which learns nothing of where it was followed."""
    return element("a", inside, href=address, rel="noopener noreferrer", **attributes)


def _address(address: str) -> Html:
    """A link that shows its address, a long one only its beginning; it is printed whole."""
    shown = address.partition("//")[2].rstrip("/")
    short = shown if len(shown) <= SHOWN else f"{shown[: SHOWN - 1]}…"
    return link(address, element("span", short), class_="address")


def rows(page: Page, record: Record) -> Iterator[tuple[str, Html]]:
    """(label, value) of all that the record holds, but for what is in the card's heading."""
    dates = _dates(page, record)
    if dates:
        yield dates
    for field in record.declared.fields:
        value = page.value(record, field.name)
        if value is not None and field.name not in (*IN_HEADING, *record.declared.dates):
            yield page.say(field.label), _shown(page, field, value)


def _dates(page: Page, record: Record) -> tuple[str, Html] | None:
    """The dates in words: those of a meeting of one day are its date."""
    fields = [one for one in record.declared.fields if one.name in record.declared.dates]
    given = [one for one in fields if page.value(record, one.name) is not None]
    if not given:
        return None
    first, last = record.values[given[0].name], record.values[given[-1].name]
    label = words.DATES if first != last else _LABELS.get(given[0].name, given[0].label)
    return page.say(label), text(period_in_words(first, last, page.language))


def _shown(page: Page, field: Field, value: Any) -> Html:  # noqa: ANN401 (the field's sort says which)
    """A field's value: documents and topics one below or beside another, others in a line."""
    items = [_one(page, field, one) for one in field.items(value)]
    if not field.many:
        return items[0]
    if isinstance(field.sort, Document | Reference):
        kind = "documents" if isinstance(field.sort, Document) else field.refers_to
        return element("ul", *(element("li", one) for one in items), class_=f"of-{kind}")
    return join(items, "; ")


def _one(page: Page, field: Field, value: Any) -> Html:  # noqa: ANN401 (the field's sort says which)
    """One value, in the way of its sort."""
    return _WAYS.get(type(field.sort), _plain)(page, field, value)


def _plain(page: Page, field: Field, value: Any) -> Html:  # noqa: ANN401 (the field's sort says which)
    """A value as every sort shows it; an address of the web leads there."""
    return (
        _address(value) if is_link(value) else element("bdi", field.sort.show(value, page.language))
    )


def _translated(page: Page, _field: Field, value: Mapping[str, str]) -> Html:
    return join([page.in_language(one, code, name="p") for code, one in page.texts(value)])


def _reference(page: Page, field: Field, value: str) -> Html:
    return page.name(field.refers_to, value)


def _place(page: Page, _field: Field, value: str) -> Html:
    return page.leading("place", value, element("bdi", place_in_words(value, page.language)))


def _duration(_page: Page, _field: Field, value: str) -> Html:
    return text(duration_in_words(value))


def _word(page: Page, _field: Field, value: str) -> Html:
    """A word of the staff's own, in the language of the catalogue."""
    return page.in_language(value, page.selection.language)


def _choice(page: Page, _field: Field, value: str) -> Html:
    """A word of icccat's, which are English."""
    return page.in_language(value, "en")


def _document(page: Page, field: Field, document: Mapping[str, Any]) -> Html:
    """A document's title, leading to it, and what else is known of it in brackets."""
    title = join([page.titled(code, one) for code, one in page.texts(document["title"])], " / ")
    address = document.get("url", "")
    if is_link(address):
        title = link(address, title, hreflang=document.get("language", ""))
    about = [
        _one(page, inner, document[inner.name])
        for inner in cast("Document", field.sort).fields
        if inner.name in document and inner.name not in IN_HEADING
    ]
    return join([title, text(" ("), join(about, ", "), text(")")]) if about else title


_WAYS: dict[type[Sort], Callable[[Page, Field, Any], Html]] = {
    Choice: _choice,
    Document: _document,
    Duration: _duration,
    Place: _place,
    Reference: _reference,
    Translated: _translated,
    Word: _word,
}


def parts(duration: str) -> list[tuple[int, str]]:
    """The hours, minutes and seconds of a duration that are not zero, each with its letter."""
    figures = [0, *map(int, duration.split(":"))][-3:]
    return [(figure, letter) for figure, letter in zip(figures, "HMS", strict=True) if figure]


def duration_in_words(duration: str) -> str:
    """`1:08:05` as people write it, in either language: 1 h 8 min 5 s."""
    units = {"H": "h", "M": "min", "S": "s"}
    return (
        " ".join(f"{figure}\u00a0{units[letter]}" for figure, letter in parts(duration))
        or "0\u00a0s"
    )
