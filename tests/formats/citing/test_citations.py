"""What is cited of records, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from formats.citing.works import alone, selection

from icccat.errors import Refused
from icccat.formats import Selection
from icccat.formats.citing.citation import Citation
from icccat.formats.citing.citations import citations
from icccat.records.dates import Date
from icccat.records.record import Record

VIDEO = Citation(
    key="inclusion",
    form="video",
    genre="Video",
    title="100% inclusion: the ICC’s way",
    title_language="en",
    language="en",
    authors=("Lusófona University",),
    speakers=("Ana Silva", "Bo Ek"),
    publisher="Council of Europe",
    publisher_place="Strasbourg",
    issued=(Date(2019, 6),),
    part_of="",
    held=(),
    places=(),
    series="didactic-videos",
    number="2",
    reference="",
    url="https://vimeo.com/340198046?a=%20b&c_d#e~f",
    abstract="What is done\nin Lisbon & Oslo.",
    keywords=("Refugees, asylum seekers", "media"),
    note="",
    remarks=(
        "Title (fr): L’inclusion à 100 %",
        "Version: short",
        "Speakers: Ana Silva; Bo Ek",
        "Places: Lisbon, PT",
    ),
)
REPORT = Citation(
    key="lab:report-en",
    form="report",
    genre="Report",
    title="Report of the meeting",
    title_language="en",
    language="en",
    authors=("Intercultural Cities Programme",),
    speakers=(),
    publisher="Council of Europe",
    publisher_place="Strasbourg",
    issued=(Date(2019),),
    part_of="Policy Lab, third meeting",
    held=(Date(2019, 5, 28), Date(2019, 5, 29)),
    places=("Helsinki, Finland",),
    series="Policy labs",
    number="",
    reference="",
    url="https://rm.coe.int/report",
    abstract="",
    keywords=("Refugees, asylum seekers",),
    note="Policy Lab, third meeting, 28–29 May 2019, Helsinki, Finland",
    remarks=(
        "Meeting (fr): Troisième laboratoire",
        "Type: policy lab",
        "Number: 3",
        "Host: Ministry of Justice",
        "Link: https://coe.int/lab",
        "Documents: Agenda | https://rm.coe.int/agenda | agenda",
    ),
)
MEETING = Citation(
    key="webinar",
    form="meeting",
    genre="Meeting",
    title="Rumours",
    title_language="en",
    language="en",
    authors=("City of Lyon, Culture", "CODECA"),
    speakers=(),
    publisher="Council of Europe",
    publisher_place="",
    issued=(Date(2020, 4, 2),),
    part_of="",
    held=(Date(2020, 4, 2),),
    places=("Online",),
    series="",
    number="",
    reference="",
    url="",
    abstract="",
    keywords=(),
    note="",
    remarks=("Attendance: online",),
)


def only(chosen: Selection) -> Citation:
    """The one citation there is."""
    (citation,) = citations(chosen)
    return citation


@pytest.mark.parametrize(
    ("id_", "expected"), [("inclusion", VIDEO), ("lab", REPORT), ("webinar", MEETING)]
)
def test_a_work(id_: str, expected: Citation) -> None:
    """A video, a meeting's report in its place, and a meeting that has none."""
    assert only(selection(id_)) == expected


def test_in_french() -> None:
    """What the catalogue has in French is in French, with French names; labels are the reader's."""
    assert only(selection("lab", content="fr", reader="fr")) == replace(
        REPORT,
        genre="Rapport",
        authors=("Programme des Cités interculturelles",),
        publisher="Conseil de l’Europe",
        part_of="Troisième laboratoire",
        places=("Helsinki, Finlande",),
        series="Laboratoires",
        keywords=("Réfugiés",),
        note="Troisième laboratoire, 28–29 mai 2019, Helsinki, Finlande",
        remarks=(
            "Type: policy lab",
            "Numéro: 3",
            "Hôte: Ministry of Justice",
            "Lien: https://coe.int/lab",
            "Documents: Agenda | https://rm.coe.int/agenda | agenda",
        ),
    )
    online = only(selection("webinar", content="fr"))
    assert (online.genre, online.places) == ("Réunion", ("En ligne",))


