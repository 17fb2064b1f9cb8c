"""The records by kind and year."""

from __future__ import annotations

from formats.page.reading import page_of, read, selection_of, text_of, the

from icccat.formats.page.contents import contents, parts_of
from icccat.formats.page.page import Page
from icccat.records.order import ordered

TEXT = """
[video.a]
title = "A"
date = 2019-06-20
[video.b]
title = "B"
[video.c]
title = "C"
date = "2021"
[video.d]
title = "D"
date = "2019"
[series.talks]
title = "Talks"
since = 2017
"""


def newest_first() -> Page:
    """The page of these records as they are exported."""
    selection = selection_of(TEXT)
    return Page.of(selection._replace(records=ordered(selection.records, descending=True)))


def test_parts_of() -> None:
    """Kinds stand in their order, videos and meetings by year, those without a date last."""
    parts = parts_of(newest_first())
    found = [(one.anchor, one.title, [record.id for record in one.records]) for one in parts]
    expected = [("of:video", "Videos", ["c", "a", "d", "b"]), ("of:series", "Series", ["talks"])]
    assert found == expected
    years = [
        (one.anchor, one.title, [record.id for record in one.records]) for one in parts[0].parts
    ]
    assert years == [
        ("of:video:2021", "2021", ["c"]),
        ("of:video:2019", "2019", ["a", "d"]),
        ("of:video:", "No date", ["b"]),
    ]
    assert parts[1].parts == []


def test_another_order() -> None:
    """Sorted by title, the records stand in no years."""
    (videos, _series) = parts_of(page_of(TEXT))
    assert [record.id for record in videos.records] == ["a", "b", "c", "d"]
    assert videos.parts == []


def test_contents() -> None:
    """The table of contents counts the records and leads to each part."""
    page = newest_first()
    assert contents(page, parts_of(page)) == (
        '<nav id="page:contents" aria-labelledby="page:contents:title">'
        '<h2 id="page:contents:title">Contents</h2><ul>'
        '<li><a href="#of:video">Videos <span>4</span></a><ul>'
        '<li><a href="#of:video:2021">2021 <span>1</span></a></li>'
        '<li><a href="#of:video:2019">2019 <span>2</span></a></li>'
        '<li><a href="#of:video:">No date <span>1</span></a></li></ul></li>'
        '<li><a href="#of:series">Series <span>1</span></a></li></ul></nav>'
    )


def test_body() -> None:
    """A kind is a heading, a year one below it, and a title one below that."""
    main = the(read(newest_first().selection), "body/main")
    headings = [(one.tag, text_of(one)) for one in main.iter() if one.tag in {"h2", "h3", "h4"}]
    assert headings == [
        ("h2", "Videos 4"),
        ("h3", "Videos, 2021"),
        ("h4", "C"),
        ("h3", "Videos, 2019"),
        ("h4", "A"),
        ("h4", "D"),
        ("h3", "Videos, No date"),
        ("h4", "B"),
        ("h2", "Series 1"),
        ("h3", "Talks"),
    ]
    assert [one.get("id") for one in main.iter("section")] == [
        *("of:video", "of:video:2021", "of:video:2019", "of:video:", "of:series"),
    ]
