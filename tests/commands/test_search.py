"""`icccat search`: what words find, and the fields they may be looked for in."""

from __future__ import annotations

import json
from shlex import split
from typing import TYPE_CHECKING

import pytest

from icccat.search.fields import all_fields

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("refugees", "refugee-inclusion refugee-inclusion-short policy-lab-helsinki"),
        ("asylum seekers", "refugee-inclusion refugee-inclusion-short policy-lab-helsinki"),
        ("réfugiés finland", "policy-lab-helsinki"),
        ("-women", "refugee-inclusion refugee-inclusion-short policy-lab-helsinki media-diversity"),
        ("refugees -helsinki -vimeo -short", "refugee-inclusion"),
        ("media -women --kind video", "media-diversity"),
        ("--kind video media", "media-diversity"),
        ("-- -women media", "media-diversity"),
        ("inclusion --limit 1", "refugee-inclusion"),
        ("kind:topic refugees", "refugees"),
        ("'Women and integration'", "women-oslo"),
    ],
)
def test_found(icccat: Icccat, words: str, expected: str) -> None:
    """All words must be there; a word that begins with a hyphen must not."""
    answer = icccat("search", "--columns", "id", "--no-header", *split(words))
    assert answer == (0, "".join(f"{id_}\n" for id_ in expected.split()), "")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("", 2, "search needs something to look for, as in: icccat search refugees"),
        ("-- --xyzzy", 1, "nothing found"),
        ("colours:red", 2, 'there is no field "colours"\n  colours:red\n  ^'),
        (
            "'ville:日本 datte:2'",
            2,
            'there is no field "datte" (did you mean date?)\n  ville:日本 datte:2\n             ^',
        ),
        (
            "women villle:oslo",
            2,
            (
                'there is no field "villle"\n  women villle:oslo\n        ^\n'
                "did you mean: women ville:oslo"
            ),
        ),
        ("--sort date women", 2, "there is no option --sort"),
    ],
)
def test_not_found(icccat: Icccat, words: str, code: int, message: str) -> None:
    """A query that is wrong is refused at its place; one that finds nothing says so."""
    answer = icccat("search", "--no-header", *split(words))
    assert answer == (code, "", f"icccat: {message}\n")


def test_fields(icccat: Icccat, catalogue: Path) -> None:
    """Every field is listed with examples and its other names, and every example works."""
    with catalogue.open("a", encoding="utf-8") as file:
        file.write('[catalogue.searches]\nportugal = "country:PT"\n')
    lines = [line.split("\t") for line in icccat("search", "--fields").out.splitlines()]
    assert lines[:14] == [
        ["kind:meeting", "nature"],
        ["id:policy-lab-helsinki", "identifiant"],
        ["date:2018..2019-06", ""],
        ["date:last-year", ""],
        ["date:this-month", ""],
        ["date:6m", ""],
        ["date:6m..", ""],
        ["date:novembre-2017", ""],
        ["date:année-dernière", ""],
        ["year:2019", "annee"],
        ["year:2018,2020", "annee"],
        ["year:this-year", "annee"],
        ["country:FI", "pays"],
        ["country:Finlande", "pays"],
    ]
    assert ["saved:portugal", "enregistree, sauvee"] in lines
    assert len(lines) == sum(1 + len(field.more) for field in set(all_fields().values()))
    assert {icccat("search", example).code for example, _others in lines} == {0, 1}


