"""Many people at once: processes that add, edit and undo at random, some of them killed.

Each process tells what it is about to do and how that ended, so that what was acknowledged is
known, and what was under way when it was killed.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tomllib
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import pytest
from catalogue.stepping import steps_of, unwound
from hypothesis import settings
from power import watch

from icccat import cli
from icccat.records.change import Change

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

    from icccat.catalogue.history.step import Step

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")

PROCESSES = 32
TOPICS = {"media", "refugees", "women"}
BEGUN = """\
# A catalogue for many.
[topic.media]
label = "Media"

[topic.refugees]
label = "Refugees"

[topic.women]
label = "Women"

[video.a]
title.en = "A" # kept
topics = ["media"]

[video.c]
title = "C"
"""


class Command(NamedTuple):
    """A command that was begun, and its exit code; None where its process was killed."""

    words: list[str]
    code: int | None

    @property
    def name(self) -> str:
        """How its step in history is called here."""
        if self.words[0] == "add":
            return f"add video {self.words[-1].lower()}"
        return " ".join(self.words)


class Writer(NamedTuple):
    """A process that changes the catalogue, by its number, which is also its luck."""

    number: int
    catalogue: Path
    told: Path
    commands: int

    def start(self) -> int:
        """The process of its own."""
        pid = os.fork()
        if pid == 0:  # the child, which coverage does not see
            sys.settrace(None)
            self._work()
        return pid

    def commands_told(self) -> list[Command]:
        """What it did."""
        lines = self.told.read_text().splitlines()
        words, codes = map(json.loads, lines[::2]), map(json.loads, lines[1::2])
        return list(itertools.starmap(Command, itertools.zip_longest(words, codes)))

    def _work(self) -> NoReturn:
        chance = random.Random(self.number)  # noqa: S311 (no secret)
        sys.stdout = sys.stderr = self.told.with_suffix(".said").open("w", encoding="utf-8")
        try:
            for turn in range(self.commands):
                words = _words(chance, f"W{self.number}-{turn}")
                self._tell(words)
                if turn == self.commands - 1 and self.number % 3 == 0:
                    _die(self.catalogue.resolve().parent, chance.randint(1, 15))
                self._tell(self._run(words, alone=chance.random() < 1 / 12))
            os._exit(0)
        finally:
            os._exit(70)

    def _run(self, words: list[str], *, alone: bool) -> int:
        """The exit code of the command, in this process or in one that was never anything else."""
        words = [*words, "--catalogue", str(self.catalogue)]
        if not alone:
            return cli.run(words)
        program = [sys.executable, "-m", "icccat", *words]
        return subprocess.run(program, stdout=sys.stdout, stderr=sys.stderr, check=False).returncode

    def _tell(self, what: object) -> None:
        with self.told.open("a") as told:
            told.write(f"{json.dumps(what)}\n")


def _words(chance: random.Random, new: str) -> list[str]:
    """Some command; `new` is in no other one."""
    id_, topic = chance.choice(["a", "c"]), chance.choice(sorted(TOPICS))
    return chance.choice(
        [
            ["add", "video", "--title", new],
            ["edit", id_, f"topics+={topic}"],
            ["edit", id_, f"occasion={new}"],
            ["undo"],
        ]
    )


def _die(folder: Path, at: int) -> None:
    """Let this process be killed just before that operation on files."""
    operations = itertools.count(1)

    def note(*_operation: object) -> None:
        if next(operations) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    watch(folder, note)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a catalogue without history."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "catalogue.toml").write_text(BEGUN)
    return folder


def test_many_at_once(tmp_path: Path, folder: Path, icccat: Icccat) -> None:
    """Of 32 writers, some of them killed, every acknowledged change is made once, and no other."""
    catalogue, link = folder / "catalogue.toml", tmp_path / "link.toml"
    link.symlink_to(catalogue)
    commands = max(2, settings().max_examples // 100)  # or twenty, if that may take long
    writers = [
        Writer(number, path, tmp_path / f"{number}", commands)
        for number, path in enumerate([catalogue, link] * (PROCESSES // 2))
    ]
    for pid in [writer.start() for writer in writers]:
        assert os.waitpid(pid, 0)[1] in {0, signal.SIGKILL}
    done = [command for writer in writers for command in writer.commands_told()]
    assert icccat("add", "video", "--title", "Last", "--catalogue", str(link)).code == 0
    assert icccat("check", "--catalogue", str(link)).code == 0
    done.append(Command(["add", "video", "--title", "Last"], 0))
    assert unwound(catalogue) == BEGUN
    steps = steps_of(catalogue)
    expect_steps(steps, done)
    expect_records(catalogue.read_text(), steps, done)


def expect_steps(steps: list[Step], done: list[Command]) -> None:
    """What was acknowledged is a step, what was refused none, what was killed one at most.

    A step that its own writer could not note, being killed, is noted as a hand edit by the next.
    """
    acknowledged = Counter(one.name for one in done if one.code == 0)
    killed = Counter(one.name for one in done if one.code is None)
    noted = Counter(name(step) for step in steps if step.by.sort != "hand")
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    missed = Counter({one: number for one, number in acknowledged.items() if "topics" not in one})
    assert missed - noted == Counter()  # a topic that was there already is no step
    assert noted - acknowledged - killed == Counter()
    by_hand = [step for step in steps if step.by.sort == "hand"]
    of_killed = killed - (noted - acknowledged)
    assert len(by_hand) <= of_killed.total()
    for step in by_hand:
        assert names_of_hand_edit(step, steps) & set(of_killed)


def name(step: Step) -> str:
    """The step, called as its command is."""
    return f"{step.by.what} {step.changes[0].id}" if step.by.what == "add video" else step.by.what


def names_of_hand_edit(step: Step, steps: list[Step]) -> set[str]:
    """The commands of which this could be the step, had its writer noted it."""
    (change,) = step.changes
    after = change.after or {}
    found = {f"edit {change.id} topics+={topic}" for topic in after.get("topics", [])}
    if "occasion" in after:
        found.add(f"edit {change.id} occasion={after['occasion']['en']}")
    if change.before is None:
        found.add(f"add video {change.id}")
    if any([one.turned for one in other.changes] == step.changes for other in steps):
        found.add("undo")
    return found


def expect_records(text: str, steps: list[Step], done: list[Command]) -> None:
    """What was added and not taken back is there once; nothing is there that nobody wrote."""
    begun = [one for one in done if one.code in {0, None}]
    titles = {one.words[-1].lower(): one.words[-1] for one in begun if one.words[0] == "add"}
    videos = tomllib.loads(text)["video"]
    for one in (one for one in done if one.words[0] == "add" and one.code == 0):
        id_ = one.words[-1].lower()
        # added once, by itself, then taken back, or back again, by those who undo
        sorts = [step.by.sort for step in steps if id_ in {change.id for change in step.changes}]
        assert (sorts[0], set(sorts[1:]) <= {"undo", "hand"}) == ("command", True)
        assert text.count(f"[video.{id_}]\n") == len(sorts) % 2
    for id_, video in videos.items():
        if id_ in titles:
            assert video == {"title": {"en": titles[id_]}}
    assert set(videos) <= {"a", "c", *titles}
    for id_, title in [("a", {"en": "A"}), ("c", "C")]:
        occasion = videos[id_].pop("occasion", None)
        topics = videos[id_].pop("topics", [])
        assert videos[id_] == {"title": title}
        assert len(topics) == len(set(topics) & TOPICS)
        wrote = {one.words[-1].removeprefix("occasion=") for one in begun if id_ in one.words}
        assert occasion is None or occasion["en"] in wrote


def test_killed_at_each_operation(tmp_path: Path, folder: Path, icccat: Icccat) -> None:
    """What it had saved is a step: its own or, before that was noted, the next writer's finding."""
    words = ["add", "video", "--catalogue", str(folder / "catalogue.toml"), "--title"]
    assert icccat(*words, "First").code == 0
    first = shutil.copytree(folder, tmp_path / "first")
    found: list[tuple[str, str]] = []
    for at in itertools.count(1):
        shutil.rmtree(folder)
        shutil.copytree(first, folder)
        ended = killed(folder, [*words, "Killed"], at)
        saved = tomllib.loads((folder / "catalogue.toml").read_text())["video"]
        assert icccat(*words, "Next").code == 0
        assert unwound(folder / "catalogue.toml") == BEGUN
        between = steps_of(folder / "catalogue.toml")[1:-1]
        assert [one.changes for one in between] == (
            [[Change("video", "killed", None, {"title": {"en": "Killed"}})]]
            if "killed" in saved
            else []
        )
        found += [(one.by.sort, one.by.what) for one in between] or [("", "")]
        if ended == 0:
            break
    assert list(dict.fromkeys(found)) == [("", ""), ("hand", ""), ("command", "add video")]


def killed(folder: Path, words: list[str], at: int) -> int:
    """How a process ended that was to be killed just before that operation on files."""
    pid = os.fork()
    if pid == 0:  # the child, which coverage does not see
        sys.settrace(None)
        _die(folder, at)
        os._exit(cli.run(words))
    return os.waitpid(pid, 0)[1]
