"""Queries as shells hand them over, and as programs do without one."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import Answer, bare

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Process

IDS = "--columns id --no-header"
REFUGEES = "refugee-inclusion\nrefugee-inclusion-short\npolicy-lab-helsinki\n"


@pytest.mark.parametrize(
    ("command", "out"),
    [
        (f"search -women {IDS}", f"{REFUGEES}media-diversity\n"),
        (
            "export refugees -oslo -helsinki --columns id",
            "id\nrefugee-inclusion\nrefugee-inclusion-short\n",
        ),
        (
            f"search refugees date:2019.. -helsinki {IDS}",
            REFUGEES.replace("policy-lab-helsinki\n", ""),
        ),
        (f"search {IDS} -- -women -refugees", "media-diversity\n"),
        (f"search '\"women and integration\"' {IDS}", "women-oslo\n"),
        (f"search '(media OR refugees) kind:meeting' {IDS}", "policy-lab-helsinki\nwomen-oslo\n"),
        (f"search 'integrat*' kind:meeting {IDS}", "women-oslo\npolicy-lab-helsinki\n"),
        (f"search =refugee {IDS}", REFUGEES),
        (f'search ville:"Oslo" {IDS}', "women-oslo\n"),
        (f'search country:"United Kingdom",Norway {IDS}', "women-oslo\n"),
        (f"search helsinki 2019 {IDS}", "policy-lab-helsinki\n"),
        (f"search mai 2019 {IDS}", "policy-lab-helsinki\n"),
        (f'search -"policy lab" kind:meeting {IDS}', "women-oslo\n"),
    ],
)
def test_in_bash(process: Process, command: str, out: str) -> None:
    """What needs no quotes is typed without, the rest in the shell's."""
    assert process(f"icccat {command}") == (0, out, "")


def without_shell(folder: Path, *words: str) -> Answer:
    """What the program answers to these very arguments."""
    done = subprocess.run(
        [sys.executable, "-m", "icccat", *words],
        cwd=folder,
        env=bare() | {"LANG": "C.UTF-8"},
        capture_output=True,
        check=False,
        timeout=30,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["search", "-women"], f"{REFUGEES}media-diversity\n"),
        (["search", "-policy lab", "kind:meeting"], "women-oslo\n"),
        (["search", "ville:Oslo", "women"], "women-oslo\n"),
        (["search", "pays:Norvège année:2021"], "women-oslo\n"),
        (["search", "Inclusive Integration Policy Lab, third meeting"], "policy-lab-helsinki\n"),
        (["search", "L’approche interculturelle de l’inclusion", "-short"], "refugee-inclusion\n"),
    ],
)
def test_without_a_shell(catalogue: Path, words: list[str], out: str) -> None:
    """Each argument arrives as it is, one with spaces as a phrase or a query of its own."""
    assert without_shell(catalogue.parent, *words, *IDS.split()) == (0, out, "")


@pytest.mark.parametrize(
    ("words", "err"),
    [
        (["list", "--limt", "3"], "there is no option --limt (did you mean --limit?)\n"),
        (["search", "--women"], "there is no option --women\n"),
        (
            ["search", "(media OR women"],
            (
                "this bracket is not closed\n  (media OR women\n  ^\n"
                'did you mean: "(media OR women)"\n'
            ),
        ),
        (
            ["export", "refugees", "date:2019-02-30"],
            (
                '"2019-02-30" is not a date (February 2019 has 28 days)\n'
                "  refugees date:2019-02-30\n                ^\n"
                "did you mean: refugees date:2019-02-28\n"
            ),
        ),
        (
            ["edit", "--where", "knid:meeting", "status=held", "--yes"],
            'there is no field "knid"\n  knid:meeting\n  ^\ndid you mean: kind:meeting\n',
        ),
        (
            ["list", "日本", "e\u0301e\u0301", "kind:vidoe"],
            (
                '"vidoe" is not one of: meeting, place, series, topic, video\n'
                "  日本 e\u0301e\u0301 kind:vidoe\n               ^\n"
                'did you mean: 日本 "e\u0301e\u0301" kind:video\n'
            ),
        ),
    ],
)
def test_what_is_wrong(catalogue: Path, words: list[str], err: str) -> None:
    """It is told at its place, counted in cells, with one correction to paste."""
    assert without_shell(catalogue.parent, *words) == (2, "", f"icccat: {err}")


def test_a_correction_can_be_pasted(process: Process) -> None:
    """What is offered works in the shell as it is shown."""
    wrong = process("icccat search 'titel:\"third meeting\" (kind:meting' --columns id")
    pasted = wrong.err.splitlines()[-1].removeprefix("did you mean: ")
    assert pasted == "'title:\"third meeting\" (kind:meeting)'"
    assert process(f"icccat search {pasted} {IDS}") == (0, "policy-lab-helsinki\n", "")


@pytest.mark.parametrize("today", ["yesterday", "2019-02-30", "2019-06", "20190620"])
def test_a_wrong_today(process: Process, today: str) -> None:
    """A day that is none is refused, where a day is needed."""
    assert process("icccat list date:today", ICCCAT_TODAY=today) == (
        2,
        "",
        f'icccat: ICCCAT_TODAY: "{today}" is not a day: write it as 2019-06-20\n',
    )
