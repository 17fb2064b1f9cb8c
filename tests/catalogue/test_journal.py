"""The journal beside a catalogue: steps, what was seen last, a backup for each day of work."""

from __future__ import annotations

import stat
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from catalogue.changing import names
from catalogue.stepping import ANA, making, on, sorts, source, steps_of
from icccat.catalogue.changes import apply
from icccat.catalogue.file.source import Source, read
from icccat.catalogue.history.journal import (
    MOST_BACKUPS,
    Journal,
    journal_folder,
    last_step,
    read_steps,
)
from icccat.catalogue.history.slices import Slice
from icccat.catalogue.history.step import Told, step, written
from icccat.records.change import Change

if TYPE_CHECKING:
    from pathlib import Path

    from icccat.catalogue.history.step import Step

A = '[video.a]\ntitle = "A"\n'
B = '[video.a]\ntitle = "B"\n'
C = '[video.a]\ntitle = "C"\n'
HAND = ANA._replace(what="", sort="hand")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a journal in which nothing is."""
    folder = tmp_path / ".icccat"
    folder.mkdir()
    return folder


@pytest.fixture
def journal(folder: Path) -> Journal:
    """The journal there, written to on Ana's behalf."""
    return Journal(folder, lambda: ANA)


def test_replaced(tmp_path: Path, journal: Journal) -> None:
    """Each change is a step in a file of its own, numbered, and the last text is seen."""
    first, second, third = (source(tmp_path / "c.toml", text) for text in (A, B, C))
    assert read_steps(journal.folder) == []
    assert last_step(journal.folder) is None
    journal.replaced(first, second)
    journal.replaced(second, third)
    assert read_steps(journal.folder) == [step(1, ANA, A, B), step(2, ANA, B, C)]
    assert last_step(journal.folder) == step(2, ANA, B, C)
    assert names(journal.folder) == {"steps", "seen.toml"}
    assert names(journal.folder / "steps") == {"000001.json", "000002.json"}
    assert (journal.folder / "steps/000002.json").read_text() == written(step(2, ANA, B, C))
    assert (journal.folder / "seen.toml").read_text() == C


def test_what_nobody_has_seen_was_not_changed_by_hand(tmp_path: Path, journal: Journal) -> None:
    """Before the first step there is nothing to compare with, and nothing is written."""
    journal.noticed(source(tmp_path / "c.toml", A))
    assert names(journal.folder) == set()


def test_noticed(tmp_path: Path, journal: Journal) -> None:
    """A hand edit is a step by itself, once, whatever the command is by which it is noticed."""
    (journal.folder / "seen.toml").write_text(A)
    by = ANA._replace(what="undo", sort="undo", of=7)
    noticing = journal._replace(by=lambda: by)
    noticing.noticed(source(tmp_path / "c.toml", A))
    assert read_steps(journal.folder) == []
    for _again in range(2):
        noticing.noticed(source(tmp_path / "c.toml", B))
    assert read_steps(journal.folder) == [step(1, HAND, A, B)]
    noticing.noticed(source(tmp_path / "c.toml", C))
    assert read_steps(journal.folder) == [step(1, HAND, A, B), step(2, HAND, B, C)]


def test_newlines_of_what_was_seen(tmp_path: Path, journal: Journal) -> None:
    """Those of the file are kept, so that they are no hand edit, and a change of them is one."""
    text = A.replace("\n", "\r\n")
    journal.replaced(source(tmp_path / "c.toml", A), source(tmp_path / "c.toml", text))
    assert (journal.folder / "seen.toml").read_bytes() == text.encode()
    journal.noticed(source(tmp_path / "c.toml", text))
    journal.noticed(source(tmp_path / "c.toml", A))
    assert read_steps(journal.folder) == [step(1, ANA, A, text), step(2, HAND, text, A)]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (B, [step(1, ANA, A, B)]),
        (C, [step(1, ANA, A, B), step(2, HAND, B, C)]),
        (A, [step(1, ANA, A, B), step(2, HAND, B, A)]),
    ],
)
def test_a_step_that_was_noted_and_not_seen(
    tmp_path: Path, journal: Journal, text: str, steps: list[Step]
) -> None:
    """After a power cut between the two, only what was done after the step is a hand edit."""
    journal.replaced(source(tmp_path / "c.toml", A), source(tmp_path / "c.toml", B))
    (journal.folder / "seen.toml").write_text(A)
    for _again in range(2):
        journal.noticed(source(tmp_path / "c.toml", text))
        assert read_steps(journal.folder) == steps
        assert (journal.folder / "seen.toml").read_text() == text


def test_a_first_step_that_was_not_noted(tmp_path: Path, journal: Journal) -> None:
    """After a power cut before the note, it is a hand edit: the text before it was seen."""
    journal.replacing(source(tmp_path / "c.toml", A))
    assert (journal.folder / "seen.toml").read_text() == A
    journal.noticed(source(tmp_path / "c.toml", B))
    assert read_steps(journal.folder) == [step(1, HAND, A, B)]


