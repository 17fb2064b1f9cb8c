"""`icccat list`: which records, in which order and columns, and how many of each."""

from __future__ import annotations

import json
from shlex import split
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

ALL = """\
id|kind|date|title|places|topics|url
women-oslo|meeting|2021|Women and integration|Oslo, NO|media|
refugee-inclusion|video|2019-06-20|The intercultural approach to refugee inclusion||refugees|\
https://vimeo.com/340198046
refugee-inclusion-short|video|2019-06|Refugee inclusion, in short||refugees|\
https://vimeo.com/340198047
policy-lab-helsinki|meeting|2019-05-28/2019-05-29|Inclusive Integration Policy Lab, third meeting|\
Helsinki, FI|refugees|
media-diversity|video||Media and diversity||media|
""".replace("|", "\t")


def test_everything(icccat: Icccat) -> None:
    """Videos and meetings, newest first, the undated last, tab-separated, nothing cut."""
    assert icccat("list") == (0, ALL, "")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "",
            (
                "women-oslo refugee-inclusion refugee-inclusion-short policy-lab-helsinki"
                " media-diversity"
            ),
        ),
        ("--kind video", "refugee-inclusion refugee-inclusion-short media-diversity"),
        ("--kind video --sort date", "refugee-inclusion-short refugee-inclusion media-diversity"),
        ("--kind meeting --sort start", "policy-lab-helsinki women-oslo"),
        ("--kind topic --sort -id", "refugees media"),
        ("kind:place", "Helsinki, FI"),
        ("id:policy-lab", "policy-lab"),
        (
            "--sort title",
            (
                "policy-lab-helsinki media-diversity refugee-inclusion-short refugee-inclusion"
                " women-oslo"
            ),
        ),
        ("--kind meeting --sort place", "policy-lab-helsinki women-oslo"),
        ("--kind topic --sort -title", "refugees media"),
        ("--sort -id --limit 2", "women-oslo refugee-inclusion-short"),
        ("--limit 1 --kind meeting", "women-oslo"),
        ("--kind video --sort ''", "media-diversity refugee-inclusion refugee-inclusion-short"),
        ("refugees -inclusive", "refugee-inclusion refugee-inclusion-short"),
        ("topic:media -women", "media-diversity"),
        ("-refugees -media -- -x", ""),
        ("date:2019-06", "refugee-inclusion refugee-inclusion-short"),
        ("'Policy Lab'", "policy-lab-helsinki"),
    ],
)
def test_selection(icccat: Icccat, words: str, expected: str) -> None:
    """Which records the query and the kind find, in the order asked for."""
    answer = icccat("list", "--columns", "id", "--no-header", *split(words))
    assert answer.out.splitlines() == ([expected] if "," in expected else expected.split())
    assert (answer.code, answer.err) == ((0, "") if expected else (1, "icccat: nothing found\n"))


def test_columns(icccat: Icccat) -> None:
    """The columns asked for: fields, one language of a text, what is made of several."""
    answer = icccat("list", "--kind", "meeting", "--columns", "year, title_fr,city,country,number")
    assert answer.out == (
        "year\ttitle_fr\tcity\tcountry\tnumber\n2021\t\tOslo\tNO\t\n2019\t\tHelsinki\tFI\t3\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "--columns id,titel,xyzzy",
            'there is no column "titel" (did you mean title?)\nthere is no column "xyzzy"',
        ),
        ("--count topic", 'there is no column "topic" (did you mean topics?)'),
        ("--sort dat", 'there is no field "dat" to sort by (did you mean date?)'),
        ("--sort -dat", 'there is no field "dat" to sort by (did you mean date?)'),
        (
            "--kind vidio",
            (
                '"vidio" is not one of: meeting, place, series, topic, video'
                "\n  kind:vidio\n       ^\ndid you mean: kind:video"
            ),
        ),
        ("--limt 2", "there is no option --limt (did you mean --limit?)"),
        ("--xyzzy", "there is no option --xyzzy"),
        ("--limit 0", '--limit: "0" is not a number such as 10'),
        ("--limit", "Option '--limit' requires an argument."),
        ("refugees --limit", "Option '--limit' requires an argument."),
        ("'a OR'", "a word to look for is missing here\n  a OR\n      ^"),
    ],
)
def test_refused(icccat: Icccat, words: str, message: str) -> None:
    """What is wrong with the words is said in a sentence, with the nearest right one."""
    assert icccat("list", *split(words)) == (2, "", f"icccat: {message}\n")


def test_json(icccat: Icccat) -> None:
    """`list --kind video --sort date --json`: the envelope, in order, undated last, no notes."""
    answer = icccat("list", "--kind", "video", "--sort", "date", "--json")
    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out) == {
        "schema": "icccat/1",
        "type": "records",
        "count": 3,
        "total": 3,
        "records": [
            {
                "kind": "video",
                "id": "refugee-inclusion-short",
                "title": {"en": "Refugee inclusion, in short"},
                "date": "2019-06",
                "version": "short",
                "version_of": "refugee-inclusion",
                "topics": ["refugees"],
                "url": "https://vimeo.com/340198047",
            },
            {
                "kind": "video",
                "id": "refugee-inclusion",
                "title": {
                    "en": "The intercultural approach to refugee inclusion",
                    "fr": "L’approche interculturelle de l’inclusion des réfugiés",
                },
                "date": "2019-06-20",
                "version": "full",
                "audiences": ["policy makers", "practitioners"],
                "topics": ["refugees"],
                "url": "https://vimeo.com/340198046",
            },
            {
                "kind": "video",
                "id": "media-diversity",
                "title": {"en": "Media and diversity"},
                "topics": ["media"],
            },
        ],
    }


