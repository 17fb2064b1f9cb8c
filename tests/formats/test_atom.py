"""Feeds (Atom, RFC 4287), as readers of feeds read them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from builders import record_of, records_of, shipped
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.formats import Selection
from icccat.formats.atom import write
from icccat.formats.facts import clean
from icccat.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

RECORDS = records_of("""
[topic.media]
label = { en = "Media", fr = "Médias" }

[series.didactic]
title = "Didactic videos"

[place."Lisbon, PT"]
also = ["Lisboa"]

[video.film]
title = { en = "The film", fr = "Le film" }
description = { en = "One line,\\nand <b>another</b>.", fr = "Une ligne." }
date = 2019-06-20
series = "didactic"
speakers = ["Fernando Medina"]
topics = ["media", "gone"]
languages = ["en", "pt"]
url = "https://vimeo.com/1?a=1&b=2"
notes = "For us."
source = "An e-mail"
supplied = true
[[video.film.documents]]
title = "Text"
url = "https://rm.coe.int/transcript"
type = "transcript"
language = "en"
[[video.film.documents]]
title = "Poster"

[meeting.lab]
title.uk = "Лабораторія"
start = 2019-05-28
end = 2019-05-29
places = ["Helsinki, FI"]
participants = ["Ada Lovelace"]
recordings = ["film", "gone"]
""")
FILM, LAB = RECORDS["video"]["film"], RECORDS["meeting"]["lab"]
TITLE = {"en": "Intercultural Cities", "fr": "Cités interculturelles"}
ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def written(*records: Record, content: str = "both", **others: object) -> bytes:
    """The feed of these records, chosen from all of RECORDS."""
    given_: dict[str, Any] = {"everyone": RECORDS, "title": TITLE, "content": content, **others}
    selection = Selection(records=records, columns=(), total=9, **given_)
    data = write(selection, to_file=True)
    assert data == write(selection, to_file=False)
    return data


def parsed(data: bytes) -> Any:  # noqa: ANN401 (feedparser has no types)
    """The feed as a reader of feeds has it; nothing in it is malformed."""
    feed = feedparser.parse(data, response_headers={"content-type": "application/atom+xml"})
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    return feed


def of(toml: str) -> Record:
    """The meeting with this TOML after its title."""
    return record_of(f'[meeting.m]\ntitle = "M"\n{toml}')


def test_write() -> None:
    """Every element has its language, and all that is known is in the content."""
    expected = """\
<?xml version='1.0' encoding='utf-8'?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:icccat:feed:both:kind%3Avideo</id>
  <title xml:lang="en">Intercultural Cities</title>
  <subtitle xml:lang="fr">Cités interculturelles</subtitle>
  <updated>2019-06-20T00:00:00Z</updated>
  <author>
    <name>Intercultural Cities</name>
  </author>
  <generator>icccat</generator>
  <entry>
    <id>urn:icccat:video:film</id>
    <title xml:lang="en">The film</title>
    <updated>2019-06-20T00:00:00Z</updated>
    <published>2019-06-20T00:00:00Z</published>
    <link rel="alternate" href="https://vimeo.com/1?a=1&amp;b=2" />
    <link rel="related" href="https://rm.coe.int/transcript" hreflang="en" title="Text" />
    <category term="media" scheme="urn:icccat:topic" label="Media" xml:lang="en" />
    <category term="media" scheme="urn:icccat:topic" label="Médias" xml:lang="fr" />
    <category term="gone" scheme="urn:icccat:topic" label="gone" />
    <summary xml:lang="en">One line,
and &lt;b&gt;another&lt;/b&gt;.</summary>
    <content type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml">
        <p xml:lang="fr">Le film</p>
        <p xml:lang="en">20 June 2019</p>
        <p xml:lang="en">One line,<br />and &lt;b&gt;another&lt;/b&gt;.</p>
        <p xml:lang="fr">Une ligne.</p>
        <dl>
          <dt>series</dt>
          <dd>Didactic videos</dd>
          <dt>languages</dt>
          <dd>English; Portuguese</dd>
          <dt>speakers</dt>
          <dd>Fernando Medina</dd>
        </dl>
        <ul>
          <li>
            <a href="https://rm.coe.int/transcript" hreflang="en">Text (transcript, English)</a>
          </li>
          <li>Poster</li>
        </ul>
      </div>
    </content>
  </entry>
