"""A power cut at any moment of a change, on a disk that keeps only what was forced to it.

`power` says how a command is recorded and what such a disk may hold.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest
from catalogue.stepping import steps_of, unwound
from hypothesis import settings
from power import Forced, Record, State, put, record, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from conftest import Answer, Icccat

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")

BEGUN = """\
# A catalogue that was there before its history.
[video.a]
title.en = "A" # kept
date = 2019-06-20

[video.c]
title = "C"
"""
BY_HAND = b"# by hand\n"
ADD = ["add", "video", "--title", "B"]
# What came before, and the command that is cut.
CHANGES = {
    "the first": ([], ADD),
    "add": ([["add", "video", "--title", "D"]], ADD),
    "edit": ([ADD], ["edit", "a", "date=2020"]),
    "undo": ([ADD], ["undo"]),
    "redo": ([ADD, ["undo"]], ["redo"]),
    "by hand": ([ADD, ["by hand"]], ["remove", "a"]),
}
# All that may lie there when no command is running.
KEPT = re.compile(
    r"catalogue\.toml|\.icccat"
    r"|\.icccat/(\.gitignore|lock|seen\.toml|steps(/\d{6}\.json)?|backups(/[-\d]{10}\.toml)?)"
)


class Cut(NamedTuple):
    """A change that was recorded, in this folder, which holds the whole of it now."""

    folder: Path
    record: Record
    old: bytes
    new: bytes

    @property
    def file(self) -> Path:
        """The catalogue."""
        return self.folder / "catalogue.toml"

    def put(self, state: set[tuple[str, bytes | None]] | State) -> None:
        """Let the folder hold that and nothing else."""
        shutil.rmtree(self.folder)
        put(state, self.folder)


@pytest.fixture(params=CHANGES)
def cut(request: pytest.FixtureRequest, tmp_path: Path, icccat: Icccat) -> Cut:
    """Each of the changes."""
    file = tmp_path / "folder" / "catalogue.toml"
    file.parent.mkdir()
    file.write_text(BEGUN)
    before, words = CHANGES[request.param]
    for one in before:
        if one == ["by hand"]:
            file.write_bytes(file.read_bytes() + BY_HAND)
        else:
            assert icccat(*one, "--catalogue", str(file)).code == 0
    old = file.read_bytes()
    recorded = record(file.parent, words)
    return Cut(file.parent, recorded, old, file.read_bytes())


def files(states: Iterable[State], name: str = "catalogue.toml") -> set[bytes | None]:
    """What the states hold in the file of that name; None where there is none."""
    return {dict(state).get(name) for state in states}


def test_the_file(cut: Cut) -> None:
    """At any moment it is wholly old or wholly new; once the command is over it is new."""
    assert cut.old != cut.new
    assert files(cut.record.ever()) == {cut.old, cut.new}
    assert files(cut.record.end()) == {cut.new}


def test_the_test(cut: Cut) -> None:
    """Were the file not forced to the disk it could be torn, were the folder not, old."""
    half, zeros = cut.new[: len(cut.new) // 2], bytes(len(cut.new))
    torn = {b"", half, cut.new[:-1], zeros, half + zeros[len(half) :]}
    events = cut.record.events
    cut.record.events = [one for one in events if one not in forced(cut, ".icccat-new")]
    assert files(cut.record.ever()) == {cut.old, cut.new} | torn
    cut.record.events = [one for one in events if one not in forced(cut, "")]
    assert files(cut.record.end()) == {cut.old, cut.new}


def forced(cut: Cut, path: str) -> list[Forced]:
    """The moments at which the file or folder was forced to the disk."""
    return [one for one in cut.record.events if isinstance(one, Forced) and one.path == path]


def test_history(cut: Cut) -> None:
    """At any moment it has the steps from before, and then those of the change, first to last."""
    after = steps_of(cut.file)
    first = [path for path, _file in cut.record.first if path.startswith(".icccat/steps/")]
    for states, fewest in [(cut.record.ever(), len(first)), (cut.record.end(), len(after))]:
        lengths = set()
        for files_of_steps in {frozenset(filter(of_history, state)) for state in states}:
            cut.put(files_of_steps)
            found = steps_of(cut.file)
            assert found == after[: len(found)]
            lengths.add(len(found))
        assert lengths == set(range(fewest, len(after) + 1))


def of_history(one: tuple[str, bytes | None]) -> bool:
    """Whether it is a step, or a folder in which steps are."""
    return one[0] == ".icccat" or one[0].startswith(".icccat/steps")


def test_the_next_command(cut: Cut, icccat: Icccat) -> None:
    """It works as if nothing had been, clears away what was left, and history has no gap."""
    answers = {}
    for text in (cut.old, cut.new):
        for by_hand in (b"", BY_HAND):
            cut.put({("catalogue.toml", text + by_hand)})
            answers[text + by_hand] = went_on(cut, icccat)
    states = sorted(cut.record.ever(), key=repr)
    most = settings().max_examples // 4  # ten, or five hundred
    for state in random.Random(0).sample(states, min(most, len(states))):  # noqa: S311 (no secret)
        for by_hand in (b"", BY_HAND):
            cut.put(state)
            left = cut.file.read_bytes() + by_hand
            cut.file.write_bytes(left)
            assert went_on(cut, icccat) == answers[left], state
            tree = tree_of(cut.folder)
            assert {path for path in tree if not KEPT.fullmatch(path)} == set(), state
            assert tree[".icccat/.gitignore"] == b"*\n", state
            begun = BEGUN if ".icccat/seen.toml" in dict(state) else left.decode()
            assert unwound(cut.file) == begun, state


def went_on(cut: Cut, icccat: Icccat) -> tuple[Answer, Answer, bytes]:
    """What `check` and `add` say, and what is in the file then."""
    checked = icccat("check", "--catalogue", str(cut.file))
    added = icccat("add", "video", "--title", "E", "--catalogue", str(cut.file))
    assert (checked.code, added.code) == (0, 0)
    return checked, added, cut.file.read_bytes()


def test_an_export(tmp_path: Path) -> None:
    """A file written over is wholly old or wholly new; once the command is over it is new."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "catalogue.toml").write_text(BEGUN)
    (folder / "list.csv").write_text("old")
    recorded = record(folder, ["export", "-o", "list.csv", "--force"])
    new = (folder / "list.csv").read_bytes()
    assert files(recorded.ever(), "list.csv") == {b"old", new}
    assert files(recorded.end(), "list.csv") == {new}


def test_a_new_catalogue(tmp_path: Path) -> None:
    """It is whole or not there; once the command is over it is whole."""
    folder = tmp_path / "folder"
    folder.mkdir()
    recorded = record(folder, ["init"])
    new = (folder / "catalogue.toml").read_bytes()
    assert files(recorded.ever(), "catalogue.toml") == {None, new}
    assert recorded.end() == {frozenset(tree_of(folder).items())}
