"""What `icccat check` can be asked besides: its formats, saved searches, `--fix`."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from icccat.records.schema import schema

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

SEARCHES = """\
[catalogue]
[catalogue.searches]
fine = "kind:video date:2019"
wrong = "datte:2019"
empty = ""
[topic.a]
label = "A"
"""


def test_github(icccat: Icccat, catalogue: Path) -> None:
    """With --format github each problem is an annotation, and the exit code is the same."""
    catalogue.write_text('[video.a]\ntitle = "A"\ntopics = ["b"]\n', encoding="utf-8")
    code, out, err = icccat("check", "--format", "github")
    assert code == 1
    assert out.splitlines() == [
        (
            "::error file=catalogue.toml,line=3,title=video.a.topics.0"
            '::there is no topic "b"%0Aicccat add topic --id b --label "…"'
        ),
        "::notice file=catalogue.toml::1 video without date: icccat list kind:video missing:date",
        "::notice file=catalogue.toml::1 video without link: icccat list kind:video missing:url",
    ]
    assert err == "catalogue.toml: 1 record, 1 error, 0 warnings\n"


def test_github_in_a_terminal(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """An annotation is one line, also where colours are forced as GitHub's runners do."""
    before = icccat("check", "--format", "github").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert icccat("check", "--format", "github").out == before


def test_no_format(icccat: Icccat) -> None:
    """A format that there is not is refused, with the nearest."""
    assert icccat("check", "--format", "githib") == (
        2,
        "",
        'icccat: there is no format "githib": text, github (did you mean github?)\n',
    )


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--sources"], "--sources"),
        (["--fresh", "--allow-private"], "--fresh, --allow-private"),
    ],
)
def test_without_links(icccat: Icccat, options: list[str], names: str) -> None:
    """What says how links are looked at needs --links."""
    assert icccat("check", *options) == (2, "", f"icccat: {names}: this goes with --links\n")


def test_searches(icccat: Icccat, catalogue: Path) -> None:
    """A saved search that could not be run is an error, at its line."""
    catalogue.write_text(SEARCHES, encoding="utf-8")
    assert icccat("check") == (
        1,
        (
            'catalogue.toml:4: catalogue.searches.wrong: error: there is no field "datte"'
            " (did you mean date:2019?)\n"
            "catalogue.toml:5: catalogue.searches.empty: error:"
            " a word to look for is missing here\n"
        ),
        "catalogue.toml: 1 record, 2 errors, 0 warnings\n",
    )


def test_today(icccat: Icccat, catalogue: Path) -> None:
    """Today decides which dates are far off."""
    year = dt.datetime.now().astimezone().year
    text = f'[series.a]\ntitle = "A"\nsince = {year + 10}\n[series.b]\ntitle = "B"\nsince = 9999\n'
    catalogue.write_text(text, encoding="utf-8")
    assert icccat("check").out == (
        "catalogue.toml:6: series.b.since: warning: 9999 is more than ten years from now\n"
    )


def test_beside_the_file(icccat: Icccat, catalogue: Path) -> None:
    """A problem of no line comes first, with the file alone; in JSON its line is 0."""
    (catalogue.parent / "catalogue-PC-1.toml").touch()
    sentence = (
        '"catalogue-PC-1.toml" beside it was made when two people wrote at once:'
        " take over what is in it alone, then delete it"
    )
    assert icccat("check").out.splitlines()[0] == f"catalogue.toml: warning: {sentence}"
    [first, *_others] = json.loads(icccat("check", "--json").out)["problems"]
    assert first == {
        "level": "warning",
        "file": "catalogue.toml",
        "line": 0,
        "path": [],
        "message": sentence,
        "mend": "icccat merge catalogue-PC-1.toml",
    }


def test_fix(icccat: Icccat, catalogue: Path) -> None:
    """--fix writes the schema that the catalogue names, if it must, and says so; nothing else."""
    text = "#:schema ./catalogue.schema.json\n[topic.a]\nlabel = 'A'\n"
    catalogue.write_text(text, encoding="utf-8")
    assert icccat("check") == (
        0,
        (
            'catalogue.toml:1: warning: "catalogue.schema.json", by which editors check as you'
            " type, is missing or out of date\n    icccat check --fix\n"
        ),
        "catalogue.toml: 1 record, 0 errors, 1 warning\n",
    )
    summary = "catalogue.toml: 1 record, 0 errors, 0 warnings\n"
    assert icccat("check", "--fix") == (0, "", f"catalogue.schema.json written anew\n{summary}")
    file = catalogue.parent / "catalogue.schema.json"
    assert json.loads(file.read_text(encoding="utf-8")) == schema()
    before = file.stat()
    assert icccat("check", "--fix") == (0, "", summary)
    assert file.stat() == before
    assert catalogue.read_text(encoding="utf-8") == text
