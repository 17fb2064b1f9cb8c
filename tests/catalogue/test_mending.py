"""The records that need no decision, and the problems that go away by that."""

from __future__ import annotations

from pathlib import Path

from icccat.catalogue.catalogue import parse
from icccat.catalogue.mending import fixes, with_mends
from icccat.catalogue.plan import planned
from icccat.catalogue.problems import check
from icccat.records.change import Change

TEXT = """\
[video.a]
title = "Me\u0301dia " # kept
languages = ["EN", "xx"]
places = [ "Helsinki, fi", "FI" ]
documents = [{title = "A", url = "www.x.org"}]
date = 2019
topics = ["T", "t", "nowhere"]
url = "https://x.org"
"no\u0301" = "e\u0301" # e\u0301

[video.b]
title = "B\u0007\u0092"

[topic.t]
label = "T"
""".replace("\u0007", r"\u0007").replace("\u0092", r"\u0092")
FIX = "icccat check --fix"


def test_fixes() -> None:
    """One change for each record that can be mended; values are looked at one by one."""
    catalogue = parse(TEXT, Path("c.toml"))
    a, b = catalogue.data["video"]["a"], catalogue.data["video"]["b"]
    mended = {
        "title": "Média",
        "languages": ["en", "xx"],
        "places": ["Helsinki, FI", "FI"],
        "documents": [{"title": "A", "url": "https://www.x.org"}],
        "topics": ["t", "nowhere"],
    }
    changes = fixes(catalogue)
    assert changes == [
        Change("video", "a", a, a | mended),
        Change("video", "b", b, {"title": "B\u0092"}),
    ]
    text = planned(catalogue, changes).text
    assert text == (
        TEXT.replace("Me\u0301dia ", "Média")
        .replace('"EN"', '"en"')
        .replace(", fi", ", FI")
        .replace('"www', '"https://www')
        .replace('["T", "t", "nowhere"]', '["t", "nowhere"]')
        .replace(r"B\u0007\u0092", "B\u0092")
    )
    assert fixes(parse(text, Path("c.toml"))) == []


def test_with_mends() -> None:
    """A problem that the fixes take away carries their command; another one its own, or none."""
    found = with_mends(parse(TEXT, Path("c.toml")), check)
    assert [(".".join(one.path), one.mend) for one in found if one.level != "advice"] == [
        ("video.a.title", FIX),
        ("video.a.title", FIX),
        ("video.a.languages.0", FIX),
        ("video.a.languages.1", ""),
        ("video.a.places.0", FIX),
        ("video.a.documents.0.url", FIX),
        ("video.a.topics.0", FIX),
        ("video.a.topics.2", 'icccat add topic --id nowhere --label "…"'),
        ("video.a.no\u0301", ""),
        ("video.a.no\u0301", ""),
        ("video.b.title", FIX),
    ]


def test_nothing_to_mend() -> None:
    """Where nothing can be mended the problems are as the check has them."""
    catalogue = parse('[video.a]\ntitle = "A"\nurl = "x"\n', Path("c.toml"))
    assert with_mends(catalogue, check) == check(catalogue)
