"""FIELD=VALUE, FIELD+=VALUE, FIELD-=VALUE become a record's new values, or sentences."""

from __future__ import annotations

from typing import Any

import pytest
from builders import record_of

from icccat.errors import Refused
from icccat.records.assign import Assignment, assigned_values, parse_assignments
from icccat.records.dates import Date

MEETING = record_of(
    """
    [meeting.oslo]
    title = "Oslo"
    description.fr = "À Oslo"
    type = "policy lab"
    number = 3
    start = 2019-05-28
    places = ["Oslo, NO"]
    topics = ["media", "refugees"]
    supplied = true
    documents = [{ title = "Agenda", type = "agenda" }, { title.fr = "Rapport" }]
    colour = "red"
    hosts = ["a"]
    languages = ["en", "xx"]
    occasion = 3
    """,
    wrong=True,
)
AGENDA = {"title": {"en": "Agenda"}, "type": "agenda"}
RAPPORT = {"title": {"fr": "Rapport"}}
WRONG = "what it holds now is wrong: icccat check says what to mend first"


def assigned(*words: str) -> tuple[dict[str, Any], list[str]]:
    """What the words make of the meeting."""
    return assigned_values(MEETING, parse_assignments(words), "en")


@pytest.mark.parametrize(
    ("word", "assignment", "base", "code", "clears"),
    [
        ("date=2019", Assignment("date", "=", "2019"), "date", "", False),
        ("date=", Assignment("date", "=", ""), "date", "", True),
        ("date= ", Assignment("date", "=", " "), "date", "", True),
        ("topics+=media", Assignment("topics", "+=", "media"), "topics", "", False),
        ("topics-=media", Assignment("topics", "-=", "media"), "topics", "", False),
        ("topics-=", Assignment("topics", "-=", ""), "topics", "", False),
        ("title.fr=À", Assignment("title.fr", "=", "À"), "title", "fr", False),
        ("title.fr=", Assignment("title.fr", "=", ""), "title", "fr", False),
        ("notes=a=b+=c", Assignment("notes", "=", "a=b+=c"), "notes", "", False),
        ("notes+=a=b", Assignment("notes", "+=", "a=b"), "notes", "", False),
        (" notes = a\nb", Assignment("notes", "=", " a\nb"), "notes", "", False),
        ("a-b=c", Assignment("a-b", "=", "c"), "a-b", "", False),
    ],
)
def test_parse(word: str, assignment: Assignment, base: str, code: str, clears: bool) -> None:  # noqa: FBT001 (a table)
    """A word is split at the first sign, the field's name at its dot."""
    assert parse_assignments([word]) == [assignment]
    assert (assignment.base, assignment.code, assignment.clears) == (base, code, clears)


def test_all_words_that_are_no_assignments() -> None:
    """They are named together, and no good one stands in for them."""
    with pytest.raises(Refused) as refused:
        parse_assignments(["date", "title=A", "=2019", " +=x", ""])
    assert refused.value.lines == (
        '"date" is no assignment: write FIELD=VALUE',
        '"=2019" is no assignment: write FIELD=VALUE',
        '" +=x" is no assignment: write FIELD=VALUE',
        '"" is no assignment: write FIELD=VALUE',
    )


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ([], {}),
        (["start=2019-05"], {"start": Date(2019, 5)}),
        (["number= 4 "], {"number": 4}),
        (["supplied=non"], {"supplied": False}),
        (["type=webinar", "url=https://a.b/"], {"type": "webinar", "url": "https://a.b/"}),
        (
            ["start=", "places=", "colour=", "hosts="],
            dict.fromkeys(("start", "places", "colour", "hosts")),
        ),
        (["end="], {"end": None}),
        (["title=Lab"], {"title": {"en": "Lab"}}),
        (["title.fr=À Oslo"], {"title": {"en": "Oslo", "fr": "À Oslo"}}),
        (["title.en=Lab", "title.fr=Labo"], {"title": {"en": "Lab", "fr": "Labo"}}),
        (["title=Lab", "title.fr=Labo", "title.fr="], {"title": {"en": "Lab"}}),
        (["title="], {"title": None}),
        (["description.fr="], {"description": None}),
        (["description=In Oslo"], {"description": {"fr": "À Oslo", "en": "In Oslo"}}),
        (["venue.fr=Salle 1"], {"venue": {"fr": "Salle 1"}}),
        (["topics=media"], {"topics": ("media",)}),
        (["topics=a; b"], {"topics": ("a", "b")}),
        (["topics+=media; new; new"], {"topics": ("media", "refugees", "new")}),
        (["topics-=media"], {"topics": ("refugees",)}),
        (["topics-=refugees; media"], {"topics": None}),
        (["topics-=media", "topics+=new"], {"topics": ("refugees", "new")}),
        (["topics=", "topics+=new"], {"topics": ("new",)}),
        (["organisers+=A, B; C"], {"organisers": ("A, B", "C")}),
        (
            ["documents+=Report | https://a.b/ | report; Minutes"],
            {
                "documents": (
                    AGENDA,
                    RAPPORT,
                    {"title": {"en": "Report"}, "url": "https://a.b/", "type": "report"},
                    {"title": {"en": "Minutes"}},
                )
            },
        ),
        (["documents-=Agenda || agenda"], {"documents": (RAPPORT,)}),
        (
            ["documents=Study || study"],
            {"documents": ({"title": {"en": "Study"}, "type": "study"},)},
        ),
        (["languages="], {"languages": None}),
        (["languages=en; fr", "languages+=uk"], {"languages": ("en", "fr", "uk")}),
        (["occasion="], {"occasion": None}),
        (["occasion=A day", "occasion.fr=Un jour"], {"occasion": {"en": "A day", "fr": "Un jour"}}),
    ],
)
def test_assigned(words: list[str], values: dict[str, Any]) -> None:
    """Each field has its new clean value, None where it is cleared; words build on one another."""
    assert assigned(*words) == (values, [])


