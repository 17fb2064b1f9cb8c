"""A card shows all of a record: in a grid, above each other, or a label and a value a line."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from builders import records_of

from icccat.terminal.card import show_card
from icccat.terminal.terminal import Terminal

if TYPE_CHECKING:
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
  { title = "Report", url = "https://rm.coe.int/report", type = "report" },
  { title = "Agenda", type = "agenda" },
  { title = "Minutes" },
]
source = "https://www.coe.int/en/web/interculturalcities/a-very-long-address-that-folds"
colour = "red"
[meeting.open]
title = "Begun"
start = "2021"
[meeting.ended]
title = "Ended"
end = "2021-03"
"""
PLAIN = """\
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
documents: Agenda, agenda
documents: Minutes
source: https://www.coe.int/en/web/interculturalcities/a-very-long-address-that-folds
colour: red
has the recording: Entre (a)
"""
HOSTILE = r"""
[video."\u001b[2J"]
title.en = "[/Oslo] [draft] :smile: \u001b]52;c;cm0=\u0007"
title.fr = "\u202eX\u009b"
url = "https://x.org/\u009c\u009b2J"
"[bold]\u001b" = "https://evil.org\u001b\\\u001b[2J"
"""


def card(text: str, kind: str, id_: str, form: str = "plain", width: int = 80) -> str:
    """The card of one of the records of a catalogue's text, as it is written."""
    records = records_of(text)
    others: list[tuple[str, Record]] = []
    if kind == "meeting" and id_ == "policy-lab-helsinki":
        others = [("has the recording", records["video"]["a"])]
    out = io.StringIO()
    show_card(Terminal(out, io.StringIO(), form, width), records[kind][id_], records, others)
    return out.getvalue()


def lines(text: str) -> list[str]:
    """The lines without colours and links, and without the blanks that fill a column."""
    return [line.rstrip() for line in ESCAPES.sub("", text).splitlines()]


def test_plain() -> None:
    """Every value on a line of its own; what a reference names, by its title and id."""
    assert card(RECORDS, "meeting", "policy-lab-helsinki") == PLAIN
    assert card(RECORDS, "meeting", "policy-lab-helsinki", "lines") == PLAIN


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
    assert card(RECORDS, kind, id_) == expected


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
        "                       Agenda, agenda",
        "                       Minutes",
        "source                 https://www.coe.int/en/web/interculturalcities/a-very-lon",
        "                       g-address-that-folds",
        "colour                 red",
        "has the recording      Entre (a)",
    ]


def test_no_room_for_a_grid() -> None:
    """Where an id would be broken, labels stand above the values, and one word stays whole."""
    found = lines(card(RECORDS, "meeting", "policy-lab-helsinki", "rich", 40))
    assert found[:4] == [
        "Inclusive Integration Policy Lab",
        "meeting",
        "policy-lab-helsinki",
        "dates",
    ]
    assert "https://www.coe.int/en/web/interculturalcities/a-very-long-address-that-folds" in found


def test_links() -> None:
    """Each address can be followed, in whole, from wherever it stands and however it folds."""
    text = card(RECORDS, "meeting", "policy-lab-helsinki", "rich", 80)
    assert re.findall(r"\x1b\]8;id=\d+;([^\x1b]+)\x1b\\([^\x1b]+)", text) == [
        ("https://rm.coe.int/report", "https://rm.coe.int/report"),
        (
            "https://www.coe.int/en/web/interculturalcities/a-very-long-address-that-folds",
            "https://www.coe.int/en/web/interculturalcities/a-very-lon",
        ),
        (
            "https://www.coe.int/en/web/interculturalcities/a-very-long-address-that-folds",
            "g-address-that-folds",
        ),
    ]


@pytest.mark.parametrize(("form", "width"), [("rich", 20), ("rich", 80), ("plain", 80)])
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
