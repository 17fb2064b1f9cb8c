"""Which editor is opened, and how it is told the line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from icccat.commands.editors import command, open_at, usual
from icccat.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("vi", ["vi", "+7", "a b.toml"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "a b.toml"]),
        ("emacsclient -c", ["emacsclient", "-c", "+7", "a b.toml"]),
        ("code", ["code", "--wait", "--goto", "a b.toml:7"]),
        ("code --wait", ["code", "--wait", "--goto", "a b.toml:7"]),
        ("subl", ["subl", "--wait", "a b.toml:7"]),
        ("hx", ["hx", "a b.toml:7"]),
        ("gvim", ["gvim", "-f", "+7", "a b.toml"]),
        ("kate", ["kate", "--block", "--line", "7", "a b.toml"]),
        ("'my editor' -x", ["my editor", "-x", "a b.toml"]),
    ],
)
def test_command(named: str, words: list[str]) -> None:
    """Editors that are known are told the line, and wait; others get the file alone."""
    assert command(named, "a b.toml", 7, windows=False) == words


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("notepad", ["notepad", "a.toml"]),
        (
            r'"C:\Program Files\Notepad++\notepad++.exe"',
            [
                r"C:\Program Files\Notepad++\notepad++.exe",
                *("-multiInst", "-nosession", "-n7", "a.toml"),
            ],
        ),
        (r"C:\bin\code.cmd", [r"C:\bin\code.cmd", "--wait", "--goto", "a.toml:7"]),
    ],
)
def test_command_on_windows(named: str, words: list[str]) -> None:
    """Paths there have backslashes, and quotation marks where they hold spaces."""
    assert command(named, "a.toml", 7, windows=True) == words


@pytest.mark.parametrize(
    ("there", "name"), [(["nano", "vi"], "nano"), (["vi", "editor"], "editor"), ([], "vi")]
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own")
def test_usual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: list[str], name: str
) -> None:
    """Who has named no editor gets one that the system has."""
    for program in there:
        (tmp_path / program).write_text("#!/bin/sh\n")
        (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert usual() == name


def test_usual_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows always has Notepad."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert usual() == "notepad"


@pytest.mark.parametrize("named", ["no-such-editor", "'open"])
def test_no_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    """An editor that cannot be opened is named."""
    monkeypatch.setenv("VISUAL", named)
    with pytest.raises(Refused) as refused:
        open_at(tmp_path / "a.toml", 1)
    assert refused.value.lines == (
        f'the editor "{named}" cannot be opened: set EDITOR to one that can',
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a script as on POSIX")
def test_open_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The editor is found, told the line, and waited for."""
    program = tmp_path / "nano"
    program.write_text('#!/bin/sh\necho "$1" > "$2"\n')
    program.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    open_at(tmp_path / "a.toml", 3)
    assert (tmp_path / "a.toml").read_text() == "+3\n"
