"""The search, scored by what colleagues mean: `pytest -rP` shows the scores, class by class."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from search.judged.scoring import Answer, breaches, overall, queries, report

if TYPE_CHECKING:
    from conftest import Icccat
    from search.judged.scoring import Query


def ask(icccat: Icccat, query: Query) -> Answer:
    """What the program answers to a query."""
    code, out, said = icccat("--json", "search", *query.arguments)
    rows = json.loads(out)["records"] if out else []
    return Answer(query, code, tuple(row["id"] for row in rows), said)


@pytest.mark.parametrize(("name", "least"), [("queries", 0.93), ("held_out", 0.90)])
def test_the_search_finds_what_is_meant(icccat: Icccat, name: str, least: float) -> None:
    """The mean nDCG@10 reaches its threshold, and nothing happens that never may.

    That is: a query refused; a word as it stands in a record not answered rightly; something
    shown for a mistyped word, or for one that is nowhere, without saying so.
    """
    answers = [ask(icccat, query) for query in queries(name)]
    told = report(name, answers)
    sys.stdout.write(told)
    assert breaches(answers) == [], told
    assert overall(answers) >= least, told