</feed>
"""
    assert written(FILM, query="kind:video").decode() == expected


def test_in_french() -> None:
    """Each text is in French where there is French, dates and labels too."""
    expected = """\
  <entry>
    <id>urn:icccat:meeting:lab</id>
    <title xml:lang="uk">Лабораторія</title>
    <updated>2019-05-29T00:00:00Z</updated>
    <published>2019-05-28T00:00:00Z</published>
    <link rel="related" href="https://vimeo.com/1?a=1&amp;b=2" title="Le film" />
    <content type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml">
        <p xml:lang="fr">28–29 mai 2019</p>
        <dl>
          <dt>lieux</dt>
          <dd>Helsinki, Finlande</dd>
        </dl>
        <ul>
          <li>
            <a href="https://vimeo.com/1?a=1&amp;b=2">Le film</a>
          </li>
        </ul>
      </div>
    </content>
  </entry>
</feed>
"""
    feed = written(LAB, content="fr", reader="fr").decode()
    assert feed[feed.index("  <entry>") :] == expected
    assert '<title xml:lang="fr">Cités interculturelles</title>' in feed
    assert "<subtitle" not in feed
    assert "<id>urn:icccat:feed:fr:</id>" in feed


def test_chosen_columns() -> None:
    """Fields that were not chosen are left out, but for what every entry has."""
    expected = """\
  <entry>
    <id>urn:icccat:video:film</id>
    <title xml:lang="en">The film</title>
    <updated>2019-06-20T00:00:00Z</updated>
    <published>2019-06-20T00:00:00Z</published>
    <content type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml">
        <p xml:lang="en">20 June 2019</p>
      </div>
    </content>
  </entry>
