"""The person's own text editor, opened at a line, and waited for."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from icccat.errors import Refused
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# How editors are told the line, and to keep the command waiting, by the name of their program.
_FORMS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(["editor", "vi", "vim", "nvim", "view", "nano", "pico"], ("+{line}",)),
    **dict.fromkeys(["emacs", "emacsclient", "micro", "joe", "jed", "ne", "kak"], ("+{line}",)),
    **dict.fromkeys(["gvim", "mvim"], ("-f", "+{line}")),
    **dict.fromkeys(["gedit", "gnome-text-editor", "bbedit"], ("--wait", "+{line}")),
    **dict.fromkeys(["code", "code-insiders", "codium", "cursor"], ("--wait", "--goto", ":")),
    **dict.fromkeys(["subl", "zed", "atom"], ("--wait", ":")),
    **dict.fromkeys(["hx", "helix"], (":",)),
    "kate": ("--block", "--line", "{line}"),
    "mate": ("--wait", "--line", "{line}"),
    "notepad++": ("-multiInst", "-nosession", "-n{line}"),
}
_THERE = ("editor", "nano", "pico", "micro", "vim", "vi")  # the first shows its keys, if it can


def open_at(file: Path, line: int) -> None:
    """Open the file in the editor of VISUAL or EDITOR, else in one that the system has.

    Gives back when the editor is closed. Raises Refused where it cannot be opened.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual()
    try:
        # a script such as code.cmd is found only by its whole path
        program, *words = command(named, str(file), line, windows=sys.platform == "win32")
        subprocess.run([shutil.which(program) or program, *words], check=False)  # noqa: S603 (the person's own editor)
    except (OSError, ValueError) as error:
        sentence = _('the editor "{editor}" cannot be opened: set EDITOR to one that can')
        raise Refused(sentence.format(editor=named)) from error


def usual() -> str:
    """An editor that the system has, for who has named none."""
    if sys.platform == "win32":
        return "notepad"
    return next((name for name in _THERE if shutil.which(name)), "vi")


def command(named: str, file: str, line: int, *, windows: bool) -> list[str]:
    """The words that open a file at a line, in an editor named with or without words of its own.

    Raises ValueError where a quotation mark in it is not closed.
    """
    words = shlex.split(named, posix=not windows)
    if windows:
        words = [word.strip('"') for word in words]
    name = re.split(r"[\\/]", words[0])[-1].lower()
    form = _FORMS.get(re.sub(r"\.(exe|cmd|bat)$", "", name), ())
    asked = [word.format(line=line) for word in form if word != ":" and word not in words]
    return [*words, *asked, f"{file}:{line}" if ":" in form else file]
