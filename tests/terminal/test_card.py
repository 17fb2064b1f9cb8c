"""A card shows all of a record: in a grid, above each other, or a label and a value a line."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from builders import records_of, shipped

from icccat import locale
from icccat.records.translations import translations
from icccat.terminal.card import show_card
from icccat.terminal.safe import width as cells
from icccat.terminal.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.records.record import Record

ESCAPES = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m")
RECORDS = """
[topic.refugees]
label = "Refugees"
[series.policy-lab]
title = "Policy labs"
since = "2017-11"
[place."Helsinki, FI"]
also = ["Helsingfors"]
[video.a]
title.fr = "Entre"
date = 2019-06-01
supplied = true
duration = "8:05"
[meeting.policy-lab-helsinki]
title.en = "Inclusive Integration Policy Lab"
title.fr = "Laboratoire d’intégration"
title.uk = "Лабораторія"
description.en = "First line.\\nSecond line."
series = "policy-lab"
number = 3
start = 2019-05-28
end = 2019-05-29
places = ["Helsinki, FI", "SE"]
languages = ["en", "uk"]
topics = ["refugees", "gone"]
documents = [
  { title = { en = "Report", fr = "Rapport" }, url = "https://rm.coe.int/report", type = "report" },
  { title.uk = "Порядок", type = "agenda" },
  { title = "Minutes" },
]
source = "https://www.coe.int/en/web/interculturalcities/an-address-that-is-very-long-indeed"
colour = "red"
[meeting.open]
title = "Begun"
start = "2021"
[meeting.ended]
title = "Ended"
end = "2021-03"
"""
PLAIN = """\
title (English): Inclusive Integration Policy Lab
title (French): Laboratoire d’intégration
title (Ukrainian): Лабораторія
meeting: policy-lab-helsinki
dates: 28–29 May 2019
description (English): First line.
Second line.
description (French): no French description
series: Policy labs (policy-lab)
number: 3
places: Helsinki, FI
places: SE
topics: Refugees (refugees)
topics: gone
languages: English
languages: Ukrainian
documents (English): Report
documents (French): Rapport
documents: https://rm.coe.int/report, report
documents (Ukrainian): Порядок
documents: agenda
documents (English): Minutes
documents (French): no French title
source: https://www.coe.int/en/web/interculturalcities/an-address-that-is-very-long-indeed
colour: red
has the recording: Entre\u00a0[fr] (a)
"""
PIPED = """\
Inclusive Integration Policy Lab
meeting: policy-lab-helsinki
dates: 28–29 May 2019
title (French): Laboratoire d’intégration
title (Ukrainian): Лабораторія
description (English): First line.
Second line.
series: Policy labs (policy-lab)
number: 3
places: Helsinki, FI
places: SE
topics: Refugees (refugees)
topics: gone
languages: English
languages: Ukrainian
documents: Report, https://rm.coe.int/report, report
documents: Порядок, agenda
documents: Minutes
source: https://www.coe.int/en/web/interculturalcities/an-address-that-is-very-long-indeed
colour: red
has the recording: Entre (a)
"""
ODD = """
[topic.bare]
broader = "refugees"
[topic.uk]
label.uk = "Біженці"
"""
MARKED = "\u00a0[fr]"
HOSTILE = r"""
[video."\u001b[2J"]
title.en = "[/Oslo] [draft] :smile: \u001b]52;c;cm0=\u0007"
title.fr = "\u202eX\u009b"
url = "https://x.org/\u009c\u009b2J"
"[bold]\u001b" = "https://evil.org\u001b\\\u001b[2J"
"""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English again afterwards."""
    yield
    locale.use("en")


LAB = ("meeting", "policy-lab-helsinki")


def card(text: str, kind: str, id_: str, form: str = "plain", width: int = 80) -> str:
    """The card of one of the records of a catalogue's text, as it is written."""
    return written(text, (kind, id_), form, width)[0]


def written(
    text: str, key: tuple[str, str], form: str, width: int, language: str = "en"
) -> tuple[str, str]:
    """The same, and what is noted below it."""
    kind, id_ = key
    records = records_of(text, wrong=ODD in text)  # a topic without a label
    others: list[tuple[str, Record]] = []
    if kind == "meeting" and id_ == "policy-lab-helsinki":
        others = [("has the recording", records["video"]["a"])]
    out, err = io.StringIO(), io.StringIO()
    terminal = Terminal(out, err, form, width, language)
    show_card(terminal, records[kind][id_], records, others)
    return out.getvalue(), err.getvalue()


def lines(text: str) -> list[str]:
    """The lines without colours and links, and without the blanks that fill a column."""
    return [line.rstrip() for line in ESCAPES.sub("", text).splitlines()]


