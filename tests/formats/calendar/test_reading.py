"""Calendars that come in: days, places and titles as rows, and what is refused."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.errors import Refused
from icccat.formats.ics import read
from icccat.formats.incoming import Incoming, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def incoming(*event: str, calendar: Sequence[str] = (), end: str = "\r\n") -> Incoming:
    """What is read of a calendar with this one event."""
    written = ["BEGIN:VCALENDAR", *calendar, "BEGIN:VEVENT", *event, "END:VEVENT", "END:VCALENDAR"]
    return read(Source(Path("in.ics"), end.join(written).encode()))


def cells(*event: str, calendar: Sequence[str] = ()) -> Mapping[str, object]:
    """The cells of the only event of a calendar."""
    (row,) = incoming(*event, calendar=calendar).sheets[0].rows
    return row.cells


def refusal(data: bytes, encoding: str = "") -> Sequence[str]:
    """The sentences with which a file is refused."""
    with pytest.raises(Refused) as caught:
        read(Source(Path("in.ics"), data, encoding))
    return caught.value.lines


OUTLOOK = """\
BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:REQUEST
X-WR-CALNAME:Réunions
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;CN=Ada Lovelace;RSVP=TRUE:mailto:ada@example.org
ORGANIZER;CN=Charles Babbage:mailto:charles@example.org
CATEGORIES:Red category
DESCRIPTION:\\n
DTEND;TZID="W. Europe Standard Time":20240613T180000
DTSTART;TZID="W. Europe Standard Time":20240612T093000
LOCATION:Palais de l’Europe\\, Strasbourg\\, France
SUMMARY;LANGUAGE=fr-FR:Laboratoire de politiques\\, deux
 ième réunion
