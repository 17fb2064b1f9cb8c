"""Progress is one line that changes, shown to those who watch, and gone in the end."""

from __future__ import annotations

import io
from threading import Semaphore
from typing import TYPE_CHECKING

import pytest

from icccat.terminal.progress import Look, line, look, progress
from icccat.terminal.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from icccat.terminal.progress import Step

FINE, COARSE = ("█", "░"), ("#", "-")


class Screen(io.StringIO):
    """A stream that says it is a terminal, and notes each time that something was drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = Semaphore(0)

    def isatty(self) -> bool:
        """It is one."""
        return True

    def flush(self) -> None:
        """Something may be seen."""
        self.drawn.release()

    def seen(self) -> None:
        """Wait until something else has been drawn."""
        assert self.drawn.acquire(timeout=10)

    @property
    def lines(self) -> list[str]:
        """What stood there, one after another."""
        return self.getvalue().split("\r")


def shown(err: io.StringIO, form: str, work: Callable[[Step], None], **seconds: float) -> None:
    """Work of which is told how far it is."""
    terminal = Terminal(io.StringIO(), err, form, 40)
    with progress(terminal, "asking: {done} of {total}", **seconds) as step:
        work(step)
    assert terminal.out.getvalue() == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize("form", ["rich", "lines"])
def test_progress(form: str) -> None:
    """Each line takes the place of the one before, and in the end there is none."""
    err = Screen()

    def work(step: Step) -> None:
        step(5, 10)
        err.seen()
        step(10, 10)
        err.seen()

    shown(err, form, work, quiet=0, pause=0)
    blank = " " * 39
    assert err.lines == [
        "",
        "asking: 5 of 10 ##########-----------",
        "asking: 10 of 10 ####################",
        blank,
        "",
    ]


def test_a_longer_line_before() -> None:
    """What a shorter line leaves of the one before is blotted out."""
    err = Screen()

    def work(step: Step) -> None:
        for total in (10**30, 10**20):
            step(0, total)
            err.seen()

    shown(err, "rich", work, quiet=0, pause=0)
    assert err.lines == [
        "",
        f"asking: 0 of 1{'0' * 23}",
        f"asking: 0 of 1{'0' * 20}   ",
        " " * 36,
        "",
    ]


def test_what_is_done_at_once() -> None:
    """Of work that is soon done nothing is seen, nor of what says nothing."""
    err = Screen()
    shown(err, "rich", lambda step: step(1, 2), quiet=60)
    shown(err, "rich", lambda _step: None, quiet=0)
    assert err.getvalue() == ""


def test_where_it_is_interrupted() -> None:
    """The line is gone then too."""
    err = Screen()

    def work(step: Step) -> None:
        step(1, 2)
        err.seen()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shown(err, "rich", work, quiet=0, pause=0)
    assert err.lines[-2:] == [" " * 39, ""]


@pytest.mark.parametrize(("err", "form"), [(io.StringIO(), "rich"), (Screen(), "plain")])
def test_where_nobody_watches(err: io.StringIO, form: str) -> None:
    """In a file, and for a screen reader, nothing is shown."""
    shown(err, form, lambda step: step(1, 2), quiet=0)
    assert err.getvalue() == ""


def test_a_terminal_that_is_gone() -> None:
    """The work goes on."""

    class Gone(Screen):
        def write(self, _text: str) -> int:
            self.drawn.release()
            raise OSError

    err, done = Gone(), []

    def work(step: Step) -> None:
        step(1, 2)
        err.seen()
        done.append("all")

    shown(err, "rich", work, quiet=0, pause=0)
    assert done == ["all"]


@pytest.mark.parametrize(
    ("done", "total", "room", "letters", "expected"),
    [
        (0, 4, 26, FINE, "reading ░░░░░░░░░░░░░░░░░░"),
        (1, 4, 16, FINE, "reading ██░░░░░░"),
        (4, 4, 16, COARSE, "reading ########"),
        (9, 4, 16, FINE, "reading ████████"),  # more than was thought
        (0, 4, 13, COARSE, "reading -----"),
        (0, 4, 12, FINE, "reading"),
        (3, 4, 5, FINE, "readi"),
        (3, 4, 0, FINE, ""),
        (3, 4, 80, FINE, "reading ██████████████████████░░░░░░░░"),
    ],
)
def test_line(done: int, total: int, room: int, letters: tuple[str, str], expected: str) -> None:
    """As long a bar as there is room for, but of no more than thirty cells; else the sentence."""
    assert line("reading", done, total, Look(room, *letters)) == expected


def test_where_the_total_is_not_known() -> None:
    """A piece of the bar goes there and back."""
    found = [line("reading", 0, 0, Look(13, *COARSE), beat) for beat in range(6)]
    assert found == [
        "reading ###--",
        "reading -###-",
        "reading --###",
        "reading -###-",
        "reading ###--",
        "reading -###-",
    ]


def test_wide_letters() -> None:
    """A letter of two cells is cut whole."""
    assert line("日本語", 0, 4, Look(5, *FINE)) == "日本"


@pytest.mark.parametrize(
    ("encoding", "letters"), [("utf-8", FINE), ("cp1252", COARSE), ("cp850", FINE)]
)
def test_letters(encoding: str, letters: tuple[str, str]) -> None:
    """Bars are drawn with what the encoding has; its line leaves room for ^C."""
    err = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    assert look(Terminal(io.StringIO(), err, "rich", 40)) == Look(37, *letters)
