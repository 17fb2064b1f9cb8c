"""`icccat merge`: another version taken over, by hand or as git does, and what is left open."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat, Process

DATE, URL = "date = 2019-06-20", 'url = "https://vimeo.com/340198046"'
UNDO = "icccat undo takes it back\n"
ONE_LEFT = "1 clash is left in the file: icccat check shows it\n"


class Person(io.StringIO):
    """A person at a terminal, who answers what is asked."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


class Sides:
    """The three versions of a catalogue, each beside the others."""

    def __init__(self, catalogue: Path) -> None:
        self.catalogue = catalogue
        self.base = catalogue.read_text(encoding="utf-8")
        self.files = {name: catalogue.with_name(f"{name}.toml") for name in ("base", "theirs")}
        for file in self.files.values():
            file.write_text(self.base, encoding="utf-8")

    def change(self, name: str, *pairs: tuple[str, str]) -> str:
        """Write a version with these pieces in the place of others, and give it back."""
        text = self.base
        for old, new in pairs:
            assert text.count(old) == 1
            text = text.replace(old, new)
        self.files.get(name, self.catalogue).write_text(text, encoding="utf-8")
        return text

    @property
    def ours(self) -> str:
        """Our version as it now is."""
        return self.catalogue.read_bytes().decode()


@pytest.fixture
def sides(catalogue: Path) -> Sides:
    """Three versions that are still the same."""
    return Sides(catalogue)


WORDS = ("merge", "base.toml", "catalogue.toml", "theirs.toml")


def test_three(icccat: Icccat, sides: Sides) -> None:
    """A field of each is merged, what changed is said, and undo takes it back to the byte."""
    before = sides.change("ours", (DATE, "date = 2020 # sic"))
    sides.change("theirs", (URL, 'url = "https://coe.int/v"'))
    said = "video.refugee-inclusion\n  url: https://vimeo.com/340198046 → https://coe.int/v\n"
    assert icccat(*WORDS) == (0, said, UNDO)
    assert sides.ours == before.replace(URL, 'url = "https://coe.int/v"')
    assert "merge theirs.toml" in icccat("history").out
    assert icccat("undo").code == 0
    assert sides.ours == before


def test_nothing_to_merge(icccat: Icccat, sides: Sides) -> None:
    """It makes no step, and is no failure."""
    assert icccat(*WORDS) == (0, "", "nothing to change\n")
    assert (sides.ours, icccat("history").code) == (sides.base, 1)


def clash(sides: Sides) -> str:
    """Let both change the date and the French title, and give ours."""
    sides.change("theirs", (DATE, "date = 2021"), ("L’approche", "Une approche"))
    return sides.change("ours", (DATE, "date = 2020"), ("L’approche", "Approche"))


LEFT = (
    'clash.title.fr = "Une approche interculturelle de l’inclusion des réfugiés"\n'
    "clash.date = 2021\n"
)


def test_clashes(icccat: Icccat, sides: Sides) -> None:
    """Both values stay, the code is 1, and check shows each at its line, as an error."""
    before = clash(sides)
    answer = icccat(*WORDS)
    assert (answer.code, answer.err) == (
        1,
        f"{UNDO}2 clashes are left in the file: icccat check shows them\n",
    )
    note = 'notes = "Ask for the subtitles."\n'
    assert sides.ours == before.replace(note, note + LEFT)
    checked = icccat("check")
    assert checked.code == 1
    place = "video.refugee-inclusion.clash"
    assert checked.out.startswith(
        f"catalogue.toml:36: {place}.title.fr: error: the other side of a merge has"
        ' "Une approche interculturelle de l’inclusion des réfugiés" as title.fr:'
        " set the one that is right\n"
        "    icccat edit refugee-inclusion clash=\n"
        f'catalogue.toml:37: {place}.date: error: the other side of a merge has "2021" as date:'
        " set the one that is right\n"
        "    icccat edit refugee-inclusion clash=\n"
    )


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (["date=2021"], LEFT.splitlines(keepends=True)[0]),
        (["title.fr=Titre"], LEFT.splitlines(keepends=True)[1]),
        (["date=2020", "title.fr=Titre"], ""),
        (["clash="], ""),
        (["url=https://coe.int"], LEFT),
    ],
)
def test_settled(icccat: Icccat, sides: Sides, words: list[str], left: str) -> None:
    """A field that gets a value is settled alone; clash= settles all; undo brings it back."""
    clash(sides)
    icccat(*WORDS)
    before = sides.ours
    assert icccat("edit", "refugee-inclusion", *words).code == 0
    lines = [line for line in sides.ours.splitlines(keepends=True) if line.startswith("clash")]
    assert "".join(lines) == left
    assert icccat("undo").code == 0
    assert sides.ours == before


