"""Calendars of meetings, as the programs read them that people have."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import record_of, records_of, shipped
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from icccat.formats import Selection
from icccat.formats.facts import clean
from icccat.formats.ics import read, write
from icccat.formats.incoming import Source
from icccat.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

RECORDS = records_of("""
[topic.media]
label = { en = "Media, old; new", fr = "Médias" }

[series.policy-lab]
title = "Policy lab"

[video.film]
title = "The film"
url = "https://vimeo.com/1"

[video.unpublished]
title = "Not yet"

[meeting.lab]
title = { en = "Third lab", fr = "Troisième laboratoire" }
description = { en = "Two days.", fr = "Deux jours." }
type = "policy lab"
series = "policy-lab"
number = 3
start = 2019-05-28
end = 2019-05-29
places = ["Helsinki, FI"]
venue = "Säätytalo"
host = "Ministry of Justice"
participants = ["Ada Lovelace"]
topics = ["media", "gone"]
url = "https://www.coe.int/lab"
status = "held"
recordings = ["film", "unpublished", "gone"]
notes = "For us."
source = "An e-mail"
[[meeting.lab.documents]]
title = "Report"
url = "https://rm.coe.int/report"
type = "report"
reference = "CDADI(2021)6"
language = "en"
date = "2019-06"
[[meeting.lab.documents]]
title = "Agenda"
""")
LAB = RECORDS["meeting"]["lab"]
TITLE = {"en": "Intercultural Cities", "fr": "Cités interculturelles"}


def selected(*records: Record, content: str = "both", **others: object) -> Selection:
    """These records, chosen from all of RECORDS."""
    given_ = {"everyone": RECORDS, "title": TITLE, "content": content} | others
    return Selection(records=records, columns=(), total=9, **given_)  # type: ignore[arg-type]


def lines(selection: Selection) -> list[str]:
    """The lines of the calendar, those that are folded made one."""
    data = write(selection, to_file=True)
    assert data == write(selection, to_file=False)
    assert data.endswith(b"END:VCALENDAR\r\n")
    written = data.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in written)
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def entry(record: Record, **others: object) -> list[str]:
    """The lines of a record's entry, between BEGIN and END."""
    written = lines(selected(record, **others))  # type: ignore[arg-type]
    return written[written.index("VERSION:2.0") + 4 :][1:-2]


def of(text: str) -> Record:
    """The meeting with this TOML after its title."""
    return record_of(f'[meeting.m]\ntitle = "M"\n{text}')


