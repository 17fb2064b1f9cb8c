"""Git, told to merge a catalogue by icccat: its driver, and the file that names it.

A driver has two halves (gitattributes(5), "Defining a custom merge driver"): a line in
`.gitattributes`, which is committed and so holds for everyone, and a command in the configuration
of each clone. Where the second is missing, git merges by lines, as it always did.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from icccat.catalogue.file.output import write_output
from icccat.errors import Refused
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Sequence

DRIVER = "icccat"
ATTRIBUTES = ".gitattributes"
_SPECIAL = frozenset(' "\\*?[]!#')


def install(catalogue: Path) -> Path:
    """Make icccat the merge driver of a catalogue in its repository; gives the file that names it.

    Raises Refused where there is no repository, or no git.
    """
    folder = Path(os.path.realpath(catalogue)).parent
    repository(folder)
    python = Path(sys.executable).as_posix()  # git's shell takes no backslash, nor has our PATH
    # -P: no module of the repository, which is the folder that git runs it in
    command = f"{shlex.quote(python)} -P -m icccat merge --git %P %O %A %B"
    _git(folder, "config", f"merge.{DRIVER}.name", "icccat: record by record, field by field")
    _git(folder, "config", f"merge.{DRIVER}.driver", command)
    # where both sides come from several versions, git first makes one of them: no one is asked
    _git(folder, "config", f"merge.{DRIVER}.recursive", "binary")
    attributes = folder / ATTRIBUTES
    line = f"{_pattern(Path(os.path.realpath(catalogue)).name)} merge={DRIVER}".encode()
    there = attributes.read_bytes() if attributes.exists() else b""
    if line not in there.splitlines():
        newline = b"" if there.endswith(b"\n") or not there else b"\n"
        data = there + newline + line + b"\n"
        write_output(attributes, data, force=True, catalogue=catalogue)
    return attributes


def repository(folder: Path) -> Path:
    """The top of the repository that the folder is in; Refused where it is in none."""
    return Path(_git(folder, "rev-parse", "--show-toplevel").strip())


def merge_lines(base: Path, ours: Path, theirs: Path) -> None:
    """Merge as git does by itself, into `ours`, marks and all."""
    _run(
        ours.parent, ["merge-file", "-L", "ours", "-L", "base", "-L", "theirs"], ours, base, theirs
    )


def _pattern(name: str) -> str:
    """The file's name as a pattern that matches it alone, beside the file that holds it."""
    escaped = "".join(f"\\{one}" if one in "*?[]\\" else one for one in name)
    if not _SPECIAL & set(name):
        return f"/{name}"
    return '"/' + escaped.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _git(folder: Path, *words: str) -> str:
    """What git answers; Refused with what it says where it fails."""
    done = _run(folder, words)
    if done.returncode:
        sentence = _("git cannot be told: {reason}")
        raise Refused(sentence.format(reason=done.stderr.strip().removeprefix("fatal: ")))
    return done.stdout


def _run(folder: Path, words: Sequence[str], *paths: Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which("git")
    if program is None:
        raise Refused(_("git is not installed here"))
    return subprocess.run(  # noqa: S603 (git, with words of our own)
        [program, *words, *map(str, paths)],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
