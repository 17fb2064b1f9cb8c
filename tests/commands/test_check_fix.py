"""`icccat check --fix`: what needs no decision is shown, agreed to, and mended as one step."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from people import Person

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

WRONG = """\
[video.a] # kept
title = "Me\u0301dia" # kept
date = 2019
topics = ["Media"]
languages = ["EN", "xx"]
url = "https://x.org"

[video.b]
title = "B"
date = 2019
topics = ["media"]
url = "www.x.org/b "

[topic.media]
label = "Media"
"""
RIGHT = (
    WRONG.replace("Me\u0301dia", "Média")
    .replace('"Media"]', '"media"]')
    .replace('"EN"', '"en"')
    .replace('"www.x.org/b "', '"https://www.x.org/b"')
)
PLAN = """\
video.a
  title.en: Me<U+0301>dia → Média
  topics: - Media
  topics: + media
  languages: - EN
  languages: + en
video.b
  url: www.x.org/b␠ → https://www.x.org/b
"""
LEFT = (
    'catalogue.toml:5: video.a.languages.1: error: "xx" is not a language code of ISO 639-1,'
    " such as en, fr or uk\n"
)
SUMMARY = "catalogue.toml: 3 records, 1 error, 0 warnings\n"
DONE = f"2 records mended; icccat undo takes it back\n{SUMMARY}"
NOBODY = "icccat: nothing was changed: there is nobody to ask; --yes asks no question\n"


@pytest.fixture
def wrong(catalogue: Path) -> Path:
    """A catalogue with much that can be mended, and a thing that cannot."""
    catalogue.write_text(WRONG, encoding="utf-8")
    return catalogue


def test_yes(icccat: Icccat, wrong: Path) -> None:
    """What was mended and what is left are the answer; undo takes it back, byte for byte."""
    assert icccat("check", "--fix", "--yes") == (1, f"{PLAN}{LEFT}", DONE)
    assert wrong.read_text(encoding="utf-8") == RIGHT
    assert icccat("check", "--fix", "--yes") == (1, LEFT, SUMMARY)
    assert icccat("history").out.split("\t")[3].startswith("check --fix")
    assert icccat("undo").code == 0
    assert wrong.read_text(encoding="utf-8") == WRONG


@pytest.mark.parametrize("stdin", [io.StringIO("y\n"), None])
def test_nobody_to_ask(
    icccat: Icccat, wrong: Path, monkeypatch: pytest.MonkeyPatch, stdin: io.StringIO | None
) -> None:
    """Without a terminal the plan goes to stderr, and nothing is written, the schema neither."""
    monkeypatch.setattr(sys, "stdin", stdin)
    text = f"#:schema ./catalogue.schema.json\n{WRONG}"
    wrong.write_text(text, encoding="utf-8")
    assert icccat("check", "--fix") == (2, "", f"{PLAN}2 records\n{NOBODY}")
    assert wrong.read_text(encoding="utf-8") == text
    assert not (wrong.parent / "catalogue.schema.json").exists()
    assert not (wrong.parent / ".icccat").exists()


def test_dry_run(icccat: Icccat, wrong: Path) -> None:
    """The plan is the answer, and nothing is written."""
    assert icccat("check", "--fix", "--dry-run") == (0, PLAN, "nothing was changed\n")
    answer = icccat("check", "--fix", "--dry-run", "--json")
    assert [one["id"] for one in json.loads(answer.out)["plan"]] == ["a", "b"]
    assert wrong.read_text(encoding="utf-8") == WRONG
    wrong.write_text("#:schema ./catalogue.schema.json\n[topic.a]\nlabel = 'A'\n", encoding="utf-8")
    assert icccat("check", "--fix", "--dry-run") == (
        0,
        "",
        "nothing to change\ncatalogue.schema.json would be written anew\n",
    )
    assert not (wrong.parent / "catalogue.schema.json").exists()


def test_json(icccat: Icccat, wrong: Path) -> None:
    """The answer is the problems that are left, alone; what was mended is told on stderr."""
    code, out, err = icccat("check", "--fix", "--yes", "--json")
    assert (code, err) == (1, f"{PLAN}2 records mended; icccat undo takes it back\n")
    assert [one["path"] for one in json.loads(out)["problems"]] == [
        ["video", "a", "languages", "1"]
    ]
    assert wrong.read_text(encoding="utf-8") == RIGHT


def test_asked(icccat: Icccat, wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person is shown the plan, and asked once."""
    question = "2 records\nMend this? [y/N] "
    monkeypatch.setattr(sys, "stdin", Person("n\n"))
    assert icccat("check", "--fix") == (2, PLAN, f"{question}icccat: nothing was changed\n")
    assert wrong.read_text(encoding="utf-8") == WRONG
    monkeypatch.setattr(sys, "stdin", Person("y\n"))
    assert icccat("check", "--fix") == (1, f"{PLAN}{LEFT}", f"{question}{DONE}")
    assert wrong.read_text(encoding="utf-8") == RIGHT


def test_meanwhile(icccat: Icccat, wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What someone else made of a field while the question stood stays; the rest is mended."""
    theirs = WRONG.replace("www.x.org/b ", "https://x.org/b")
    monkeypatch.setattr(
        sys, "stdin", Person("y\n", lambda: wrong.write_text(theirs, encoding="utf-8"))
    )
    answer = icccat("check", "--fix")
    assert answer == (
        2,
        PLAN,
        (
            "2 records\nMend this? [y/N] 1 record mended; icccat undo takes it back\n"
            "icccat: video.b: url was changed by someone else meanwhile: "
            'it stays "https://x.org/b", and does not become "https://www.x.org/b"\n'
        ),
    )
    assert wrong.read_text(encoding="utf-8") == RIGHT.replace("www.x.org/b", "x.org/b")


def test_what_mends_it(icccat: Icccat, wrong: Path) -> None:
    """Each problem that can be mended so carries the command, and no other does."""
    assert wrong.exists()
    rows = json.loads(icccat("check", "--json").out)["problems"]
    assert [(".".join(row["path"]), row.get("mend", "")) for row in rows] == [
        ("video.a.title", "icccat check --fix"),
        ("video.a.topics.0", "icccat check --fix"),
        ("video.a.languages.0", "icccat check --fix"),
        ("video.a.languages.1", ""),
        ("video.b.url", "icccat check --fix"),
    ]


def test_without_fix(icccat: Icccat) -> None:
    """What says how to mend needs --fix."""
    assert icccat("check", "--yes", "--dry-run") == (
        2,
        "",
        "icccat: --yes, --dry-run: this goes with --fix\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_in_a_terminal(wrong: Path) -> None:
    """A real terminal is asked, and what is typed there is the answer."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "icccat", "check", "--fix"],
        cwd=wrong.parent,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        os.write(ours, b"yes\n")
        out, err = process.communicate()
    os.close(ours)
    os.close(theirs)
    assert (process.returncode, out.decode()) == (1, f"{PLAN}{LEFT}")
    assert err.decode() == f"2 records\nMend this? [y/N] {DONE}"
    assert wrong.read_text(encoding="utf-8") == RIGHT
