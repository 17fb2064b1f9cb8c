"""`icccat completion SHELL`: the script by which a shell completes the words of icccat."""

from __future__ import annotations

import os
import sys
from importlib.resources import files
from pathlib import PurePath
from typing import Annotated

import typer

from icccat.commands.session import Session
from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.sorts import or_nearest

ENDINGS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}
OTHERS = {"pwsh": "powershell"}  # what shells are called too
Shell = Annotated[
    str,
    typer.Argument(
        metavar=_("[SHELL]"),
        help=_("bash, zsh, fish or powershell; the one in use if not named."),
        show_default=False,
    ),
]


def command(context: typer.Context, shell: Shell = "") -> None:
    """Print the script by which a shell completes commands, options, ids and fields."""
    session = Session.of(context)
    name = _named(shell or _in_use())
    script = files("icccat.completion") / "scripts" / f"icccat.{ENDINGS[name]}"
    session.terminal.data(script.read_text(encoding="utf-8").rstrip("\n"))
    if session.is_for_people:  # in a file of settings a note would be in the way
        session.terminal.note("", _how(name))


def _in_use() -> str:
    """The shell that the person uses, as far as is known."""
    usual = "powershell" if sys.platform == "win32" else ""
    return PurePath(os.environ.get("SHELL", "")).stem or usual


def _named(shell: str) -> str:
    """The shell that is meant; raises Refused with the nearest, or where none is."""
    name = OTHERS.get(shell, shell)
    known = ", ".join(ENDINGS)
    if not name:
        sentence = _("say for which shell: {shells}, as in icccat completion bash")
        raise Refused(sentence.format(shells=known))
    if name not in ENDINGS:
        sentence = _('there is no completion for "{shell}": {shells}')
        raise Refused(or_nearest(sentence.format(shell=shell, shells=known), shell, ENDINGS))
    return name


def _how(name: str) -> str:
    """How the script is installed, in a sentence."""
    return {
        "bash": _(
            'to have it in every bash, put this into ~/.bashrc: eval "$(icccat completion bash)"'
        ),
        "zsh": _(
            "to have it in every zsh, put this into ~/.zshrc, after compinit: "
            'eval "$(icccat completion zsh)"'
        ),
        "fish": _(
            "to have it in every fish: "
            "icccat completion fish > ~/.config/fish/completions/icccat.fish"
        ),
        "powershell": _(
            "to have it in every PowerShell, put this into the file that $PROFILE names: "
            "icccat completion powershell | Out-String | Invoke-Expression"
        ),
    }[name]
