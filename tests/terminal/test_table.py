"""A table fits the width: titles wrap between words, ids stay whole, nothing is cut or runs."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from builders import records_of, shipped

from icccat import locale
from icccat.records.columns import columns_named
from icccat.records.order import ordered
from icccat.terminal.table import show_table
from icccat.terminal.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

ESCAPES = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m")
COLUMNS = ("date", "title", "id", "places")
RECORDS = """
[video.refugee-inclusion]
title.en = "The intercultural approach to refugee inclusion"
title.fr = "L’approche interculturelle de l’inclusion des réfugiés"
date = 2019-06-20
url = "https://vimeo.com/340198046"
[video.undated]
title.en = "日本の都市と多文化共生"
[meeting.coordinators-annual-meeting-braga-vila-verde]
title.en = "Annual meeting of the coordinators"
start = "2024-11"
places = ["Braga, PT", "Vila Verde, PT"]
"""
HOSTILE = r"""
[meeting."\u001b[2J"]
title.en = "[/Oslo] [draft] :smile: \u001b]52;c;cm0=\u0007 \u202eX\u009b\u0000"
places = ["Os\u001b]8;;https://evil.org\u001b\\lo, NO"]
url = "https://x.org/\u009c\u009b2J\u202e"
"""


@pytest.fixture
def french() -> Iterator[None]:
    """Speak French."""
    locale.use("fr")
    yield
    locale.use("en")


def shown(
    text: str,
    form: str,
    width: int,
    *,
    names: tuple[str, ...] = COLUMNS,
    language: str = "en",
    id_below: bool = False,
) -> str:
    """The table of the records of a catalogue's text, as it is written."""
    out = io.StringIO()
    terminal = Terminal(out, io.StringIO(), form, width, language)
    records = [record for of_kind in records_of(text).values() for record in of_kind.values()]
    show_table(terminal, records, columns_named(names), id_below=id_below)
    return out.getvalue()


def lines(text: str) -> list[str]:
    """The lines without colours and links, and without the blanks that fill a column."""
    return [line.rstrip() for line in ESCAPES.sub("", text).splitlines()]


TWO = """
[video.a]
title.fr = "Entre"
description = { en = "A film.", fr = "Un film." }
[video.b]
title.en = "Between"
"""


def test_another_language() -> None:
    """A text that is not in the reader's language has a mark, in every form."""
    assert lines(shown(TWO, "rich", 80, names=("title", "description", "title_fr"))) == [
        "title       description  title (fr)",
        "Entre\u00a0[fr]  A film.      Entre",
        "Between",
    ]
    plain = shown(TWO, "plain", 80, names=("title", "description"), language="fr")
    assert plain.splitlines() == [
        "title: Entre",
        "description: Un film.",
        "",
        "title: Between\u00a0[en]",
    ]


def test_wide() -> None:
    """With room for all, a row a record and the id in a column of its own."""
    assert lines(shown(RECORDS, "rich", 200)) == [
        (
            "date        title                                            id"
            "                                            places"
        ),
        "2019-06-20  The intercultural approach to refugee inclusion  refugee-inclusion",
        "            日本の都市と多文化共生                           undated",
        (
            "2024-11     Annual meeting of the coordinators              "
            " coordinators-annual-meeting-braga-vila-verde  Braga, PT; Vila Verde, PT"
        ),
    ]


@pytest.mark.usefixtures("french")
def test_middling() -> None:
    """With less, the id stands below the title, which is in the reader's language."""
    assert lines(shown(RECORDS, "rich", 80, language="fr", id_below=True)) == [
        "date        titre                                                 lieux",
        "2019-06-20  L’approche interculturelle de l’inclusion des",
        "            réfugiés",
        "            refugee-inclusion",
        "            日本の都市と多文化共生\u00a0[en]",
        "            undated",
        "2024-11     Annual meeting of the coordinators\u00a0[en]               Braga, PT;",
        "            coordinators-annual-meeting-braga-vila-verde          Vila Verde, PT",
    ]


def test_narrow() -> None:
    """With little, a block of lines a record; a word wider than the terminal is left whole."""
    assert lines(shown(RECORDS, "rich", 40, id_below=True)) == [
        "2019-06-20",
        "The intercultural approach to refugee",
        "inclusion",
        "refugee-inclusion",
        "",
        "日本の都市と多文化共生",
        "undated",
        "",
        "2024-11",
        "Annual meeting of the coordinators",
        "coordinators-annual-meeting-braga-vila-verde",
        "Braga, PT; Vila Verde, PT",
        "",
    ]


def test_no_room_for_an_id() -> None:
    """Where a column would break an id, there are blocks instead, however wide it is."""
    names = ("id", "url", "date", "kind", "places")
    assert lines(shown(RECORDS, "rich", 80, names=names))[:5] == [
        "refugee-inclusion",
        "https://vimeo.com/340198046",
        "2019-06-20",
        "video",
        "",
    ]