def test_removed_and_changed(icccat: Icccat, sides: Sides) -> None:
    """The record stays and says so; it is removed, or kept by clash=."""
    record = sides.base[sides.base.index("[meeting.women-oslo]") :]
    sides.change("ours", (f"\n{record}", ""))
    sides.change("theirs", ('start = "2021"', 'start = "2022"'))
    answer = icccat(*WORDS)
    assert (answer.code, answer.err) == (1, UNDO + ONE_LEFT)
    expected = sides.base.replace('"2021"', '"2022"') + "clash.removed = true\n"
    assert sides.ours == expected
    assert "one side removed this record and the other changed it" in icccat("check").out
    assert icccat("edit", "women-oslo", "clash=").code == 0
    assert sides.ours == expected.replace("clash.removed = true\n", "")
    assert icccat("remove", "women-oslo").code == 0


ASKED = """\
video.refugee-inclusion.title.fr
  ours:   Approche interculturelle de l’inclusion des réfugiés
  theirs: Une approche interculturelle de l’inclusion des réfugiés
Which one? [o]urs, [t]heirs, [b]oth, for later: video.refugee-inclusion.date
  ours:   2020
  theirs: 2021
Which one? [o]urs, [t]heirs, [b]oth, for later: """


@pytest.mark.parametrize(
    ("answers", "code", "old", "new"),
    [
        ("o\no\n", 0, "", ""),
        ("ours\ntheirs\n", 0, "date = 2020", "date = 2021"),
        ("t\no\n", 0, '"Approche', '"Une approche'),
        (
            "b\no\n",
            1,
            'notes = "Ask for the subtitles."\n',
            f'notes = "Ask for the subtitles."\n{LEFT.splitlines()[0]}\n',
        ),
        (
            "",
            1,
            'notes = "Ask for the subtitles."\n',
            f'notes = "Ask for the subtitles."\n{LEFT}',
        ),
    ],
)
def test_asked(
    icccat: Icccat,
    sides: Sides,
    monkeypatch: pytest.MonkeyPatch,
    answers: str,
    code: int,
    old: str,
    new: str,
) -> None:
    """A person at a terminal is asked about each clash once; what is not answered stays open."""
    before = clash(sides)
    monkeypatch.setattr(sys, "stdin", Person(answers))
    answer = icccat(*WORDS)
    assert (answer.code, answer.err.startswith(ASKED)) == (code, True)
    assert answer.err.count("Which one?") == 2
    assert sides.ours == before.replace(old, new, 1)