UID:040000008200E00074C5B7101A82E008
URL:https://www.coe.int/lab
BEGIN:VALARM
TRIGGER:-PT15M
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
BEGIN:VTODO
SUMMARY:Book the room
END:VTODO
END:VCALENDAR
"""


def test_an_event_of_outlook() -> None:
    """Its days, place and title are read, not its people; what is not read is told."""
    found = read(Source(Path("in.ics"), OUTLOOK.replace("\n", "\r\n").encode()))
    (sheet,) = found.sheets
    (row,) = sheet.rows
    assert sheet.name == ""
    assert row.place == "event 1 (line 15)"
    assert row.cells == {
        "kind": "meeting",
        "title_fr": "Laboratoire de politiques, deuxième réunion",
        "start": dt.date(2024, 6, 12),
        "end": dt.date(2024, 6, 13),
        "venue": "Palais de l’Europe",
        "places": "Strasbourg, FR",
        "url": "https://www.coe.int/lab",
    }
    assert sheet.headings == ["kind", "title_fr", "start", "end", "places", "venue", "url"]
    assert found.said == [
        '1 event of the calendar "Réunions"',
        "of times the day is read, in the time zone of the event",
        "not read: attendees, organisers, categories",
        "1 entry that is no event is not read",
    ]


DAY, NEXT = dt.date(2019, 5, 28), dt.date(2019, 5, 29)


@pytest.mark.parametrize(
    ("event", "start", "end"),
    [
        (["DTSTART;VALUE=DATE:20190528"], DAY, None),
        (["DTSTART:20190528"], DAY, None),
        (["DTSTART;VALUE=DATE:20190528", "DTEND;VALUE=DATE:20190529"], DAY, None),
        (["DTSTART;VALUE=DATE:20190528", "DTEND;VALUE=DATE:20190528"], DAY, None),
        (["DTSTART;VALUE=DATE:20190528", "DTEND;VALUE=DATE:20190530"], DAY, NEXT),
        (["DTSTART;VALUE=DATE:20190528", "DURATION:P2D"], DAY, NEXT),
        (["DTSTART;VALUE=DATE:20190528", "DURATION:P1W"], DAY, dt.date(2019, 6, 3)),
        (["DTSTART;VALUE=DATE:20190528", "DURATION:PT0S"], DAY, None),
        (["DTSTART;VALUE=DATE:99991231", "DURATION:P1D"], dt.date.max, None),
        (["DTSTART;VALUE=DATE:00010101"], dt.date.min, None),
        (["DTSTART:20190528T090000"], DAY, None),
        (["DTSTART:20190528T0900"], DAY, None),
        (["DTSTART:20190528T235960Z"], DAY, None),
        (["DTSTART:20190528T090000", "DTEND:20190529T170000"], DAY, NEXT),
        (["DTSTART:20190528T090000", "DTEND:20190529T000000"], DAY, None),
        (["DTSTART:20190528T230000", "DURATION:PT1H"], DAY, None),
        (["DTSTART:20190528T230000", "DURATION:PT1H1M"], DAY, NEXT),
        (["DTSTART;TZID=Pacific/Auckland:20190528T010000"], DAY, None),
        (["DTSTART;TZID=Our own zone:20190528T233000"], DAY, None),
        (["DTSTART;TZID=/example.org/Europe/Paris:20190528T003000"], DAY, None),
        (["DTSTART:20190528T233000Z"], DAY, None),
        (["dtstart;tzid=Europe/Paris:20190528t093000"], DAY, None),
    ],
)
def test_days_of_an_event(event: Sequence[str], start: dt.date, end: dt.date | None) -> None:
    """A day is that of the clock where the event is; an end at midnight is the day before."""
    found = cells(*event)
    assert (found["start"], found.get("end")) == (start, end)


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Europe/Paris", NEXT),
        ("America/New_York", DAY),
        ("", DAY),
        ("Europe", DAY),
        ("../etc", DAY),
    ],
)
def test_times_in_utc(zone: str, start: dt.date) -> None:
    """A time in UTC is one of the zone that the calendar names, where that is one."""
    found = cells("DTSTART:20190528T223000Z", calendar=[f"X-WR-TIMEZONE:{zone}"])
    assert found["start"] == start


def test_an_event_without_a_start() -> None:
    """It has no dates."""
    assert cells("SUMMARY:Soon", "DTEND:20190101") == {"kind": "meeting", "title": "Soon"}


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (["DTSTART:20190230"], '"20190230" is not a date of a calendar'),
        (["DTSTART:2019-05-28"], '"2019-05-28" is not a date of a calendar'),
        (["DTSTART:20190528T250000"], '"20190528T250000" is not a date of a calendar'),
        (["DTSTART:"], '"" is not a date of a calendar'),
        (["DTSTART:20190528", "DTEND:soon"], '"soon" is not a date of a calendar'),
        (["DTSTART:20190528", "DTEND:20190501"], "it ends before it begins"),
        (["DTSTART:20190528", "DURATION:-P1D"], "it ends before it begins"),
        (["DTSTART:20190528", "DURATION:long"], '"long" is not a duration of a calendar'),
        (
            ["DTSTART:20190528", "DURATION:P9999999999W"],
            '"P9999999999W" is not a duration of a calendar',
        ),
        (
            ["SUMMARY:Call", "RRULE:FREQ=DAILY"],
            '"Call" is repeated (RRULE): give each meeting an event of its own',
        ),
        (
            ["SUMMARY:Call", "RDATE:20190528"],
            '"Call" is repeated (RDATE): give each meeting an event of its own',
        ),
        (
            ["SUMMARY;ENCODING=QUOTED-PRINTABLE:R=C3=A9union"],
            "its text is quoted-printable: save it as iCalendar 2.0",
        ),
        (
            ["DTSTART;nonsense:20190528"],
            (
                'line 3: "DTSTART;nonsense:20190528" is no line of a calendar, nor does it go on '
                "with the one before, as a line that begins with a space does"
            ),
        ),
    ],
)
def test_an_event_that_is_refused(event: Sequence[str], sentence: str) -> None:
    """What is wrong is told with the event, and the line it begins on."""
    with pytest.raises(Refused) as caught:
        incoming(*event)
    assert caught.value.lines == (f"in.ics: event 1 (line 2): {sentence}",)


def test_a_time_before_all_time() -> None:
    """A time that the calendar's zone has not is refused as a date."""
    with pytest.raises(Refused) as caught:
        incoming("DTSTART:00010101T000000Z", calendar=["X-WR-TIMEZONE:America/New_York"])
    sentence = 'in.ics: event 1 (line 3): "00010101T000000Z" is not a date of a calendar'
    assert caught.value.lines == (sentence,)


