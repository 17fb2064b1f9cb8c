"""The page, read back by a parser of HTML that bears no mistake."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from formats.page.reading import (
    cards,
    exported,
    graph_of,
    read,
    rows_of,
    selection_of,
    text_of,
    the,
    title_of,
)
from hypothesis import given
from hypothesis import strategies as st

from icccat.formats import Selection
from icccat.formats.html import write
from icccat.formats.page.markup import FORBIDDEN
from icccat.records.kinds import EVENTS, KINDS
from icccat.records.record import Record

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

TEXT = """
[video.inclusion]
title.en = "Inclusion"
title.fr = "L’inclusion"
date = 2019-06-20
languages = ["en"]
url = "https://example.org/inclusion"
notes = "For us."

[meeting.lab]
title.uk = "Зустріч"
start = 2019-05-28
places = ["Helsinki, FI"]
"""


@pytest.mark.parametrize(
    ("content", "reader", "language", "rows", "titles"),
    [
        (
            *("en", "fr", "en"),
            [("Date", "20 June 2019"), ("Languages", "English")],
            [("Inclusion", None), ("Зустріч", "uk")],
        ),
        (
            *("fr", "en", "fr"),
            [("Date", "20 juin 2019"), ("Langues", "anglais")],
            [("L’inclusion", None), ("Зустріч", "uk")],
        ),
        (
            *("both", "fr", "fr"),
            [("Date", "20 juin 2019"), ("Langues", "anglais")],
            [("L’inclusion", None), ("Inclusion", "en"), ("Зустріч", "uk")],
        ),
    ],
)
def test_the_language_of_the_page(
    content: str,
    reader: str,
    language: str,
    rows: list[tuple[str, str]],
    titles: list[tuple[str, str | None]],
) -> None:
    """Labels and dates are in the page's language; a title says its own where that is another."""
    root = read(selection_of(TEXT, content=content, reader=reader))
    assert root.get("lang") == language
    video, meeting = cards(root)
    assert rows_of(video) == rows
    spans = [*video.iterfind("h4/a/span"), *video.iterfind("p[@lang]"), *meeting.iter("span")]
    assert [(text_of(one), one.get("lang")) for one in spans] == titles


@pytest.mark.parametrize("content", ["en", "fr", "both"])
def test_every_record(content: str) -> None:
    """Each record of the shipped catalogue has a card at its id, with its title and its link."""
    selection = exported(content, *KINDS)
    written = {unquote(card.get("id", "")): card for card in cards(read(selection))}
    found = {id_: (title_of(card), _link_of(card)) for id_, card in written.items()}
    expected = {
        record.id: (_title(record, content), record.get("url")) for record in selection.records
    }
    assert found == expected


def _title(record: Record, content: str) -> str:
    """The title of a record in the language of the content, both being read in English."""
    return record.title("en" if content == "both" else content)


def _link_of(card: Element) -> str | None:
    """Where the heading of a card leads to."""
    links = [one for level in ("h3/a", "h4/a") for one in card.iterfind(level)]
    return next((link.get("href") for link in links), None)


@pytest.mark.parametrize("content", ["en", "both"])
def test_every_link_within(content: str) -> None:
    """Whatever leads to a place on the page finds it, and every place is there once."""
    root = read(exported(content, *KINDS))
    places = [one.get("id") for one in root.iter() if "id" in one.attrib]
    within = {link.get("href", "") for link in root.iter("a") if "rel" not in link.attrib}
    assert len(places) == len(set(places))
    assert within <= {f"#{place}" for place in places}


def test_every_link_out() -> None:
    """What leads out of the page is of the web, and tells nothing of where it was followed."""
    out = [link for link in read(exported("both", *KINDS)).iter("a") if "rel" in link.attrib]
    assert {link.get("rel") for link in out} == {"noopener noreferrer"}
    assert all(re.match(r"https?://", link.get("href", "")) for link in out)


def test_structured_data_of_every_record() -> None:
    """Videos and meetings are described in their order, with the facts of the catalogue."""
    selection = exported("en", *EVENTS)
    found = [
        (node["@id"], node.get("datePublished", node.get("startDate")), node.get("url"))
        for node in graph_of(read(selection))
    ]
    expected = [
        (f"#{record.id}", next(map(str, record.dates), None), record.get("url"))
        for record in selection.records
    ]
    assert found == expected


