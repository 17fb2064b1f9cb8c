"""A feed (Atom, RFC 4287): an entry for each record, for a reader of feeds or another website.

Every feed says when its entries were updated, which a catalogue does not know: here it is the
record's last date, a month or a year by its first day, and for a record without one the epoch,
1970-01-01, so that those come last. `published` is there only where the day is known.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree as ET

from icccat.formats.facts import (
    Tongued,
    clean,
    documents,
    facts,
    recordings,
    texts,
    titles,
    topics,
    when,
    words_in,
)

if TYPE_CHECKING:
    from icccat.formats import Selection
    from icccat.formats.facts import Linked
    from icccat.records.record import Record

ATOM, XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
EPOCH = dt.date(1970, 1, 1)
AUTHOR = "Intercultural Cities"
APART = ("description", "topics", "url", "recordings")  # each has its place of its own


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """The feed, with the updated of its newest entry."""
    feed = ET.Element("feed", {"xmlns": ATOM})
    _add(feed, "id", f"urn:icccat:feed:{selection.content}:{quote(selection.query, safe='')}")
    called = texts(selection, selection.title)
    _add_text(feed, "title", called[0] if called else Tongued("", AUTHOR))
    for other in called[1:2]:
        _add_text(feed, "subtitle", other)
    _add(feed, "updated", _instant(max(map(_updated, selection.records), default=EPOCH)))
    _add(ET.SubElement(feed, "author"), "name", called[0].text if called else AUTHOR)
    _add(feed, "generator", "icccat")
    feed.extend(_entry(record, selection) for record in selection.records)
    ET.indent(feed)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> ET.Element:
    """A new element with this text, the last of its parent; attributes without a value left out."""
    given = {key: clean(value) for key, value in attributes.items() if value}
    element = ET.SubElement(parent, name, given)
    element.text = clean(text)
    return element


def _add_text(parent: ET.Element, name: str, said: Tongued) -> ET.Element:
    """A new element with a text that tells its language."""
    element = _add(parent, name, said.text)
    if said.language:
        element.set(LANG, said.language)
    return element


def _instant(day: dt.date) -> str:
    """The first moment of a day in UTC, as RFC 3339 writes it."""
    return f"{day.isoformat()}T00:00:00Z"


def _updated(record: Record) -> dt.date:
    return max((date.first for date in record.dates), default=EPOCH)


def _entry(record: Record, selection: Selection) -> ET.Element:
    """The record, with what feeds have an element for, and all of it in the content."""
    entry = ET.Element("entry")
    _add(entry, "id", f"urn:icccat:{record.kind}:{quote(record.id, safe='')}")
    _add_text(entry, "title", titles(record, selection)[0])
    _add(entry, "updated", _instant(_updated(record)))
    if record.dates and record.dates[0].day:
        _add(entry, "published", _instant(record.dates[0].first))
    _add_links(entry, record, selection)
    for id_, label in topics(record, selection):
        category = ET.SubElement(entry, "category", term=clean(id_), scheme="urn:icccat:topic")
        category.set("label", clean(label.text))
        if label.language:
            category.set(LANG, label.language)
    for description in _descriptions(record, selection)[:1]:
        _add_text(entry, "summary", description)
    _add_page(ET.SubElement(entry, "content", type="xhtml"), record, selection)
    return entry


def _add_links(entry: ET.Element, record: Record, selection: Selection) -> None:
    """The record's own address, then those of its documents and recordings."""
    if "url" in record.values and selection.wants("url"):
        ET.SubElement(entry, "link", rel="alternate", href=clean(record.values["url"]))
    for one in _related(record, selection):
        if one.url:
            link = ET.SubElement(entry, "link", rel="related", href=clean(one.url))
            link.attrib |= {"hreflang": one.language} if one.language else {}
            link.set("title", clean(one.title.text))


def _related(record: Record, selection: Selection) -> list[Linked]:
    return [*documents(record, selection), *recordings(record, selection)]


def _descriptions(record: Record, selection: Selection) -> list[Tongued]:
    wanted = selection.wants("description")
    return texts(selection, record.values.get("description", {})) if wanted else []


def _add_page(content: ET.Element, record: Record, selection: Selection) -> None:
    """The record as a reader of feeds shows it: other titles, date, descriptions, facts, papers."""
    page = ET.SubElement(content, "div", {"xmlns": XHTML})
    for title in titles(record, selection)[1:]:
        _add_text(page, "p", title)
    if date := when(record, words_in(selection)):
        _add_text(page, "p", Tongued(words_in(selection), date))
    for description in _descriptions(record, selection):
        _add_lines(_add_text(page, "p", description._replace(text="")), description.text)
    known = list(facts(record, selection, besides=APART))
    table = ET.SubElement(page, "dl") if known else page
    for label, value in known:
        _add(table, "dt", label)
        _add_lines(_add(table, "dd", ""), value)
    papers = _related(record, selection)
    shown = ET.SubElement(page, "ul") if papers else page
    for paper in papers:
        item = ET.SubElement(shown, "li")
        if paper.url:
            _add(item, "a", paper.named, href=paper.url, hreflang=paper.language)
        else:
            item.text = clean(paper.named)


def _add_lines(element: ET.Element, text: str) -> None:
    """The text, a new line where it has one."""
    first, *rest = clean(text).split("\n")
    element.text = first
    for line in rest:
        ET.SubElement(element, "br").tail = line