def test_all_that_is_wrong_is_told() -> None:
    """Every event that is refused has its sentence."""
    event = "BEGIN:VEVENT\nDTSTART:soon\nEND:VEVENT\n"
    data = f"BEGIN:VCALENDAR\n{event}{event}END:VCALENDAR\n".encode()
    assert refusal(data) == (
        'in.ics: event 1 (line 2): "soon" is not a date of a calendar',
        'in.ics: event 2 (line 5): "soon" is not a date of a calendar',
    )


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("Lisbon\\, PT", {"places": "Lisbon, PT"}),
        ("Lisbon\\, Portugal", {"places": "Lisbon, PT"}),
        ("Lisbonne\\, PORTUGAL", {"places": "Lisbonne, PT"}),
        ("Pristina\\, Kosovo*", {"places": "Pristina, XK"}),
        ("London\\, UK", {"places": "London, GB"}),
        ("Portugal", {"places": "PT"}),
        ("Oslo\\, Norvège\\; Bergen\\, NO", {"places": "Oslo, NO; Bergen, NO"}),
        ("Room 2\\nBergen\\, NO", {"places": "Bergen, NO", "venue": "Room 2"}),
        ("House\\, Room 2\\, Oslo\\, Norway", {"places": "Oslo, NO", "venue": "House, Room 2"}),
        ("1 quai\\, 67000 Strasbourg\\, France", {"venue": "1 quai, 67000 Strasbourg, France"}),
        ("\\, France", {"venue": ", France"}),
        ("Forum Lisboa", {"venue": "Forum Lisboa"}),
        ("https://example.org/join", {"venue": "https://example.org/join"}),
        ("Microsoft Teams Meeting", {"attendance": "online"}),
        ("En ligne", {"attendance": "online"}),
        ("", {}),
        (" \\n ; ", {}),
    ],
)
def test_where_an_event_is(location: str, expected: Mapping[str, str]) -> None:
    """A city with its country is a place, other words are a venue, no place at all is online."""
    assert cells(f"LOCATION:{location}") == {"kind": "meeting", **expected}


@pytest.mark.parametrize(
    ("event", "calendar", "status"),
    [
        (["STATUS:CANCELLED"], [], "cancelled"),
        (["STATUS:tentative"], [], "planned"),
        (["STATUS:CONFIRMED"], [], None),
        (["STATUS:CONFIRMED"], ["METHOD:CANCEL"], "cancelled"),
        (["UID:meeting.lab@icccat", "STATUS:TENTATIVE"], [], None),
        (["UID:meeting.lab@icccat", "STATUS:CANCELLED"], [], "cancelled"),
    ],
)
def test_the_status_of_an_event(
    event: Sequence[str], calendar: Sequence[str], status: str | None
) -> None:
    """What is cancelled is; what is tentative is planned, unless we wrote it of a postponed one."""
    assert cells(*event, calendar=calendar).get("status") == status


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (["DTSTART:20180401", "DTEND:20180501", "X-ICCCAT-DATES:2018-04"], {"start": "2018-04"}),
        (
            ["DTSTART:20180428", "DTEND:20180601", "X-ICCCAT-DATES:2018-04-28/2018-05"],
            {"start": "2018-04-28", "end": "2018-05"},
        ),
        (
            ["DTSTART:20180412", "DTEND:20180413", "X-ICCCAT-DATES:2018-04"],
            {"start": dt.date(2018, 4, 12)},
        ),
        (["DTSTART:20180412", "X-ICCCAT-DATES:/"], {"start": dt.date(2018, 4, 12)}),
    ],
)
def test_our_own_dates(event: Sequence[str], expected: Mapping[str, object]) -> None:
    """A month stays one, unless the event was moved in a calendar; others' are not believed."""
    ours = {"kind": "meeting", "id": "lab", **expected}
    assert cells("UID:meeting.lab@icccat", *event) == ours
    assert isinstance(cells(*event)["start"], dt.date)


def test_descriptions() -> None:
    """Another's description is read with its language; ours, made of many fields, is not."""
    written = "DESCRIPTION;LANGUAGE=en:One\\nand \\\\\\, another"
    assert cells(written) == {"kind": "meeting", "description_en": "One\nand \\, another"}
    assert cells("UID:meeting.lab@icccat", written) == {"kind": "meeting", "id": "lab"}


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("fr", "title_fr"),
        ("EN-gb", "title_en"),
        ("xx", "title"),
        ("", "title"),
        ("fr,en", "title_fr"),
    ],
)
def test_languages(language: str, heading: str) -> None:
    """A title is in the language that the event says, where that is one."""
    assert cells(f"SUMMARY;LANGUAGE={language}:T") == {"kind": "meeting", heading: "T"}


@pytest.mark.parametrize("uid", ["meeting.@icccat", "video.a@icccat", "meeting.a@icccat.org", "a"])
def test_the_uid_of_another(uid: str) -> None:
    """It is no id of a meeting."""
    assert cells(f"UID:{uid}") == {"kind": "meeting"}


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\n\r\n"])
def test_line_ends(end: str) -> None:
    """Lines end in any way, also within a character that is folded."""
    folded = f"SUMMARY:Réu{end} nion{end}\tde travail"
    (row,) = incoming(folded, end=end).sheets[0].rows
    assert row.cells == {"kind": "meeting", "title": "Réunion" + "de travail"}
    data = b"\xef\xbb\xbfBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:R\xc3\n \xa9union\nEND:VEVENT\n"
    (row,) = read(Source(Path("in.ics"), data + b"END:VCALENDAR", "UTF-8")).sheets[0].rows
    assert row.cells == {"kind": "meeting", "title": "Réunion"}


