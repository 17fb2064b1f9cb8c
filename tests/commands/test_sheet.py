"""A record as it is opened in an editor, and what is taken back of it."""

from __future__ import annotations

import pytest
from builders import record_of
from hypothesis import given
from hypothesis import strategies as st

from icccat import locale
from icccat.catalogue import toml
from icccat.commands.sheet import Mistake, Sheet, bare, corrected, sheet
from icccat.records.kinds import KINDS
from icccat.records.record import from_table

TOPIC = '# Ours.\n[topic.a]\nlabel.en = "A" # sic\nbroader = "b"\n'
OPENED = """\
#| Change the lines below, save them and close the editor.
#| Lines that begin with #| only explain.
# Ours.
[topic.a]
label.en = "A" # sic
broader = "b"
#|
#| label: its name
#| broader: id of the wider topic it is part of
#|
#| What it may also have: take the mark away from the line, and change the value.
#|   other names of it, in any language
#| also = ["asylum seekers"]
#|   address of the same concept in a published thesaurus
#| match = "http://eurovoc.europa.eu/3083"
"""
MEETING = """\
[meeting.a]
title.en = "A"

[[meeting.a.documents]]
title = "Report"
"""


def test_sheet() -> None:
    """Comments explain the fields it has, and offer those that it has not."""
    assert sheet(TOPIC, record_of(TOPIC)) == Sheet(OPENED, 4)


def test_in_french() -> None:
    """Its comments are French, set as French is."""
    locale.use("fr")
    opened = sheet(TOPIC, record_of(TOPIC)).text
    locale.use("en")
    assert "#| label\u00a0: libellé (son nom)\n" in opened


def test_documents_come_last() -> None:
    """What is offered stands above the tables inside the record, where it belongs to the record."""
    opened = sheet(MEETING, record_of(MEETING)).text
    assert opened.index("[[meeting.a.documents]]") > opened.index("#| host.en =")
    without = sheet('[meeting.a]\ntitle.en = "A"\n', record_of('[meeting.a]\ntitle.en = "A"\n'))
    assert (
        '#| documents = [{ title = { en = "Report of the meeting" }, '
        'url = "https://rm.coe.int/report", type = "report" }]\n'
    ) in without.text


def test_a_record_that_is_all_tables() -> None:
    """Without a heading of its own there is no place for other fields."""
    lines = '[[video.a.documents]]\ntitle = "R"\n[video.a.title]\nen = "A"\n'
    opened = sheet(lines, record_of(lines)).text
    assert "What it may also have" not in opened
    assert bare(opened, lines, "#|") == lines


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_offered_is_right(kind: str) -> None:
    """With the marks taken away, every line gives a value that is accepted."""
    id_ = "Oslo, NO" if kind == "place" else "a"
    lines = toml.lines(kind, id_, {})
    record, _wrong = from_table(kind, id_, {}, "en")
    opened = sheet(lines, record)
    typed = "".join(
        line.removeprefix("#| ") if "#|   " not in line and " = " in line else line
        for line in opened.text.splitlines(keepends=True)
    )
    table = toml.parse(typed, "")[kind][id_]
    made, wrong = from_table(kind, id_, table, "en")
    assert wrong == []
    assert set(made.values) == {field.name for field in KINDS[kind].fields}


@pytest.mark.parametrize(
    "lines",
    [
        TOPIC,
        MEETING,
        TOPIC.rstrip("\n"),
        TOPIC.replace("\n", "\r\n"),
        TOPIC.replace("Ours", "Ours #| too"),
        "#|| old\n#| older\n" + TOPIC,
        '[topic.a]\nlabel.en = """\n#| a\n#|| b"""\n',
    ],
)
def test_nothing_is_lost(lines: str) -> None:
    """What is saved as it was opened is the record's lines, byte for byte."""
    opened = sheet(lines, record_of(lines))
    assert bare(opened.text, lines, opened.mark) == lines


def test_the_mark_in_a_text() -> None:
    """A text of several lines that holds the mark stays as it was typed."""
    typed = '#| x\n[topic.a]\nlabel.en = """\n#| a"""\n'
    assert bare(typed, TOPIC, "#|") == typed.removeprefix("#| x\n")


def test_lines_end_as_they_did() -> None:
    """What an editor on another system makes of the ends of lines is put right."""
    assert bare(OPENED.replace("\n", "\r\n"), TOPIC, "#|") == TOPIC
    assert bare("[topic.a]\nlabel = 1", TOPIC, "#|") == "[topic.a]\nlabel = 1\n"


def test_a_mistake_in_a_list() -> None:
    """What was said of a line in the middle of a list is gone with the other marks."""
    typed = '#| x\n[topic.a]\nlabel.en = "A"\nalso = [\n#|! no\n  "b",\n]\n'
    assert bare(typed, TOPIC, "#|") == '[topic.a]\nlabel.en = "A"\nalso = [\n  "b",\n]\n'


def test_corrected() -> None:
    """What is wrong stands above its line, and is gone when it is opened once more."""
    wrong = [Mistake(2, "no"), Mistake(2, "never"), Mistake(9, "after the end"), Mistake(0, "all")]
    shown = corrected("a\nb\nc\n", wrong, "#|")
    assert shown == Sheet("#|! all\na\n#|! no\n#|! never\nb\n#|! after the end\nc\n", 2)
    assert corrected(shown.text, [Mistake(5, "still")], "#|") == Sheet("a\n#|! still\nb\nc\n", 3)
    assert corrected("", [Mistake(0, "nothing")], "#|") == Sheet("#|! nothing\n", 2)


@given(st.text(alphabet="ab#|!\n ", max_size=40), st.integers(0, 9))
def test_correcting_keeps_what_was_typed(typed: str, line: int) -> None:
    """Whatever was typed is in what is opened again, but for what we said ourselves."""
    own = [one for one in typed.splitlines(keepends=True) if not one.startswith("#|!")]
    shown = corrected(typed, [Mistake(line, "no")], "#|").text
    kept = [one for one in shown.splitlines(keepends=True) if not one.startswith("#|!")]
    assert kept == own
