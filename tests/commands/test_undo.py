"""`icccat undo`, `redo` and `history`: what was done, taken back and made again."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

TIME = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}\t[^\t]*")


def steps(icccat: Icccat, *words: str) -> list[str]:
    """The lines of history, without the time and the person."""
    return TIME.sub("WHEN", icccat("history", *words).out).splitlines()


def test_undo_and_redo(icccat: Icccat, catalogue: Path) -> None:
    """Undo gives the first bytes back, redo the later ones; each says what it did."""
    first = catalogue.read_bytes()
    assert icccat("add", "video", "--title", "New", "--date", "2026").code == 0
    second = catalogue.read_bytes()
    undone = icccat("undo")
    assert undone == (
        0,
        "video.new is removed\n  title.en: - New\n  date: - 2026\n",
        "undone: add video: video.new; icccat redo makes it again\n",
    )
    assert catalogue.read_bytes() == first
    assert icccat("redo") == (
        0,
        "video.new is new\n  title.en: + New\n  date: + 2026\n",
        "done again: add video: video.new\n",
    )
    assert catalogue.read_bytes() == second


def test_nothing_to_undo(icccat: Icccat) -> None:
    """Without a step there is nothing to take back, make again or list."""
    assert icccat("undo") == (1, "", "icccat: there is nothing to undo\n")
    assert icccat("redo") == (1, "", "icccat: there is nothing to redo\n")
    assert icccat("history") == (1, "", "icccat: nothing has been noted yet\n")


def test_history(icccat: Icccat, catalogue: Path) -> None:
    """The steps stand latest first, hand edits among them; those of a record in field terms."""
    icccat("add", "video", "--title", "New")
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace('title.en = "New"', 'title.en = "Newer"'), encoding="utf-8")
    icccat("add", "topic", "--label", "Art")
    assert steps(icccat) == [
        "3\tWHEN\tadd topic: topic.art",
        "2\tWHEN\tedited by hand: video.new",
        "1\tWHEN\tadd video: video.new",
    ]
    assert steps(icccat, "new") == [
        "2\tWHEN\tedited by hand: video.new",
        "    video.new",
        "      title.en: New → Newer",
        "1\tWHEN\tadd video: video.new",
        "    video.new is new",
        "      title.en: + New",
    ]


def test_history_for_programs(icccat: Icccat) -> None:
    """JSON gives who, when, what and which records."""
    icccat("add", "video", "--title", "New")
    answer = json.loads(icccat("history", "--json").out)
    [row] = answer["steps"]
    assert answer | {"steps": []} == {
        "schema": "icccat/1",
        "type": "steps",
        "count": 1,
        "total": 1,
        "steps": [],
    }
    assert {key: row[key] for key in ("number", "what", "sort", "of", "records")} == {
        "number": 1,
        "what": "add video",
        "sort": "command",
        "of": 0,
        "records": ["video.new"],
    }


def test_undo_for_programs(icccat: Icccat) -> None:
    """JSON gives each record before and after."""
    icccat("add", "video", "--title", "New", "--date", "2026-05-04")
    answer = json.loads(icccat("undo", "--json").out)
    assert (answer["type"], answer["plan"]) == (
        "plan",
        [
            {
                "kind": "video",
                "id": "new",
                "before": {"title": {"en": "New"}, "date": "2026-05-04"},
                "after": None,
            }
        ],
    )


def test_restore(icccat: Icccat, catalogue: Path) -> None:
    """A record gets back the values that it had after a step."""
    icccat("add", "video", "--title", "New", "--date", "2026")
    then = catalogue.read_bytes()
    icccat("edit", "new", "date=2027", "topics+=media")
    answer = icccat("history", "--restore", "new@1")
    assert answer.out == "video.new\n  date: 2027 → 2026\n  topics: - media\n"
    assert catalogue.read_bytes() == then
    icccat("remove", "new")
    assert icccat("history", "--restore", "new@2").code == 0
    assert icccat("undo").code == 0


@pytest.mark.parametrize("wanted", ["new", "new@0", "new@", "other@1", "@1"])
def test_restore_of_what_is_not_known(icccat: Icccat, wanted: str) -> None:
    """A record or step that history does not hold is refused."""
    icccat("add", "video", "--title", "New")
    assert icccat("history", "--restore", wanted) == (
        2,
        "",
        f'icccat: "{wanted}" is not known to history: write ID@STEP, as icccat history shows\n',
    )


def test_undo_in_a_terminal(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a person, the steps are spaced out."""
    icccat("add", "video", "--title", "New")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert re.fullmatch(r"1  \S+ \S+  .*  add video: video\.new\n", icccat("history").out)


def test_history_for_a_screen_reader(icccat: Icccat) -> None:
    """Each thing has a label, and what changed is said in words."""
    icccat("add", "video", "--title", "New")
    icccat("edit", "new", "title=Newer")
    said = icccat("--plain", "history", "new").out
    assert re.sub(r"(?m)^(date|by): .+$", r"\1: …", said) == (
        "step: 2\ndate: …\nby: …\ncommand: edit new title=Newer\n"
        "    video.new\n      title.en: was New, is now Newer\n"
        "step: 1\ndate: …\nby: …\ncommand: add video: video.new\n"
        "    video.new is new\n      title.en: New\n"
    )
    assert icccat("--plain", "undo").out == "video.new\n  title.en: was Newer, is now New\n"
