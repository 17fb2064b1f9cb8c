"""The program as a process of its own: pipes, full disks, odd locales, bad files, interrupts."""

from __future__ import annotations

import os
import re
import signal
import struct
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from icccat.cli import COMMANDS, HOME

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat, Process

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and shells as on POSIX")

PROGRAM = [sys.executable, "-m", "icccat"]
FULL = "icccat: the answer could not be written: No space left on device\n"
ESCAPES = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m")


@pytest.mark.parametrize(
    ("command", "code", "out", "err"),
    [
        ("icccat list | head -1", 0, "id\tkind\tdate\ttitle\tplaces\ttopics\turl\n", ""),
        ("icccat list --json | head -1", 0, "{\n", ""),
        ("icccat --help | true", 0, "", ""),
        ("icccat list > /dev/full", 3, "", FULL),
        ("icccat show women > /dev/full", 3, "", FULL),
        ("icccat export > /dev/full", 3, "", FULL),
        ("icccat --version > /dev/full", 3, "", FULL),
        ("icccat search women --no-header --columns id 2> /dev/full", 0, "women-oslo\n", ""),
        ("icccat check > /dev/null 2> /dev/full", 0, "", ""),
        ("icccat lst 2> /dev/full", 2, "", ""),
        ("icccat list > /dev/full 2>&1", 3, "", ""),
        (
            "icccat list >&-",
            3,
            "",
            "icccat: the answer cannot be written: the standard output is closed\n",
        ),
        ("icccat list >&- 2>&-", 3, "", ""),
        ("icccat check 2>&- | head -1", 0, "advice: 1 video without date: …", ""),
        ("icccat lst 2>&-", 2, "", ""),
        ("icccat list xyzzy --no-header <&-", 1, "", "icccat: nothing found\n"),
    ],
)
def test_streams(process: Process, command: str, code: int, out: str, err: str) -> None:
    """A full or closed stdout is an error of one line; a closed pipe or stderr is silence."""
    answer = process(command)
    if out.endswith("…"):
        assert answer.out.startswith(out[:-1])
        out = answer.out
    assert answer == (code, out, err)