def test_write() -> None:
    """A meeting is an all-day event; what has no property of its own is in its description."""
    assert lines(selected(LAB)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//icccat//icccat//EN",
        "NAME;LANGUAGE=en:Intercultural Cities",
        "X-WR-CALNAME:Intercultural Cities",
        "BEGIN:VEVENT",
        "SUMMARY;LANGUAGE=en:Third lab",
        "DTSTART;VALUE=DATE:20190528",
        "DTEND;VALUE=DATE:20190530",
        "DTSTAMP:20190528T000000Z",
        "UID:meeting.lab@icccat",
        r"CATEGORIES;LANGUAGE=en:Media\, old\; new",
        "CATEGORIES;LANGUAGE=fr:Médias",
        "CATEGORIES:gone",
        (
            r"DESCRIPTION:Troisième laboratoire\n\nTwo days.\n\nDeux jours.\n\n"
            r"type: policy lab\nseries: Policy lab\nnumber: 3\nhost: Ministry of Justice\n"
            r"status: held\n\nReport (report\, CDADI(2021)6\, June 2019\, English): "
            r"https://rm.coe.int/report\nAgenda\nThe film: https://vimeo.com/1"
        ),
        r"LOCATION;LANGUAGE=en:Säätytalo\, Helsinki\, Finland",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "URL:https://www.coe.int/lab",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_in_french() -> None:
    """Each text is in French where there is French, countries, dates and labels too."""
    assert entry(LAB, content="fr", reader="fr") == [
        "SUMMARY;LANGUAGE=fr:Troisième laboratoire",
        "DTSTART;VALUE=DATE:20190528",
        "DTEND;VALUE=DATE:20190530",
        "DTSTAMP:20190528T000000Z",
        "UID:meeting.lab@icccat",
        "CATEGORIES;LANGUAGE=fr:Médias",
        "CATEGORIES:gone",
        (
            r"DESCRIPTION:Deux jours.\n\ntype: policy lab\nsérie: Policy lab\nnuméro: 3\n"
            r"hôte: Ministry of Justice\nétat: held\n\n"
            r"Report (report\, CDADI(2021)6\, juin 2019\, anglais): https://rm.coe.int/report\n"
            r"Agenda\nThe film: https://vimeo.com/1"
        ),
        r"LOCATION;LANGUAGE=en:Säätytalo\, Helsinki\, Finlande",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "URL:https://www.coe.int/lab",
    ]


def test_chosen_columns() -> None:
    """Fields that were not chosen are left out, but for what makes an event one."""
    assert entry(LAB, chosen=["id", "places", "title_fr"]) == [
        "SUMMARY;LANGUAGE=en:Third lab",
        "DTSTART;VALUE=DATE:20190528",
        "DTEND;VALUE=DATE:20190530",
        "DTSTAMP:20190528T000000Z",
        "UID:meeting.lab@icccat",
        "DESCRIPTION:Troisième laboratoire",
        r"LOCATION:Helsinki\, Finland",
        "TRANSP:TRANSPARENT",
    ]


def test_what_is_for_us_alone() -> None:
    """Notes, participants and where facts were found are in no calendar, even if asked for."""
    names = ["notes", "participants", "source"]
    data = write(selected(LAB, notes=True), to_file=True)
    data += write(selected(LAB, notes=True, chosen=names), to_file=True)
    assert not re.search(b"For us|Ada Lovelace|An e-mail|ATTENDEE|ORGANIZER", data)


@pytest.mark.parametrize(
    ("toml", "start", "rest"),
    [
        ("start = 2024-02-29", "20240229", ["DTEND;VALUE=DATE:20240301"]),
        ("start = 2019-12-31\nend = 2020-01-01", "20191231", ["DTEND;VALUE=DATE:20200102"]),
        ("start = 9999-12-30\nend = 9999-12-31", "99991230", ["DURATION:P2D"]),
    ],
)
def test_days(toml: str, start: str, rest: Sequence[str]) -> None:
    """An event ends the day after its last one; where there is no such day, it has a duration."""
    expected = ["SUMMARY;LANGUAGE=en:M", f"DTSTART;VALUE=DATE:{start}", *rest]
    found = entry(of(toml))
    assert [*found[:2], *(line for line in found if line.startswith(("DTEND", "DUR")))] == expected


@pytest.mark.parametrize(
    ("toml", "days", "dates", "words"),
    [
        ('start = "2018-04"', ("20180401", "20180501"), "2018-04", "April 2018"),
        ('start = "2020"', ("20200101", "20210101"), "2020", "2020"),
        (
            'start = 2018-04-28\nend = "2018-05"',
            ("20180428", "20180601"),
            "2018-04-28/2018-05",
            "28 April 2018 – May 2018",
        ),
    ],
)
def test_days_that_are_not_known(toml: str, days: Sequence[str], dates: str, words: str) -> None:
    """A month or a year is spanned, and the description says that the day is not known."""
    assert entry(of(toml)) == [
        "SUMMARY;LANGUAGE=en:M",
        f"DTSTART;VALUE=DATE:{days[0]}",
        f"DTEND;VALUE=DATE:{days[1]}",
        f"DTSTAMP:{days[0]}T000000Z",
        "UID:meeting.m@icccat",
        f"DESCRIPTION:{words} (the day is not known)",
        "TRANSP:TRANSPARENT",
        f"X-ICCCAT-DATES:{dates}",
    ]


def test_a_meeting_without_a_date() -> None:
    """It is an entry on no day, and the calendar's description names it."""
    dateless = of('places = ["FI"]\nvenue = "V"\nstatus = "cancelled"')
    sentence = "DESCRIPTION:Without a date\\, and so on no day of this calendar: M"
    assert lines(selected(dateless))[3:] == [
        sentence,
        sentence.replace("DESCRIPTION", "X-WR-CALDESC"),
        "NAME;LANGUAGE=en:Intercultural Cities",
        "X-WR-CALNAME:Intercultural Cities",
        "BEGIN:VJOURNAL",
        r"DESCRIPTION:places: Finland\nvenue: V\nstatus: cancelled",
        "DTSTAMP:19700101T000000Z",
        "STATUS:CANCELLED",
        "SUMMARY;LANGUAGE=en:M",
        "UID:meeting.m@icccat",
        "END:VJOURNAL",
        "END:VCALENDAR",
    ]


@pytest.mark.parametrize(
    ("toml", "location", "description"),
    [
        ('places = ["FI"]', "LOCATION:Finland", ""),
        ('places = ["Oslo, NO", "XK"]', r"LOCATION:Oslo\, Norway\; Kosovo*", ""),
        ('venue = "The Hall"', "LOCATION;LANGUAGE=en:The Hall", ""),
        (
            'venue = { pt = "Sala", fr = "Salle" }\nplaces = ["PT", "ES"]',
            r"LOCATION;LANGUAGE=pt:Sala\; Portugal\; Spain",
            "DESCRIPTION:venue: Sala; Salle",
        ),
        ('attendance = "online"', "", "DESCRIPTION:attendance: online"),
    ],
)
def test_where(toml: str, location: str, description: str) -> None:
    """The venue stands before the places in words; of a venue in two languages both are told."""
    found = entry(of(f"start = 2019-05-28\n{toml}"))
    wanted = [line for line in found if line.startswith(("LOCATION", "DESCRIPTION"))]
    assert [line.replace("Sala\\; Salle", "Sala; Salle") for line in wanted] == [
        line for line in (description, location) if line
    ]


@pytest.mark.parametrize(("reader", "where"), [("en", "Norway"), ("fr", "Norvège")])
def test_a_catalogue_in_another_language(reader: str, where: str) -> None:
    """In words there are English and French: the reader's where the catalogue's is neither."""
    record = of('start = "2018-04"\nplaces = ["NO"]')
    found = entry(record, language="pt", reader=reader)
    assert f"LOCATION:{where}" in found


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("planned", "CONFIRMED"),
        ("held", "CONFIRMED"),
        ("postponed", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
    ],
)
def test_status(status: str, said: str) -> None:
    """A meeting that is postponed is tentative, others are confirmed unless cancelled."""
    found = entry(of(f'start = 2019-05-28\nstatus = "{status}"'))
    assert f"STATUS:{said}" in found
    assert f"DESCRIPTION:status: {status}" in found


