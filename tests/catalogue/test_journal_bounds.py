"""The journal stays small: its oldest steps go."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from catalogue.changing import names
from catalogue.stepping import ANA, source
from icccat.catalogue.history.journal import MOST_BYTES, MOST_STEPS, Journal, last_step
from icccat.catalogue.history.step import step, written

if TYPE_CHECKING:
    from pathlib import Path

A = '[video.a]\ntitle = "A"\n'
B = '[video.a]\ntitle = "B"\n'
C = '[video.a]\ntitle = "C"\n'


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A journal in which nothing is, written to on Ana's behalf."""
    folder = tmp_path / ".icccat"
    folder.mkdir()
    return Journal(folder, lambda: ANA)


def test_few_steps_are_kept(tmp_path: Path, journal: Journal) -> None:
    """The oldest go where there are more than a thousand; no other files do."""
    steps = journal.folder / "steps"
    steps.mkdir()
    others = {"0.json", "000001 (copy).json", "readme.txt"}
    for name in {f"{number:06}.json" for number in range(5, 5 + MOST_STEPS)} | others:
        (steps / name).touch()
    last = step(4 + MOST_STEPS, ANA, A, B)
    (steps / f"{last.number:06}.json").write_text(written(last))
    journal.replaced(source(tmp_path / "c.toml", B), source(tmp_path / "c.toml", C))
    kept = {f"{number:06}.json" for number in range(6, 6 + MOST_STEPS)}
    assert names(steps) == kept | others
    assert len(kept) == 1000
    assert last_step(journal.folder) == step(last.number + 1, ANA, B, C)


def test_steps_are_small(tmp_path: Path, journal: Journal) -> None:
    """The oldest go where all together are larger than fifty megabytes, but never the last."""
    steps = journal.folder / "steps"
    steps.mkdir()
    sizes = {"000001.json": 1, "000002.json": MOST_BYTES // 2, "000003.json": MOST_BYTES // 2}
    for name, size in sizes.items():
        (steps / name).touch()
        os.truncate(steps / name, size)  # takes no room on the disk
    last = step(4, ANA, A, B)
    (steps / "000004.json").write_text(written(last))
    journal.replaced(source(tmp_path / "c.toml", B), source(tmp_path / "c.toml", C))
    assert names(steps) == {"000003.json", "000004.json", "000005.json"}


@pytest.mark.parametrize(("more", "first_stays"), [(0, True), (1, False)])
def test_as_large_as_that(tmp_path: Path, journal: Journal, more: int, first_stays: bool) -> None:  # noqa: FBT001 (a column)
    """Steps of fifty megabytes all stay; where they are a byte larger, the oldest goes."""
    steps = journal.folder / "steps"
    steps.mkdir()
    last, new = step(2, ANA, A, B), step(3, ANA, B, C)
    (steps / "000001.json").touch()
    size = 50_000_000 + more - len(written(last).encode()) - len(written(new).encode())
    os.truncate(steps / "000001.json", size)
    (steps / "000002.json").write_text(written(last))
    journal.replaced(source(tmp_path / "c.toml", B), source(tmp_path / "c.toml", C))
    first = {"000001.json"} if first_stays else set()
    assert names(steps) == first | {"000002.json", "000003.json"}


def test_a_step_may_be_large(
    tmp_path: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is larger than all together should be stays alone."""
    monkeypatch.setattr("icccat.catalogue.history.journal.MOST_BYTES", 10)
    journal.replaced(source(tmp_path / "c.toml", A), source(tmp_path / "c.toml", B))
    journal.replaced(source(tmp_path / "c.toml", B), source(tmp_path / "c.toml", C))
    assert names(journal.folder / "steps") == {"000002.json"}