def test_notes_never() -> None:
    """Internal notes are not on the page, even asked for, nor are notes that are wrong."""
    wrong = Record("video", "odd", {"title": {"en": "Odd"}}, {"notes": ["Ours"], "note": "Ours"})
    selection = selection_of(TEXT)
    page = selection._replace(records=[*selection.records, wrong], notes=True, chosen=("notes",))
    for one in (page, page._replace(chosen=())):
        assert b"For us." not in write(one, to_file=True)
        assert b"Ours" not in write(one, to_file=True)


def test_chosen() -> None:
    """Only the fields asked for are there, and the title, which the card needs."""
    root = read(selection_of(TEXT)._replace(chosen=("date", "city")))
    video, meeting = cards(root)
    assert (title_of(video), rows_of(video)) == ("Inclusion", [("Date", "20 June 2019")])
    assert _link_of(video) is None
    assert rows_of(meeting) == [("Date", "28 May 2019"), ("Places", "Helsinki, Finland")]
    assert [sorted(node) for node in graph_of(root)] == [
        ["@id", "@type", "datePublished", "name"],
        ["@id", "@type", "location", "name", "startDate"],
    ]


def test_the_same_again() -> None:
    """The same records make the same bytes, to a file or not."""
    once = write(exported("both", *KINDS), to_file=True)
    assert write(exported("both", *KINDS), to_file=False) == once


def test_policy() -> None:
    """The page loads nothing, and runs and obeys nothing but its own script and style."""
    root = read(selection_of(TEXT))
    policy = the(root, "head/meta[@http-equiv='Content-Security-Policy']").get("content")
    style, script = text_of(the(root, "head/style")), text_of(the(root, "body/script"))
    assert policy == (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not any("style" in one.attrib for one in root.iter())


def _hash(text: str) -> str:
    """The source of a policy that allows this text alone."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_name_of_the_page() -> None:
    """A browser's tab shows the catalogue's title, and what was looked for."""
    selection = selection_of(TEXT)
    assert text_of(the(read(selection), "head/title")) == "Our catalogue"
    asked = read(selection._replace(query="kind:video <b>"))
    assert text_of(the(asked, "head/title")) == "Our catalogue – kind:video <b>"


HOSTILE = st.text() | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</title></style><svg onload=alert(1)>",
        "<!-- --!> ]]> <![CDATA[",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "&lt;b&gt; &amp;lt; &#60;",
        "=1+1",
        "\x00\x1b[31m\x7f\x85\u202e\u2028\ufffe",
        "{{7*7}} ${7*7}",
        "a" * 40_000,
    ]
)


def hostile(text: str, address: str) -> Selection:
    """A record all of whose fields hold the text; and a catalogue called and asked by it."""
    document = {"title": {"en": text}, "type": text, "reference": text, "url": address}
    values = {
        **{name: {"en": text, "ar": f"x{text}"} for name in ("title", "description", "occasion")},
        **dict.fromkeys(("audiences", "topics", "speakers"), (text, text)),
        **dict.fromkeys(("series", "version_of", "producer", "status", "licence"), text),
        "documents": (document,),
        "url": address,
        "source": address,
    }
    record = Record("video", f"x{text}", values)
    return Selection(
        records=[record],
        columns=(),
        total=1,
        everyone={"video": {record.id: record, text: record}},
        title={"en": text},
        query=f"x{text}",
    )


def skeleton(selection: Selection) -> list[tuple[str, list[str]]]:
    """The elements of a page with the names of their attributes."""
    return [(str(one.tag), sorted(one.attrib)) for one in read(selection).iter()]


@given(HOSTILE, HOSTILE)
def test_nothing_becomes_markup(text: str, end: str) -> None:
    """Whatever the texts hold, the elements and attributes are those of plain words."""
    address = "https://example.org/" + re.sub(r"\s", "", end)
    plain = skeleton(hostile("plain", "https://example.org/plain"))
    assert skeleton(hostile(text, address)) == plain


@given(HOSTILE)
def test_any_title(text: str) -> None:
    """A parser reads any title back, with what HTML cannot hold shown."""
    record = Record("video", "any", {"title": {"en": text}})
    (card,) = cards(read(Selection(records=[record], columns=(), total=1)))
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    pieces = [re.escape(piece) for piece in FORBIDDEN.split(lines)]
    assert re.fullmatch("(?:<U\\+[0-9A-F]{4,6}>|[␀-␡])".join(pieces), title_of(card))