def test_no_status() -> None:
    """Of a meeting whose status is not known, a calendar says none."""
    assert not [line for line in entry(of("start = 2019")) if line.startswith("STATUS")]


def test_a_catalogue_without_a_title() -> None:
    """Its calendar has no name."""
    assert lines(selected(title={})) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//icccat//icccat//EN",
        "END:VCALENDAR",
    ]


def meetings(content: str = "both") -> Selection:
    """All meetings of the catalogue that comes with the project."""
    records = shipped()
    return Selection(
        records=[*records["meeting"].values()],
        columns=(),
        total=145,
        content=content,
        everyone=records,
    )


def expected_cells(record: Record) -> dict[str, object]:
    """The id, the title, the days and the places that a meeting comes back with."""
    code, title = Selection(records=(), columns=(), total=0).said(record.values["title"])
    dates = {
        name: record.values[name].first if record.values[name].day else str(record.values[name])
        for name in ("start", "end")
        if name in record.values
    }
    cells = {"kind": "meeting", "id": record.id, f"title_{code}": title} | dates
    if record.dates and record.get("places"):
        cells["places"] = "; ".join(record.values["places"])
    if record.dates and record.get("venue"):
        code, venue = Selection(records=(), columns=(), total=0).said(record.values["venue"])
        cells[f"venue_{code}"] = venue
    return cells | ({"url": record.values["url"]} if "url" in record.values else {})


def test_all_meetings_come_back() -> None:
    """Written and read, every meeting of the catalogue has its id, title, days and places."""
    selection = meetings()
    found = read(Source(Path("m.ics"), write(selection, to_file=True)))
    (sheet,) = found.sheets
    rows = {row.cells["id"]: dict(row.cells) for row in sheet.rows}
    assert rows == {one.id: expected_cells(one) for one in selection.records}
    assert found.said == [
        "92 events",
        "not read: categories",
        "descriptions that icccat wrote stay as the catalogue has them",
    ]


