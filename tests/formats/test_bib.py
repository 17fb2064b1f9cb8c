"""BibTeX: what is written, and that readers of BibTeX find it again."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from formats.citing.test_latex import printed
from formats.citing.works import HOSTILE, all_shipped, alone, selection, shipped_works, texts
from formats.test_ris import mods, squashed
from hypothesis import given
from pybtex.database import BibliographyData, parse_string

from icccat.formats import Selection
from icccat.formats.bib import write
from icccat.formats.citing.text import line
from icccat.records.dates import Date

if TYPE_CHECKING:
    from pathlib import Path

EXPECTED = (
    r"""@video{inclusion,
  title = {100\% inclusion: the {ICC’s} way},
  author = {{Lusófona University}},
  year = {2019},
  month = jun,
  date = {2019-06},
  organization = {Council of Europe},
  address = {Strasbourg},
  type = {Video},
  series = {didactic-videos},
  volume = {2},
  url = {https://vimeo.com/340198046?a=%20b&c_d#e~f},
  language = {english},
  langid = {english},
  abstract = {What is done in Lisbon \& Oslo.},
  keywords = {Refugees – asylum seekers, media},
  annote = {Title (fr): L’inclusion à 100 \% — Version: short — Speakers: Ana Silva; Bo Ek — """
    r"""Places: Lisbon, PT},
}

@techreport{lab:report-en,
  title = {{Report} of the meeting},
  author = {{Intercultural Cities Programme}},
  year = {2019},
  date = {2019},
  institution = {Council of Europe},
  address = {Strasbourg},
  type = {Report},
  series = {Policy labs},
  eventtitle = {Policy Lab, third meeting},
  eventdate = {2019-05-28/2019-05-29},
  venue = {Helsinki, Finland},
  note = {Policy Lab, third meeting, 28–29 May 2019, Helsinki, Finland},
  url = {https://rm.coe.int/report},
  language = {english},
  langid = {english},
  keywords = {Refugees – asylum seekers},
  annote = {Meeting (fr): Troisième laboratoire — Type: policy lab — Number: 3 — """
    r"""Host: Ministry of Justice — Link: https://coe.int/lab — """
    r"""Documents: Agenda {\textbar} https://rm.coe.int/agenda {\textbar} agenda},
}

@misc{webinar,
  title = {Rumours},
  author = {{City of Lyon, Culture} and {CODECA}},
  year = {2020},
  month = apr,
  date = {2020-04-02},
  organization = {Council of Europe},
  address = {Online},
  type = {Meeting},
  language = {english},
  langid = {english},
  annote = {Attendance: online},
}
""".replace("{Rumours}", "{{Rumours}}")
)


def read(data: bytes) -> BibliographyData:
    """What pybtex reads, which stops at the least mistake, as at a key that is there twice."""
    return parse_string(data.decode(), "bibtex")


def fields(data: bytes) -> dict[str, str]:
    """The fields of the only entry, as LaTeX prints them, each blank one space."""
    ((_key, entry),) = read(data).entries.items()
    return {name: blanks(printed(value)) for name, value in entry.fields.items()}


def blanks(text: str) -> str:
    """The text on one line, with one space for each of its blanks, whatever it is."""
    return " ".join(line(text).split())


def test_write() -> None:
    """Each work is an entry that BibTeX and biblatex understand, to a file or not."""
    written = write(selection("inclusion", "lab", "webinar"), to_file=True)
    assert written.decode() == EXPECTED
    assert write(selection("inclusion", "lab", "webinar"), to_file=False) == written


def test_nothing() -> None:
    """Of nothing there is nothing."""
    assert write(Selection(records=[], columns=(), total=0), to_file=True) == b""


def test_a_meeting_of_days() -> None:
    """A meeting of several days is from the first to the last of them."""
    days = {"start": Date(2019, 9, 30), "end": Date(2019, 10, 2), "number": 3}
    found = fields(write(alone(days, kind="meeting"), to_file=True))
    assert (found["date"], found["year"], found["month"], found["number"]) == (
        "2019-09-30/2019-10-02",
        "2019",
        "September",
        "3",
    )


@pytest.mark.parametrize(
    ("code", "language", "langid"),
    [
        ("fr", "french", "french"),
        ("sl", "slovene", "slovene"),
        ("ka", "ka", None),
    ],
)
def test_languages(code: str, language: str, langid: str | None) -> None:
    """A language is called as biblatex calls it, one that it does not know by its code."""
    found = fields(write(alone({"title": {code: "Any"}}), to_file=True))
    assert (found["language"], found.get("langid")) == (language, langid)


def test_a_doi_and_a_number() -> None:
    """A report has its number; where its address is that of a DOI, that is told."""
    report = {
        "title": {"en": "Study"},
        "url": "https://doi.org/10.1000/a_b{c}",
        "reference": "CDADI(2021)6",
    }
    found = fields(write(alone({"documents": (report,)}, kind="meeting"), to_file=True))
    assert (found["number"], found["doi"]) == ("CDADI(2021)6", "10.1000/a_b%7Bc%7D")
    assert found["url"] == "https://doi.org/10.1000/a_b%7Bc%7D"


def test_shipped() -> None:
    """Pybtex reads the title and the address of every work of the shipped catalogue."""
    found = read(write(all_shipped("en"), to_file=True)).entries.values()
    assert [
        (printed(one.fields["title"]), one.fields.get("url", "")) for one in found
    ] == shipped_works()
    assert {person.last_names[0][0] for one in found for person in one.persons["author"]} == {"{"}


@pytest.mark.skipif(shutil.which("bib2xml") is None, reason="bibutils is not installed")
def test_bibutils(tmp_path: Path) -> None:
    """Bibutils reads them too."""
    path = tmp_path / "all.bib"
    path.write_bytes(write(all_shipped("en"), to_file=True))
    done = subprocess.run(
        ["bib2xml", "-i", "utf8", "-nb", str(path)], check=True, capture_output=True
    )
    assert mods(done.stdout) == [(squashed(title), url) for title, url in shipped_works()]


@pytest.mark.skipif(shutil.which("biber") is None, reason="biber is not installed")
def test_biber(tmp_path: Path) -> None:
    """Biber, which reads for biblatex, has nothing to warn of."""
    path = tmp_path / "all.bib"
    path.write_bytes(write(all_shipped(), to_file=True))
    done = subprocess.run(
        ["biber", "--tool", f"--output-file={tmp_path / 'out.bib'}", str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert [one for one in done.stdout.splitlines() if not one.startswith("INFO")] == []
    entries = (tmp_path / "out.bib").read_text(encoding="utf-8").split("\n@")
    assert len(entries) == len(shipped_works())


@given(texts, texts, texts)
def test_any_text(title: str, description: str, producer: str) -> None:
    """Whatever a record holds, it is one entry, and its text is in it."""
    values = {
        "title": {"en": title},
        "description": {"en": description},
        "producer": producer,
        "notes": "Not for outside.",
    }
    data = write(alone(values), to_file=True)
    found = fields(data)
    assert found["title"] == (blanks(title) or "any")
    assert found.get("abstract", "") == blanks(description)
    persons = read(data).entries["any"].persons.get("author", [])
    assert [blanks(printed(str(one))) for one in persons] == [*filter(None, [blanks(producer)])]
    assert b"Not for outside" not in data


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_addresses_and_topics(text: str) -> None:
    """What is hostile in other fields breaks no entry."""
    values = {"url": f"https://a.eu/{text}", "speakers": (text,), "topics": (text,)}
    found = fields(write(alone(values), to_file=True))
    assert found["annote"] == blanks(f"Speakers: {text}")
