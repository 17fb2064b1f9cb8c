"""A failure is told in a line or two on stderr, with a caret under the place."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys

import pytest

from icccat.terminal.failure import show_failure


@pytest.mark.parametrize(
    ("lines", "text", "place", "expected"),
    [
        (["wrong"], "", 0, "icccat: wrong\n"),
        (["wrong:", "  one", "  two"], "", 0, "icccat: wrong:\n  one\n  two\n"),
        (["here"], "a:b", 0, "icccat: here\n  a:b\n  ^\n"),
        (["here"], "ville:Oslo xx:1", 11, "icccat: here\n  ville:Oslo xx:1\n             ^\n"),
        (["wide"], "日本 x", 3, "icccat: wide\n  日本 x\n       ^\n"),
        (["marks"], "e\u0301e\u0301 x", 5, "icccat: marks\n  e\u0301e\u0301 x\n     ^\n"),
        (["end"], "a OR", 4, "icccat: end\n  a OR\n      ^\n"),
        (
            ["unsafe \x1b[2J"],
            "\x1b \u202ex",
            3,
            "icccat: unsafe ␛[2J\n  ␛ <U+202E>x\n            ^\n",
        ),
        (["two\nlines"], "a\nb", 2, "icccat: two lines\n  a b\n    ^\n"),
    ],
)
def test_show_failure(
    capsys: pytest.CaptureFixture[str], lines: list[str], text: str, place: int, expected: str
) -> None:
    """The lines, then the text with a caret under the place, however wide what is before it."""
    assert show_failure(2, *lines, text=text, place=place) == 2
    assert capsys.readouterr() == ("", expected)


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (["ville:oslo"], "ville:oslo"),
        (["date:2018..2019-06", "kind:video,meeting", "=réfugiés", "-women"], None),
        (["public space", "oslo"], '"public space" oslo'),
        (["(hate OR haine)"], '"(hate OR haine)"'),
        (["refug*"], '"refug*"'),
        (["l'eau"], '"l\'eau"'),
        (["/home"], '"/home"'),
        (['ville:"La Haye"'], "'ville:\"La Haye\"'"),
        (['"l\'eau"'], "'\"l'\\''eau\"'"),
        (["a $HOME"], "'a $HOME'"),
        (["\x1b[2J"], '"␛[2J"'),
    ],
)
def test_a_correction(
    capsys: pytest.CaptureFixture[str], correction: list[str], expected: str | None
) -> None:
    """The words that would be right stand last, as a shell takes them."""
    show_failure(2, "wrong", text="a", place=0, correction=correction)
    shown = expected or " ".join(correction)
    assert capsys.readouterr().err == f"icccat: wrong\n  a\n  ^\ndid you mean: {shown}\n"


def test_a_correction_survives_a_shell(capsys: pytest.CaptureFixture[str]) -> None:
    """A shell makes the same words of it."""
    words = [
        "ville:oslo",
        "a b",
        "l'eau",
        '"l\'eau"',
        "$HOME `ls` \\ !",
        "100 %",
        "(a OR b*)",
        "-x",
    ]
    show_failure(2, "wrong", correction=words)
    pasted = capsys.readouterr().err.removeprefix("icccat: wrong\ndid you mean: ")
    done = subprocess.run(
        ["bash", "-c", f"printf '%s\\n' {pasted}"], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == words


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (0, "  one two\n  ^\n  three four\n"),
        (4, "  one two\n      ^\n  three four\n"),
        (7, "  one two\n         ^\n  three four\n"),
        (8, "  one two\n  three four\n  ^\n"),
        (18, "  one two\n  three four\n            ^\n"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_in_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch, place: int, expected: str) -> None:
    """Lines are broken between words, and the caret stands below the line that it is about."""
    import fcntl  # noqa: PLC0415 (not there on Windows)
    import termios  # noqa: PLC0415

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 13, 0, 0))
    with os.fdopen(theirs, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        show_failure(2, "it is wrong", text="one two three four", place=place)
    written = os.read(ours, 1000).decode().replace("\r\n", "\n")
    os.close(ours)
    assert written == f"icccat: it is\n  wrong\n{expected}"


def test_without_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stderr is closed the exit code says it all."""
    monkeypatch.setattr(sys, "stderr", None)
    assert show_failure(3, "nobody hears") == 3


def test_on_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stderr takes nothing, likewise."""
    monkeypatch.setattr(sys, "stderr", Full())
    assert show_failure(3, "nobody hears") == 3


class Full(io.StringIO):
    """A stream that takes nothing, as a full disk."""

    def write(self, _text: str, /) -> int:
        """Refuse."""
        raise OSError
