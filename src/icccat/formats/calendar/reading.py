"""The events of a calendar as rows: each is a meeting, without the people who are to come.

Of meetings that icccat wrote, the description is not read, which was made of many fields.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from icccat.formats.calendar.components import Component, calendars
from icccat.formats.calendar.days import days, zone
from icccat.formats.calendar.location import located
from icccat.formats.incoming import Incoming, Row, Sheet
from icccat.formats.incoming.refusals import expect_few, refused
from icccat.locale import Bilingual, count, labelled
from icccat.locale import translate as _
from icccat.records.dates import parse_date
from icccat.records.standards import languages

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from icccat.formats.incoming import Source

OURS = "meeting.{id}@icccat"
WITH_DATES = "X-ICCCAT-DATES"  # dates that are less precise than days, as ISO 8601 writes them
UTF_8 = ("utf-8", "utf8", "utf_8", "utf-8-sig")
OUR_UID = re.compile(r"meeting\.(.+)@icccat", re.DOTALL)
HEADINGS = (
    *("kind", "id", "title", "start", "end", "places"),
    *("venue", "attendance", "url", "description", "status"),
)
STATUSES = {"CANCELLED": "cancelled", "TENTATIVE": "planned"}
LEFT_OUT = {
    "ATTENDEE": Bilingual("attendees", "participants"),
    "ORGANIZER": Bilingual("organisers", "organisateurs"),
    "CATEGORIES": Bilingual("categories", "catégories"),
    "ATTACH": Bilingual("attachments", "pièces jointes"),
}


class Event(NamedTuple):
    """An event, the zone of its times in UTC, and whether the calendar cancels all it holds."""

    component: Component
    zone: dt.tzinfo | None
    cancelled: bool

    @property
    def id(self) -> str:
        """The id of the meeting that icccat wrote it for, "" where it is another's."""
        found = OUR_UID.fullmatch(self.component.text("UID"))
        return found[1] if found else ""


def read(source: Source) -> Incoming:
    """The events, in their order; raises Refused, with every place, for what is not understood."""
    if source.encoding and source.encoding.casefold() not in UTF_8:
        raise refused(source, _("a calendar has to be in UTF-8 (RFC 5545)"))
    try:
        found = calendars(source.data)
        events = [event for calendar in found for event in _events(calendar)]
    except ValueError as wrong:
        raise refused(source, str(wrong)) from None
    expect_few(source, events)
    rows = _rows(source, events)
    return Incoming([Sheet("", _headings(rows), rows)], [*_said(found, events)])


def _rows(source: Source, events: Sequence[Event]) -> list[Row]:
    rows, wrong = list[Row](), list[str]()
    for number, event in enumerate(events, 1):
        place = _("event {number} (line {line})").format(number=number, line=event.component.line)
        try:
            rows.append(Row(place, _cells(event)))
        except ValueError as refusal:
            wrong.append(labelled(place, str(refusal)))
    if wrong:
        raise refused(source, *wrong)
    return rows


def _events(calendar: Component) -> Iterator[Event]:
    """The events of a calendar, and the entries on no day that icccat wrote."""
    if calendar.text("VERSION") == "1.0":
        raise ValueError(_("it is vCalendar 1.0: save it as iCalendar 2.0"))
    of_calendar = zone(calendar)
    cancelled = calendar.text("METHOD").upper() == "CANCEL"
    for one in calendar.components:
        event = Event(one, of_calendar, cancelled=cancelled)
        if one.name == "VEVENT" or (one.name == "VJOURNAL" and event.id):
            yield event


def _cells(event: Event) -> dict[str, object]:
    """What an event says of a meeting; raises ValueError with a sentence."""
    component = event.component
    for name in ("RRULE", "RDATE"):
        if name in component.properties:
            sentence = _('"{title}" is repeated ({name}): give each meeting an event of its own')
            raise ValueError(sentence.format(title=component.text("SUMMARY"), name=name))
    cells: dict[str, object] = {"kind": "meeting", "id": event.id}
    cells |= _text(component, "SUMMARY", "title")
    cells |= _dates(event)
    language = _text(component, "LOCATION", "venue")
    for name, cell in located(component.text("LOCATION")).items():
        cells[next(iter(language)) if name == "venue" else name] = cell
    cells["url"] = component.text("URL")
    if not event.id:
        cells |= _text(component, "DESCRIPTION", "description")
    cells["status"] = _status(event)
    return {name: cell for name, cell in cells.items() if cell}


def _text(component: Component, property_: str, field: str) -> dict[str, str]:
    """The text under its field, with the language that it is said to be in: title_fr."""
    found = component.first(property_)
    if found is None:
        return {}
    parameters, _value = found.parts
    if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        raise ValueError(_("its text is quoted-printable: save it as iCalendar 2.0"))
    code = parameters.get("LANGUAGE", "").split("-")[0].lower()
    return {f"{field}_{code}" if code in languages() else field: found.plain}


def _dates(event: Event) -> dict[str, object]:
    """Its start and, where that is another day, its end."""
    on = days(event.component, event.zone)
    if on is None:
        return {}
    written = event.component.text(WITH_DATES) if event.id else ""
    if written:
        start, _slash, end = written.partition("/")
        dates = [parse_date(one) for one in (start, end) if one]
        # else somebody has moved the event since
        if dates and (dates[0].first, max(date.last for date in dates)) == on[:2]:
            return {"start": start, "end": end}
    return {"start": on.first, "end": on.last if on.last > on.first else None}


def _status(event: Event) -> str:
    """The status that it says; that of our own is tentative where it is planned or postponed."""
    said = "CANCELLED" if event.cancelled else event.component.text("STATUS").upper()
    return "" if event.id and said == "TENTATIVE" else STATUSES.get(said, "")


def _headings(rows: Sequence[Row]) -> list[str]:
    """The names of all the cells, in the order of the fields."""
    names = {name: None for row in rows for name in row.cells}
    return sorted(names, key=lambda name: HEADINGS.index(name.split("_")[0]))


def _said(found: Sequence[Component], events: Sequence[Event]) -> Iterator[str]:
    """How many events there are, of which calendar, and what of them is not read."""
    events_ = count("{number} event", "{number} events", len(events)).format(number=len(events))
    names = [name for one in found if (name := one.text("X-WR-CALNAME") or one.text("NAME"))]
    sentence = _('{events} of the calendar "{name}"') if names else "{events}"
    yield sentence.format(events=events_, name="; ".join(names))
    if any("T" in event.component.text("DTSTART").upper() for event in events):
        yield _("of times the day is read, in the time zone of the event")
    left = [
        str(words)
        for name, words in LEFT_OUT.items()
        if any(name in event.component.properties for event in events)
    ]
    if left:
        yield _("not read: {names}").format(names=", ".join(left))
    if any(event.id and "DESCRIPTION" in event.component.properties for event in events):
        yield _("descriptions that icccat wrote stay as the catalogue has them")
    every = sum(len(one.components) for one in found)
    others = (
        every - len(events) - sum(c.name == "VTIMEZONE" for one in found for c in one.components)
    )
    if others:
        sentence = count(
            "{number} entry that is no event is not read",
            "{number} entries that are no events are not read",
            others,
        )
        yield sentence.format(number=others)
