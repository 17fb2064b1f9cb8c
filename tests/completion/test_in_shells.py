"""Completion in the shells themselves: what stands in the line once Tab has been pressed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from conftest import bare

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

SCRIPTS = files("icccat.completion") / "scripts"
START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
}
SETUP = {
    "bash": "source {script}",
    "zsh": "autoload -U compinit; compinit -u -D; source {script}",
}
TYPED = [
    ("icccat sho\t", "icccat|show"),
    ("icccat show women\t", "icccat|show|women-oslo"),
    ("icccat show osl\t", "icccat|show|women-oslo"),
    ("icccat show WOM\t", "icccat|show|women-oslo"),
    ("icccat show --op\t", "icccat|show|--open"),
    ("icccat list --kind=me\t", "icccat|list|--kind=meeting"),
    ("icccat search topics:ref\t", "icccat|search|topics:refugees"),
    ("icccat search desc\tx", "icccat|search|description:x"),
    ("icccat add video --place Os\t", "icccat|add|video|--place|Oslo, NO"),
    ("icccat add video --place=Os\t", "icccat|add|video|--place=Oslo, NO"),
    ('icccat add video --place "Os\t', "icccat|add|video|--place|Oslo, NO"),
    ("icccat add video --place 'Oslo, \t", "icccat|add|video|--place|Oslo, NO"),
    ("icccat edit women-oslo topics+=ref\t", "icccat|edit|women-oslo|topics+=refugees"),
    ("icccat import catalogue.to\t", "icccat|import|catalogue.toml"),
    ("icccat show it\t", 'icccat|show|it\'s $HOME "é"'),
]
ODD = '\n[topic."it\'s $HOME \\"é\\""]\nlabel = "Quotation marks"\n'


@pytest.fixture
def environment(catalogue: Path, cache: Path, tmp_path: Path) -> dict[str, str]:
    """An environment in which `icccat` is the program, and nothing is anyone's own."""
    program = tmp_path / "bin" / "icccat"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m icccat "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    catalogue.write_text(catalogue.read_text(encoding="utf-8") + ODD, encoding="utf-8")
    return bare() | {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(cache),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "PS1": "> ",
    }


def needs(shell: str) -> None:
    """Skip the test where the shell is not installed."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")


class Line:
    """An interactive shell in a terminal of its own."""

    def __init__(self, shell: str, folder: Path, environment: dict[str, str]) -> None:
        ours, theirs = os.openpty()
        self.process = subprocess.Popen(
            START[shell],
            cwd=folder,
            env=environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.terminal = ours

    def type(self, keys: str, end: str) -> str:
        """Type the keys; gives what is shown until the end is."""
        os.write(self.terminal, keys.encode())
        shown = ""
        while end not in shown:
            shown += os.read(self.terminal, 65536).decode(errors="replace")
        return shown

    def close(self) -> None:
        """End the shell."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self.terminal)


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_tab(shell: str, catalogue: Path, environment: dict[str, str]) -> None:
    """Tab puts the whole word there, quoted as the shell needs it, in one line after the other.

    The line is then run with a function of the name that shows its words.
    """
    needs(shell)
    line = Line(shell, catalogue.parent, environment)
    try:
        setup = SETUP[shell].format(script=SCRIPTS / f"icccat.{shell}")
        line.type(
            f"{setup}\nshow_() {{ printf '%s|' \"$@\"; echo END; }}; echo READ''Y\n", "READY\r"
        )
        found = []
        for keys, _expected in TYPED:
            shown = line.type(f"{keys}\x01show_ \x05\n", "|END\r").replace("\r", "\n")
            [last] = [one for one in shown.split("\n") if one.endswith("|END")]
            found.append(last.removesuffix("|END"))
    finally:
        line.close()
    assert found == [expected for _keys, expected in TYPED]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("icccat sho", ["show\tShow one record, whole."]),
        ("icccat show wom", ["women-oslo\tWomen and integration"]),
        ("icccat show osl", ["women-oslo\tWomen and integration"]),
        ("icccat list --kind=me", ["--kind=meeting\tmeeting"]),
        ("icccat search topics:ref", ["topics:refugees\tRefugees"]),
        ('icccat add video --place "Os', ["Oslo, NO"]),
        ("icccat import catalogue.to", ["catalogue.toml"]),
        ("icccat export --output=catalogue.to", ["--output=catalogue.toml"]),
        ("icccat show xyzzy", []),
        ("icccat show it", ['it\'s $HOME "é"\tQuotation marks']),
    ],
)
def test_fish(line: str, offered: list[str], catalogue: Path, environment: dict[str, str]) -> None:
    """What fish offers, words with their hints."""
    needs("fish")
    script = f"source {SCRIPTS / 'icccat.fish'}; complete -C $argv[1]"
    done = subprocess.run(
        ["fish", "--no-config", "-c", script, line],
        cwd=catalogue.parent,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert (done.stdout.decode().splitlines(), done.stderr) == (offered, b"")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("icccat sho", "show|show|Show one record, whole."),
        ("icccat show wom", "women-oslo|women-oslo|Women and integration"),
        ("icccat add video --place Os", "'Oslo, NO'|Oslo, NO|Oslo, NO"),
        ("icccat show é", ""),
    ],
)
def test_powershell(line: str, offered: str, catalogue: Path, environment: dict[str, str]) -> None:
    """What PowerShell offers: the word, as it is listed, its hint."""
    needs("pwsh")
    script = (
        f". '{SCRIPTS / 'icccat.ps1'}'; $line = '{line}';"
        " (TabExpansion2 $line $line.Length).CompletionMatches |"
        " ForEach-Object { $_.CompletionText, $_.ListItemText, $_.ToolTip -join '|' }"
    )
    done = subprocess.run(
        ["pwsh", "-NoProfile", "-Command", script],
        cwd=catalogue.parent,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert (done.stdout.decode().strip(), done.stderr) == (offered, b"")
