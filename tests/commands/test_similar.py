"""`icccat similar`: the videos and meetings most like one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat


@pytest.mark.parametrize("id_", ["refugee-inclusion", "REFUGEE-inclusion"])
def test_lines(icccat: Icccat, id_: str) -> None:
    """The most alike first, without the record itself."""
    assert icccat("similar", id_, "--columns", "id,title") == (
        0,
        (
            "id\ttitle\nrefugee-inclusion-short\tRefugee inclusion, in short\n"
            "policy-lab-helsinki\tInclusive Integration Policy Lab, third meeting\n"
        ),
        "",
    )


def test_json(icccat: Icccat) -> None:
    """With the score and the shared words, of all the videos and meetings."""
    answer = json.loads(icccat("similar", "refugee-inclusion-s", "--json").out)
    assert (answer["count"], answer["total"]) == (2, 5)
    assert answer["records"][0]["found"] == {
        "score": 27.73,
        "matched": ["inclusion", "refugee", "refugees"],
        "step": "exact",
    }


def test_for_a_person(icccat: Icccat) -> None:
    """In a table, with no counts that would narrow it."""
    answer = icccat("--plain", "similar", "refugee-inclusion")
    assert answer == (
        0,
        """\
date: 2019-06
title: Refugee inclusion, in short
id: refugee-inclusion-short

date: 2019-05-28
title: Inclusive Integration Policy Lab, third meeting
id: policy-lab-helsinki
places: Helsinki, FI
found by: topics
""",
        "2 of 5\n",
    )


def test_limit(icccat: Icccat, catalogue: Path) -> None:
    """Ten, unless another number is asked for."""
    titles = [f"Integration day {number}" for number in range(13)]
    videos = (f'[video.v{n}]\ntitle = "{title}"\n' for n, title in enumerate(titles))
    catalogue.write_text("".join(videos), encoding="utf-8")
    count = [
        len(icccat("similar", "v1", "--no-header", *words).out.splitlines())
        for words in ([], ["--limit", "11"], ["--limit", "20"])
    ]
    assert (count, icccat("similar", "v2", "--limit", "0").code) == ([10, 11, 12], 2)


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["refugees"], 2, "refugees is a topic: only videos and meetings are compared"),
        (["helsinki, fi"], 2, "Helsinki, FI is a place: only videos and meetings are compared"),
        (
            ["policy"],
            2,
            '"policy" begins the ids of several records:\n  policy-lab-helsinki\n  policy-lab',
        ),
        (["women-osl0"], 1, 'there is no record "women-osl0" (did you mean women-oslo?)'),
        ([], 2, "ID is missing: icccat similar --help says more"),
        (["women-oslo", "--no-header"], 1, "nothing found"),
        (["women-oslo", "--columns", "colour"], 2, 'there is no column "colour"'),
    ],
)
def test_refused(icccat: Icccat, words: list[str], code: int, message: str) -> None:
    """What is no video or meeting, or is not clear, or is like no other."""
    assert icccat("similar", *words) == (code, "", f"icccat: {message}\n")
