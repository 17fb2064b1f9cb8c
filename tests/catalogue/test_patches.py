"""A change of a part of the file is what it is in the whole, or is left to the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalogue.remembering import Memory
from catalogue.stepping import ANA, source
from icccat.catalogue.catalogue import load
from icccat.catalogue.changes import amend
from icccat.catalogue.file.source import read, unread
from icccat.catalogue.history.step import Told, step
from icccat.catalogue.parts import Forgotten
from icccat.catalogue.patches import patch, replayed
from icccat.records.change import Change

if TYPE_CHECKING:
    from pathlib import Path

    from icccat.records.known import Among

HEAD = "# Ours, é.\n[catalogue]\n\n"
A, B, C = ('[video.a]\ntitle = "A"\n\n', '[video.b]\ntitle = "B"\n\n', "[video.c]\npart = 1\n")
TEXT = HEAD + A + B + C
TO_X = Change("video", "b", {"title": "B"}, {"title": "X"})
NEW = Change("video", "bb", None, {"title": "BB"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A catalogue of three videos."""
    path = tmp_path / "catalogue.toml"
    path.write_bytes(TEXT.encode())
    return path


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ([TO_X], TEXT.replace('"B"', '"X"')),
        ([NEW], HEAD + A + B + '[video.bb]\ntitle = "BB"\n\n' + C),
        ([Change("video", "c", {"part": 1}, None)], HEAD + A + B.removesuffix("\n")),
        ([TO_X, NEW], HEAD + A + B.replace('"B"', '"X"') + '[video.bb]\ntitle = "BB"\n\n' + C),
    ],
)
def test_patch(path: Path, changes: list[Change], text: str) -> None:
    """The file and the step are those that the whole text would have."""
    found = patch(unread(path), changes, Memory(path))
    assert found is not None
    assert found.new == source(path, text)
    whole = step(1, ANA, TEXT, text)
    assert found.told == Told(whole.slices, whole.changes)
    assert (found.sort, found.of) == ("command", 0)


@pytest.mark.parametrize(
    "changes",
    [
        [],
        [Change("video", "b", {"title": "B"}, {"title": "B"})],
        [Change("video", "bb", None, {"title": "half \udce9"})],
        [Change("video", "x", {"title": "X"}, None)],
    ],
)
def test_left_to_the_whole(path: Path, changes: list[Change]) -> None:
    """What changes nothing, cannot be written, or is not so."""
    assert patch(unread(path), changes, Memory(path, ["x"])) is None


def test_nothing_left(tmp_path: Path) -> None:
    """Nor is it made here that nothing is left in the file."""
    path = tmp_path / "catalogue.toml"
    path.write_text(A)
    assert patch(unread(path), [Change("video", "a", {"title": "A"}, None)], Memory(path)) is None


def test_what_does_not_mean_what_was_meant(tmp_path: Path) -> None:
    """It is not made in the part either: the whole says why."""
    path = tmp_path / "catalogue.toml"
    path.write_text("[video.a]\nx.y = 1\n")
    change = Change("video", "b", None, {"title": {}})
    assert patch(unread(path), [change], Memory(path)) is not None
    odd = Change("video", "a", {"x": {"y": 2}}, {"x": {"y": 1}})
    assert patch(unread(path), [odd], Memory(path)) is None


def test_replayed(path: Path) -> None:
    """A step is taken back and made again byte for byte, in the pieces that it changed."""
    new = TEXT.replace('"B"', '"X"')
    made = step(7, ANA, TEXT, new)
    again = replayed(unread(path), made, Memory(path), redo=True)
    assert again is not None
    assert (again.new, again.sort, again.of) == (source(path, new), "redo", 7)
    back = replayed(unread(path), made, Memory(path), redo=False)
    assert back is not None
    assert (back.new.data, back.sort, back.of) == (TEXT.encode(), "undo", 7)
    assert back.told.changes == [TO_X.turned]
    assert back.told.slices == step(8, ANA, new, TEXT).slices


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TEXT, TEXT + "# by hand\n"),
        (TEXT, TEXT.replace("Ours", "Theirs").replace("part = 1", "part = 2")),
        (TEXT.replace('"B"', '"Y"'), TEXT.replace('"B"', '"X"')),
    ],
)
def test_a_step_that_is_left_to_the_whole(path: Path, old: str, new: str) -> None:
    """One that changed no record, changed more than the part, or is not of this text."""
    assert replayed(unread(path), step(1, ANA, old, new), Memory(path), redo=True) is None


def test_a_step_of_what_is_not_remembered(path: Path) -> None:
    """There is no part, and the whole decides."""
    made = step(1, ANA, TEXT, TEXT.replace('"B"', '"X"'))
    memory = Memory(path, less=["b"])
    assert replayed(unread(path), made, memory, redo=True) is None


def test_a_step_whose_slices_do_not_fit(path: Path) -> None:
    """Whatever its fingerprints say, it is left to the whole."""
    made = step(1, ANA, TEXT, TEXT.replace('"B"', '"X"'))
    [one] = made.slices
    for slices in ([one._replace(old="?")], [one._replace(new="?\n")], []):
        odd = made._replace(slices=slices)
        assert replayed(unread(path), odd, Memory(path), redo=True) is None


def test_forgotten(path: Path) -> None:
    """Where what is remembered turns out not to be so, the change is made of the whole."""
    made_of: list[object] = []

    def removed(among: Among) -> list[Change]:
        made_of.append(type(among).__name__)
        record = load(path).records["video"]["b"]
        if len(made_of) == 1:
            raise Forgotten
        return [Change("video", "b", among.table(record), None)]

    amend(path, ANA, removed, recall=lambda: Memory(path))
    assert made_of == ["Recalled", "Catalogue"]
    assert read(path).text == HEAD + A + C
