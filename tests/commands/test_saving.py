"""`icccat search --save` and `--saved`: queries kept in the catalogue."""

from __future__ import annotations

import json
from shlex import split
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

IDS = ("--columns", "id", "--no-header")
UNDO = "icccat undo takes it back"


def test_save(icccat: Icccat, catalogue: Path) -> None:
    """The query is kept, run and shown; saved:NAME finds the same; undo takes one step back."""
    before = catalogue.read_text(encoding="utf-8")
    answer = icccat("search", "asylum seekers", "--save", "asylum", *IDS)
    line = 'saved:asylum is now "asylum seekers"; icccat undo takes it back\n'
    found = "refugee-inclusion\nrefugee-inclusion-short\npolicy-lab-helsinki\n"
    assert answer == (0, found, line)
    assert icccat("search", "saved:asylum", *IDS) == (0, found, "")
    after = catalogue.read_text(encoding="utf-8")
    line = r'searches.asylum = "\"asylum seekers\""'
    title = 'title.fr = "Cités interculturelles"\n'
    assert after == before.replace(title, f"{title}{line}\n", 1)
    assert icccat("undo").err == "undone: search --save asylum; icccat redo makes it again\n"
    assert catalogue.read_text(encoding="utf-8") == before
    assert icccat("redo").err == "done again: search --save asylum\n"
    assert catalogue.read_text(encoding="utf-8") == after


def test_save_in_place_of_another(icccat: Icccat, catalogue: Path) -> None:
    """What a name stood for is said; the same query again is no step."""
    icccat("search", "women", "--save", "mine")
    answer = icccat("search", "media", "--save", "mine", *IDS)
    assert (answer.code, answer.err) == (0, f"saved:mine: women → media; {UNDO}\n")
    text = catalogue.read_text(encoding="utf-8")
    assert icccat("search", "media", "--save", "mine", *IDS).err == "saved:mine is media already\n"
    assert catalogue.read_text(encoding="utf-8") == text
    assert len(icccat("history").out.splitlines()) == 2


def test_dry_run(icccat: Icccat, catalogue: Path) -> None:
    """What would be kept is said, whatever there was; nothing is looked for, and nothing kept."""
    before = catalogue.read_bytes()
    save = ("--save", "mine", "--dry-run")
    answer = icccat("search", "women", *save)
    assert answer == (0, "", "saved:mine would be women\nnothing was saved\n")
    assert catalogue.read_bytes() == before
    icccat("search", "women", "--save", "mine")
    answer = icccat("search", "women", *save)
    assert answer == (0, "", "saved:mine is women already\nnothing was saved\n")
    answer = icccat("search", "media", *save)
    assert answer == (0, "", "saved:mine: women → media\nnothing was saved\n")
    assert len(icccat("history").out.splitlines()) == 1
    refused = icccat("search", "topc:x", *save)
    assert (refused.code, refused.out) == (2, "")
    alone = icccat("search", "women", "--dry-run")
    assert alone == (2, "", "icccat: --dry-run: this goes with --save\n")


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("media --kind meeting", "media kind:meeting"),
        ("women OR media --kind meeting", "(women OR media) kind:meeting"),
        ("--kind réunion media", "media kind:réunion"),
        ("date:last-year saved:old", "date:last-year saved:old"),
        ("media --exact --limit 1", "media"),
    ],
)
def test_what_is_kept(icccat: Icccat, words: str, query: str) -> None:
    """The query and its kind as they were typed, not how they are shown."""
    icccat("search", "women", "--save", "old")
    icccat("search", *split(words), "--save", "new")
    assert icccat("search", "--saved").out == f"old\twomen\nnew\t{query}\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "women --save Bad_Name",
            'the name "Bad_Name" is hard to type: use small letters, digits and hyphens',
        ),
        (
            "women --save ''",
            'the name "" is hard to type: use small letters, digits and hyphens',
        ),
        (
            "media saved:mine --save mine",
            'the saved search "mine" is wrong: the saved search "mine" asks for itself',
        ),
        (
            "datte:2019 --save x",
            'there is no field "datte"\n  datte:2019\n  ^\ndid you mean: date:2019',
        ),
        ("women --save", "Option '--save' requires an argument."),
        ("--save x", "search needs something to look for, as in: icccat search refugees"),
    ],
)
def test_refused(icccat: Icccat, catalogue: Path, words: str, message: str) -> None:
    """A wrong name or query is refused, the file untouched."""
    icccat("search", "women", "--save", "mine")
    before = catalogue.read_bytes()
    assert icccat("search", *split(words)) == (2, "", f"icccat: {message}\n")
    assert catalogue.read_bytes() == before


def test_saved_and_nothing_found(icccat: Icccat) -> None:
    """A search that finds nothing yet may be kept too."""
    assert icccat("search", "date:2031", "--save", "later", "--no-header") == (
        1,
        "",
        f"saved:later is now date:2031; {UNDO}\nicccat: nothing found\n",
    )


def test_saved(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """The saved searches are listed, name and query, for people and for programs."""
    icccat("search", "women", "--save", "mine")
    icccat("search", "media", "--save", "others")
    assert icccat("search", "--saved") == (0, "mine\twomen\nothers\tmedia\n", "")
    assert icccat("--plain", "search", "--saved").out == "mine: women\nothers: media\n"
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert icccat("search", "--saved").out == "mine    women\nothers  media\n"
    assert json.loads(icccat("search", "--saved", "--json").out) == {
        "schema": "icccat/1",
        "type": "figures",
        "count": 2,
        "total": 2,
        "figures": [{"name": "mine", "query": "women"}, {"name": "others", "query": "media"}],
    }


def test_none_saved(icccat: Icccat) -> None:
    """Where there is none, it is said how to save one."""
    line = "icccat: no search is saved yet: icccat search QUERY --save NAME\n"
    assert icccat("search", "--saved") == (1, "", line)
    assert icccat("--plain", "search", "--saved") == (1, "", line)
