"""The longest titles and ids there are, drawn at every width: nothing cut, no word broken.

A word, id or address that is wider than the terminal stands in a line of its own, to be copied
whole.
"""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from builders import shipped

from icccat import locale
from icccat.errors import Level, Problem
from icccat.records.columns import columns_named
from icccat.records.kinds import EVENTS
from icccat.terminal import problems
from icccat.terminal.card import LINK, show_card
from icccat.terminal.marks import Marks
from icccat.terminal.safe import width
from icccat.terminal.table import show_table
from icccat.terminal.terminal import Terminal
from icccat.terminal.wrapping import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from icccat.records.record import Record

ESCAPES = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m")
WORD = re.compile(r"[^\s()]+")
MANY = 12  # of the longest of each sort
WIDTHS = (40, 60, 80, 120, 200, 300)


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@cache
def longest() -> list[Record]:
    """Those videos and meetings whose title, id, or a word of whose title, is the longest."""
    records = [one for kind in EVENTS for one in shipped()[kind].values()]

    def word(record: Record) -> int:
        return max(len(word) for text in record.values["title"].values() for word in text.split())

    orders: list[Callable[[Record], int]] = [
        lambda one: len(one.id),
        lambda one: max(map(len, one.values["title"].values())),
        word,
    ]
    found = [one for key in orders for one in sorted(records, key=key)[-MANY:]]
    return list({one.key: one for one in found}.values())


def words_of(record: Record, language: str) -> list[str]:
    """The words of its title as this reader sees it, and its id."""
    return [*pieces(record.title(language)), record.id]


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Speak this language."""
    locale.use(request.param)
    yield request.param
    locale.use("en")


def drawn(
    draw: Callable[[Terminal], object], *, columns: int, form: str, language: str, theme: str
) -> str:
    """What is written to a terminal, without colours and links."""
    out = Screen()
    draw(Terminal(out, Screen(), form, columns, language, theme))
    return ESCAPES.sub("", out.getvalue())


def assert_fits(text: str, columns: int) -> None:
    """No line is wider than the terminal but one of a single word; nothing stands for a rest."""
    wide = [line for line in text.splitlines() if width(line.rstrip()) > columns]
    assert [line for line in wide if len(pieces(line)) > 1] == []
    assert "\ufffd" not in text


LOOKS = [("rich", "dark"), ("rich", "light"), ("rich", "contrast"), ("plain", "contrast")]


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize(("form", "theme"), LOOKS)
@pytest.mark.parametrize("found_by", [(), (("intercultural",), ("cities",), ("meeting",))])
def test_tables(
    columns: int, form: str, theme: str, found_by: tuple[tuple[str, ...], ...], language: str
) -> None:
    """`list`, `search` and the home page: titles and ids, whole, in the records' order."""
    marks = {one.key: Marks(found_by, ("topics", "a b c")) for one in longest() if found_by}
    names = ("date", "title", "id", "places")

    def draw(terminal: Terminal) -> None:
        show_table(
            terminal,
            longest(),
            columns_named(names),
            id_below=columns < 120,
            marks=marks,
        )

    text = drawn(draw, columns=columns, form=form, language=language, theme=theme)
    assert_fits(text, columns)
    column = title_column(text)
    for record in longest():
        assert " ".join(pieces(record.title(language))) in column
        assert record.id in text.split()
    ids = [one for one in text.split() if one in {record.id for record in longest()}]
    assert list(dict.fromkeys(ids)) == [record.id for record in longest()]
    assert text.count("…") == sum(one.title(language).count("…") for one in longest())


def title_column(text: str) -> str:
    """What stands in the column of titles, its lines put together; or all, where there is none."""
    first, *lines = text.splitlines()
    names = re.split(r" {2,}", first.strip())
    if len(names) < 2:
        return re.sub("[ \n]+", " ", text)
    start = first.index(names[1])
    stop = first.index(names[2], start) if len(names) > 2 else len(first)
    return re.sub(" +", " ", " ".join(line[start:stop].strip() for line in lines))


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize(("form", "theme"), LOOKS)
def test_cards(columns: int, form: str, theme: str, language: str) -> None:
    """`show`, and what `add` shows: every word of the title, the id and the topics, whole."""
    for record in longest():

        def draw(terminal: Terminal, record: Record = record) -> None:
            show_card(terminal, record, shipped())

        text = drawn(draw, columns=columns, form=form, language=language, theme=theme)
        assert_fits(text, columns)
        wanted = " ".join([*words_of(record, language), *record.values.get("topics", ())])
        assert set(WORD.findall(wanted)) - set(WORD.findall(text)) == set()


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("form", ["rich", "plain"])
def test_addresses_in_cards(columns: int, form: str) -> None:
    """An address is whole, however narrow the terminal is."""
    found = [
        record for of_kind in shipped().values() for record in of_kind.values() if record.get("url")
    ]
    record = max(found, key=lambda one: len(one.values["url"]))

    def draw(terminal: Terminal) -> None:
        show_card(terminal, record, shipped())

    text = drawn(draw, columns=columns, form=form, language="en", theme="dark")
    assert record.values["url"] in re.findall(LINK, text)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("form", ["rich", "plain"])
def test_problems(columns: int, form: str, language: str) -> None:
    """`check`: ids and titles, whole; a command that mends has a line of its own, unbroken."""
    found = [
        Problem(
            Level.WARNING,
            (one.kind, one.id, "title"),
            f'it may be "{one.title(language)}"',
            line=number,
            mend=f"icccat edit {one.id} version_of={one.id}",
        )
        for number, one in enumerate(longest(), 1)
    ]

    def draw(terminal: Terminal) -> None:
        for line in problems.text(found, "data/catalogue.toml", shipped()):
            terminal.answer(line)

    text = drawn(draw, columns=columns, form=form, language=language, theme="contrast")
    mends = [f"    {one.mend}" for one in found]
    lines = text.splitlines()
    assert [line for line in lines if line in mends] == mends
    assert_fits("\n".join(line for line in lines if line not in mends), columns)
    said = " ".join(text.split())
    for record in longest():
        assert f"{record.key}.title" in said
        assert f'"{" ".join(record.title(language).split())}"' in said
