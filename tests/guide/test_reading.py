"""What a typed answer means, and what is refused."""

from __future__ import annotations

import pytest
from guiding import setting

from icccat.guide.reading import Mistake, Reading, nearest_of, read, yes_or_no

VIDEO, MEETING = setting("video"), setting("meeting")


def reading(kind: str, name: str, text: str) -> Reading:
    """What the text answers to a question of the kind."""
    among = VIDEO if kind == "video" else MEETING
    entry = among.entry(name)
    return read(entry, text, among.offers(entry), "en")


@pytest.mark.parametrize(
    ("name", "text", "values", "echo"),
    [
        ("id", "a-b", ["a-b"], ""),
        ("title.en", "Media\n and  cities", ["Media and cities"], ""),
        ("date", "20 juin 2019", ["2019-06-20"], "20 June 2019, a Thursday"),
        ("date", "June 2019", ["2019-06"], ""),
        ("series", "Policy labs", ["policy-lab"], ""),
        ("series", "pol", ["policy-lab"], "Policy labs"),
        ("version", "2", ["short"], "short"),
        ("version", "TR", ["trailer"], "trailer"),
        (
            "version_of",
            "refugee-inclusion",
            ["refugee-inclusion"],
            "The intercultural approach to refugee inclusion",
        ),
        (
            "audiences",
            "1 3",
            ["general public", "local governments"],
            "general public; local governments",
        ),
        ("audiences", "6, 7", ["teachers", "young people"], "teachers; young people"),
        ("audiences", "Teachers", ["teachers"], ""),
        ("topics", "asylum seekers; media", ["refugees", "media"], "Refugees; Media"),
        ("topics", "media\nMEDIA; ", ["media"], "Media"),
        ("languages", "French; uk", ["fr", "uk"], "French; Ukrainian"),
        ("speakers", "Ana; Élise", ["Ana", "Élise"], ""),
        ("places", "helsingfors", ["Helsinki, FI"], "Helsinki, FI"),
        ("places", "Bergen, Norvège", ["Bergen, NO"], "Bergen, NO"),
        ("places", "Bergen, NO", ["Bergen, NO"], ""),
        ("places", "Finland", ["FI"], "FI"),
        (
            "url",
            "vimeo.com/340198046",
            ["https://vimeo.com/340198046"],
            "https://vimeo.com/340198046",
        ),
        ("url", "https://vimeo.com/1", ["https://vimeo.com/1"], ""),
        ("supplied", "Oui", ["true"], "true"),
        ("supplied", "2", ["false"], "false"),
        ("duration", "8:05", ["8:05"], ""),
        ("part", "3", ["3"], ""),
        (
            "documents",
            "Report | https://rm.coe.int/r | report",
            ["Report | https://rm.coe.int/r | report"],
            "",
        ),
    ],
)
def test_read(name: str, text: str, values: list[str], echo: str) -> None:
    """Numbers, names in either language and beginnings are understood, and said back."""
    assert reading("video", name, text) == Reading(values, echo)


def test_a_period() -> None:
    """The start of a meeting may be given with its end."""
    assert reading("meeting", "start", "3-4 June 2024") == Reading(
        ["2024-06-03"], "3–4 June 2024, Monday to Tuesday", also={"end": ["2024-06-04"]}
    )


def test_a_new_word() -> None:
    """A word of an open list that is new is taken, with a warning and the nearest."""
    assert reading("meeting", "type", "policy lob") == Reading(
        ["policy lob"],
        "",
        ('"policy lob" has not been used under type before (did you mean policy lab?)',),
    )


@pytest.mark.parametrize(
    ("name", "text", "sentence", "near"),
    [
        ("topics", "refuges", 'there is no topic "refuges" (did you mean refugees?)', "refugees"),
        (
            "topics",
            "Refugiées",
            'there is no topic "Refugiées" (did you mean refugees?)',
            "refugees",
        ),
        ("topics", "asylum claims", 'there is no topic "asylum claims"', ""),
        ("topics", "asylums", 'there is no topic "asylums" (did you mean refugees?)', ""),
        ("topics", "xyz", 'there is no topic "xyz"', ""),
        (
            "version_of",
            "refugee-inc",
            'there is no video "refugee-inc" (did you mean refugee-inclusion?)',
            "refugee-inclusion",
        ),
        ("version", "4", '"4" is not one of: full, short, trailer', ""),
        (
            "version",
            "shrot",
            '"shrot" is not one of: full, short, trailer (did you mean short?)',
            "short",
        ),
        ("date", "3-4 June 2024", '"3-4 June 2024" is two dates, and one is wanted', ""),
        (
            "url",
            "not a link",
            '"not a link" is not a link: it begins with https:// and holds no spaces',
            "",
        ),
        ("part", "third", '"third" is not a whole number, such as 3', ""),
        (
            "places",
            "Nowhere",
            '"Nowhere" is not a place: write City, CC or CC, as in Helsinki, FI',
            "",
        ),
        ("documents", "| https://x.org", "a document needs a title", ""),
    ],
)
def test_mistakes(name: str, text: str, sentence: str, near: str) -> None:
    """The sentence says what is wrong, and what is near is at hand."""
    with pytest.raises(Mistake) as mistake:
        reading("video", name, text)
    assert (str(mistake.value), mistake.value.near) == (sentence, near)


def test_nearest_of_no_offers() -> None:
    """Where nothing is offered, nothing is near."""
    assert nearest_of("media", []) == ""


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("y", True), ("Oui", True), ("n", False), ("no", False), ("", None), ("maybe", None)],
)
def test_yes_or_no(text: str, meaning: bool | None) -> None:  # noqa: FBT001 (a column of the table)
    """Only yes and no, whole or by their letter, decide."""
    assert yes_or_no(text) is meaning