def test_several_calendars() -> None:
    """Events of all the calendars of a file are read, each in the zone of its own."""
    one = "BEGIN:VCALENDAR\nNAME:{}\nX-WR-TIMEZONE:{}\nBEGIN:VEVENT\nDTSTART:20190528T223000Z\n"
    end = "END:VEVENT\nEND:VCALENDAR\n"
    text = f"{one.format('A', 'Europe/Paris')}{end}{one.format('B', 'UTC')}{end}"
    found = read(Source(Path("in.ics"), text.encode()))
    assert [row.cells["start"] for row in found.sheets[0].rows] == [NEXT, DAY]
    assert [row.place for row in found.sheets[0].rows] == ["event 1 (line 4)", "event 2 (line 11)"]
    assert found.said[0] == '2 events of the calendar "A; B"'


def test_a_calendar_without_events() -> None:
    """It has no rows, and says so; another's notes on no day are no events."""
    text = "BEGIN:VCALENDAR\n" + 2 * "BEGIN:VJOURNAL\nUID:a\nEND:VJOURNAL\n" + "END:VCALENDAR\n"
    found = read(Source(Path("in.ics"), text.encode()))
    assert found.sheets[0].rows == []
    assert found.sheets[0].headings == []
    assert found.said == ["0 events", "2 entries that are no events are not read"]


NO_CALENDAR = "in.ics: it is no calendar: iCalendar (RFC 5545) begins with BEGIN:VCALENDAR"
UTF_8 = "in.ics: line {}: it is not UTF-8, which a calendar has to be"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", NO_CALENDAR),
        (b"\n\n", NO_CALENDAR),
        (b"<!DOCTYPE html>\n<html>", NO_CALENDAR),
        (b"id,title\n1,2\n", NO_CALENDAR),
        (b"BEGIN:VCARD\nEND:VCARD\n", NO_CALENDAR),
        (b"SUMMARY:A\n", NO_CALENDAR),
        (b"END:VCALENDAR\n", NO_CALENDAR),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\nSUMMARY:A\n", NO_CALENDAR),
        ("BEGIN:VCALENDAR".encode("utf-16"), UTF_8.format(1)),
        ("BEGIN:VCALENDAR\nX-WR-CALNAME:é\n".encode("latin-1"), UTF_8.format(2)),
        (
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
            "in.ics: line 2: BEGIN:VEVENT has no END:VEVENT where it should end",
        ),
        (
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n",
            "in.ics: line 2: BEGIN:VEVENT has no END:VEVENT where it should end",
        ),
        (
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A long\ntitle, cut\nEND:VEVENT\n",
            (
                'in.ics: line 4: "title, cut" is no line of a calendar, nor does it go on with the '
                "one before, as a line that begins with a space does"
            ),
        ),
        (
            b"BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR\n",
            "in.ics: it is vCalendar 1.0: save it as iCalendar 2.0",
        ),
    ],
)
def test_a_file_that_is_refused(data: bytes, sentence: str) -> None:
    """What is no calendar, or a broken one, is refused in a sentence."""
    assert refusal(data) == (sentence,)


def test_another_encoding() -> None:
    """A calendar is in UTF-8, whatever a person says."""
    sentence = "in.ics: a calendar has to be in UTF-8 (RFC 5545)"
    assert refusal(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "latin-1") == (sentence,)


PIECES = st.sampled_from(
    [
        *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR", "UID:meeting.a@icccat"),
        *(
            "DTSTART:",
            "DTEND;TZID=",
            "DURATION:",
            "SUMMARY;",
            "LOCATION:",
            ";",
            ":",
            '"',
            "=",
            "\\",
        ),
        *("20190528", "T223000Z", "P1D", "\n", "\r\n ", "\x00", "é", "X-ICCCAT-DATES:2018-13"),
    ]
)


@given(
    st.lists(PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=3)).map("".join)
    | st.lists(PIECES).map("\n".join)
)
@example(
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:meeting.a@icccat\nDTSTART:20180401\n"
    "X-ICCCAT-DATES:2018-13\nEND:VEVENT\nEND:VCALENDAR"
)
def test_anything_is_read_or_refused(text: str) -> None:
    """Whatever comes in is rows or a sentence."""
    try:
        found = read(Source(Path("in.ics"), text.encode()))
    except Refused as wrong:
        said = [*wrong.lines]
    else:
        said = [f"in.ics: {sentence}" for sentence in found.said]
        assert all(row.cells["kind"] == "meeting" for row in found.sheets[0].rows)
    assert all(re.match(r"in\.ics: \S|and \d+ more", sentence) for sentence in said)
