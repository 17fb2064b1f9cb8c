"""Real merges of git: by icccat where it is git's driver, and by lines where it is not."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest
from builders import SHIPPED

from icccat.catalogue import text, toml

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals and paths as on POSIX"),
]

BASE = """\
[video.ants]
title.en = "Ants"
date = 2019-06-20
topics = ["t"]

[video.zebras]
title.en = "Zebras"

[topic.t]
label.en = "T"
"""


class Done(NamedTuple):
    """What a program did."""

    code: int
    said: str


class Clone:
    """A repository with a catalogue, which is `main` and may be on another branch."""

    def __init__(self, folder: Path, content: str) -> None:
        self.folder = folder
        self.catalogue = folder / "catalogue.toml"
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        self.catalogue.write_text(content, encoding="utf-8")

    def git(self, *words: str, answers: int | None = None) -> Done:
        """Run git, as someone with a name and no settings of their own."""
        return self._run(["git", "-c", "core.autocrlf=false", *words], answers)

    def icccat(self, *words: str) -> Done:
        """Run icccat."""
        return self._run([sys.executable, "-m", "icccat", *words], None)

    def _run(self, words: list[str], answers: int | None) -> Done:
        settings = {
            **{f"GIT_{who}_NAME": "Ana" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "ana@example.org" for who in ("AUTHOR", "COMMITTER")},
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_EDITOR": "true",
            "LC_ALL": "C.UTF-8",
        }
        done = subprocess.run(
            words,
            cwd=self.folder,
            env=os.environ | settings,
            stdin=subprocess.DEVNULL if answers is None else answers,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            text=True,
        )
        return Done(done.returncode, done.stdout)

    def commit(self, content: str | None = None) -> None:
        """Commit all, the catalogue with another text if there is one."""
        if content is not None:
            self.catalogue.write_text(content, encoding="utf-8")
        self.git("add", "-A")
        assert self.git("commit", "-q", "-m", "change").code == 0

    @property
    def text(self) -> str:
        """The catalogue as it now is."""
        return self.catalogue.read_text(encoding="utf-8")

    @property
    def status(self) -> str:
        """What git has to say of the files."""
        return self.git("status", "--porcelain").said


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """A clone in which icccat is git's driver, with a branch `theirs` where `main` is."""
    found = Clone(tmp_path / "my clone", BASE)
    assert found.icccat("merge", "--install").code == 0
    found.commit()
    found.git("branch", "theirs")
    return found


def branches(clone: Clone, ours: str, theirs: str) -> None:
    """Let both branches commit; the clone is on `main` then."""
    clone.git("checkout", "-q", "theirs")
    clone.commit(theirs)
    clone.git("checkout", "-q", "main")
    clone.commit(ours)


ADD = ("add", "video", "--date", "2020")


@pytest.mark.parametrize("way", [["merge", "--no-edit", "theirs"], ["rebase", "theirs"]])
def test_different_fields_and_records(clone: Clone, way: list[str]) -> None:
    """Both add a record and edit one; git says nothing of a conflict, and all is there."""
    clone.git("checkout", "-q", "theirs")
    assert clone.icccat(*ADD, "--title", "Moths").code == 0
    assert clone.icccat("edit", "ants", "title.fr=Fourmis").code == 0
    clone.commit()
    clone.git("checkout", "-q", "main")
    assert clone.icccat(*ADD, "--title", "Newts").code == 0
    assert clone.icccat("edit", "ants", "date=2021").code == 0
    clone.commit()
    assert clone.git(*way).code == 0
    assert clone.status == ""
    new = '[video.{}]\ntitle.en = "{}"\ndate = "2020"\n\n'
    assert clone.text == BASE.replace('"Ants"\n', '"Ants"\ntitle.fr = "Fourmis"\n').replace(
        "2019-06-20", '"2021"'
    ).replace("[video.z", new.format("moths", "Moths") + new.format("newts", "Newts") + "[video.z")
    assert clone.icccat("check").code == 0


@pytest.mark.parametrize("way", [["merge", "--no-edit", "theirs"], ["rebase", "theirs"]])
def test_a_clash(clone: Clone, way: list[str]) -> None:
    """Git says conflict, the file can be read and has both; settled, it is committed."""
    branches(clone, BASE.replace('"Ants"', '"Emmets"'), BASE.replace('"Ants"', '"Pismires"'))
    done = clone.git(*way)
    assert done.code == 1
    assert "CONFLICT (content): Merge conflict in catalogue.toml" in done.said
    assert "1 clash is left in the file: icccat check shows it" in done.said
    assert clone.status == "UU catalogue.toml\n"
    ours, theirs = ("Emmets", "Pismires") if way[0] == "merge" else ("Pismires", "Emmets")
    record = toml.parse(clone.text, "")["video"]["ants"]
    assert (record["title"], record["clash"]) == ({"en": ours}, {"title": {"en": theirs}})
    assert clone.icccat("check").code == 1
    assert clone.icccat("edit", "ants", f"title={theirs}").code == 0
    clone.git("add", "-A")
    assert clone.git(way[0], "--continue").code == 0
    assert (clone.status, clone.text) == ("", BASE.replace("Ants", theirs))


def test_a_person_at_a_terminal(clone: Clone) -> None:
    """Git lets icccat ask, and then there is no conflict."""
    branches(clone, BASE.replace('"Ants"', '"Emmets"'), BASE.replace('"Ants"', '"Pismires"'))
    ours, theirs = os.openpty()
    os.write(ours, b"t\n")
    done = clone.git("merge", "--no-edit", "theirs", answers=theirs)
    os.close(theirs)
    os.close(ours)
    assert "video.ants.title.en\n  ours:   Emmets\n  theirs: Pismires\nWhich one?" in done.said
    assert (done.code, clone.status) == (0, "")
    assert clone.text == BASE.replace("Ants", "Pismires")


