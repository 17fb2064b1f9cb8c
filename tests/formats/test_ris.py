"""RIS: what is written, and that readers of RIS find it again."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import fromstring

import pytest
import rispy
from formats.citing.works import HOSTILE, all_shipped, alone, selection, shipped_works, texts
from hypothesis import given

from icccat.formats import Selection
from icccat.formats.citing.text import line
from icccat.formats.ris import write
from icccat.records.dates import Date

if TYPE_CHECKING:
    from pathlib import Path

EXPECTED = """\
TY  - VIDEO
ID  - inclusion
TI  - 100% inclusion: the ICC’s way
AU  - Lusófona University,
PY  - 2019
DA  - 2019/06//
T2  - didactic-videos
VL  - 2
PB  - Council of Europe
CY  - Strasbourg
LA  - en
AB  - What is done in Lisbon & Oslo.
KW  - Refugees, asylum seekers
KW  - media
UR  - https://vimeo.com/340198046?a=%20b&c_d#e~f
N1  - Title (fr): L’inclusion à 100 % — Version: short — Speakers: Ana Silva; Bo Ek — \
Places: Lisbon, PT
ER  -\x20

TY  - RPRT
ID  - lab:report-en
TI  - Report of the meeting
AU  - Intercultural Cities Programme,
PY  - 2019
DA  - 2019///
T2  - Policy Lab, third meeting
T3  - Policy labs
M3  - Report
PB  - Council of Europe
CY  - Strasbourg
LA  - en
KW  - Refugees, asylum seekers
UR  - https://rm.coe.int/report
N1  - Policy Lab, third meeting, 28–29 May 2019, Helsinki, Finland — \
Meeting (fr): Troisième laboratoire — Type: policy lab — Number: 3 — Host: Ministry of Justice — \
Link: https://coe.int/lab — Documents: Agenda | https://rm.coe.int/agenda | agenda
ER  -\x20

TY  - CONF
ID  - webinar
TI  - Rumours
AU  - City of Lyon – Culture,
AU  - CODECA,
PY  - 2020
DA  - 2020/04/02/
M3  - Meeting
PB  - Council of Europe
CY  - Online
LA  - en
N1  - Attendance: online
ER  -\x20

"""


def read(data: bytes) -> list[dict[str, Any]]:
    """The references that rispy finds, which leaves no line unread."""
    found: list[dict[str, Any]] = rispy.loads(data.decode())
    assert not [one for one in found if "unknown_tag" in one]
    return found


def test_write() -> None:
    """Each work is a block of tags, with the line ends that RIS has, to a file or not."""
    written = write(selection("inclusion", "lab", "webinar"), to_file=True)
    assert written.decode() == EXPECTED.replace("\n", "\r\n")
    assert write(selection("inclusion", "lab", "webinar"), to_file=False) == written


def test_nothing() -> None:
    """Of nothing there is nothing."""
    assert write(Selection(records=[], columns=(), total=0), to_file=True) == b""


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(2019), "DA  - 2019///"),
        (Date(2019, 6), "DA  - 2019/06//"),
        (Date(2019, 6, 2), "DA  - 2019/06/02/"),
    ],
)
def test_dates(date: Date, expected: str) -> None:
    """A date is as precise as it is known."""
    assert expected in write(alone({"date": date}), to_file=True).decode().splitlines()


def test_a_doi_and_a_number() -> None:
    """A report has its number; where its address is that of a DOI, that is told."""
    report = {
        "title": {"en": "Study"},
        "url": "https://doi.org/10.1000/xyz",
        "reference": "CDADI(2021)6",
    }
    (found,) = read(write(alone({"documents": (report,)}, kind="meeting"), to_file=True))
    assert (found["doi"], found["issn"]) == ("10.1000/xyz", "CDADI(2021)6")
    assert found["urls"] == ["https://doi.org/10.1000/xyz"]


def test_shipped() -> None:
    """Rispy reads the title and the address of every work of the shipped catalogue."""
    found = read(write(all_shipped("en"), to_file=True))
    assert [(one["title"], "".join(one.get("urls", []))) for one in found] == shipped_works()


@pytest.mark.skipif(shutil.which("ris2xml") is None, reason="bibutils is not installed")
def test_bibutils(tmp_path: Path) -> None:
    """Bibutils reads them too."""
    path = tmp_path / "all.ris"
    path.write_bytes(write(all_shipped("en"), to_file=True))
    done = subprocess.run(
        ["ris2xml", "-i", "utf8", "-nb", str(path)], check=True, capture_output=True
    )
    assert mods(done.stdout) == [(squashed(title), url) for title, url in shipped_works()]


def mods(xml: bytes) -> list[tuple[str, str]]:
    """The title, squashed, and the address of each work in MODS."""
    tag = "{http://www.loc.gov/mods/v3}"
    found = []
    for work in fromstring(xml):  # noqa: S314 (the XML is of our own records)
        title = work.find(f"{tag}titleInfo")
        assert title is not None
        url = work.findtext(f"{tag}location/{tag}url") or ""
        found.append((squashed("".join(title.itertext())), url))
    return found


def squashed(title: str) -> str:
    """A title without what bibutils changes: blanks, colons before subtitles, straight quotes."""
    return "".join(title.translate({ord(":"): "", ord("'"): "’", ord('"'): "”"}).split())


@given(texts, texts, texts)
def test_any_text(title: str, description: str, speaker: str) -> None:
    """Whatever a record holds, it is one reference, and its text is in it."""
    values = {
        "title": {"en": title},
        "description": {"en": description},
        "producer": speaker,
        "speakers": (speaker,),
        "notes": "Not for outside.",
    }
    data = write(alone(values), to_file=True)
    (found,) = read(data)
    assert found["title"] == (line(title) or "any")
    assert found.get("abstract", "") == line(description)
    assert found.get("notes", [""])[0] == line(f"Speakers: {speaker}")
    assert b"Not for outside" not in data


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_addresses_and_topics(text: str) -> None:
    """What is hostile in other fields breaks no block."""
    values = {"url": f"https://a.eu/{text}", "topics": (text,), "places": ("Lisbon, PT",)}
    (found,) = read(write(alone(values), to_file=True))
    assert found["keywords"] == [line(text)]
