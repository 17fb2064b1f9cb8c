"""`--wait`: how long a command that changes the catalogue waits for another who does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from icccat.catalogue.file.lock import locked, noted
from icccat.catalogue.file.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Icccat

TAKEN = re.compile(
    r"icccat: (/.*/)?catalogue\.toml: nothing was saved, as \S+ on \S+ is changing it "
    r"\(process \d+, since \d\d:\d\d:\d\d\); try again\n"
)


@pytest.fixture
def held(icccat: Icccat, catalogue: Path) -> Iterator[bytes]:
    """The catalogue, with a step to undo and something to mend, while another changes it."""
    assert icccat("edit", "refugee-inclusion", "date=2020", "languages=en").code == 0
    text = catalogue.read_text(encoding="utf-8").replace('languages = ["en"]', 'languages = ["EN"]')
    catalogue.write_text(text, encoding="utf-8")
    with locked(catalogue, catalogue, Waiting(0)) as folder, noted(folder):
        yield catalogue.read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        "add video --title New",
        "edit refugee-inclusion date=2018",
        "edit --where kind:video date=2018 --yes",
        "edit media id=press",
        "remove media-diversity",
        "undo",
        "redo",
        "history --restore refugee-inclusion@1",
        "check --fix --yes",
    ],
)
def test_not_at_all(icccat: Icccat, catalogue: Path, held: bytes, words: str) -> None:
    """With 0 each command that changes the catalogue gives up at once, and says who is at it."""
    answer = icccat(*words.split(), "--wait", "0")
    assert (answer.code, answer.out) == (3, "")
    assert TAKEN.fullmatch(answer.err)
    assert catalogue.read_bytes() == held


def test_for_a_while(icccat: Icccat, held: bytes) -> None:
    """It says once, on stderr, for whom it waits, and then that it gave up."""
    assert held
    answer = icccat("--wait=0.6", "undo")
    first, second = answer.err.splitlines(keepends=True)
    assert re.fullmatch(
        r"waiting for \S+ on \S+, who has been changing the catalogue since \d\d:\d\d:\d\d…\n",
        first,
    )
    assert TAKEN.fullmatch(second)
    assert (answer.code, answer.out) == (3, "")


@pytest.mark.parametrize("text", ["soon", "-1", "", "nan", "inf", "1e999"])
@pytest.mark.parametrize("before", [True, False])
def test_no_number(icccat: Icccat, text: str, before: bool) -> None:  # noqa: FBT001 (a column of the table)
    """What is no number of seconds is refused in a sentence, wherever it stands."""
    words = ("--wait", text, "undo") if before else ("undo", "--wait", text)
    sentence = f'--wait: "{text}" is no number of seconds, such as 10, or 0 for not waiting'
    assert icccat(*words) == (2, "", f"icccat: {sentence}\n")


def test_nobody_is_there(icccat: Icccat) -> None:
    """Without another there is nothing to wait for."""
    assert icccat("--wait", "0", "remove", "media-diversity").code == 0