@pytest.mark.parametrize("words", [["list"], ["export"], ["--help"], ["list", "--json"]])
def test_a_closed_pipe(catalogue: Path, words: list[str]) -> None:
    """Where nobody reads the answer the program ends quietly, and well."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PROGRAM, *words],
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=catalogue.parent,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("environment", "title"),
    [
        ({}, "L’approche"),
        ({"PYTHONIOENCODING": "ascii"}, r"L\u2019approche"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, r"L\u2019approche"),
        ({"LANG": "C"}, "L’approche"),
        ({"LANG": "C.UTF-8", "HOME": "/nonexistent"}, "L’approche"),
    ],
)
def test_encodings(process: Process, environment: dict[str, str], title: str) -> None:
    """What an encoding lacks is written as an escape; nothing raises, whatever the locale."""
    answer = process(
        "icccat list --no-header --columns title_fr id:refugee-inclusion", **environment
    )
    assert answer.out.split()[0] == title
    assert (answer.code, answer.err) == (0, "")


def test_a_code_page(catalogue: Path) -> None:
    """In the code page of a Windows console French is French, and the rest is escaped."""
    done = subprocess.run(
        [*PROGRAM, "add", "video", "--title", "Знову «à Málaga» – œuvre", "--dry-run"],
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        cwd=catalogue.parent,
        check=False,
    )
    assert done.stdout.decode("cp1252").splitlines() == [
        "[video.znovu-malaga-oeuvre]",
        r'title.en = "\u0417\u043d\u043e\u0432\u0443 «à Málaga» – œuvre"',
    ]
    assert (done.returncode, done.stderr) == (0, b"nothing was added\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("add video --title $'caf\\xe9'", "catalogue.toml: nothing was saved: '\\udce9' is not a"),
        ("show $'caf\\xe9'", 'there is no record "caf<U+DCE9>"'),
        ("search $'caf\\xe9'", "nothing found"),
        ("list --catalogue $'caf\\xe9'", "caf<U+DCE9>: there is no such file"),
    ],
)
def test_words_that_are_no_text(process: Process, words: str, message: str) -> None:
    """Bytes that are no UTF-8 on the command line are named, and never raise."""
    answer = process(f"icccat {words}", LC_ALL="C.UTF-8")
    assert answer.code in {1, 3}
    assert answer.err.startswith(f"icccat: {message}")
    assert answer.err.count("\n") == 1


def test_in_a_narrow_terminal(catalogue: Path) -> None:
    """In a terminal of 40 columns there is a block a record, and no line is wider."""
    assert printed(["list", "--kind", "meeting"], catalogue.parent) == (
        "2021\nWomen and integration\nwomen-oslo\nOslo, NO\n\n"
        "2019-05-28\nInclusive Integration Policy Lab, third\nmeeting\npolicy-lab-helsinki\n"
        "Helsinki, FI\n\n2 of 2\n"
    )


def printed(words: list[str], folder: Path) -> str:
    """What the program prints in a terminal of 40 columns, without colours."""
    import fcntl  # noqa: PLC0415 (not there on Windows)
    import termios  # noqa: PLC0415

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
    with subprocess.Popen(
        [*PROGRAM, *words], cwd=folder, stdout=theirs, stderr=theirs, env={"TERM": "xterm"}
    ):
        os.close(theirs)
        text = b""
        try:
            while piece := os.read(ours, 65536):
                text += piece
        except OSError:  # Linux says so when the last writer has gone
            os.close(ours)
    lines = ESCAPES.sub("", text.decode()).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def test_interrupted(catalogue: Path) -> None:
    """Ctrl-C in the middle of an answer ends the program in a word, with its own code."""
    with catalogue.open("a", encoding="utf-8") as text:
        text.write(f'[video.long]\ntitle = "Long"\ndescription = "{"x" * 1_000_000}"\n')
    with subprocess.Popen(
        [*PROGRAM, "export", "id:long"],
        cwd=catalogue.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.read(3) == b"id,"  # more than a pipe holds follows: it is writing
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate()
    assert (process.returncode, err) == (130, b"icccat: interrupted\n")


BAD = {
    "empty": (b"", "the file is empty; a catalogue is made with icccat init"),
    "blank": (b"\xef\xbb\xbf \n", "the file is empty; a catalogue is made with icccat init"),
    "latin": (b'title = "caf\xe9"\n', "byte 13 (0xE9) is not UTF-8; save the file as UTF-8"),
    "utf-16": ("title = 1\n".encode("utf-16"), "the file is in UTF-16; save it as UTF-8"),
    "brackets": (b"[" * 10_000_000, "the heading is not closed; expected ] at its end"),
    "nested": (b"a = " + b"[" * 100_000, "too many brackets or dotted names inside one another"),
    "digits": (b"a = " + b"9" * 5000, "a number has too many digits to be read"),
    "twice": (b"[video.x]\n[video.x]\n", "the heading [video.x] stands on line 1 already"),
    "missing": (None, "there is no such file; a catalogue is made with icccat init"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file(process: Process, icccat: Icccat, catalogue: Path, name: str) -> None:
    """A file that is no catalogue is refused in a sentence that names it, and stays as it is."""
    data, message = BAD[name]
    if data is None:
        catalogue.unlink()
    else:
        catalogue.write_bytes(data)
    listed = process("icccat list --catalogue catalogue.toml")
    assert icccat("add", "video", "--title", "X", "--catalogue", "catalogue.toml") == listed
    assert (listed.code, listed.out) == (3, "")
    assert re.fullmatch(r"icccat: catalogue\.toml(:\d+)*: [^\n]+\n", listed.err)
    assert message in listed.err
    assert (catalogue.read_bytes() if catalogue.exists() else None) == data


@pytest.mark.parametrize(
    ("make", "message"),
    [
        ("mkdir bad.toml", "this is a folder, not a catalogue"),
        ("mkfifo bad.toml", "this is a pipe or a device, not a file"),
        ("ln -s bad.toml bad.toml", "the file cannot be read: Too many levels of symbolic links"),
    ],
)
def test_no_file(process: Process, icccat: Icccat, make: str, message: str) -> None:
    """What is no file is refused at once, and not waited for."""
    answer = process(f"{make}; icccat list --catalogue bad.toml")
    assert answer == (3, "", f"icccat: bad.toml: {message}\n")
    for words in ("add video --title X", "check", "show x"):
        assert icccat(*words.split(), "--catalogue", "bad.toml") == answer


def test_from_a_folder_below(process: Process) -> None:
    """In a folder below the catalogue it is found, and changed there."""
    answer = process("mkdir -p a/b; cd a/b; icccat add topic --label New; ls -A; icccat show new")
    assert answer.out == "new\nNew\ntopic: new\n"
    assert re.fullmatch(r"added topic\.new to /.*/catalogue\.toml; .*\n", answer.err)


@pytest.mark.parametrize(
    ("words", "never"),
    [
        (
            "--help",
            r"icccat\.commands\.(?!(command|folders)\b)\w+|rich|tomli|icccat\.catalogue\.file",
        ),
        ("list", "rich|pydantic|filelock|tomli_w"),
        ("list --json", "rich|pydantic|filelock|tomli_w"),
        ("search women", "rich|pydantic|filelock|tomli_w"),
        ("add video --title X", "rich|pydantic"),
    ],
)
def test_what_is_imported(process: Process, tmp_path: Path, words: str, never: str) -> None:
    """A command imports what it needs: no tables for a pipe, nothing that writes to read."""
    there = with_pydantic(tmp_path)
    answer = process(f"'{sys.executable}' -X importtime -m icccat {words}", PYTHONPATH=there)
    imported = {line.rpartition("|")[2].strip() for line in answer.err.splitlines()}
    assert "icccat.cli" in imported
    assert {name for name in imported if re.match(rf"({never})(\.|$)", name)} == set()


def test_no_command_imports_what_is_slow(process: Process, tmp_path: Path) -> None:
    """Importing every command brings in neither pydantic, where there is one, nor Rich."""
    modules = [f"icccat.commands.{entry.module}" for entry in COMMANDS.values()]
    script = (
        f"import {', '.join([HOME, *modules])}, sys\n"
        "print(sorted(sys.modules.keys() & {'pydantic', 'rich'}))"
    )
    answer = process(f'"{sys.executable}" -c "{script}"', PYTHONPATH=with_pydantic(tmp_path))
    assert answer == (0, "[]\n", "")


def with_pydantic(folder: Path) -> str:
    """A folder with a pydantic that can be imported, as it need not be installed."""
    there = folder / "there"
    there.mkdir()
    (there / "pydantic.py").touch()
    return str(there)


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "List records, newest first."),
        ({"LANG": "fr_FR.UTF-8"}, "Lister les fiches, les plus récentes d’abord."),
        ({"LANG": "fr_FR.UTF-8", "ICCCAT_LANG": "en"}, "List records, newest first."),
    ],
)
def test_two_languages(process: Process, environment: dict[str, str], words: str) -> None:
    """Help is in the language of the system, or the one asked for."""
    assert words in process("icccat list --help", **environment).out