def test_plain() -> None:
    """Every value on a line of its own, each language named, also one that is not there."""
    assert written(RECORDS, LAB, "plain", 80) == (PLAIN, "[fr] French: not yet in English\n")


def test_piped() -> None:
    """For other programs nothing is marked or noted, the title stands above without a label."""
    assert written(RECORDS, LAB, "lines", 80) == (PIPED, "")


@pytest.mark.parametrize(
    ("kind", "id_", "expected"),
    [
        ("video", "a", "Entre\nvideo: a\ndate: 1 June 2019\nduration: 8:05\ntitle supplied: yes\n"),
        ("meeting", "open", "Begun\nmeeting: open\nstart: 2021\n"),
        ("meeting", "ended", "Ended\nmeeting: ended\nend: March 2021\n"),
        ("series", "policy-lab", "Policy labs\nseries: policy-lab\nsince: November 2017\n"),
        ("topic", "refugees", "Refugees\ntopic: refugees\n"),
        ("place", "Helsinki, FI", "Helsinki, FI\nplace: Helsinki, FI\nalso: Helsingfors\n"),
    ],
)
def test_each_kind(kind: str, id_: str, expected: str) -> None:
    """Whatever its kind and however little is known of it, a record has a card."""
    assert card(RECORDS, kind, id_, "lines") == expected


def test_a_grid() -> None:
    """In a terminal the values stand beside their labels, a label that repeats is left out."""
    assert lines(card(RECORDS, "meeting", "policy-lab-helsinki", "rich", 80)) == [
        "Inclusive Integration Policy Lab",
        "meeting                policy-lab-helsinki",
        "dates                  28–29 May 2019",
        "title (French)         Laboratoire d’intégration",
        "title (Ukrainian)      Лабораторія",
        "description (English)  First line.",
        "                       Second line.",
        "series                 Policy labs (policy-lab)",
        "number                 3",
        "places                 Helsinki, FI",
        "                       SE",
        "topics                 Refugees (refugees)",
        "                       gone",
        "languages              English",
        "                       Ukrainian",
        "documents              Report, https://rm.coe.int/report, report",
        "documents (French)     Rapport",
        "documents              Порядок\u00a0[uk], agenda",
        "                       Minutes",
        "source",
        "https://www.coe.int/en/web/interculturalcities/an-address-that-is-very-long-indeed",
        "colour                 red",
        "has the recording      Entre\u00a0[fr] (a)",
    ]


def test_side_by_side() -> None:
    """From 120 cells on English and French stand beside each other, all else in one cell."""
    answer, notes = written(RECORDS, LAB, "rich", 120)
    assert notes == "[fr] French: not yet in English\n"
    assert lines(answer) == [
        "                       English                                           French",
        (
            "title                  Inclusive Integration Policy Lab                  "
            "Laboratoire d’intégration"
        ),
        "title (Ukrainian)      Лабораторія",
        "meeting                policy-lab-helsinki",
        "dates                  28–29 May 2019",
        (
            "description            First line.                                       "
            "no French description"
        ),
        "                       Second line.",
        "series                 Policy labs (policy-lab)",
        "number                 3",
        "places                 Helsinki, FI",
        "                       SE",
        "topics                 Refugees (refugees)",
        "                       gone",
        "languages              English",
        "                       Ukrainian",
        "documents              Report                                            Rapport",
        "                       https://rm.coe.int/report, report",
        "documents (Ukrainian)  Порядок",
        "documents              agenda",
        "                       Minutes                                           no French title",
        (
            "source                 "
            "https://www.coe.int/en/web/interculturalcities/an-address-that-is-very-long-indeed"
        ),
        "colour                 red",
        "has the recording      Entre\u00a0[fr] (a)",
    ]


def test_no_columns_below_120_cells() -> None:
    """In a narrower terminal the languages stand one above the other."""
    answer, _notes = written(RECORDS, LAB, "rich", 119)
    assert lines(answer)[:2] == [
        "Inclusive Integration Policy Lab",
        "meeting                policy-lab-helsinki",
    ]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (("place", "Helsinki, FI"), ["Helsinki, FI", "place  Helsinki, FI", "also   Helsingfors"]),
        (("topic", "bare"), ["bare", "topic    bare", "broader  Refugees (refugees)"]),
        (("topic", "uk"), ["label (Ukrainian)  Біженці", "topic              uk"]),
    ],
)
def test_nothing_in_two_languages(key: tuple[str, str], expected: list[str]) -> None:
    """What has no text in English or French has no columns, but its name on top."""
    assert lines(written(RECORDS + ODD, key, "rich", 120)[0]) == expected
    plain = written(RECORDS + ODD, key, "plain", 120)[0].splitlines()
    assert plain == [re.sub(" {2,}", ": ", line) for line in expected]