def test_a_side_that_cannot_be_read(clone: Clone) -> None:
    """Git has a conflict to show, with its marks, and says why."""
    branches(clone, BASE.replace('"Ants"', '"Emmets"'), BASE.replace('"Ants"', '"Ants'))
    done = clone.git("merge", "--no-edit", "theirs")
    assert done.code == 1
    assert "catalogue.toml (theirs):2:" in done.said
    assert "catalogue.toml was merged line by line" in done.said
    assert clone.text == BASE.replace(
        'title.en = "Ants"\n',
        '<<<<<<< ours\ntitle.en = "Emmets"\n=======\ntitle.en = "Ants\n>>>>>>> theirs\n',
    )


def test_a_base_of_two(clone: Clone) -> None:
    """Where branches have crossed before, git makes the base; nothing of that stays in the file."""
    branches(clone, BASE.replace('"Ants"', '"Emmets"'), BASE.replace('"Ants"', '"Pismires"'))
    clone.git("branch", "crossed")
    clone.git("merge", "--no-edit", "theirs")
    clone.commit(BASE.replace('"Ants"', '"Emmets"'))
    clone.git("checkout", "-q", "theirs")
    clone.git("merge", "--no-edit", "crossed")
    clone.commit(BASE.replace('"Ants"', '"Emmets"').replace('"Zebras"', '"Zebra"'))
    clone.git("checkout", "-q", "main")
    assert clone.git("merge", "--no-edit", "theirs").code == 0
    assert clone.text == BASE.replace('"Ants"', '"Emmets"').replace('"Zebras"', '"Zebra"')


def test_new_on_both_sides(tmp_path: Path) -> None:
    """Where there was no catalogue before, git's base is empty; both are one then."""
    clone = Clone(tmp_path / "clone", "")
    clone.catalogue.unlink()
    assert clone.icccat("init", "catalogue.toml", "--git").code == 0
    template = clone.text
    clone.catalogue.unlink()
    clone.commit()
    clone.git("branch", "theirs")
    new = '\n[video.{0}]\ntitle = "{0}"\n'
    branches(clone, template + new.format("ants"), template + new.format("bees"))
    assert clone.git("merge", "--no-edit", "theirs").code == 0
    assert clone.text == template + new.format("ants") + new.format("bees")


def test_no_module_of_the_repository(clone: Clone) -> None:
    """What lies in the clone, whoever put it there, is never run by a merge."""
    for name in ("icccat", "typer", "json"):
        (clone.folder / f"{name}.py").write_text("raise SystemExit(0)\n")
    branches(clone, BASE.replace('"Ants"', '"Emmets"'), BASE.replace('"Zebras"', '"Zebra"'))
    assert clone.git("merge", "--no-edit", "theirs").code == 0
    assert clone.text == BASE.replace('"Ants"', '"Emmets"').replace('"Zebras"', '"Zebra"')


# --- Two people who add a record each to the shipped catalogue ---

LETTERS = "abcdefghijklmnopqrstuvwxyz"
CONTENT = SHIPPED.read_text(encoding="utf-8")


def additions(seed: int) -> list[dict[text.RecordKey, str]]:
    """A new record for each of two people: of any kind of event, at any place."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    made = []
    for who in ("ours", "theirs"):
        kind = chance.choice(["video", "video", "meeting"])
        id_ = "".join(chance.choices(LETTERS, k=6))
        title, url = {"en": f"New of {who}: {id_}"}, f"https://example.org/{id_}"
        lines = toml.lines(kind, id_, {"title": title, "topics": ["refugees"], "url": url})
        made.append({(kind, id_): lines})
    return made


def test_additions_by_lines(tmp_path: Path) -> None:
    """Without the driver at least 95 of 100 pairs merge, and what git makes of these is right."""
    files = [tmp_path / name for name in ("ours", "base", "theirs")]
    files[1].write_text(CONTENT, encoding="utf-8")
    before, clean = toml.parse(CONTENT, ""), 0
    for seed in range(100):
        new = additions(seed)
        files[0].write_text(text.put(CONTENT, new[0]), encoding="utf-8")
        files[2].write_text(text.put(CONTENT, new[1]), encoding="utf-8")
        done = subprocess.run(["git", "merge-file", "-p", *files], capture_output=True, check=False)
        if done.returncode == 0:
            expected = {kind: dict(tables) for kind, tables in before.items()}
            for (kind, id_), lines in (new[0] | new[1]).items():
                expected[kind][id_] = toml.parse(lines, "")[kind][id_]
            assert toml.same(toml.parse(done.stdout.decode(), ""), expected)
            clean += 1
    assert clean >= 95


def test_additions_by_icccat(tmp_path: Path) -> None:
    """With the driver all of them merge, neighbours too, and each text is what it must be."""
    clone = Clone(tmp_path / "clone", CONTENT)
    assert clone.icccat("merge", "--install").code == 0
    clone.commit()
    pairs = [additions(seed) for seed in range(18)]
    pairs += [
        [{("video", id_): toml.lines("video", id_, {"title": id_})} for id_ in ids]
        for ids in (("zzz-a", "zzz-b"), ("zzz-b", "zzz-a"))
    ]
    start = clone.git("rev-parse", "HEAD").said.strip()
    for new in pairs:
        clone.git("checkout", "-q", "-B", "theirs", start)
        clone.commit(text.put(CONTENT, new[1]))
        clone.git("checkout", "-q", "-B", "main", start)
        clone.commit(text.put(CONTENT, new[0]))
        assert clone.git("merge", "--no-edit", "theirs").code == 0
        assert clone.text == text.put(CONTENT, new[0] | new[1])
