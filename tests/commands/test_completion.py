"""`icccat completion`: the script of each shell, and how it is installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from icccat.__main__ import ASKED
from icccat.commands.completion import ENDINGS
from icccat.completion.shells import SHELLS

if TYPE_CHECKING:
    from conftest import Icccat


def script(name: str) -> str:
    """The script of a shell."""
    file = files("icccat.completion") / "scripts" / f"icccat.{ENDINGS[name]}"
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ENDINGS)
def test_the_script(icccat: Icccat, name: str) -> None:
    """In a pipe the script is all that is written, in ASCII, which any encoding can hold."""
    assert icccat("completion", name) == (0, script(name), "")
    assert script(name).isascii()


def test_each_shell_is_answered() -> None:
    """There is a script for each shell that is answered, which asks in its name."""
    assert list(ENDINGS) == list(SHELLS)
    assert [name for name in SHELLS if f"icccat {ASKED} {name}" not in script(name)] == []


@pytest.mark.parametrize(
    ("shell", "name"),
    [("/bin/bash", "bash"), ("/usr/local/bin/pwsh", "powershell"), ("fish", "fish")],
)
def test_the_shell_in_use(
    icccat: Icccat, monkeypatch: pytest.MonkeyPatch, shell: str, name: str
) -> None:
    """Without a name it is the shell in use."""
    monkeypatch.setenv("SHELL", shell)
    assert icccat("completion") == (0, script(name), "")


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("bash", 'in every bash, put this into ~/.bashrc: eval "$(icccat completion bash)"'),
        (
            "zsh",
            'in every zsh, put this into ~/.zshrc, after compinit: eval "$(icccat completion zsh)"',
        ),
        (
            "fish",
            "in every fish: icccat completion fish > ~/.config/fish/completions/icccat.fish",
        ),
        (
            "powershell",
            (
                "in every PowerShell, put this into the file that $PROFILE names: "
                "icccat completion powershell | Out-String | Invoke-Expression"
            ),
        ),
    ],
)
def test_how(icccat: Icccat, monkeypatch: pytest.MonkeyPatch, name: str, how: str) -> None:
    """In a terminal it is said how the script is installed."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert icccat("completion", name) == (0, script(name), f"\nto have it {how}\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("tcsh", 'there is no completion for "tcsh": bash, zsh, fish, powershell'),
        (
            "fsh",
            'there is no completion for "fsh": bash, zsh, fish, powershell (did you mean fish?)',
        ),
        ("", "say for which shell: bash, zsh, fish, powershell, as in icccat completion bash"),
    ],
)
def test_refused(icccat: Icccat, monkeypatch: pytest.MonkeyPatch, words: str, message: str) -> None:
    """An unknown shell, or none where none is known to be in use, is one error."""
    monkeypatch.delenv("SHELL", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert icccat("completion", *words.split()) == (2, "", f"icccat: {message}\n")


def test_on_windows(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows the shell in use is PowerShell, unless it says another."""
    monkeypatch.delenv("SHELL", raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert icccat("completion").out == script("powershell")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_its_grammar(name: str) -> None:
    """The shell itself finds nothing wrong in the script."""
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    done = subprocess.run(
        [name, "-n"], input=script(name).encode(), capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (b"", b"")
