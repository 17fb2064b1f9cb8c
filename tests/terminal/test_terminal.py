"""Where answers go, in which form, and that nothing in them plays tricks with a terminal."""

# ruff: noqa: RUF001 -- letters of Hebrew

from __future__ import annotations

import io
import os
import struct
import sys
from typing import TYPE_CHECKING

import pytest
from rich.padding import Padding
from rich.text import Text

from icccat.terminal.fitting import columns
from icccat.terminal.terminal import Terminal, forgiving, form_for

if TYPE_CHECKING:
    from collections.abc import Mapping

HOSTILE = "[/Oslo] [draft] :smile: \x1b]52;c;cm0=\x07 \x1b[2J \u202e\x9b\x00\x7f"
SAFE = "[/Oslo] [draft] :smile: ␛]52;c;cm0=␇ ␛[2J <U+202E><U+009B>␀␡"

ISOLATES = str.maketrans("⟨⟩", "\u2068\u2069")


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


class Full(io.StringIO):
    """A stream that takes nothing, as a full disk."""

    def write(self, _text: str, /) -> int:
        """Refuse."""
        raise OSError


def terminal(form: str = "lines", width: int = 80) -> tuple[Terminal, io.StringIO, io.StringIO]:
    """A terminal of this form, and what it writes to."""
    out, err = io.StringIO(), io.StringIO()
    return Terminal(out, err, form, width), out, err


@pytest.mark.parametrize(
    ("environment", "in_terminal", "in_pipe"),
    [
        ({}, "rich", "lines"),
        ({"TERM": "xterm-256color"}, "rich", "lines"),
        ({"NO_COLOR": "1"}, "rich", "lines"),
        ({"FORCE_COLOR": "1"}, "rich", "rich"),
        ({"FORCE_COLOR": ""}, "rich", "lines"),
        ({"TERM": "dumb"}, "plain", "lines"),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, "plain", "plain"),
        ({"ICCCAT_PLAIN": "1"}, "plain", "plain"),
        ({"ICCCAT_PLAIN": ""}, "rich", "lines"),
    ],
)
def test_form_for(environment: Mapping[str, str], in_terminal: str, in_pipe: str) -> None:
    """Tables in a terminal, lines in a pipe, unless --plain or the environment says otherwise."""
    assert form_for(Screen(), environment, plain=False) == in_terminal
    assert form_for(io.StringIO(), environment, plain=False) == in_pipe
    assert form_for(Screen(), environment, plain=True) == "plain"
    assert form_for(io.StringIO(), environment, plain=True) == "plain"


def test_what_is_said_is_safe() -> None:
    """Answers keep their lines, notes are one each; nothing in them moves the cursor."""
    shown, out, err = terminal()
    shown.answer(f"{HOSTILE}\ntwo")
    shown.note(f"{HOSTILE}\ntwo", "three")
    shown.note()
    assert out.getvalue() == f"{SAFE}\ntwo\n"
    assert err.getvalue() == f"{SAFE} two\nthree\n"


def test_lines_keep_their_tabs() -> None:
    """The cells of a line are made safe one by one, and the tabs between them stay."""
    shown, out, _err = terminal()
    shown.lines(["id\ttitle", f"a\t{HOSTILE}"])
    assert out.getvalue() == f"id\ttitle\na\t{SAFE}\n"


def test_data_is_not_touched() -> None:
    """What programs read is written as it is."""
    shown, out, _err = terminal()
    shown.data('{"title": "\\u001b"}\ta')
    assert out.getvalue() == '{"title": "\\u001b"}\ta\n'


def test_bytes_come_after_what_was_said() -> None:
    """The bytes of a file follow the text written before."""
    written = io.BytesIO()
    out = io.TextIOWrapper(written, encoding="ascii")
    shown = Terminal(out, io.StringIO(), "lines", 80)
    shown.answer("first")
    shown.raw(b"\xef\xbb\xbfid\r\n")
    assert written.getvalue() == b"first\n\xef\xbb\xbfid\r\n"


def test_notes_come_after_the_answer(capfd: pytest.CaptureFixture[str]) -> None:
    """What was answered before a note is out before it."""
    Terminal(sys.stdout, sys.stderr, "lines", 80).answer("answer")
    Terminal(sys.stdout, sys.stderr, "lines", 80).note("note")
    assert capfd.readouterr() == ("answer\n", "note\n")


def test_a_full_stderr_is_no_failure() -> None:
    """A note that cannot be written is dropped; the answer stands."""
    out = io.StringIO()
    shown = Terminal(out, Full(), "lines", 80)
    shown.answer("answer")
    shown.note("lost")
    assert out.getvalue() == "answer\n"


