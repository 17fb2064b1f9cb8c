"""A document of Markdown, read as CommonMark: all that a record holds, and none of it markup."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from builders import records_of
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from icccat.formats import Selection
from icccat.formats.md import write
from icccat.formats.page.words import KOSOVO
from icccat.records.columns import columns_named
from icccat.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.token import Token

RECORDS = records_of("""
[topic.refugees]
label = { en = "Refugees", fr = "Réfugiés" }

[series.didactic]
title = "Didactic videos"
url = "https://example.org/didactic"

[video.inclusion]
title = { en = "Inclusion, *in short*", fr = "L’inclusion" }
description = { en = "What it is.\\n\\n1. And why.", fr = "Ce que c’est." }
date = "2019-06"
series = "didactic"
part = 2
topics = ["refugees", "media"]
places = ["Lisbon, PT", "XK"]
duration = "1:08:05"
languages = ["en", "fr"]
url = "https://vimeo.com/340198046"
documents = []
notes = "For us."
note = "For us, misspelt."
source = "https://www.coe.int/a_b?c&copy;"

[video.undated]
title = "Undated"
supplied = true
source = "https://www.coe.int/a_b"

[meeting.lab]
title.fr = "Labo"
start = 2019-05-28
end = 2019-05-29
host = { en = "City", fr = "Ville" }
recordings = ["inclusion", "gone"]
[[meeting.lab.documents]]
title = { en = "2. Report", fr = "Rapport" }
url = "https://rm.coe.int/report(1)"
type = "report"
language = "en"
date = 2019-06-20
[[meeting.lab.documents]]
title = "- Agenda"
""")
EVENTS = [*RECORDS["video"].values(), *RECORDS["meeting"].values()]
SELECTION = Selection(
    records=EVENTS,
    columns=(),
    total=145,
    everyone=RECORDS,
    title={"en": "Our catalogue", "fr": "Notre catalogue"},
    query="topic:refugees",
    today=dt.date(2026, 11, 24),
)

BOTH = r"""# Our catalogue

*Notre catalogue*

3 records of 145 · Search: topic:refugees · As of 24 November 2026

## Videos

### 2019

#### [Inclusion, \*in short\*](https://vimeo.com/340198046)

*L’inclusion*

June 2019 · Lisbon, Portugal; Kosovo\*

What it is.\
1\. And why.

*Ce que c’est.*

