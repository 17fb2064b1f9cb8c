"""`icccat remove`: whole ids, nothing that others refer to, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat


def test_remove(icccat: Icccat, catalogue: Path) -> None:
    """The record's lines go, and come back with undo."""
    before = catalogue.read_bytes()
    answer = icccat("remove", "media-diversity")
    assert answer == (
        0,
        "video.media-diversity is removed\n  title.en: - Media and diversity\n  topics: - media\n",
        "icccat undo brings it back\n",
    )
    lines = b'[video.media-diversity]\ntitle.en = "Media and diversity"\ntopics = ["media"]\n\n'
    assert catalogue.read_bytes() == before.replace(lines, b"")
    assert icccat("undo").code == 0
    assert catalogue.read_bytes() == before


def test_several(icccat: Icccat, catalogue: Path) -> None:
    """What refers to each other goes together."""
    assert icccat("remove", "refugee-inclusion", "refugee-inclusion-short").code == 2
    assert icccat("remove", "policy-lab-helsinki", "refugee-inclusion-short").code == 0
    assert b"inclusion-short" not in catalogue.read_bytes()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ["media"],
            2,
            "media is referred to by video.media-diversity, meeting.women-oslo: --force",
        ),
        (["media-div"], 1, 'there is no record "media-div" (did you mean media-diversity?)'),
        (["xyzzy"], 1, 'there is no record "xyzzy"'),
        ([], 2, "IDS is missing: icccat remove --help says more"),
    ],
)
def test_refused(icccat: Icccat, catalogue: Path, words: list[str], code: int, said: str) -> None:
    """A beginning of an id does not do, nor what others refer to; the file is untouched."""
    before = catalogue.read_bytes()
    answer = icccat("remove", *words)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith(f"icccat: {said}") or not words
    assert catalogue.read_bytes() == before


def test_force(icccat: Icccat, catalogue: Path) -> None:
    """Forced, it goes all the same, and check says what is left."""
    assert icccat("remove", "media", "--force").code == 0
    assert b"[topic.media]" not in catalogue.read_bytes()
    assert icccat("check").code == 1


def test_dry_run(icccat: Icccat, catalogue: Path) -> None:
    """A dry run says what would go."""
    before = catalogue.read_bytes()
    answer = icccat("remove", "media-diversity", "--dry-run")
    assert (answer.code, answer.err) == (0, "nothing was removed\n")
    assert catalogue.read_bytes() == before


def test_many_referring(icccat: Icccat) -> None:
    """Of many that refer to it the first five are named."""
    for number in range(6):
        icccat("add", "video", "--title", f"Clip {number}", "--topic", "media")
    answer = icccat("remove", "media")
    assert answer.err == (
        "icccat: media is referred to by video.clip-0, video.clip-1, video.clip-2, video.clip-3, "
        "video.clip-4 …: --force removes it all the same\n"
    )


def test_a_place(icccat: Icccat, catalogue: Path) -> None:
    """A place goes even where meetings are held there, as they need no record of it."""
    assert b"Helsinki, FI" in catalogue.read_bytes()
    assert icccat("remove", "Helsinki, FI").code == 0
    assert icccat("check").code == 0
