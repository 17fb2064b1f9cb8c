"""On which days an event is: in the time zone that it is written in, the last day included.

A time with its zone stands there as the clock at that place shows it, so its day is read off.
Only a time in UTC needs the zone that the calendar names.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from icccat.locale import translate as _

if TYPE_CHECKING:
    from icccat.formats.calendar.components import Component, Property

_MOMENT = re.compile(
    r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z?))?", re.IGNORECASE
)


class Days(NamedTuple):
    """The first and the last day, and whether the event has a time of day."""

    first: dt.date
    last: dt.date
    timed: bool


def zone(calendar: Component) -> dt.tzinfo | None:
    """The time zone that the calendar names for its times in UTC, as Google's does."""
    from zoneinfo import ZoneInfo, available_timezones  # noqa: PLC0415 (loads when used)

    name = calendar.text("X-WR-TIMEZONE")
    return ZoneInfo(name) if name and name in available_timezones() else None


def days(event: Component, of_calendar: dt.tzinfo | None) -> Days | None:
    """The days of an event, None where it has no start; raises ValueError with a sentence."""
    start, end = event.first("DTSTART"), event.first("DTEND")
    if start is None:
        return None
    begins = _moment(start, of_calendar)
    timed = "T" in start.plain.upper()
    ends = _moment(end, of_calendar) if end else _after(event, begins)
    if ends < begins:
        raise ValueError(_("it ends before it begins"))
    # the end is the first moment after it: at midnight, the day before is the last
    last = ends - dt.timedelta(microseconds=1) if ends > begins else begins
    return Days(begins.date(), last.date(), timed)


def _moment(written: Property, of_calendar: dt.tzinfo | None) -> dt.datetime:
    """What the clock showed there; a day is its first moment."""
    value = written.plain
    found = _MOMENT.fullmatch(value)
    if found is None:
        raise ValueError(_('"{value}" is not a date of a calendar').format(value=value))
    year, month, day, *clock = (int(part or 0) for part in found.groups()[:6])
    hour, minute, second = clock
    try:
        moment = dt.datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 (as written)
        if found[7] and of_calendar:
            moment = moment.replace(tzinfo=dt.UTC).astimezone(of_calendar).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise ValueError(_('"{value}" is not a date of a calendar').format(value=value)) from None
    return moment


def _after(event: Component, begins: dt.datetime) -> dt.datetime:
    """The end that a duration says, by the clock; the beginning where nothing says an end."""
    from icalendar import vDuration  # noqa: PLC0415 (loads when used)

    duration = event.first("DURATION")
    if duration is None:
        return begins
    try:
        lasts: dt.timedelta = vDuration.from_ical(duration.plain)  # type: ignore[no-untyped-call] # (it has no types)
        # without its last moment, with which the last day there is would end after all time
        return begins + (lasts - dt.timedelta(microseconds=1)) if lasts else begins
    except (ValueError, OverflowError):
        sentence = _('"{value}" is not a duration of a calendar')
        raise ValueError(sentence.format(value=duration.plain)) from None
