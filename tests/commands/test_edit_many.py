"""`icccat edit --where` and `--all`: shown first, agreed to at once or one by one."""

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
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Icccat

VIDEOS = ["edit", "--where", "kind:video", "languages=en"]
MEDIA = "video.media-diversity\n  languages: + en\n"
FULL = "video.refugee-inclusion\n  languages: + en\n"
SHORT = "video.refugee-inclusion-short\n  languages: + en\n"
WHICH = "Change it? [y]es, [n]o, [a]ll the rest, [q]uit, and change nothing: "
MANY = "3 records\nChange them? [y]es, [n]o, [o]ne by one: "
UNDO = "changed; icccat undo takes it back\n"


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("yes\n", 0), ("n\n", 2), ("", 2)])
def test_many(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    """All that a query finds are shown, and changed as one step if the person says yes."""
    monkeypatch.setattr(sys, "stdin", Person(answer))
    before = catalogue.read_bytes()
    done = icccat("edit", "--where", "topic:refugees kind:video", "languages+=en")
    assert done.code == code
    assert "video.refugee-inclusion\n  languages: + en\n" in done.out
    changed = catalogue.read_text(encoding="utf-8").count('languages = ["en"]')
    assert changed == (0 if code else 2)
    if not code:
        assert icccat("undo").code == 0
    assert catalogue.read_bytes() == before


def test_many_without_a_question(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--yes asks nothing; without a terminal and without --yes the plan is shown, nothing done."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    before = catalogue.read_bytes()
    refused = icccat("edit", "--where", "refugees", "languages=en")
    assert refused.code == 2
    assert refused.err.splitlines()[-1] == (
        "icccat: nothing was changed: there is nobody to ask; --yes asks no question"
    )
    assert catalogue.read_bytes() == before
    assert icccat("edit", "--where", "refugees", "languages=en", "--yes").code == 0
    assert icccat("edit", "--where", "refugees", "languages=en") == (0, "", "nothing to change\n")
    assert icccat("edit", "--where", "xyzzy", "languages=en").code == 1


def test_the_plan_goes_to_stderr(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody can be asked stdout is empty; the records and their number are on stderr."""
    nobody = "icccat: nothing was changed: there is nobody to ask; --yes asks no question\n"
    for stdin in (io.StringIO(), None):
        monkeypatch.setattr(sys, "stdin", stdin)
        assert icccat(*VIDEOS) == (2, "", f"{MEDIA}{FULL}{SHORT}3 records\n{nobody}")
        assert icccat(*VIDEOS, "--json") == (2, "", f"{MEDIA}{FULL}{SHORT}3 records\n{nobody}")


@pytest.mark.parametrize(
    ("answers", "ids", "shown", "asked"),
    [
        (
            "o\ny\nn\ny\n",
            {"media-diversity", "refugee-inclusion-short"},
            f"{MEDIA}{FULL}{SHORT}",
            3,
        ),
        (
            "o\nn\na\n",
            {"refugee-inclusion", "refugee-inclusion-short"},
            f"{MEDIA}{FULL}",
            2,
        ),
        ("o\n\ny\nn\nn\n", {"media-diversity"}, f"{MEDIA}{FULL}{SHORT}", 4),
    ],
)
def test_one_by_one(
    icccat: Icccat,
    catalogue: Path,
    monkeypatch: pytest.MonkeyPatch,
    answers: str,
    ids: set[str],
    shown: str,
    asked: int,
) -> None:
    """Each is shown and asked about; those agreed to are changed, as one step."""
    monkeypatch.setattr(sys, "stdin", Person(answers))
    before = catalogue.read_bytes()
    number = "1 record" if len(ids) == 1 else f"{len(ids)} records"
    assert icccat(*VIDEOS) == (
        0,
        f"{MEDIA}{FULL}{SHORT}{shown}",
        f"{MANY}{WHICH * asked}{number} {UNDO}",
    )
    found = icccat("list", "lang:en", "--columns", "id", "--no-header").out.split()
    assert set(found) == ids
    assert icccat("undo").code == 0
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize("answers", ["o\ny\nq\n", "o\ny\ny\n", "o\nn\nn\nn\n", "what\nn\n"])
def test_given_up(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch, answers: str
) -> None:
    """To quit, or to say no to all, changes nothing at all, whatever was agreed to before."""
    monkeypatch.setattr(sys, "stdin", Person(answers))
    before = catalogue.read_bytes()
    answer = icccat(*VIDEOS)
    assert (answer.code, answer.err.splitlines()[-1].endswith("nothing was changed")) == (2, True)
    assert (catalogue.read_bytes(), icccat("history").code) == (before, 1)


def test_a_single_record(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no choice to make among one; in JSON only what was made is the answer."""
    words = ["edit", "--where", "id:media-diversity"]
    monkeypatch.setattr(sys, "stdin", Person("y\n"))
    assert icccat(*words, "languages=en") == (
        0,
        MEDIA,
        f"1 record\nChange it? [y/N] 1 record {UNDO}",
    )
    monkeypatch.setattr(sys, "stdin", Person("y\n"))
    answer = icccat(*words, "languages=fr", "--json")
    told = "video.media-diversity\n  languages: - en\n  languages: + fr\n"
    assert (answer.code, answer.err) == (
        0,
        f"{told}1 record\nChange it? [y/N] 1 record {UNDO}",
    )
    assert json.loads(answer.out)["count"] == 1


def swap(catalogue: Path, old: str, new: str) -> Callable[[], object]:
    """What another person does to the file meanwhile."""
    return lambda: catalogue.write_text(
        catalogue.read_text(encoding="utf-8").replace(old, new), encoding="utf-8"
    )


DATES = ["edit", "--where", "id:refugee-inclusion,refugee-inclusion-short", "date=2020"]


@pytest.mark.parametrize("answers", ["y\n", "o\ny\ny\n"])
def test_the_same_field_meanwhile(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch, answers: str
) -> None:
    """What another person made of it while the question stood stays; the others are changed."""
    meanwhile = swap(catalogue, "date = 2019-06-20", "date = 2018")
    monkeypatch.setattr(sys, "stdin", Person(answers, meanwhile))
    before = catalogue.read_text(encoding="utf-8")
    answer = icccat(*DATES)
    assert answer.code == 2
    assert answer.err.endswith(
        f"1 record {UNDO}"
        "icccat: video.refugee-inclusion: date was changed by someone else meanwhile: "
        'it stays "2018", and does not become "2020"\n'
    )
    expected = before.replace("date = 2019-06-20", "date = 2018")
    expected = expected.replace('date = "2019-06"', 'date = "2020"')
    assert catalogue.read_text(encoding="utf-8") == expected


def test_all_of_them_meanwhile(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing is left to change there is no step but the other person's."""
    meanwhile = swap(catalogue, "[video.media-diversity]", "[video.media]")
    monkeypatch.setattr(sys, "stdin", Person("y\n", meanwhile))
    answer = icccat("edit", "--where", "id:media-diversity", "date=2020")
    assert (answer.code, answer.err.splitlines()[-1]) == (
        2,
        "icccat: video.media-diversity was removed by someone else meanwhile",
    )
    assert "2020" not in catalogue.read_text(encoding="utf-8")


def test_another_field_meanwhile(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both changes are there, even where the query finds the record no longer."""
    meanwhile = swap(catalogue, 'version = "full"', 'version = "trailer"')
    monkeypatch.setattr(sys, "stdin", Person("y\n", meanwhile))
    assert icccat("edit", "--where", "version:full", "date=2020").code == 0
    text = catalogue.read_text(encoding="utf-8")
    assert 'date = "2020"\nversion = "trailer"\n' in text


def test_what_it_needs_is_gone_meanwhile(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change that is an error by now is refused, and none is made."""
    catalogue.write_text(
        f'{catalogue.read_text(encoding="utf-8")}[topic.new]\nlabel = "New"\n', encoding="utf-8"
    )
    meanwhile = swap(catalogue, "[topic.new]", "[topic.newer]")
    monkeypatch.setattr(sys, "stdin", Person("y\n", meanwhile))
    answer = icccat("edit", "--where", "kind:meeting", "topics+=new")
    assert answer.code == 2
    assert 'meeting.women-oslo: there is no topic "new" (did you mean newer?)' in answer.err
    assert '"new"' not in catalogue.read_text(encoding="utf-8")


def test_yes_takes_what_is_there(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """--yes asks nothing, so that nothing can come in between; warnings are said once."""
    monkeypatch.setattr(sys, "stdin", Person())
    answer = icccat("edit", "--where", "id:media-diversity", "audiences=mayors", "--yes")
    assert answer == (
        0,
        "video.media-diversity\n  audiences: + mayors\n",
        (
            'video.media-diversity: "mayors" has not been used under audiences before\n'
            f"1 record {UNDO}"
        ),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_in_a_terminal(catalogue: Path) -> None:
    """A real terminal is asked, and what is typed there is the answer."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "icccat", *VIDEOS],
        cwd=catalogue.parent,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        os.write(ours, b"o\nn\nn\ny\n")
        out, err = process.communicate()
    os.close(ours)
    os.close(theirs)
    assert (process.returncode, out.decode()) == (0, f"{MEDIA}{FULL}{SHORT}{MEDIA}{FULL}{SHORT}")
    assert err.decode() == f"{MANY}{WHICH * 3}1 record {UNDO}"
    assert catalogue.read_text(encoding="utf-8").count('languages = ["en"]') == 1