def test_a_hand_edit_that_cannot_be_read(tmp_path: Path, journal: Journal) -> None:
    """It is no step until it is mended, and then a single one."""
    (journal.folder / "seen.toml").write_text(A)
    journal.noticed(source(tmp_path / "c.toml", "[video.a\n"))
    assert names(journal.folder) == {"seen.toml"}
    journal.noticed(source(tmp_path / "c.toml", B))
    assert read_steps(journal.folder) == [step(1, HAND, A, B)]


@pytest.mark.parametrize("seen", [b"\xff", b"[video.a\n"])
def test_what_was_seen_cannot_be_read(tmp_path: Path, journal: Journal, seen: bytes) -> None:
    """Then nobody can tell what was changed by hand; the next step is seen again."""
    (journal.folder / "seen.toml").write_bytes(seen)
    journal.noticed(source(tmp_path / "c.toml", A))
    assert read_steps(journal.folder) == []
    journal.replaced(source(tmp_path / "c.toml", A), source(tmp_path / "c.toml", B))
    assert (journal.folder / "seen.toml").read_text() == B


def test_a_backup_for_each_day(tmp_path: Path, folder: Path) -> None:
    """It holds the bytes with which the day began; the last seven stay, and none unfinished."""
    (folder / "backups").mkdir()
    (folder / "backups/0 mine.toml").touch()
    (folder / "backups/2023-12-31.toml.new").touch()  # by a writer that was killed
    path = tmp_path / "c.toml"
    texts = [f"\ufeff# {day}\r\n" for day in range(1, 10)]
    for day, text in enumerate(texts, 1):
        for now in (text, "# later\n"):
            Journal(folder, lambda day=day: on(day)).replacing(source(path, now))  # type: ignore[misc]
    kept = range(len(texts) - MOST_BACKUPS + 1, len(texts) + 1)
    days = {f"2024-01-{day:02}.toml": texts[day - 1].encode() for day in kept}
    found = {copy.name: copy.read_bytes() for copy in (folder / "backups").iterdir()}
    assert found == days | {"0 mine.toml": b""}
    assert len(days) == 7


@pytest.mark.parametrize("torn", [b"", b'{"number": 2,', b"\xff", b"\0" * 100])
def test_files_that_are_no_steps(tmp_path: Path, journal: Journal, torn: bytes) -> None:
    """What a power cut or a person left there is passed over, and its number used again."""
    path = tmp_path / "c.toml"
    journal.replaced(source(path, A), source(path, B))
    steps = journal.folder / "steps"
    (steps / "000002.json").write_bytes(torn)
    (steps / "000003.json.new").write_bytes(torn)
    (steps / "000009 copy.json").write_text(written(step(9, ANA, A, B)))
    assert read_steps(journal.folder) == [step(1, ANA, A, B)]
    journal.replaced(source(path, B), source(path, C))
    assert read_steps(journal.folder) == [step(1, ANA, A, B), step(2, ANA, B, C)]


def test_half_a_character(tmp_path: Path, journal: Journal) -> None:
    """What a broken command line or user's name holds is kept as it is."""
    by = ANA._replace(who="An\udce9", what="edit \udce9")
    journal._replace(by=lambda: by).replaced(
        source(tmp_path / "c.toml", A), source(tmp_path / "c.toml", B)
    )
    assert read_steps(journal.folder) == [step(1, by, A, B)]


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_who_may_read_it(tmp_path: Path, mode: int) -> None:
    """Who may read and write the catalogue may do so with its history, and nobody else."""
    path = tmp_path / "c.toml"
    path.write_text(A)
    path.chmod(mode)
    tmp_path.chmod(0o2770)
    apply(path, ANA, making("video", "a", 'title = "B"'))
    journal = journal_folder(path)
    for name in ("steps", "backups"):
        assert stat.S_IMODE((journal / name).stat().st_mode) == 0o2770
    for name in ("steps/000001.json", "backups/2024-01-31.toml", "seen.toml"):
        assert stat.S_IMODE((journal / name).stat().st_mode) == mode


def test_through_a_link(tmp_path: Path) -> None:
    """The journal is beside the real file."""
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real/c.toml", tmp_path / "link.toml"
    real.write_text(A)
    link.symlink_to(real)
    apply(link, ANA, making("video", "a", 'title = "B"'))
    assert sorts(real) == [(1, "command", 0)]
    assert names(tmp_path) == {"real", "link.toml"}


@pytest.mark.parametrize("blocked", ["steps", "backups"])
def test_a_folder_that_cannot_be_made(tmp_path: Path, blocked: str) -> None:
    """The change is made all the same; what history misses is noticed when it can be."""
    path = tmp_path / "c.toml"
    path.write_text(A)
    apply(path, ANA, making("video", "a", 'title = "B"'))
    history = journal_folder(path)
    for made in [*(history / blocked).iterdir()]:
        made.unlink()
    (history / blocked).rmdir()
    (history / blocked).touch()
    apply(path, ANA, making("video", "a", 'title = "C"'))
    assert path.read_text() == C
    assert [one.number for one in steps_of(path)] == ([] if blocked == "steps" else [1, 2])
    (history / blocked).unlink()
    apply(path, ANA, making("video", "a", 'title = "D"'))
    assert path.read_text() == C.replace("C", "D")
    expected = {
        "steps": [(1, "hand", 0), (2, "command", 0)],
        "backups": [(n, "command", 0) for n in (1, 2, 3)],
    }
    assert sorts(path) == expected[blocked]
    assert (history / "seen.toml").read_text() == path.read_text()