def test_json_is_never_translated(icccat: Icccat) -> None:
    """In French it is the same; the limit counts, the total does not change."""
    english = icccat("list", "--json", "--limit", "2")
    assert icccat("list", "--json", "--limit", "2", "--lang", "fr") == english
    head = json.loads(english.out)
    assert (head["count"], head["total"], len(head["records"])) == (2, 5, 2)


def test_nothing_found(icccat: Icccat) -> None:
    """An empty answer keeps its shape, and the exit code says that it is empty."""
    header = ALL.splitlines(keepends=True)[0]
    assert icccat("list", "xyzzy") == (1, header, "icccat: nothing found\n")
    assert icccat("--plain", "list", "xyzzy") == (1, "", "icccat: nothing found\n")
    assert icccat("list", "xyzzy", "--count", "topics") == (1, "", "icccat: nothing found\n")
    answer = icccat("list", "xyzzy", "--json")
    assert (answer.code, json.loads(answer.out)) == (
        1,
        {"schema": "icccat/1", "type": "records", "count": 0, "total": 5, "records": []},
    )


def test_count(icccat: Icccat) -> None:
    """How many records have each value, the most frequent first, then by alphabet."""
    assert icccat("list", "--count", "topics").out == "3\trefugees\n2\tmedia\n"
    assert icccat("list", "--count", "audiences").out == "1\tpolicy makers\n1\tpractitioners\n"
    assert icccat("--plain", "list", "--count", "topics").out == "refugees: 3\nmedia: 2\n"
    assert icccat("list", "--count", "duration") == (0, "", "")


def test_count_for_a_person(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a terminal the numbers stand below each other."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert icccat("list", "--count", "topics").out == "    3  refugees\n    2  media\n"


def test_count_in_json(icccat: Icccat) -> None:
    """The same as figures; the total is how many records were counted."""
    answer = icccat("list", "--count", "year", "--json", "kind:video")
    assert json.loads(answer.out) == {
        "schema": "icccat/1",
        "type": "figures",
        "count": 1,
        "total": 3,
        "figures": [{"field": "year", "value": "2019", "count": 2}],
    }


def test_plain(icccat: Icccat) -> None:
    """For a screen reader: a label and a value a line, a blank line between records."""
    answer = icccat("list", "refugees", "kind:video", "--plain", "--lang=fr")
    assert answer == (
        0,
        """\
date\u00a0: 2019-06-20
titre\u00a0: L’approche interculturelle de l’inclusion des réfugiés
identifiant\u00a0: refugee-inclusion

date\u00a0: 2019-06
titre\u00a0: Refugee inclusion, in short\u00a0[en]
identifiant\u00a0: refugee-inclusion-short
""",
        "2 sur 3\n[en] anglais\u00a0: pas encore en français\n",
    )


@pytest.mark.parametrize("field", ["missing", "sans", "manque"])
def test_what_is_not_translated(icccat: Icccat, catalogue: Path, field: str) -> None:
    """A record is listed if any of its texts lacks the language, that of a document too."""
    text = catalogue.read_text(encoding="utf-8").replace(
        'title = "Refugee inclusion, in short"', 'title = { en = "In short", fr = "En bref" }'
    )
    both = text.replace('third meeting"', 'third meeting"\ntitle.fr = "Troisième réunion"')
    catalogue.write_text(both, encoding="utf-8")
    words = (f"{field}:fr", "--columns", "id", "--no-header")
    assert icccat("list", *words).out.split() == [
        *("women-oslo", "policy-lab-helsinki", "media-diversity")
    ]
    assert icccat("list", f"{field}:en", "--columns", "id") == (
        1,
        "id\n",
        "icccat: nothing found\n",
    )


def test_values_that_cannot_be_read(icccat: Icccat, catalogue: Path) -> None:
    """A wrong value is left out, the others stay, and a note says where to look."""
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace("date = 2019-06-20", 'date = "2019-02-30"'), encoding="utf-8")
    answer = icccat("list", "--columns", "id,date", "--kind", "video")
    assert answer == (
        0,
        "id\tdate\nrefugee-inclusion-short\t2019-06\nmedia-diversity\t\nrefugee-inclusion\t\n",
        "1 value could not be read: icccat check says where\n",
    )


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5, 6, 7])
def test_the_latest(icccat: Icccat, limit: int) -> None:
    """The first of all are the first of the list, whatever their dates and titles."""
    added = ["--date 2019-06-01", "--date 2019-06", "--date 2019-06-20", ""]
    for number, date in enumerate(added):
        assert icccat("add", "video", "--title", f"B{number}", *date.split(), "--yes").code == 0
    everything = icccat("list", "--columns", "id", "--no-header").out.splitlines()
    assert len(everything) == 9
    latest = icccat("list", "--columns", "id", "--no-header", "--limit", str(limit)).out
    assert latest.splitlines() == everything[:limit]
    sorted_ = icccat(
        "list", "--columns", "id", "--no-header", "--sort", "-date", "kind:video,meeting"
    )
    assert sorted_.out.splitlines() == everything