def test_no_room_beside_a_title() -> None:
    """Where a column of ids would leave no room, they go below the titles, however wide it is."""
    names = ("id", "title", "date", "kind", "places")
    assert lines(shown(RECORDS, "rich", 80, names=names)) == [
        "title                                            date        kind     places",
        "The intercultural approach to refugee inclusion  2019-06-20  video",
        "refugee-inclusion",
        "日本の都市と多文化共生                                       video",
        "undated",
        "Annual meeting of the coordinators               2024-11     meeting  Braga,",
        "coordinators-annual-meeting-braga-vila-verde                          PT; Vila",
        "                                                                      Verde, PT",
    ]


def test_right_to_left() -> None:
    """A title that runs from right to left is set apart, in each of its lines."""
    cities = "المدن متعددة الثقافات"
    text = f'[video.a]\ntitle = "{cities} (2026): {cities}, {cities}"\n[video.b]\ntitle = "B"'
    assert lines(shown(text, "rich", 60, names=("title", "id"))) == [
        "title                                                     id",
        f"\u2068{cities} (2026): {cities},\u2069      a",
        f"\u2068{cities}\u2069",
        "B                                                         b",
    ]


def test_an_encoding_that_lacks_letters() -> None:
    """The columns stand where they should, whatever letters stand in for others."""
    written = io.BytesIO()
    out = io.TextIOWrapper(written, encoding="ascii")
    records = list(
        records_of('[video.a]\ntitle = "Жук…"\n[video.b]\ntitle = "Études"')["video"].values()
    )
    show_table(Terminal(out, io.StringIO(), "rich", 60), records, columns_named(["title", "id"]))
    out.flush()
    assert lines(written.getvalue().decode("ascii")) == [
        "title    id",
        "Zhuk...  a",
        "Etudes   b",
    ]


@pytest.mark.parametrize(
    ("names", "header"),
    [
        (("id", "date"), "id                                            date"),
        (("title", "date"), "title                                            date"),
    ],
)
def test_only_the_columns_asked_for(names: tuple[str, ...], header: str) -> None:
    """The id goes below the title only where both are asked for."""
    found = lines(shown(RECORDS, "rich", 80, names=names, id_below=True))
    assert (found[0], len(found)) == (header, 4)


@pytest.mark.parametrize("width", [40, 60, 80, 119, 200])
def test_nothing_is_lost(width: int) -> None:
    """Of the shipped catalogue every word of the titles and every id is there, unbroken.

    No line but of a single word is wider than the terminal.
    """
    out = io.StringIO()
    records = [record for of_kind in shipped().values() for record in of_kind.values()]
    terminal = Terminal(out, io.StringIO(), "rich", width)
    show_table(terminal, records, columns_named(COLUMNS), id_below=width < 120)
    text = ESCAPES.sub("", out.getvalue())
    wanted = {word for one in records for word in f"{one.id} {one.title('en')}".split()}
    assert wanted.difference(text.split()) == set()
    assert [line for line in text.splitlines() if len(line) > width and " " in line] == []


def test_rows_keep_their_order() -> None:
    """The rows stand in the order of the records."""
    out = io.StringIO()
    records = ordered((one for of_kind in shipped().values() for one in of_kind.values()), "id")
    show_table(Terminal(out, io.StringIO(), "rich", 200), records, columns_named(["id"]))
    _header, *ids = lines(out.getvalue())
    assert ids == [record.id for record in records]
    assert len(ids) == len(records)


def test_a_title_is_a_link() -> None:
    """The title leads to the record's address, and nothing else does."""
    text = shown(RECORDS, "rich", 200)
    assert re.findall(r"\x1b\]8;id=\d+;([^\x1b]+)\x1b\\\x1b\[1m([^\x1b]+)", text) == [
        ("https://vimeo.com/340198046", "The intercultural approach to refugee inclusion")
    ]


@pytest.mark.usefixtures("french")
def test_plain() -> None:
    """For a screen reader a label and a value a line, without what is absent."""
    assert (
        shown(RECORDS, "plain", 20, language="fr")
        == """\
date\u00a0: 2019-06-20
titre\u00a0: L’approche interculturelle de l’inclusion des réfugiés
identifiant\u00a0: refugee-inclusion

titre\u00a0: 日本の都市と多文化共生\u00a0[en]
identifiant\u00a0: undated

date\u00a0: 2024-11
titre\u00a0: Annual meeting of the coordinators\u00a0[en]
identifiant\u00a0: coordinators-annual-meeting-braga-vila-verde
lieux\u00a0: Braga, PT; Vila Verde, PT
"""
    )


@pytest.mark.parametrize(("form", "width"), [("rich", 40), ("rich", 200), ("plain", 80)])
def test_hostile(form: str, width: int) -> None:
    """Markup is only text; no control or mark of direction reaches the terminal but our own."""
    text = ESCAPES.sub("", shown(HOSTILE, form, width, id_below=width < 120))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    said = " ".join(text.split())
    assert "[/Oslo] [draft] :smile: ␛]52;c;cm0=␇ <U+202E>X<U+009B>␀" in said
    assert "␛[2J" in said
    assert "Os␛]8;;https://evil.org␛\\lo, NO" in said


def test_a_hostile_link() -> None:
    """What an address hides is shown in the link as well."""
    [link] = set(re.findall(r"\x1b\]8;id=\d+;([^\x1b]+)\x1b\\", shown(HOSTILE, "rich", 200)))
    assert link == "https://x.org/<U+009C><U+009B>2J<U+202E>"
