"""Progress is one line that changes, shown to those who watch, and gone in the end."""

from __future__ import annotations

import io

import pytest

from icccat.terminal.progress import progress
from icccat.terminal.terminal import Terminal


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize("form", ["rich", "lines"])
def test_progress(form: str) -> None:
    """Each step takes the place of the one before; the answer does not see it."""
    out, err = io.StringIO(), Screen()
    with progress(Terminal(out, err, form, 80), "asking: {done} of {total}") as step:
        step(0, 10)
        step(10, 10)
    blank = " " * len("asking: 0 of 10")
    assert err.getvalue() == (f"\r\rasking: 0 of 10\r{blank}\rasking: 10 of 10\r{blank} \r")
    assert out.getvalue() == ""


def test_where_it_is_interrupted() -> None:
    """The line is gone then too."""
    err = Screen()

    def interrupted() -> None:
        with progress(Terminal(io.StringIO(), err, "rich", 80), "{done} of {total}") as step:
            step(1, 2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert err.getvalue().endswith("\r1 of 2\r      \r")


@pytest.mark.parametrize(("err", "form"), [(io.StringIO(), "rich"), (Screen(), "plain")])
def test_where_nobody_watches(err: io.StringIO, form: str) -> None:
    """In a file, and for a screen reader, nothing is shown."""
    with progress(Terminal(io.StringIO(), err, form, 80), "{done} of {total}") as step:
        step(1, 2)
    assert err.getvalue() == ""
