"""What programs read is the same in both languages: keys, heads of columns, values, exit codes."""

from __future__ import annotations

import json
import re
from shlex import split
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

COMMANDS = [
    "--json",
    "list",
    "list --no-header --columns id,title,date,country",
    "list --count year",
    "list --json",
    "list qqqq --json",
    "list kind:video topic:refugees --json",
    "list nature:vidéo thème:refugees --json",
    "list date:juin-2019 --json",
    "list --count topics --json",
    "search refugees",
    "search réfugiés --json",
    "search --fields --json",
    "search --saved --json",
    "show refugee-inclusion --json",
    "similar refugee-inclusion",
    "similar refugee-inclusion --json",
    "where --json",
    "history --json",
    "undo",
    "export",
    "export --format tsv",
    "export --format json",
    "export --format ndjson",
    "export --for excel-fr",
    "add video --title New --topic media --dry-run --json",
    "edit media-diversity date=2020 --dry-run --json",
    "remove media-diversity --dry-run --json",
    "--version",
]
WITH_SENTENCES = {  # and which values are sentences for people
    "check --json": "message",
    "import in.csv --dry-run --json": "place",
    "export --format csl": "annote",
}
CODES = ["list qqqq", "undo", "frob", "check", "show policy", "remove refugees", "add video"]


@pytest.fixture(autouse=True)
def _to_import(catalogue: Path) -> None:
    """A file to import."""
    rows = "id,kind,title_en,date\nwomen-oslo,meeting,Women and cities,2021-03\n"
    catalogue.with_name("in.csv").write_text(rows, encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_same_answer(icccat: Icccat, command: str) -> None:
    """The answer and the exit code do not change with the language."""
    english = icccat("--lang", "en", *split(command))
    french = icccat("--lang", "fr", *split(command))
    assert (french.code, french.out) == (english.code, english.out)


@pytest.mark.parametrize("command", WITH_SENTENCES)
def test_same_but_for_sentences(icccat: Icccat, command: str) -> None:
    """Where an answer for programs holds a sentence for people, that alone is in their language."""
    english, french = (icccat("--lang", one, *split(command)) for one in ("en", "fr"))
    assert french.code == english.code
    assert french.out != english.out
    sentence = re.compile(f'"{WITH_SENTENCES[command]}": ".*"')
    assert sentence.sub("", french.out) == sentence.sub("", english.out)


@pytest.mark.parametrize("command", CODES)
def test_same_code(icccat: Icccat, command: str) -> None:
    """What is said changes, and the exit code does not."""
    english = icccat("--lang", "en", *split(command))
    french = icccat("--lang", "fr", *split(command))
    assert french.code == english.code
    assert french.err != english.err


def test_what_a_change_leaves(icccat: Icccat, catalogue: Path) -> None:
    """A file changed in French is the file changed in English, and so is its history."""
    before = catalogue.read_bytes()
    found = []
    for language in ("en", "fr"):
        icccat("--lang", language, "edit", "media-diversity", "date=2020")
        after = catalogue.read_bytes()
        steps = json.loads(icccat("history", "--json").out)["steps"]
        found.append((after, steps[0]["what"], steps[0]["records"]))
        icccat("--lang", language, "undo")
        assert catalogue.read_bytes() == before
    assert found[0] == found[1]
