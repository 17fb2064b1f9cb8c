"""Many processes at one index: every answer is right, whoever comes first."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from conftest import bare
from search.keeping import settle, the_file

if TYPE_CHECKING:
    from pathlib import Path

SEARCH = [sys.executable, "-m", "icccat", "search", "media", "--no-header", "--columns", "id"]
ADD = [sys.executable, "-m", "icccat", "add", "video", "--title"]
FOUND = "media-diversity\nwomen-oslo\n"


def start(catalogue: Path, cache: Path, *command: str) -> subprocess.Popen[str]:
    """The program, started."""
    return subprocess.Popen(
        command,
        cwd=catalogue.parent,
        env=bare() | {"XDG_CACHE_HOME": str(cache), "XDG_CONFIG_HOME": str(cache)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(*processes: subprocess.Popen[str]) -> list[tuple[int, str, str]]:
    """What each process gave back: its exit code, its answer, and what it said."""
    answers = [process.communicate(timeout=60) for process in processes]
    return [(one.returncode, *answer) for one, answer in zip(processes, answers, strict=True)]


def test_a_cold_cache(catalogue: Path, cache: Path) -> None:
    """Twenty processes that start together find the same, and leave one sound index."""
    settle(catalogue)
    answers = ended(*(start(catalogue, cache, *SEARCH) for _ in range(20)))
    assert answers == [(0, FOUND, "")] * 20
    assert the_file(cache / "icccat").suffix == ".sqlite"
    assert ended(start(catalogue, cache, *SEARCH)) == [(0, FOUND, "")]


def test_deleted_in_the_middle(catalogue: Path, cache: Path) -> None:
    """An index deleted while others use it is missed by nobody."""
    first = [start(catalogue, cache, *SEARCH) for _ in range(3)]
    ended(first[0])
    for file in (cache / "icccat").iterdir():
        file.unlink(missing_ok=True)
    second = [start(catalogue, cache, *SEARCH) for _ in range(2)]
    assert ended(*first[1:], *second) == [(0, FOUND, "")] * 4


def test_searches_while_records_are_added(catalogue: Path, cache: Path) -> None:
    """What is found is the catalogue before an addition or after it, never anything between."""
    titles = ["Mediation in Cork", "Media on the radio"]
    searches = []
    for title in titles:
        adding = start(catalogue, cache, *ADD, title)
        searches += [start(catalogue, cache, *SEARCH) for _ in range(2)]
        ((code, _out, _said),) = ended(adding)
        assert code == 0
    before = FOUND.splitlines()
    with_all = {*before, "media-radio"}
    for code, out, _said in ended(*searches):
        assert code == 0
        assert {*before} <= {*out.splitlines()} <= with_all
    ((code, out, said),) = ended(start(catalogue, cache, *SEARCH))
    assert (code, {*out.splitlines()}, said) == (0, with_all, "")
