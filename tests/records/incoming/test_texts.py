"""Text by language: in which language a column is, and when its text is the same."""

from __future__ import annotations

import pytest
from rows import after, planned, told

from icccat.errors import Refused
from icccat.records.incoming import Wanted

EN = "The intercultural approach to refugee inclusion"
FR = "L’approche interculturelle de l’inclusion des réfugiés"
WOMEN = "Les femmes dans la ville"


def title(row: dict[str, object], **wanted: str) -> object:
    """The title that a row leads to; None where it changes nothing."""
    found = planned(row, wanted=Wanted(**wanted))
    assert told(found) == []
    return next(iter(after(found).values()))["title"] if found.changes else None  # type: ignore[index]


@pytest.mark.parametrize(
    "row",
    [
        {"id": "inclusion", "title": EN},
        {"id": "inclusion", "title": f" {EN}\n", "title_fr": FR},
        {"id": "inclusion", "title": FR},
        {"id": "inclusion", "title": {"en": EN, "fr": None}},
        {"id": "women", "title": WOMEN},
        {"id": "women", "title_en": "-"},
        {"id": "women", "description": "-"},
    ],
)
def test_the_same(row: dict[str, object]) -> None:
    """What the record has in that language; where it is not named, in any language."""
    assert title(row) is None


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        ({"id": "inclusion", "title": "A"}, {"en": "A", "fr": FR}),
        ({"id": "inclusion", "title": "A", "title_uk": "B"}, {"en": "A", "fr": FR, "uk": "B"}),
        ({"id": "inclusion", "title": FR, "title_fr": EN}, {"en": FR, "fr": EN}),
        ({"id": "inclusion", "title": "-"}, {"fr": FR}),
        ({"id": "inclusion", "title": {"en": "-", "fr": "A"}}, {"fr": "A"}),
        ({"id": "inclusion", "title": 2019}, {"en": "2019", "fr": FR}),
        ({"id": "women", "title": "Women in the city"}, {"fr": WOMEN, "en": "Women in the city"}),
    ],
)
def test_another(row: dict[str, object], texts: dict[str, str]) -> None:
    """Only the text in the language of the column changes."""
    assert title(row) == texts


def test_in_another_language() -> None:
    """--in says what a column without a language is in, also beside others."""
    assert title({"id": "inclusion", "title": "A"}, language="fr") == {"en": EN, "fr": "A"}
    assert title({"id": "inclusion", "title": "A", "title_en": EN}, language="fr") == {
        "en": EN,
        "fr": "A",
    }


def test_seen_in_the_records() -> None:
    """A file with texts in French, as exported with --in fr, is taken for one."""
    found = planned({"id": "inclusion", "title": FR}, {"id": "women", "title": "A"})
    assert found.said[-1] == "taken for texts in fr: title"
    assert after(found) == {
        "video.women": {"title": {"fr": "A"}, "date": "2019-06", "url": "https://vimeo.com/2"}
    }


def test_in_no_one_language() -> None:
    """Where no language fits all texts, it must be said."""
    rows = {"id": "inclusion", "title": FR}, {"id": "media", "label": "Media"}
    with pytest.raises(Refused, match=r"several languages \(en, fr\): say which with --in"):
        planned(*rows)
    assert planned(*rows, wanted=Wanted(language="fr")).changes == []


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        (
            "Les femmes dans les villes",
            "it is like the text in fr: name the column title_fr, or say --in fr",
        ),
        ("-", "there is no text in en to clear: name the column title_fr"),
        ({"xx": "A"}, '"xx" is not a language code of ISO 639-1, such as en, fr or uk'),
        ({"en": ["A"]}, "it is not one value: give text, a number or a date"),
    ],
)
def test_refused(cell: object, sentence: str) -> None:
    """A text that was edited in another language than the column's is not put in the wrong one."""
    assert told(planned({"id": "women", "title": cell})) == [f"line 2, title: {sentence}"]