@pytest.mark.parametrize(
    ("content", "language", "expected"),
    [
        ("both", "en", "Council of Europe"),
        ("both", "fr", "Conseil de l’Europe"),
        ("both", "uk", "Council of Europe"),
        ("en", "fr", "Council of Europe"),
        ("fr", "uk", "Conseil de l’Europe"),
    ],
)
def test_the_language_of_both(content: str, language: str, expected: str) -> None:
    """Of both languages the catalogue's comes first, English where it is neither."""
    assert only(alone({}, content=content, language=language)).publisher == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "en"),
        ({"supplied": True}, ""),
        ({"languages": ("el", "en")}, "en"),
        ({"languages": ("el", "fr")}, "el"),
        ({"languages": ("el",), "supplied": True}, "el"),
    ],
)
def test_the_language_of_a_work(values: dict[str, Any], expected: str) -> None:
    """It is spoken where that is known, else its title's, unless the cataloguer made that."""
    assert only(alone(values)).language == expected


def test_several_languages_are_remarked_on() -> None:
    """A citation has one language, so that several are a remark too."""
    assert only(alone({"languages": ("el", "en")})).remarks == ("Languages: Greek; English",)


def test_the_columns_asked_for() -> None:
    """Only the fields that were asked for are there, and the title; nobody is named instead."""
    citation = only(selection("inclusion", chosen=("title", "year")))
    assert citation == replace(
        VIDEO,
        authors=(),
        speakers=(),
        series="",
        number="",
        url="",
        abstract="",
        keywords=(),
        remarks=VIDEO.remarks[:1],
    )
    lab = only(selection("lab", chosen=("country", "date", "organisers")))
    assert (lab.form, lab.held, lab.places, lab.authors) == (
        "meeting",
        REPORT.held,
        REPORT.places,
        REPORT.authors,
    )


def test_a_meeting_of_days() -> None:
    """A meeting without reports is of all its days, in words too, where a format has one."""
    lab = only(selection("lab", chosen=("start", "end")))
    assert lab.issued == lab.held == REPORT.held
    assert lab.remarks == ("Title (fr): Troisième laboratoire", "Date: 28–29 May 2019")
    day = Date(2019, 5, 28)
    one_day = only(alone({"start": day, "end": day}, kind="meeting"))
    assert (one_day.issued, one_day.remarks) == ((day,), ())


def test_documents_of_a_video() -> None:
    """A video is cited, and each of its papers beside it, its date as precise as it is known."""
    values: dict[str, Any] = {
        "date": Date(2019, 6, 20),
        "url": "https://vimeo.com/1",
        "number": 7,
        "documents": (
            {"title": {"fr": "Transcription", "en": "Transcript"}, "language": "fr"},
            {"title": {"en": "Study"}, "date": Date(2020, 1), "reference": "CDADI(2021)6"},
        ),
    }
    video, transcript, study = citations(alone(values))
    assert (video.key, video.remarks) == ("any", ())
    assert transcript == replace(
        video,
        key="any:document-fr",
        form="report",
        genre="Document",
        title="Transcript",
        language="fr",
        issued=(Date(2019),),
        part_of="Any",
        url="",
        note="Any",
        remarks=("Title (fr): Transcription", "Link: https://vimeo.com/1"),
    )
    assert (study.key, study.issued) == ("any:document-en", (Date(2020, 1),))
    assert (study.reference, study.language) == ("CDADI(2021)6", "en")


def test_an_undated_report() -> None:
    """A report has no date where its meeting has none."""
    document = {"title": {"en": "Report"}}
    report = only(alone({"documents": (document,)}, kind="meeting"))
    assert (report.form, report.issued, report.note) == ("report", (), "Any")


def test_without_a_title() -> None:
    """A record whose title is wrong is cited by its id."""
    record = Record("video", "any", {})
    assert only(Selection(records=[record], columns=(), total=1)).title == "any"


def test_one_key_for_two() -> None:
    """Two records of one id but for case are refused, as BibTeX would drop one of them."""
    records = [Record("video", "Lab", {}), Record("meeting", "lab", {})]
    with pytest.raises(Refused) as caught:
        citations(Selection(records=records, columns=(), total=2))
    sentence = 'two records have the id "lab", by which they are cited: rename one'
    assert caught.value.lines == (sentence,)
