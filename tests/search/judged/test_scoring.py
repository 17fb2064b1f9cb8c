"""The score itself, and that what was judged is in order."""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from search.judged.scoring import (
    CATALOGUE,
    FOLDER,
    Answer,
    Query,
    breaches,
    ndcg,
    overall,
    queries,
    report,
)

if TYPE_CHECKING:
    from conftest import Icccat

EVERYTHING = [*queries("queries"), *queries("held_out")]
GRADES = {"a": 3, "b": 2, "c": 1}
WORST_FIRST = (1 + 3 * 0.6309297535714575 + 7 * 0.5) / (7 + 3 * 0.6309297535714575 + 0.5)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("abc", 1),
        ("abcxyz", 1),
        ("cba", WORST_FIRST),
        ("xa", 7 * 0.6309297535714575 / (7 + 3 * 0.6309297535714575 + 0.5)),
        ("aabc", 1),
        ("xyz", 0),
        ("", 0),
        ("qrstuvwxyza", 0),
    ],
)
def test_ndcg(found: str, expected: float) -> None:
    """The better the order of the first ten, the nearer to 1; what comes after does not count."""
    assert ndcg(found, GRADES) == pytest.approx(expected)


def test_more_right_answers_than_ten() -> None:
    """Ten right answers at the top are all one can ask for."""
    assert ndcg("abcdefghij", dict.fromkeys("abcdefghijkl", 3)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("refugees l’asile d'asile", ["refugees", "l’asile", "d'asile"]),
        ('"public space" kind:meeting', ["public space", "kind:meeting"]),
        ('city:"The Hague" #1', ["city:The Hague", "#1"]),
    ],
)
def test_arguments(text: str, expected: list[str]) -> None:
    """Double quotation marks keep words together; apostrophes are letters like others."""
    assert Query("words", text, {}).arguments == expected


@pytest.mark.parametrize(
    ("sort", "code", "found", "said", "expected"),
    [
        ("none", 1, "", "nothing found", ""),
        ("none", 0, "a", "“Räcist” was not found", ""),
        ("none", 0, "a", "", "not announced"),
        ("none", 0, "a", "3 of 9", "not announced"),
        ("typo", 0, "a", "showing “racism”, not “racist”", ""),
        ("typo", 0, "a", "", "not announced"),
        ("words", 0, "x", "", ""),
        ("words", 2, "", "no such field", "refused"),
        ("exact", 0, "abc", "", ""),
        ("exact", 0, "xabc", "", "exact, yet not right"),
    ],
)
def test_breach(sort: str, code: int, found: str, said: str, expected: str) -> None:
    """A refusal, something shown without a word, and an exact word missed are told apart."""
    query = Query(sort, "racist", {} if sort == "none" else GRADES)
    assert Answer(query, code, tuple(found), said).breach == expected


def test_nothing_at_all() -> None:
    """Where nothing may be found, an announcement is no excuse."""
    query = Query("none", "lyno", {}, empty=True)
    assert Answer(query, 0, ("a",), "“lyno” was not found").breach == "something found"
    assert Answer(query, 1, (), "").breach == ""


def test_report() -> None:
    """Scores come by class, then breaches, then the worst queries with what was meant and found."""
    answers = [
        Answer(Query("words", "one", {"a": 3}), 0, ("a",), ""),
        Answer(Query("words", "two", {"a": 3, "b": 1}), 1, (), "nothing found"),
        Answer(Query("none", "three", {}), 0, ("x",), ""),
        Answer(Query("none", "four", {}), 1, (), "nothing found"),
    ]
    assert overall(answers) == 0.5
    assert breaches(answers) == [("three", "not announced")]
    expected = """\
some: 0.500, breaches: 1
  0.500 words (2)
  0.500 none (2)
0.00 none: three (not announced)
     meant -
     found x=0
0.00 words: two
     meant a=3 b=1
     found -
     said  nothing found
"""
    assert report("some", answers) == expected


def test_the_catalogue_is_sound(icccat: Icccat) -> None:
    """There is nothing wrong in the judged catalogue."""
    answer = icccat("check")
    assert (answer.code, answer.err) == (0, "catalogue.toml: 121 records, 0 errors, 0 warnings\n")


def test_judged_records_are_there() -> None:
    """Every record that is judged is in the catalogue."""
    tables = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    known = {id_ for kind in ("video", "meeting", "series", "topic") for id_ in tables[kind]}
    assert {id_ for query in EVERYTHING for id_ in query.grades} - known == set()


def test_judgements_are_whole() -> None:
    """Every query has a best answer, or is one to which there is none."""
    odd = [
        query.text
        for query in EVERYTHING
        if (3 in query.grades.values()) == (query.sort == "none")
        or (query.empty and query.sort != "none")
    ]
    assert odd == []


def test_nothing_is_judged_twice() -> None:
    """No query comes twice, in one file or in both, and no record twice for a query."""
    assert len({query.text for query in EVERYTHING}) == len(EVERYTHING)
    for name in ("queries", "held_out"):
        for table in tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["query"]:
            judged = [id_ for grade in "321" for id_ in table.get(grade, [])]
            assert sorted(judged) == sorted(set(judged)), table


def test_every_class_is_held_out_too() -> None:
    """Both files ask in the same ways, and of each way more than once."""
    counts = [Counter(query.sort for query in queries(name)) for name in ("queries", "held_out")]
    assert set(counts[0]) == set(counts[1])
    assert [min(count.values()) for count in counts] == [6, 2]