def test_icalendar_reads_all_meetings() -> None:
    """The library finds each meeting with its title and days, and nothing broken."""
    selection = meetings("fr")
    calendar = Calendar.from_ical(write(selection, to_file=True))
    found = {
        str(event["UID"]): (str(event["SUMMARY"]), event.start, event.end)
        for event in calendar.events
    }
    assert not [event.errors for event in calendar.walk() if event.errors]
    assert found == {
        f"meeting.{one.id}@icccat": (
            one.title("fr"),
            one.span[0],
            one.span[1] + dt.timedelta(days=1),
        )
        for one in selection.records
        if one.span
    }


MODULES = Path(sys.prefix, "node_modules")
needs_ical_js = pytest.mark.skipif(
    not (MODULES / "ical.js").is_dir() or shutil.which("node") is None,
    reason="ical.js or Node is not installed",
)

READ_BY_ICAL_JS = """
const ICAL = require("ical.js");
const text = require("fs").readFileSync(0, "utf8");
const calendar = new ICAL.Component(ICAL.parse(text));
const events = calendar.getAllSubcomponents("vevent").map(one => new ICAL.Event(one));
console.log(JSON.stringify({
  name: calendar.getFirstPropertyValue("x-wr-calname"),
  events: events.map(one => [
    one.uid, one.summary, one.startDate.toString(), one.endDate.toString(), one.description,
    one.component.getAllProperties("categories").flatMap(property => property.getValues()),
  ]),
}));
"""


def by_ical_js(data: bytes) -> dict[str, list[list[object]]]:
    """The name of a calendar and its events, as ical.js (of Thunderbird) reads them."""
    done = subprocess.run(
        ["node", "-e", READ_BY_ICAL_JS],
        input=data,
        capture_output=True,
        check=True,
        env=os.environ | {"NODE_PATH": str(MODULES)},
    )
    found: dict[str, list[list[object]]] = json.loads(done.stdout)
    return found


@needs_ical_js
def test_ical_js_reads_all_meetings() -> None:
    """A calendar program's library finds each meeting with its title and days."""
    selection = meetings()
    found = by_ical_js(write(selection, to_file=True))
    assert {event[0]: event[1:4] for event in found["events"]} == {
        f"meeting.{one.id}@icccat": [
            selection.said(one.values["title"])[1],
            str(one.span[0]),
            str(one.span[1] + dt.timedelta(days=1)),
        ]
        for one in selection.records
        if one.span
    }


HOSTILE = [
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b",
    "C:\\New\\names, and; more\\",
    "NUL \x00, bell \x07, next line \x85, line \u2028 paragraph \u2029",
    "\u202eevil\u202c =1+1 <script>alert(1)</script>",
    '"quoted": ^n ^\' %2C 🌍',
    "é" * 40_000,
]


@needs_ical_js
def test_ical_js_reads_hostile_texts() -> None:
    """Whatever a title and a topic hold is one text there too."""
    labels = [text for text in HOSTILE if not text.endswith("\\")]  # which it mistakes
    topics = {str(n): Record("topic", str(n), {"label": {"en": t}}) for n, t in enumerate(labels)}
    values = {**of("start = 2019-05-28").values, "topics": tuple(topics)}
    records = [Record("meeting", "m", {**values, "title": {"en": text}}) for text in HOSTILE]
    found = by_ical_js(write(selected(*records, everyone={"topic": topics}), to_file=True))
    assert [event[1] for event in found["events"]] == [clean(text) for text in HOSTILE]
    assert found["events"][0][5] == [clean(text) for text in labels]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(TEXTS, TEXTS, TEXTS)
@example(*HOSTILE[:3])
@example(*HOSTILE[3:])
def test_any_text_is_one_value(title: str, description: str, label: str) -> None:
    """Whatever texts hold, the calendar has one event with them, and ours alone is read back."""
    values = {
        **of("start = 2019-05-28").values,
        "title": {"en": title},
        "description": {"en": description},
        "topics": ("t",),
    }
    record = Record("meeting", "m", values)
    everyone = {"topic": {"t": Record("topic", "t", {"label": {"en": label}})}}
    selection = selected(record, everyone=everyone)
    assert len(lines(selection)) > 1
    data = write(selection, to_file=True)
    (event,) = Calendar.from_ical(data).events
    assert str(event["SUMMARY"]) == clean(title)
    assert str(event["DESCRIPTION"]) == clean(description)
    assert event.categories == [clean(label)]
    (row,) = read(Source(Path("m.ics"), data)).sheets[0].rows
    assert row.cells.get("title_en", "") == clean(title).strip()
