"""Words of a command as they are typed into a shell."""

from __future__ import annotations

import subprocess
import sys

import pytest

from icccat.words.shell import in_shell

WORDS = {
    "refugee-inclusion": "refugee-inclusion",
    "data/été.toml": "data/été.toml",
    "": '""',
    "Oslo, NO": '"Oslo, NO"',
    "Ana's MacBook": '"Ana\'s MacBook"',
    "/srv/x": '"/srv/x"',
    'a "b"': "'a \"b\"'",
    "it's $5": r"'it'\''s $5'",
}


@pytest.mark.parametrize(("word", "typed"), WORDS.items())
def test_in_shell(word: str, typed: str) -> None:
    """It has quotes only where it needs them."""
    assert in_shell(word) == typed


@pytest.mark.skipif(sys.platform == "win32", reason="a shell as on POSIX")
def test_a_shell_takes_it_so() -> None:
    """What the shell makes of them are the words."""
    words = " ".join(map(in_shell, WORDS))
    done = subprocess.run(["sh", "-c", f"printf '%s\\n' {words}"], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == list(WORDS)
