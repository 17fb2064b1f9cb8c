"""What a field offers, and which offer a text means."""

from __future__ import annotations

import pytest
from builders import records_of
from guiding import RECORDS

from icccat.guide.offers import FLAGS, Offer, begun, meant, numbered, offers
from icccat.records.kinds import KINDS

MORE = records_of("""\
[place."Lisbon, PT"]
also = ["Lisbonne"]

[video.a]
title.en = "A"
speakers = ["Ana Silva", "Élise Roy"]
occasion = {en = "World Radio Day", fr = "Journée de la radio"}
audiences = ["teachers", "grandparents"]
places = ["Oslo, NO", "FR"]
""")


def offered(name: str, code: str = "", language: str = "en") -> list[Offer]:
    """What a field of videos offers among those records."""
    field = KINDS["video"].field(name)
    assert field is not None
    return offers(field, MORE, code=code, language=language)


@pytest.mark.parametrize(
    ("name", "code", "values"),
    [
        ("version", "", ["full", "short", "trailer"]),
        ("supplied", "", ["true", "false"]),
        ("speakers", "", ["Ana Silva", "Élise Roy"]),
        ("occasion", "fr", ["Journée de la radio"]),
        ("occasion", "en", ["World Radio Day"]),
        ("occasion", "uk", []),
        ("version_of", "", ["a"]),
        ("title", "en", []),
        ("date", "", []),
        ("documents", "", []),
    ],
)
def test_offers(name: str, code: str, values: list[str]) -> None:
    """Closed lists, what was used before, and the ids of records; not what is each one's own."""
    assert [offer.value for offer in offered(name, code)] == values


def test_words_of_an_open_list() -> None:
    """Those declared come first, then those used beside them."""
    assert [offer.value for offer in offered("audiences")][-2:] == ["young people", "grandparents"]


def test_references() -> None:
    """A record is found by its titles in every language, and by its other names."""
    field = KINDS["video"].field("topics")
    assert field is not None
    assert offers(field, RECORDS, code="", language="fr") == [
        Offer("media", "Médias", ("Media", "Médias")),
        Offer("refugees", "Réfugiés", ("Refugees", "Réfugiés", "asylum seekers")),
    ]


def test_places() -> None:
    """A place is found by its other names, with or without its country; then come countries."""
    found = offered("places", language="fr")
    assert found[:2] == [
        Offer(
            "Lisbon, PT",
            "Lisbonne, Portugal",
            (
                *("Lisbon", "Lisbon, Portugal", "Lisbon, Portugal"),
                *("Lisbonne", "Lisbonne, Portugal", "Lisbonne, Portugal"),
            ),
        ),
        Offer("Oslo, NO", "Norvège", ("Oslo", "Oslo, Norway", "Oslo, Norvège")),
    ]
    assert Offer("FI", "Finlande", ("Finland", "Finlande")) in found


def test_languages() -> None:
    """A language is found by its names."""
    assert Offer("fr", "français", ("French", "français")) in offered("languages", language="fr")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("version", ("full", "short", "trailer")),
        ("status", ("planned", "published", "withdrawn")),
        ("supplied", ("true", "false")),
        ("topics", ()),
    ],
)
def test_numbered(name: str, words: tuple[str, ...]) -> None:
    """Lists of declared words are numbered."""
    field = KINDS["video"].field(name)
    assert field is not None
    assert numbered(field) == words


AMONG = (
    Offer("media", "Media", ("Media", "Médias")),
    Offer("social-media", "", ("Social media", "Médias sociaux")),
    Offer("MEDIA"),
    Offer("x", "", ("Same",)),
    Offer("y", "", ("same",)),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("media", "media"),
        ("MEDIA", "MEDIA"),
        ("medias", "media"),
        ("social MEDIA", "social-media"),
        ("same", None),
        ("med", None),
    ],
)
def test_meant(text: str, value: str | None) -> None:
    """A whole name means its offer, in whichever case and language, if it is that of one alone."""
    found = meant(text, AMONG)
    assert (found and found.value) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("med", ["media", "MEDIA", "social-media"]),
        ("soc", ["social-media"]),
        ("SOCIAUX", ["social-media"]),
        ("edia", []),
        ("", ["media", "social-media", "MEDIA", "x", "y"]),
    ],
)
def test_begun(text: str, values: list[str]) -> None:
    """A value that begins so comes before another name, and that before a word inside."""
    assert [offer.value for offer in begun(text, AMONG)] == values


def test_flags_in_both_languages() -> None:
    """Yes and no are understood in English and French."""
    assert [meant(text, FLAGS) for text in ("Y", "oui", "NON")] == [FLAGS[0], FLAGS[0], FLAGS[1]]