- Series: [Didactic videos](https://example.org/didactic)
- Part: 2
- Topics: Refugees / *Réfugiés*; media
- Languages: English; French
- Duration: 1 h 8 min 5 s
- Source: [https://www.coe.int/a\_b?c\&copy;](<https://www.coe.int/a_b?c\&copy;>)
- Id: inclusion

### No date

#### Undated

- Title supplied: yes
- Source: <https://www.coe.int/a_b>
- Id: undated

## Meetings

### 2019

#### Labo

28–29 May 2019

- Host: City / *Ville*
- Documents:
  - [2. Report / *Rapport*](<https://rm.coe.int/report(1)>) (report, English, 20 June 2019)
  - \- Agenda
- Recordings: [Inclusion, \*in short\*](https://vimeo.com/340198046) / *L’inclusion*; gone
- Id: lab

"""


FRENCH = r"""# Notre catalogue

1 fiche · État au 24 novembre 2026

## Vidéos

### 2019

#### [L’inclusion](https://vimeo.com/340198046)

juin 2019 · Lisbon, Portugal; Kosovo\*

Ce que c’est.

- Série: [Didactic videos](https://example.org/didactic)
- Partie: 2
- Thèmes: Réfugiés; media
- Langues: anglais; français
- Durée: 1 h 8 min 5 s
- Source: [https://www.coe.int/a\_b?c\&copy;](<https://www.coe.int/a_b?c\&copy;>)
- Identifiant: inclusion

"""


def test_a_document() -> None:
    """Kinds, their years, and all of each record but what is for colleagues or not understood."""
    kosovo = f"\\{KOSOVO.en}\n"
    assert write(SELECTION, to_file=True).decode().replace("\u00a0", " ") == BOTH + kosovo
    assert write(SELECTION._replace(notes=True), to_file=False) == write(SELECTION, to_file=True)


def test_one_language() -> None:
    """In one language each text comes once, in it where there is one, labels and dates too."""
    selection = SELECTION._replace(records=EVENTS[:1], content="fr", total=1, query="")
    written = write(selection, to_file=True).decode().replace("\u00a0", " ")
    assert written == f"{FRENCH}\\{KOSOVO.fr}\n"


def test_by_title() -> None:
    """Where the records of a year do not stand together there are no years."""
    by_title = [EVENTS[0], EVENTS[1], EVENTS[0]._replace(id="again")]
    written = write(SELECTION._replace(records=by_title), to_file=True).decode()
    assert re.findall("^#.*", written, re.MULTILINE) == [
        "# Our catalogue",
        "## Videos",
        r"### [Inclusion, \*in short\*](https://vimeo.com/340198046)",
        "### Undated",
        r"### [Inclusion, \*in short\*](https://vimeo.com/340198046)",
    ]


def test_a_table() -> None:
    """Where columns are asked for there is a table of them, as people read them."""
    names = ("id", "title", "title_fr", "date", "topics", "country", "documents", "kind")
    selection = SELECTION._replace(columns=columns_named(names), chosen=names)
    assert write(selection, to_file=True).decode().splitlines()[6:] == [
        "| Id | Title | Title (fr) | Date | Topics | Country | Documents | Kind |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        (
            r"| inclusion | Inclusion, \*in short\* | L’inclusion | June 2019 |"
            r" Refugees / *Réfugiés*; media | PT; XK |  | video |"
        ),
        "| undated | Undated |  |  |  |  |  | video |",
        (
            "| lab | Labo | Labo | 28–29 May 2019 |  |  |"
            " [2. Report / *Rapport*](<https://rm.coe.int/report(1)>)"
            " (report, English, 20 June 2019); - Agenda | meeting |"
        ),
    ]


COMMONMARK = MarkdownIt("commonmark").enable("table")


def read(selection: Selection) -> list[Token]:
    """The document's tokens, those within lines among them."""
    tokens = COMMONMARK.parse(write(selection, to_file=True).decode())
    return [inner for token in tokens for inner in (token, *(token.children or ()))]


def shape(tokens: Iterable[Token]) -> list[str]:
    """What there is besides text; the lines of a paragraph count for one."""
    return [one.type for one in tokens if one.type not in {"text", "hardbreak", "inline"}]


def texts(tokens: Sequence[Token]) -> list[str]:
    """The text of each part of a line that is not interrupted by markup."""
    found = [""]
    for one in tokens:
        if one.type in {"text", "hardbreak"}:
            found[-1] += one.content or " "
        elif found[-1]:
            found.append("")
    return [text for text in found if text]


def seen(text: str) -> str:
    """The text as a document can hold it: without runs of blanks, what it cannot hold shown."""
    text = re.sub("\r\n|[\r\u2028\u2029]", "\n", text)
    for code in (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, 0xFDD0):
        text = text.replace(chr(code), f"<U+{code:04X}>")
    lines = [re.sub("[ \t]+", " ", one).strip() for one in text.split("\n")]
    return " ".join(one for one in lines if one)


def video(title: str, description: str, occasion: str, place: str) -> Selection:
    """A video with these texts in places where a line begins, and where none does."""
    values = {
        "title": {"en": title, "fr": f"fr{title}"},
        "places": (f"{place}, PT",),
        "description": {"en": description, "fr": f"{description}fr"},
        "occasion": {"en": occasion, "fr": f"{occasion}fr"},
        "documents": (
            {"title": {"en": title}, "url": "https://example.org"},
            {"title": {"en": title}},
        ),
    }
    return Selection(records=[Record("video", "any", values)], columns=(), total=1)


HOSTILE = "*_`[]()<>#+-=.!|~$^&{}:;@%\\\"'/ 1aé\n\t"
TEXTS = (st.text(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)).filter(
    lambda text: seen(text) and not re.search("[\ufdd1-\ufdef]|[\U0001fffe-\U0010ffff]", text)
)


@given(title=TEXTS, description=TEXTS, occasion=TEXTS, place=TEXTS)
@example(title="#", description="===", occasion="---", place="1.")
@example(title="C #", description="a\n===\n- b\n    c", occasion="<script>", place="- x")
@example(
    title="[x]: https://example.org", description="[x](javascript:1)", occasion="&lt;", place="+"
)
@example(title="\u00a0x\u00a0", description="\u00a0*", occasion="\u2003_", place="(1) x")
@example(title="![x](y)", description="<!-- x", occasion="a|b\\|c", place="A. x")
@example(title="\\", description="a\\\nb\\", occasion="`", place=": x")
def test_any_text_stays_text(title: str, description: str, occasion: str, place: str) -> None:
    """Whatever texts hold, the document has the shape of a harmless one, and they come back."""
    tokens = read(video(title, description, occasion, place))
    assert shape(tokens) == shape(read(video("a", "b", "c", "d")))
    assert texts(tokens)[4:] == [
        *(seen(title), seen(f"fr{title}"), seen(f"{place}, Portugal")),
        *(seen(description), seen(f"{description}fr")),
        *(f"Occasion: {seen(occasion)} / ", seen(f"{occasion}fr"), "Documents:"),
        *(seen(title), seen(title), "Id: any"),
    ]


@given(title=TEXTS, place=TEXTS)
def test_any_text_is_one_cell(title: str, place: str) -> None:
    """A table has as many cells as it has columns, and their texts come back."""
    names = ("id", "title", "places")
    values = {"title": {"en": title}, "places": (f"{place}, PT",)}
    record = Record("video", "any", values)
    columns = columns_named(names)
    tokens = read(Selection(records=[record], columns=columns, chosen=names, total=1))
    cells = [one.type for one in tokens].count("td_open")
    assert cells == 3
    assert texts(tokens)[-3:] == ["any", seen(title), seen(f"{place}, Portugal")]


ADDRESSES = st.text("*_`[]()<>#+-=.!|~$^&{}:;@%\\\"'/?1ab\u202eé", max_size=20).map(
    "https://example.org/".__add__
)


@given(address=ADDRESSES)
@example(address="https://example.org/?a&copy;=1")
@example(address="https://example.org/(\\)>`<")
def test_any_address_is_one_link(address: str) -> None:
    """Whatever the address holds, the title leads there, and to nothing else."""
    values = {"title": {"en": "`a`"}, "url": address, "source": address}
    record = Record("video", "any", values)
    tokens = read(Selection(records=[record], columns=(), total=1))
    there = [str(one.attrs["href"]) for one in tokens if one.type == "link_open"]
    assert [unquote(one) for one in there] == [unquote(address)] * 2


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc"])
def test_what_is_no_link(address: str) -> None:
    """Another address than one of the web is text."""
    values = {"title": {"en": "a"}, "url": address, "source": address}
    written = write(
        Selection(records=[Record("video", "any", values)], columns=(), total=1), to_file=True
    )
    assert "](" not in written.decode()
    assert "<" not in written.decode()
