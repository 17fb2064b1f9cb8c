"""Pages for tests: written of a catalogue's text, and read back by a parser of HTML."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import html5lib
from builders import records_of, shipped

from icccat.formats import Selection
from icccat.formats.html import write
from icccat.formats.page.page import Page
from icccat.records.order import ordered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

TITLE = {"en": "Our catalogue", "fr": "Notre catalogue"}


def selection_of(text: str, *, content: str = "en", reader: str = "en") -> Selection:
    """All records of a catalogue's text, selected."""
    everyone = records_of(text)
    records = [record for of_kind in everyone.values() for record in of_kind.values()]
    return Selection(
        records=records,
        columns=(),
        total=len(records),
        content=content,
        reader=reader,
        everyone=everyone,
        title=TITLE,
        today=dt.date(2026, 11, 24),
    )


def exported(content: str, *kinds: str, reader: str = "en") -> Selection:
    """All shipped records of these kinds, newest first."""
    chosen = [record for kind in kinds for record in shipped()[kind].values()]
    return Selection(
        records=ordered(chosen, descending=True),
        columns=(),
        total=len(chosen),
        content=content,
        reader=reader,
        everyone=shipped(),
        title=TITLE,
        today=dt.date(2026, 11, 24),
    )


def page_of(text: str, **languages: str) -> Page:
    """The page of all records of a catalogue's text."""
    return Page.of(selection_of(text, **languages))


def of_kind(selection: Selection, *kinds: str) -> Selection:
    """The records of these kinds alone; the others stay known."""
    return selection._replace(records=[one for one in selection.records if one.kind in kinds])


def read(selection: Selection) -> Element:
    """The page as a parser of HTML understands it; what is ill-formed fails the test."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(write(selection, to_file=True), transport_encoding="utf-8")
    return root


def text_of(element: Element) -> str:
    """All the text inside an element."""
    return "".join(element.itertext())


def the(root: Element, path: str) -> Element:
    """The one element of that path."""
    (found,) = root.iterfind(path)
    return found


def cards(root: Element) -> Iterator[Element]:
    """The cards of a page."""
    return root.iter("article")


def title_of(card: Element) -> str:
    """The text of a card's heading."""
    return next(text_of(one) for one in card if one.tag in {"h3", "h4"})


def rows_of(card: Element) -> list[tuple[str, str]]:
    """The labels of a card with the text of their values."""
    return [(text_of(row[0]), text_of(row[1])) for row in card.iterfind("dl/div")]


def graph_of(root: Element) -> list[dict[str, Any]]:
    """The nodes of the structured data."""
    document = json.loads(text_of(the(root, "head/script[@type='application/ld+json']")))
    assert document["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = document["@graph"]
    return graph