def test_the_language_of_the_catalogue() -> None:
    """Text given without a language is in that of the catalogue, not in English."""
    assignments = parse_assignments(["title=Oslo, en mai", "documents=Ordre du jour"])
    values = {
        "title": {"en": "Oslo", "fr": "Oslo, en mai"},
        "documents": ({"title": {"fr": "Ordre du jour"}},),
    }
    assert assigned_values(MEETING, assignments, "fr") == (values, [])


@pytest.mark.parametrize(
    ("word", "wrong"),
    [
        ("strat=2019", ["strat: a meeting has no such field (did you mean start?)"]),
        ("xyzzy=", ["xyzzy: a meeting has no such field"]),
        ("colour=blue", ["colour: a meeting has no such field"]),
        ("colour+=", ["colour: a meeting has no such field"]),
        ("colour.fr=", ["colour.fr: a meeting has no such field"]),
        ("start.fr=2019", ["start.fr: it is not text by language"]),
        ("start+=2019", ["start: it is not a list: write start=VALUE"]),
        ("title-=Oslo", ["title: it is not a list: write title=VALUE"]),
        ("title.fr+=Oslo", ["title.fr: it is not a list: write title=VALUE"]),
        ("topics.fr=a", ["topics.fr: it is not text by language"]),
        ("title.fr=", ["title.fr: there is no text in fr to clear"]),
        ("venue=", ["venue: there is no text in en to clear"]),
        ("description=", ["description: there is no text in en to clear"]),
        (
            "title.zz=A",
            ['title.zz: "zz" is not a language code of ISO 639-1, such as en, fr or uk'],
        ),
        ("start=2019-02-30", ['start: "2019-02-30" is not a date (February 2019 has 28 days)']),
        ("topics-=media; no", ["topics: no is not among them: media; refugees"]),
        ("participants-=Ana", ["participants: Ana is not among them: nothing is there"]),
        ("documents-=Agenda", ["documents: Agenda is not among them: Agenda |  | agenda; Rapport"]),
        ("topics+=", ["topics: it is empty: give it a value, or leave it out"]),
        (
            "places=Oslo; Paris, FR; Rome",
            [
                'places: "Oslo" is not a place: write City, CC or CC, as in Helsinki, FI',
                'places: "Rome" is not a place: write City, CC or CC, as in Helsinki, FI',
            ],
        ),
        (
            "documents+=A | b | c | d",
            ['documents: "A | b | c | d" is not a document: TITLE | URL | TYPE'],
        ),
        (
            "documents+=| b",
            [
                'documents: "b" is not a link: it begins with https:// and holds no spaces',
                "documents: a document needs a title",
            ],
        ),
        ("languages+=fr", [f"languages: {WRONG}"]),
        ("languages-=en", [f"languages: {WRONG}"]),
        ("occasion.fr=Un jour", [f"occasion.fr: {WRONG}"]),
        ("occasion.fr=", [f"occasion.fr: {WRONG}"]),
    ],
)
def test_refused(word: str, wrong: list[str]) -> None:
    """The sentence names the field as it was given, and nothing is assigned."""
    assert assigned(word) == ({}, wrong)


def test_all_problems_at_once() -> None:
    """Every wrong assignment has its sentence, in their order; the others are made."""
    assert assigned("number=three", "start=2019", "topcs=a", "end=2019-13") == (
        {"start": Date(2019)},
        [
            'number: "three" is not a whole number, such as 3',
            "topcs: a meeting has no such field (did you mean topics?)",
            'end: "2019-13" is not a date (there are 12 months)',
        ],
    )