</feed>
"""
    feed = written(FILM, content="en", chosen=["id", "title"]).decode()
    assert feed[feed.index("  <entry>") :] == expected
    (lab,) = parsed(written(LAB, chosen=["documents"])).entries
    assert "links" not in lab


@pytest.mark.parametrize(
    ("toml", "updated", "published"),
    [
        ("start = 2019-05-28", "2019-05-28T00:00:00Z", "2019-05-28T00:00:00Z"),
        (
            "start = 2019-05-28\nend = 2019-05-30",
            "2019-05-30T00:00:00Z",
            "2019-05-28T00:00:00Z",
        ),
        ('start = "2018-04"', "2018-04-01T00:00:00Z", None),
        ('start = "2020"', "2020-01-01T00:00:00Z", None),
        ('start = "2018-04"\nend = 2018-05-02', "2018-05-02T00:00:00Z", None),
        ("", "1970-01-01T00:00:00Z", None),
    ],
)
def test_dates(toml: str, updated: str, published: str | None) -> None:
    """An entry is updated on its last date, and published on its first where that is a day."""
    feed = parsed(written(of(toml)))
    assert feed.entries[0].updated == updated
    assert feed.entries[0].get("published") == published
    assert feed.feed.updated == updated


def test_a_feed_is_as_new_as_its_newest_entry() -> None:
    """It is updated when the last of its entries was."""
    assert parsed(written(of(""), LAB, FILM, of('start = "2018"'))).feed.updated == (
        "2019-06-20T00:00:00Z"
    )


def test_no_records() -> None:
    """Of nothing there is a feed without entries, by the programme where nothing has a title."""
    feed = parsed(written(title={}))
    assert feed.entries == []
    assert feed.feed.updated == "1970-01-01T00:00:00Z"
    assert feed.feed.title == "Intercultural Cities"
    assert feed.feed.author == "Intercultural Cities"


def test_records_of_the_other_kinds() -> None:
    """Topics, series and places are entries too, a place by its id."""
    records = [RECORDS["topic"]["media"], RECORDS["place"]["Lisbon, PT"]]
    entries = parsed(written(*records)).entries
    assert [(one.id, one.title) for one in entries] == [
        ("urn:icccat:topic:media", "Media"),
        ("urn:icccat:place:Lisbon%2C%20PT", "Lisbon, PT"),
    ]
    (place,) = ET.fromstring(written(records[1])).iter(f"{XHTML}dl")  # noqa: S314 (it is our own)
    assert [one.text for one in place] == ["also", "Lisboa"]


def check_rules(data: bytes) -> None:
    """What RFC 4287 asks of a feed (4.1.1, 4.1.2, 4.2), of the elements that we write."""
    feed = ET.fromstring(data)  # noqa: S314 (it is our own)
    assert feed.tag == f"{ATOM}feed"
    check_element(feed, ("id", "title", "updated"), ("subtitle", "generator"), ("author", "entry"))
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    for entry in feed.iterfind(f"{ATOM}entry"):
        check_element(
            entry,
            ("id", "title", "updated"),
            ("published", "summary", "content"),
            ("link", "category"),
        )
        assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) <= 1
        (page,) = entry.iterfind(f"{ATOM}content[@type='xhtml']/*")
        assert page.tag == f"{XHTML}div"
        assert {one.tag.removeprefix(XHTML) for one in page.iter()} <= PAGE


PAGE = {"div", "p", "br", "dl", "dt", "dd", "ul", "li", "a"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


def check_element(
    parent: ET.Element, once: Sequence[str], seldom: Sequence[str], often: Sequence[str]
) -> None:
    """The children are there once, at most once, or any number of times; no other is."""
    names = [child.tag.removeprefix(ATOM) for child in parent]
    assert all(names.count(name) == 1 for name in once)
    assert all(names.count(name) <= 1 for name in seldom)
    assert {*names} <= {*once, *seldom, *often}
    for child in parent:
        if child.tag in {f"{ATOM}updated", f"{ATOM}published"}:
            assert INSTANT.fullmatch(child.text or "")
            dt.datetime.fromisoformat(child.text or "")
        if child.tag == f"{ATOM}id":  # an IRI, of characters that are in every URI
            assert re.fullmatch(r"urn:icccat:[a-z]+:[\w.~%:-]*", child.text or "", re.ASCII)
        if child.tag == f"{ATOM}link":
            assert child.attrib["href"].startswith("http")
        if LANG in child.attrib:
            assert re.fullmatch("[a-z]{2}", child.attrib[LANG])


def alternate(entry: Any) -> str | None:  # noqa: ANN401 (feedparser has no types)
    """The address of what an entry is about."""
    return next((one.href for one in entry.get("links", ()) if one.rel == "alternate"), None)


@pytest.mark.parametrize("content", ["en", "fr", "both"])
def test_the_whole_catalogue(content: str) -> None:
    """Every record is an entry of a valid feed, with its title, link and topics."""
    records = shipped()
    every = [one for of_kind in records.values() for one in of_kind.values()]
    data = written(*every, content=content, everyone=records)
    check_rules(data)
    feed = parsed(data)
    said = Selection(records=(), columns=(), total=0, content=content).said
    assert [(one.title, alternate(one)) for one in feed.entries] == [
        (said(one.values.get(one.declared.called, {}))[1] or one.id, one.get("url"))
        for one in every
    ]
    assert [
        list(dict.fromkeys(tag.term for tag in one.get("tags", ()))) for one in feed.entries
    ] == [list(one.items("topics")) for one in every]


def test_what_is_for_us_alone() -> None:
    """Notes, participants and where facts were found are in no feed, even if asked for."""
    names = ["notes", "participants", "source", "supplied"]
    feed = written(FILM, LAB, notes=True) + written(FILM, LAB, notes=True, chosen=names)
    assert not re.search(b"For us|Ada Lovelace|An e-mail|supplied", feed)


HOSTILE = [
    "</title><script>alert(1)</script>]]>&amp;&#0;",
    "NUL \x00, bell \x07, C1 \x9b, not a character \uffff \ufffe, next line \x85",
    "\u202eevil\u202c =1+1 \r\n\r \u2028 \u2029 🌍 \U0010ffff",
    "é" * 40_000,
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(TEXTS, TEXTS)
@example(*HOSTILE[:2])
@example(*HOSTILE[2:])
def test_any_text_is_one_text(title: str, label: str) -> None:
    """Whatever texts and ids hold, the feed is well formed, and they are texts of it."""
    topic = Record("topic", label, {"label": {"en": label}})
    document = {"title": {"en": title}, "url": f"https://example.org/{label!r}", "type": label}
    values = {
        "title": {"en": title, "fr": label},
        "description": {"en": label},
        "topics": (label,),
        "documents": (document,),
    }
    record = Record("video", title, values)
    data = written(record, everyone={"topic": {label: topic}}, title={"en": title}, query=label)
    check_rules(data)
    feed = ET.fromstring(data)  # noqa: S314 (it is our own)
    found = [
        feed.findtext(f"{ATOM}title"),
        feed.findtext(f"{ATOM}entry/{ATOM}title"),
        feed.findtext(f"{ATOM}entry/{ATOM}summary"),
    ]
    assert found == [clean(title), clean(title), clean(label)]
    category = feed.find(f"{ATOM}entry/{ATOM}category")
    assert category is not None
    assert (category.get("term"), category.get("label")) == (clean(label), clean(label))
    (link,) = feed.iterfind(f"{ATOM}entry/{ATOM}link")
    assert link.get("title") == clean(title)
    (other,) = feed.iterfind(f".//{XHTML}p[@{LANG}='fr']")
    assert other.text == clean(label)
