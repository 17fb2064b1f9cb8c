"""The README and the transcripts show what the program really prints.

A block ```console holds commands, each after "$ ", and what each prints in a terminal of 80
columns. They run one after another in a folder with a copy of the shipped catalogue, or
where `cd` has led;
`pytest --refresh` writes the blocks anew, to be read as a diff.
"""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "tests" / "transcripts").glob("*.md"))]
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")


def printed(command: str, folder: Path, home: Path) -> str:
    """What a command prints in a terminal of 80 columns, without colours."""
    import fcntl  # noqa: PLC0415 (not there on Windows)
    import termios  # noqa: PLC0415

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "HOME": str(home),
    }
    with subprocess.Popen(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        text = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert process.returncode is not None
    lines = ESCAPES.sub("", text.decode()).replace("\r\n", "\n").split("\n")
    lines = [line.replace(str(home), "/home/ana") for line in lines]
    return "\n".join(line.rstrip() for line in lines)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the last writer has gone
        return b""


@dataclass
class Shell:
    """Where the commands of a page are run: in `folder`, at first the home."""

    home: Path
    folder: Path

    def run(self, block: str) -> str:
        """The commands of a block, each with what it prints."""
        commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
        return "".join(f"$ {command}\n{self._said(command)}" for command in commands)

    def _said(self, command: str) -> str:
        led = re.fullmatch(r"cd (\S+)", command)
        if not led:
            return printed(command, self.folder, self.home)
        self.folder /= led[1]
        return ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_page_shows_what_is_printed(page: Path, tmp_path: Path, refresh: bool) -> None:  # noqa: FBT001
    """Each command of the page prints what stands below it, one after another."""
    (tmp_path / "data").mkdir()
    for name in ("catalogue.toml", "catalogue.schema.json"):
        shutil.copy(ROOT / "data" / name, tmp_path / "data" / name)
    text = page.read_text(encoding="utf-8")
    shell = Shell(tmp_path, tmp_path)
    found = BLOCK.sub(lambda block: shell.run(block[0]), text)
    if refresh:
        page.write_text(found, encoding="utf-8")
    assert text == found