def test_the_columns_of_a_reader_of_french() -> None:
    """English keeps its side; the labels, and what is missing, are said in French."""
    locale.use("fr")
    answer, notes = written(RECORDS, ("video", "a"), "rich", 120, "fr")
    assert (lines(answer)[:3], notes) == (
        [
            "             anglais                                                français",
            "titre        sans titre en anglais                                  Entre",
            "vidéo        a",
        ],
        "",
    )


def test_a_wide_terminal() -> None:
    """A column of text has 80 cells at most, and what is in one cell all the room."""
    text = f'[series.a]\ntitle.en = "{"word " * 40}"\naudiences = ["{"more " * 40}"]'
    found = lines(written(text, ("series", "a"), "rich", 300)[0])
    assert [len(line) for line in found] == [101, 110, 90, 50, 12, 210]


def test_no_room_for_columns() -> None:
    """Where a word would have to be broken, the languages stand one above the other."""
    word = "Donaudampfschifffahrtsgesellschaft" * 2
    found = lines(written(f'[topic.a]\nlabel.fr = "{word}"', ("topic", "a"), "rich", 120)[0])
    assert found == [f"{word}\u00a0[fr]", "topic  a"]


@pytest.mark.parametrize(
    ("title", "title_fr"),
    [("", "Entre"), ("Entre", "Entre")],
)
def test_the_title_above(title: str, title_fr: str) -> None:
    """The title above the card is marked where it is not in the reader's language, and once."""
    text = f'[video.a]\ntitle.fr = "{title_fr}"\n' + (f'title.en = "{title}"\n' if title else "")
    answer, notes = written(text, ("video", "a"), "rich", 80)
    assert lines(answer) == [f"Entre{'' if title else MARKED}", "video  a"]
    assert notes == ("" if title else "[fr] French: not yet in English\n")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [40, 80, 100, 120, 200, 300])
def test_every_record_of_the_catalogue(width: int, language: str) -> None:
    """Whatever the width, every word of every text is there whole, and no line is wider."""
    locale.use(language)
    everyone = shipped()
    for record in (one for of_kind in everyone.values() for one in of_kind.values()):
        out = io.StringIO()
        show_card(Terminal(out, io.StringIO(), "rich", width, language), record, everyone)
        found = lines(out.getvalue())
        there = {word for line in found for word in line.split()}
        texts = [
            one for _, path, by in translations(record) for one in by.values() if len(path) == 1
        ]
        assert {record.id.split()[0], *(word for text in texts for word in text.split())} <= there
        too_wide = [one for one in found if cells(one) > width and len(one.split()) > 1]
        assert [one for one in too_wide if "http" not in one] == []


def test_no_room_for_a_grid() -> None:
    """Where an id would be broken, labels stand above the values, and one word stays whole."""
    found = lines(card(RECORDS, "meeting", "policy-lab-helsinki", "rich", 40))
    assert found[:4] == [
        "Inclusive Integration Policy Lab",
        "meeting",
        "policy-lab-helsinki",
        "dates",
    ]
    assert (
        "https://www.coe.int/en/web/interculturalcities/an-address-that-is-very-long-indeed"
        in found
    )


def test_links() -> None:
    """Each address can be followed, and is whole, however long it is."""
    text = card(RECORDS, "meeting", "policy-lab-helsinki", "rich", 80)
    assert re.findall(r"\x1b\]8;id=\d+;([^\x1b]+)\x1b\\([^\x1b]+)", text) == [
        ("https://rm.coe.int/report", "https://rm.coe.int/report"),
        ("https://www.coe.int/en/web/interculturalcities/an-address-that-is-very-long-indeed",) * 2,
    ]


@pytest.mark.parametrize(
    ("form", "width"), [("rich", 20), ("rich", 80), ("rich", 120), ("plain", 80)]
)
def test_hostile(form: str, width: int) -> None:
    """Markup is only text; no control or mark of direction reaches the terminal but our own."""
    written = card(HOSTILE, "video", "\x1b[2J", form, width)
    text = ESCAPES.sub("", written)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    words = set(text.replace(":", " ").split())
    assert {"[/Oslo]", "[draft]", "smile", "␛]52;c;cm0=␇", "␛[2J", "<U+202E>X<U+009B>"} <= words
    assert "[bold]␛" in words
    links = set(re.findall(r"\x1b\]8;id=\d+;([^\x1b]+)\x1b\\", written))
    expected = {"https://x.org/<U+009C><U+009B>2J", "https://evil.org␛\\␛[2J"}
    assert links == (expected if form == "rich" else set())