def test_draw() -> None:
    """Text wraps between its words, a word that is wider stays whole, markup is only text."""
    shown, out, _err = terminal("rich", 20)
    shown.draw(
        Text("a word and [bold] :smile:"),
        Text("much-longer-than-the-terminal-is"),
        Text("and with-words-much-longer-beside it\n\nbelow"),
        Padding(Text("padded"), (0, 2)),
    )
    assert [line.rstrip() for line in out.getvalue().splitlines()] == [
        "a word and [bold]",
        ":smile:",
        "much-longer-than-the-terminal-is",
        "and",
        "with-words-much-longer-beside",
        "it",
        "",
        "below",
        "  padded",
    ]


def test_right_to_left() -> None:
    """What runs from right to left is set apart for people, in each line; not for programs."""
    shown, out, err = terminal("rich", 12)
    shown.draw(Text("ערים בין תרבותיות"))
    shown.answer("title: ערים")
    shown.note("title: ערים")
    piped, lines, _err = terminal("lines", 12)
    piped.answer("title: ערים")
    piped.lines(["ערים\t1"])
    assert out.getvalue() == "⟨ערים בין⟩\n⟨תרבותיות⟩\ntitle: ⟨ערים⟩\n".translate(ISOLATES)
    assert err.getvalue() == "title: ⟨ערים⟩\n".translate(ISOLATES)
    assert lines.getvalue() == "title: ערים\nערים\t1\n"


@pytest.mark.parametrize(
    ("form", "is_screen", "expected"),
    [
        ("rich", True, "one two\n  three\n"),
        ("rich", False, "one two\n  three\n"),
        ("plain", True, "one two\n  three\n"),
        ("plain", False, "one two three\n"),
        ("lines", False, "one two three\n"),
    ],
)
def test_answers_fit(form: str, is_screen: bool, expected: str) -> None:  # noqa: FBT001 (a column of the table)
    """What people see is broken between words; what goes elsewhere is not."""
    out = Screen() if is_screen else io.StringIO()
    err = Screen() if is_screen else io.StringIO()
    shown = Terminal(out, err, form, 10)
    shown.answer("one two three")
    shown.note("one two three")
    assert out.getvalue() == expected
    assert err.getvalue() == (expected if is_screen else "one two three\n")


@pytest.mark.parametrize(
    ("form", "expected"), [("rich", "Lodz \\u57ce\n"), ("lines", "\\u0141\\xf3d\\u017a \\u57ce\n")]
)
def test_an_encoding_that_lacks_letters(form: str, expected: str) -> None:
    """For people the nearest letters stand in; for programs an escape."""
    written = io.BytesIO()
    out = io.TextIOWrapper(written, encoding="ascii")
    shown = Terminal(out, io.StringIO(), form, 80)
    shown.answer("Łódź 城")
    shown.data("Łódź 城")
    out.flush()
    assert written.getvalue().decode("ascii") == expected + r"\u0141\xf3d\u017a \u57ce" + "\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_forgiving(encoding: str) -> None:
    """What an encoding lacks is written as what is nearest or an escape, the rest as before."""
    written = io.BytesIO()
    stream = forgiving(io.TextIOWrapper(written, encoding=encoding))
    stream.write("Знову: \udcff 城 Réfugiés\n")
    stream.flush()
    shown = r"Znovu: \udcff \u57ce "
    refugees = "Refugies" if encoding == "ascii" else "Réfugiés"
    assert written.getvalue().decode(encoding) == f"{shown}{refugees}\n"


def test_forgiving_of_french() -> None:
    """The narrow space of French, which Windows' code pages lack, is written as a space."""
    written = io.BytesIO()
    stream = forgiving(io.TextIOWrapper(written, encoding="cp1252"))
    stream.write("Les modifier\u202f? «\u00a0Ж\u202f!\u00a0»…\n")
    stream.flush()
    assert written.getvalue().decode("cp1252") == "Les modifier ? «\u00a0Zh !\u00a0»…\n"


def test_no_stream_is_one_that_forgets() -> None:
    """A closed stream may be written to; another stream is itself."""
    stream = io.StringIO()
    assert forgiving(stream) is stream
    assert forgiving(None).write("forgotten") == len("forgotten")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_columns() -> None:
    """As many as the terminal says that the stream goes to; none elsewhere."""
    import fcntl  # noqa: PLC0415 (not there on Windows)
    import termios  # noqa: PLC0415

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 37, 0, 0))
    with os.fdopen(theirs, "w", encoding="utf-8") as stream:
        assert columns(stream) == 37
    os.close(ours)
    assert columns(io.StringIO()) == columns(Screen()) == 0
