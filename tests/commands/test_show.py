"""`icccat show`: one record, whole, and how it is named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

SHORT = """\
Refugee inclusion, in short
video: refugee-inclusion-short
date: June 2019
version: short
version of: The intercultural approach to refugee inclusion (refugee-inclusion)
topics: Refugees (refugees)
link: https://vimeo.com/340198047
is a recording of: Inclusive Integration Policy Lab, third meeting (policy-lab-helsinki)
"""


@pytest.mark.parametrize(
    "id_", ["refugee-inclusion-short", "refugee-inclusion-s", "REFUGEE-inclusion-S"]
)
def test_a_card(icccat: Icccat, id_: str) -> None:
    """Every field, a label and a value a line; the id may be shortened, in any case."""
    assert icccat("show", id_) == (0, SHORT, "")


def test_what_is_missing(icccat: Icccat) -> None:
    """What the record would be better with is noted, in the language spoken."""
    answer = icccat("show", "media-diversity")
    assert answer.out == "Media and diversity\nvideo: media-diversity\ntopics: Media (media)\n"
    assert answer.err == "it has no date yet\nit has no link yet\n"


def test_in_french(icccat: Icccat) -> None:
    """Labels, titles and dates are French, the text in the other language is below."""
    answer = icccat("--lang", "fr", "show", "refugee-inclusion")
    assert answer.out.splitlines()[:7] == [
        "L’approche interculturelle de l’inclusion des réfugiés",
        "vidéo\u00a0: refugee-inclusion",
        "date\u00a0: 20 juin 2019",
        "titre (anglais)\u00a0: The intercultural approach to refugee inclusion",
        "version\u00a0: full",
        "publics\u00a0: policy makers",
        "publics\u00a0: practitioners",
    ]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            ["refugee"],
            2,
            (
                '"refugee" begins the ids of several records:\n'
                "  refugee-inclusion\n  refugee-inclusion-short\n  refugees"
            ),
        ),
        (
            ["refuge-inclusion"],
            1,
            'there is no record "refuge-inclusion" (did you mean refugee-inclusion?)',
        ),
        (["xyzzy"], 1, 'there is no record "xyzzy"'),
        (
            ["policy", "--json"],
            2,
            '"policy" begins the ids of several records:\n  policy-lab-helsinki\n  policy-lab',
        ),
        ([], 2, "ID is missing: icccat show --help says more"),
        (["media", "women"], 2, "Got unexpected extra argument (women)"),
    ],
)
def test_refused(icccat: Icccat, words: list[str], code: int, message: str) -> None:
    """An id that names none or several is refused, with the candidates or the nearest."""
    assert icccat("show", *words) == (code, "", f"icccat: {message}\n")


def test_json(icccat: Icccat) -> None:
    """The record in the envelope; of so many there are."""
    assert json.loads(icccat("show", "media", "--json").out) == {
        "schema": "icccat/1",
        "type": "records",
        "count": 1,
        "total": 9,
        "records": [{"kind": "topic", "id": "media", "label": {"en": "Media", "fr": "Médias"}}],
    }


def test_open(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """--open opens the record's link after showing it."""
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)
    assert icccat("show", "refugee-inclusion-short", "--open") == (0, SHORT, "")
    assert opened == ["https://vimeo.com/340198047"]


def test_nothing_to_open(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record without a link is shown, and its opening refused."""
    monkeypatch.setattr("typer.launch", lambda _url: pytest.fail("opened"))
    answer = icccat("show", "women-oslo", "--open")
    assert answer.out.startswith("Women and integration\n")
    assert (answer.code, answer.err) == (2, "icccat: women-oslo has no link to open\n")


def test_what_was_not_understood(icccat: Icccat, catalogue: Path) -> None:
    """An unknown key and a wrong value are shown as they stand, and in JSON under `other`."""
    catalogue.write_text(
        '[video.a]\ntitle = "A"\ncolour = "red"\ndate = "soon"\nurl = "https://x.org"\n',
        encoding="utf-8",
    )
    answer = icccat("show", "a")
    assert answer.out == "A\nvideo: a\nlink: https://x.org\ncolour: red\ndate: soon\n"
    [record] = json.loads(icccat("show", "a", "--json").out)["records"]
    assert record["other"] == {"colour": "red", "date": "soon"}