def test_asked_about_what_is_gone(
    icccat: Icccat, sides: Sides, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A side that took something away says so."""
    sides.change("ours", (f"{DATE}\n", ""))
    sides.change("theirs", (DATE, "date = 2021"))
    monkeypatch.setattr(sys, "stdin", Person("x\nt\n"))
    question = "Which one? [o]urs, [t]heirs, [b]oth, for later: "
    assert icccat(*WORDS) == (
        0,
        "video.refugee-inclusion\n  date: + 2021\n",
        (
            "video.refugee-inclusion.date\n  ours:   (taken away)\n  theirs: 2021\n"
            f"{question}{question}{UNDO}"
        ),
    )


def test_nobody_there(icccat: Icccat, sides: Sides, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an input at all, nobody is asked."""
    clash(sides)
    monkeypatch.setattr(sys, "stdin", None)
    assert icccat(*WORDS).code == 1
    assert LEFT in sides.ours


def test_dry_run(icccat: Icccat, sides: Sides, monkeypatch: pytest.MonkeyPatch) -> None:
    """It shows what would change, asks nothing, and changes nothing."""
    before = clash(sides)
    monkeypatch.setattr(sys, "stdin", Person("t\nt\n"))
    answer = icccat(*WORDS, "--dry-run")
    assert (answer.code, sides.ours) == (1, before)
    assert answer.err == ("nothing was changed\n2 clashes are to be settled\n")


def test_an_empty_base(icccat: Icccat, sides: Sides) -> None:
    """What both have added is merged; a side that is empty is refused."""
    sides.files["base"].write_bytes(b"")
    sides.change("theirs", (f"{DATE}\n", ""))
    assert icccat(*WORDS) == (0, "", "nothing to change\n")
    sides.files["theirs"].write_bytes(b"")
    answer = icccat(*WORDS)
    assert (answer.code, sides.ours) == (3, sides.base)
    assert answer.err == (
        "icccat: theirs.toml: the file is empty; a catalogue is made with icccat init\n"
    )


def test_other_tables(icccat: Icccat, sides: Sides) -> None:
    """What changed outside of records is said, and so are comments that stay behind."""
    title = 'title.en = "Intercultural Cities"\n'
    sides.change("theirs", (title, f'{title}searches.a = "x"\n'), ("# The staff's", "# All"))
    assert icccat(*WORDS) == (
        0,
        "",
        f"{UNDO}[catalogue] has what theirs changed\nnot taken over: # All own words, kept.\n",
    )
    assert sides.ours == sides.base.replace(
        'Cités interculturelles"\n', 'Cités interculturelles"\nsearches.a = "x"\n'
    )


def test_a_clash_of_the_catalogue_itself(icccat: Icccat, sides: Sides) -> None:
    """It stays in the file, and check shows it."""
    sides.change("theirs", ('"Intercultural Cities"', '"ICC"'))
    sides.change("ours", ('"Intercultural Cities"', '"Cities"'))
    assert icccat(*WORDS).code == 1
    assert icccat("check").out.splitlines()[0] == (
        "catalogue.toml:6: catalogue.clash.title.en: error: the other side of a merge has"
        ' "ICC" as title.en: set the one that is right'
    )


def test_json(icccat: Icccat, sides: Sides) -> None:
    """The changes are a plan, as those of other commands."""
    sides.change("theirs", (DATE, "date = 2021"))
    found = json.loads(icccat(*WORDS, "--json").out)
    assert (found["type"], found["count"]) == ("plan", 1)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["base.toml", "theirs.toml"],
        ["base.toml", "catalogue.toml", "theirs.toml", "theirs.toml"],
        ["--git", "catalogue.toml", "theirs.toml"],
    ],
)
def test_how_many(icccat: Icccat, sides: Sides, words: list[str]) -> None:
    """It takes one file or three."""
    assert icccat("merge", *words) == (
        2,
        "",
        "icccat: merge needs a copy of the catalogue, or three files: BASE OURS THEIRS\n",
    )
    assert sides.ours == sides.base


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[video", "theirs.toml:1:7: the heading is not closed; expected ] at its end"),
        (
            "[video]\na = 1",
            "theirs.toml: [video] holds what is no record: icccat check says where; mend it first",
        ),
    ],
)
def test_unsafe(icccat: Icccat, sides: Sides, text: str, said: str) -> None:
    """What cannot be read, or is no catalogue, is not merged."""
    sides.files["theirs"].write_text(text)
    answer = icccat(*WORDS)
    assert (answer.code, answer.out, sides.ours) == (3, "", sides.base)
    assert answer.err == f"icccat: {said}\n"


def test_a_copy(icccat: Icccat, sides: Sides) -> None:
    """What the copy has alone is taken over; what we changed since stays changed."""
    assert icccat("edit", "refugee-inclusion", "date=2020").code == 0
    new = '\n[video.zoo]\ntitle = "Zoo" # theirs\n'
    sides.files["theirs"].write_text(sides.base + new, encoding="utf-8")
    assert icccat("merge", "theirs.toml") == (
        0,
        "video.zoo is new\n  title.en: + Zoo\n",
        f"{UNDO}theirs.toml is no longer needed\n",
    )
    videos = sides.base.replace(DATE, 'date = "2020"').replace("\n# Two days", f"{new}\n# Two days")
    assert sides.ours == videos
    assert icccat("merge", "theirs.toml").err == (
        "nothing to change\ntheirs.toml is no longer needed\n"
    )


def test_a_copy_that_clashes(icccat: Icccat, sides: Sides) -> None:
    """As long as something is open, the copy is not called needless; nor by a dry run."""
    sides.change("theirs", (DATE, "date = 2021"))
    assert icccat("merge", "theirs.toml", "--dry-run").err == (
        "nothing was changed\n1 clash is to be settled\n"
    )
    assert icccat("merge", "theirs.toml").err == UNDO + ONE_LEFT
    assert "clash.date = 2021\n" in sides.ours
    sides.files["theirs"].write_text(sides.base, encoding="utf-8")
    assert icccat("merge", "theirs.toml", "--dry-run").err == "nothing to change\n"


def test_itself(icccat: Icccat, sides: Sides) -> None:
    """The catalogue is no copy of itself, by whatever name."""
    for name in ("catalogue.toml", "./catalogue.toml"):
        assert icccat("merge", name) == (
            2,
            "",
            "icccat: catalogue.toml is the catalogue itself\n",
        )
    assert icccat("merge", "gone.toml").code == 3
    assert sides.ours == sides.base


GIT = ("merge", "--git", "data/videos.toml", "base.toml", "catalogue.toml", "theirs.toml")