def test_fields_for_a_person(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a terminal the other names stand below each other; a screen reader has them in words."""
    plain = icccat("--plain", "search", "--fields").out.splitlines()
    assert plain[:2] == ["kind:meeting, also nature", "id:policy-lab-helsinki, also identifiant"]
    assert "date:last-year" in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert icccat("search", "--fields").out.splitlines()[:2] == [
        "kind:meeting                                nature",
        "id:policy-lab-helsinki                      identifiant",
    ]


def test_explain(icccat: Icccat) -> None:
    """The query as it was understood, and how it was met, stand beside the answer, not in it."""
    words = ["refugees", "-short", "date:2019", "--explain", "--columns", "id", "--no-header"]
    assert icccat("search", *words) == (
        0,
        "refugee-inclusion\n",
        (
            "all of these:\n  the word refugees\n  not:\n    the word short\n  date: 2019\n"
            "refugee-inclusion 13.57: refugees exact in topics\n"
        ),
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "refuggees helsinki 2019",
            (
                "policy-lab-helsinki 18.78: refuggees typo “refugees” in topics;"
                " helsinki exact in places, other fields; 2019 date"
            ),
        ),
        ("kind:series", "policy-lab 0.00"),
        (
            "asylumseekers date:2019-06",
            (
                "refugee-inclusion 5.94: asylumseekers joined “asylum seekers” in topics\n"
                "refugee-inclusion-short 5.94: asylumseekers joined “asylum seekers” in topics"
            ),
        ),
    ],
)
def test_explained_records(icccat: Icccat, words: str, expected: str) -> None:
    """For each record its score, and each word with the step, what was met, and where."""
    answer = icccat("search", "--explain", *split(words))
    assert answer.err.endswith(f"\n{expected}\n")


def test_explain_what_finds_nothing(icccat: Icccat) -> None:
    """So it does where nothing is found, which is when it helps most."""
    assert icccat("search", "--explain", "xyzzy", "--no-header") == (
        1,
        "",
        "the word xyzzy\nicccat: nothing found\n",
    )


def test_today(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dates that move with the day go by today's, which the environment may set."""
    monkeypatch.setenv("ICCCAT_TODAY", "2020-03-31")
    words = ["--columns", "id", "--no-header", "kind:meeting"]
    assert icccat("search", *words, "date:last-year").out == "policy-lab-helsinki\n"
    monkeypatch.setenv("ICCCAT_TODAY", "2022-03-31")
    assert icccat("search", *words, "date:last-year").out == "women-oslo\n"


def test_saved(icccat: Icccat, catalogue: Path) -> None:
    """A saved search is a part of a query, also of --where and of what it is wrong about."""
    text = catalogue.read_text(encoding="utf-8").replace(
        "[topic.media]", '[catalogue.searches]\nnorth = "country:FI,NO"\n\n[topic.media]', 1
    )
    catalogue.write_text(text, encoding="utf-8")
    north = icccat("search", "saved:north", "-women", "--columns", "id", "--no-header")
    assert north == (0, "policy-lab-helsinki\n", "")
    changed = icccat("edit", "--where", "saved:north year:2019", "status=held", "--dry-run")
    assert changed == (
        0,
        "meeting.policy-lab-helsinki\n  status: + held\n",
        "nothing was changed\n",
    )
    assert icccat("list", "saved:nort").err == (
        'icccat: there is no saved search "nort"\n'
        "  saved:nort\n        ^\n"
        "did you mean: saved:north\n"
    )


def found(icccat: Icccat, *words: str) -> dict[str, object]:
    """What JSON says of why each record is in an answer."""
    rows = json.loads(icccat(*words, "--json").out)["records"]
    return {row["id"]: row.get("found") for row in rows}


def test_json(icccat: Icccat) -> None:
    """Of each record the score, the words of it that were met, and the furthest step."""
    assert found(icccat, "search", "refuggees", "helsingfors") == {
        "policy-lab-helsinki": {
            "score": 14.01,
            "matched": ["refugees", "refugee", "refugies", "helsingfors", "helsinki"],
            "step": "typo",
        }
    }
    assert found(icccat, "search", "kind:series") == {
        "policy-lab": {"score": 0.0, "matched": [], "step": "exact"}
    }
    assert found(icccat, "list", "refugees", "kind:topic") == {"refugees": None}


def test_why_for_a_screen_reader(icccat: Icccat) -> None:
    """A record that shows none of the words says by which field it was found."""
    answer = icccat("--plain", "search", "réfugiés", "date:2019-05..2019-06-20", "--limit", "3")
    assert answer == (
        0,
        """\
date: 2019-06-20
title: The intercultural approach to refugee inclusion
id: refugee-inclusion

date: 2019-06
title: Refugee inclusion, in short
id: refugee-inclusion-short

date: 2019-05-28
title: Inclusive Integration Policy Lab, third meeting
id: policy-lab-helsinki
places: Helsinki, FI
found by: topics
""",
        "3 of 5\nkind:video 2\n",
    )


def test_narrowing_only_for_people(icccat: Icccat) -> None:
    """What would narrow the answer is said below a table, of all that was found."""
    assert icccat("search", "refugees").err == ""
    assert icccat("search", "refugees", "--json").err == ""
    assert icccat("--plain", "search", "refugees", "--limit", "1").err == "1 of 5\nkind:video 2\n"


def test_too_many_to_narrow(icccat: Icccat, catalogue: Path) -> None:
    """Where thousands are found, each is not looked at."""
    videos = "".join(
        f'[video.v{n}]\ntitle = "V"\ndate = {2000 + n % 2}-01-01\n' for n in range(2001)
    )
    catalogue.write_text(videos, encoding="utf-8")
    assert icccat("--plain", "search", "kind:video", "--limit", "1").err == "1 of 2001\n"
    answer = icccat("--plain", "search", "-v2000", "--limit", "1")
    assert answer.err == "1 of 2001\nyear:2000 1000 · 2001 1000\n"


def test_what_is_near(icccat: Icccat) -> None:
    """Where nothing is found, the nearest words and titles are named."""
    assert icccat("search", "--exact", "--no-header", "Media and diversitty") == (
        1,
        "",
        (
            "icccat: nothing found\n"
            "words that do stand in records: “diversity”\n"
            "a title like it: Media and diversity (media-diversity)\n"
        ),
    )
    assert icccat("list", "diversitty", "--no-header").err == "icccat: nothing found\n"


@pytest.mark.parametrize(
    "words", ["refugees --columns colour", "refugees --columns colour --save x"]
)
def test_a_wrong_column(icccat: Icccat, catalogue: Path, words: str) -> None:
    """It is refused before anything is said or saved."""
    before = catalogue.read_bytes()
    assert icccat("search", *split(words)) == (2, "", 'icccat: there is no column "colour"\n')
    assert catalogue.read_bytes() == before
