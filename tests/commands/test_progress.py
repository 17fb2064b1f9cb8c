"""Slow commands say how far they are, to those at a terminal and to nobody else."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pexpect
import pytest
from conftest import bare
from web import servers

from icccat.commands.session import Session
from icccat.terminal.progress import unseen
from icccat.terminal.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from web import Site

CTRL_C = "\x03"


@pytest.fixture
def slow(catalogue: Path) -> Iterator[Site]:
    """A server to which a link of the catalogue leads, and which does not answer."""
    with servers() as serve:
        site = serve({})
        site.pages = {"/a": site.hang}
        text = f'[video.v]\ntitle = "V"\ndate = 2019\nurl = "{site.at("/a")}"\n'
        catalogue.write_text(text, encoding="utf-8")
        yield site


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize(("columns", "cells"), [(40, 12), (80, 30)])
def test_in_a_terminal(catalogue: Path, columns: int, cells: int) -> None:
    """It fits the terminal of the notes, the answer going elsewhere; Ctrl-C leaves no trace."""
    child = pexpect.spawn(
        "bash",
        ["-c", f"exec '{sys.executable}' -m icccat check --links --allow-private > answer"],
        cwd=str(catalogue.parent),
        env=bare() | {"LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(catalogue.parent / "cache")},
        encoding="utf-8",
        dimensions=(40, columns),
        timeout=20,
    )
    child.delaybeforesend = None
    line = f"asking for links: 0 of 1 {'░' * cells}"
    child.expect_exact(f"\r{line}")
    child.send(CTRL_C)
    child.expect(pexpect.EOF)
    child.close()
    blank = " " * (len(line) + 2)
    assert (child.exitstatus, child.before) == (130, f"^C\r{blank}\ricccat: interrupted\r\n")
    assert (catalogue.parent / "answer").read_text(encoding="utf-8") == ""


def test_with_json() -> None:
    """Beside an answer in JSON nothing is shown."""
    session = Session(Terminal(io.StringIO(), sys.stderr, "rich", 80), as_json=True)
    with session.progress("reading") as step:
        assert step is unseen