def test_what_was_seen_cannot_be_written(tmp_path: Path) -> None:
    """The change is made all the same, and its step is noted."""
    path = tmp_path / "c.toml"
    path.write_text(A)
    (tmp_path / ".icccat/seen.toml").mkdir(parents=True)
    apply(path, ANA, making("video", "a", 'title = "B"'))
    assert path.read_text() == B
    assert sorts(path) == [(1, "command", 0)]
    assert names(tmp_path / ".icccat") == {".gitignore", "lock", "steps", "backups", "seen.toml"}


def test_a_hand_edit_before_a_command(tmp_path: Path) -> None:
    """It is a step before the command's own, which has what the command did alone."""
    path = tmp_path / "c.toml"
    path.write_text(A)
    apply(path, ANA, making("video", "a", 'title = "B"'))
    path.write_text(B + "# by hand\n")
    apply(path, ANA, making("video", "a", 'title = "C"'))
    hand, command = steps_of(path)[1:]
    assert (hand.by, hand.changes, hand.slices) == (HAND, [], [Slice(len(B), "", "# by hand\n")])
    assert command.by == ANA
    assert command.changes == [Change("video", "a", {"title": "B"}, {"title": "C"})]
    assert read(path).text == C + "# by hand\n"


def test_nothing_changed(tmp_path: Path) -> None:
    """A command that changes nothing is no step, but notices hand edits."""
    path = tmp_path / "c.toml"
    path.write_text(A)
    apply(path, ANA, making("video", "a", 'title = "B"'))
    path.write_text(C)
    for _again in range(2):
        apply(path, ANA, lambda _catalogue: [])
    assert sorts(path) == [(1, "command", 0), (2, "hand", 0)]


def large(number: int) -> str:
    """A catalogue of which not every step is seen."""
    return f"# {number}\n[video.a]\ntitle = 'A'\n" + "# é\n" * 70_000


def changed(journal: Journal, path: Path, *numbers: int) -> None:
    """Go from each text to the next."""
    for old, new in pairwise(numbers):
        before = source(path, large(old))
        journal.noticed(before)
        journal.replacing(before)
        journal.replaced(before, source(path, large(new)))


def test_a_large_catalogue_is_not_seen_at_every_step(tmp_path: Path, journal: Journal) -> None:
    """But it is at every twentieth, so that few steps lead from what was seen to the last."""
    path = tmp_path / "c.toml"
    seen = []
    for number in range(1, 42):
        changed(journal, path, number, number + 1)
        text = (journal.folder / "seen.toml").read_text()
        seen.append(text.partition("\n")[0].removeprefix("# "))
    assert seen == ["1"] * 19 + ["21"] * 20 + ["41"] * 2
    assert [one.by for one in read_steps(journal.folder)] == [ANA] * 41


@pytest.mark.parametrize("steps", [1, 2, 19])
def test_a_hand_edit_of_a_large_catalogue(tmp_path: Path, journal: Journal, steps: int) -> None:
    """It is a step by itself, what was not seen notwithstanding; and it is seen then."""
    path = tmp_path / "c.toml"
    changed(journal, path, *range(steps + 1))
    for _again in range(2):
        journal.noticed(source(path, large(99)))
        made = read_steps(journal.folder)
        assert len(made) == steps + 1
        assert made[-1] == step(steps + 1, HAND, large(steps), large(99))
        assert (journal.folder / "seen.toml").read_text() == large(99)


def test_steps_that_were_not_seen_are_gone(tmp_path: Path, journal: Journal) -> None:
    """Nobody can tell what of it was done by hand: all is, since it was seen last."""
    path = tmp_path / "c.toml"
    changed(journal, path, 0, 1, 2, 3)
    (journal.folder / "steps/000002.json").unlink()
    journal.noticed(source(path, large(4)))
    assert read_steps(journal.folder)[-1] == step(4, HAND, large(0), large(4))


def test_a_large_step_is_seen(tmp_path: Path, journal: Journal) -> None:
    """So that those that lead to it need not be kept for that."""
    path = tmp_path / "c.toml"
    old, new = source(path, A), source(path, large(0))
    journal.replaced(old, new)
    assert (journal.folder / "seen.toml").read_text() == large(0)


def test_what_is_told_is_noted(tmp_path: Path, journal: Journal) -> None:
    """Where it is known what a step replaces and changes, neither text is read for it."""
    made = step(1, ANA, A, B)
    telling = journal._replace(told=lambda: Told(made.slices, made.changes))
    path = tmp_path / "c.toml"
    telling.replaced(Source(path, path, A.encode(), "unread"), source(path, "\ufeff" + B))
    assert read_steps(journal.folder) == [made]
    assert (journal.folder / "seen.toml").read_text() == B