def test_for_git(icccat: Icccat, sides: Sides) -> None:
    """The file is merged in silence, with its byte order mark, and without a step of history."""
    before = sides.change("ours", (DATE, "date = 2020"))
    sides.catalogue.write_bytes(b"\xef\xbb\xbf" + before.encode())
    sides.change("theirs", (URL, 'url = "https://coe.int/v"'))
    assert icccat(*GIT) == (0, "", "")
    assert sides.ours == "\ufeff" + before.replace(URL, 'url = "https://coe.int/v"')
    assert not (sides.catalogue.parent / ".icccat").exists()


def test_a_clash_for_git(icccat: Icccat, sides: Sides) -> None:
    """The code is 1, by which git knows of it, and both values are there."""
    before = clash(sides)
    assert icccat(*GIT) == (1, "", "2 clashes are left in the file: icccat check shows them\n")
    note = 'notes = "Ask for the subtitles."\n'
    assert sides.ours == before.replace(note, note + LEFT)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        (
            "[video",
            "data/videos.toml (theirs):1:7: the heading is not closed; expected ] at its end",
        ),
        ("", "data/videos.toml (theirs): the file is empty; a catalogue is made with icccat init"),
        (
            "[video]\na = 1",
            (
                "data/videos.toml (theirs): [video] holds what is no record:"
                " icccat check says where; mend it first"
            ),
        ),
    ],
)
def test_lines_for_git(icccat: Icccat, sides: Sides, theirs: str, said: str) -> None:
    """Where a side cannot be read it is merged by lines, with marks, and a person looks at it."""
    before = sides.change("ours", (DATE, "date = 2020"))
    sides.files["theirs"].write_text(theirs)
    assert icccat(*GIT) == (1, "", f"{said}\ndata/videos.toml was merged line by line\n")
    end = f"\n=======\n{theirs}" if theirs else "\n======="
    assert sides.ours.rstrip("\n") == f"<<<<<<< ours\n{before.rstrip()}{end}\n>>>>>>> theirs"


def test_a_form_that_git_must_merge(icccat: Icccat, sides: Sides) -> None:
    """A text that would not mean what was meant is never written."""
    sides.files["base"].write_text("video = {}\n")
    sides.catalogue.write_text("video = {}\n")
    sides.files["theirs"].write_text("video = { a = {} }\n")
    assert icccat(*GIT) == (
        1,
        "",
        (
            "data/videos.toml: the change could not be made without touching other lines:"
            " are its records written in a form of their own?\n"
            "data/videos.toml was merged line by line\n"
        ),
    )
    assert sides.ours == "video = { a = {} }\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_install(icccat: Icccat, sides: Sides) -> None:
    """It says what it did, and what is left to do; outside of a repository it is refused."""
    answer = icccat("merge", "--install")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("icccat: git cannot be told: not a git repository")
    subprocess.run(["git", "init", "-q"], check=True)
    attributes = sides.catalogue.with_name(".gitattributes")
    assert icccat("merge", "--install") == (
        0,
        "",
        (
            "git now merges catalogue.toml by icccat, in this clone\n"
            f"commit {attributes}; colleagues type icccat merge --install once\n"
        ),
    )
    assert attributes.read_text() == "/catalogue.toml merge=icccat\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_init(icccat: Icccat, tmp_path: Path) -> None:
    """A new catalogue can begin so; where there is no repository, none is made."""
    assert icccat("init", "new.toml", "--git").code == 2
    assert not (tmp_path / "new.toml").exists()
    assert (
        icccat("init", "gone/new.toml", "--git").err == "icccat: gone: No such file or directory\n"
    )
    subprocess.run(["git", "init", "-q"], check=True)
    answer = icccat("init", "new.toml", "--git")
    assert (answer.code, answer.out) == (0, "new.toml\n")
    assert answer.err.startswith("git now merges new.toml by icccat, in this clone\n")
    assert (tmp_path / ".gitattributes").read_text() == "/new.toml merge=icccat\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_in_a_terminal(sides: Sides) -> None:
    """A person who is there is asked, and their answer is what the file holds."""
    before = clash(sides)
    ours, theirs = os.openpty()
    os.write(ours, b"t\no\n")
    done = subprocess.run(
        [sys.executable, "-m", "icccat", *WORDS],
        cwd=sides.catalogue.parent,
        stdin=theirs,
        capture_output=True,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 0
    assert sides.ours == before.replace('"Approche', '"Une approche')


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and shells as on POSIX")
def test_in_a_pipe(process: Process, sides: Sides) -> None:
    """Where nobody can be asked, both values stay."""
    clash(sides)
    answer = process(f"icccat {' '.join(WORDS)} < /dev/null")
    assert answer.code == 1
    assert LEFT in sides.ours
