"""A calendar (iCalendar, RFC 5545) of meetings: all-day events that keep nobody's time.

What a date is precise to is kept: a meeting of which only the month or the year is known spans
it, and says so; one without a date is an entry on no day (VJOURNAL), which the calendar's
description names. Nothing but meetings is in a calendar. Coming in, each event is a meeting.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from icccat.formats.calendar.reading import OURS, WITH_DATES, read
from icccat.formats.facts import (
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
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.standards import place_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Calendar, Component

    from icccat.formats import Selection
    from icccat.formats.facts import Linked
    from icccat.records.record import Record

__all__ = ["read", "write"]

KINDS = ("meeting",)
PRODUCT = "-//icccat//icccat//EN"
STATUSES = {
    "planned": "CONFIRMED",
    "held": "CONFIRMED",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}
# What an entry on no day may say of itself; it has no place either, which its description tells.
JOURNAL_STATUSES = {"cancelled": "CANCELLED"}
APART = ("description", "topics", "url", "recordings")  # each has its place of its own


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """The calendar of the meetings."""
    from icalendar import Calendar  # noqa: PLC0415 (loads when used)

    calendar = Calendar()
    _add(calendar, "VERSION", "2.0")
    _add(calendar, "PRODID", PRODUCT)
    _describe(calendar, selection)
    for record in selection.records:
        calendar.add_component(_entry(record, selection))
    written: bytes = calendar.to_ical()
    return written


def _add(component: Component, name: str, *values: str, language: str = "") -> None:
    """Add a property of these texts (more than one: a list), in a language where it is known."""
    from icalendar import vUnknown  # noqa: PLC0415 (loads when used)

    # not vText: it makes a line end of a backslash before an N
    property_ = vUnknown(",".join(_escaped(value) for value in values))
    if language:
        property_.params["LANGUAGE"] = language
    component.add(name, property_)


def _escaped(text: str) -> str:
    """The text as RFC 5545 (3.3.11) writes it."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return clean(text).replace("\n", "\\n")


def _describe(calendar: Calendar, selection: Selection) -> None:
    """Name the calendar, and what is on none of its days."""
    for language, text in texts(selection, selection.title)[:1]:
        _add(calendar, "NAME", text, language=language)  # RFC 7986
        _add(calendar, "X-WR-CALNAME", text)  # what most programs read
    dateless = [titles(one, selection)[0].text for one in selection.records if not one.dates]
    if dateless:
        sentence = _("Without a date, and so on no day of this calendar: {titles}")
        text = sentence.format(titles="; ".join(dateless))
        _add(calendar, "DESCRIPTION", text)
        _add(calendar, "X-WR-CALDESC", text)


def _entry(record: Record, selection: Selection) -> Component:
    """The meeting as an event, or as an entry on no day."""
    from icalendar import Event, Journal  # noqa: PLC0415 (loads when used)

    entry = Event() if record.dates else Journal()
    _add(entry, "UID", OURS.format(id=record.id))
    first = titles(record, selection)[0]
    _add(entry, "SUMMARY", first.text, language=first.language)
    _add_days(entry, record)
    _add_status(entry, record, selection)
    if record.dates:
        _add_place(entry, record, selection)
    if description := "\n\n".join(filter(None, _paragraphs(record, selection))):
        _add(entry, "DESCRIPTION", description)
    if "url" in record.values and selection.wants("url"):
        _add_link(entry, record.values["url"])
    labels: dict[str, list[str]] = {}
    for _id, label in topics(record, selection):
        labels.setdefault(label.language, []).append(label.text)
    for language, words in labels.items():
        _add(entry, "CATEGORIES", *words, language=language)
    return entry


def _add_link(entry: Component, url: str) -> None:
    from icalendar import vUri  # noqa: PLC0415 (loads when used)

    entry.add("URL", vUri(clean(url)))


def _add_days(entry: Component, record: Record) -> None:
    """The days, the end exclusive; the stamp is the first day, else the epoch."""
    span = record.span or (dt.date(1970, 1, 1),) * 2
    entry.add("DTSTAMP", dt.datetime.combine(span[0], dt.time(), dt.UTC))
    if not record.dates:
        return
    entry.add("DTSTART", span[0])
    if span[1] < dt.date.max:
        entry.add("DTEND", span[1] + dt.timedelta(days=1))
    else:  # the day after is none
        entry.add("DURATION", span[1] - span[0] + dt.timedelta(days=1))
    _add(entry, "TRANSP", "TRANSPARENT")
    if any(date.day is None for date in record.dates):
        _add(entry, WITH_DATES, "/".join(map(str, record.dates)))


def _add_status(entry: Component, record: Record, selection: Selection) -> None:
    statuses = STATUSES if record.dates else JOURNAL_STATUSES
    status = record.get("status") if selection.wants("status") else None
    if status in statuses:
        _add(entry, "STATUS", statuses[status])


def _add_place(entry: Component, record: Record, selection: Selection) -> None:
    """Where it is: the venue, and the places in words; a map finds a venue before its place."""
    places = record.items("places") if selection.wants("places") else ()
    words = [place_in_words(place, words_in(selection)) for place in places]
    venue = record.get("venue") if selection.wants("venue") else None
    language, text = selection.said(venue or {})
    if text or words:
        separator = ", " if len(words) == 1 else "; "
        _add(entry, "LOCATION", separator.join(filter(None, (text, *words))), language=language)


def _paragraphs(record: Record, selection: Selection) -> Iterator[str]:
    """The description: what is known and has no property of its own."""
    yield "\n".join(title.text for title in titles(record, selection)[1:])
    if any(date.day is None for date in record.dates):
        sentence = _("{date} (the day is not known)")
        yield sentence.format(date=when(record, selection.reader))
    if "description" in record.values and selection.wants("description"):
        yield from (one.text for one in texts(selection, record.values["description"]))
    known = facts(record, selection, besides=(*APART, *_located(record, selection)))
    yield "\n".join(labelled(label, value) for label, value in known)
    papers = [*documents(record, selection), *recordings(record, selection)]
    yield "\n".join(map(_line, papers))


def _located(record: Record, selection: Selection) -> list[str]:
    """The fields that LOCATION says in full: an entry on no day has none; a venue, one language."""
    venues = texts(selection, record.values.get("venue", {}))
    if not record.dates:
        return []
    return ["places", "venue"] if venues[1:] == [] else ["places"]


def _line(paper: Linked) -> str:
    """A document in a line, its address at the end, where programs make it a link."""
    return f"{paper.named}: {paper.url}" if paper.url else paper.named
