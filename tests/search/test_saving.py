"""The words of a command become one text that means the same."""

from __future__ import annotations

import re

import pytest
from asking import CONTEXT, TODAY, parse, parse_arguments, told
from builders import records_of
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.errors import QueryError, Refused
from icccat.search.context import Context
from icccat.search.saving import written

TITLE = "Now: what (next"
QUOTED = "“Structures”: next steps"
RECORDS = records_of(f"""
[video.now]
title = "{TITLE}"
[video.structures]
title = "{QUOTED}"
[meeting.hague]
title = "At The Hague"
places = ["La Haye, NL"]
""")
SMALL = Context(TODAY, {"portugal": "country:PT"}, RECORDS)
PIECES = (
    *("a", "b", "OR", "AND", "NOT", "-", "(", ")", "topic:", "ville:", "La", "Haye", "country:"),
    *("United", "Kingdom", '"', "“", "”", "=", "*", ",", "2019", "juin", "..", "[", "]", ":"),
    *(" ", " ", " ", "saved:portugal", "date:last-year", "https://a", "x:", "日本"),
)
ARGUMENTS = st.lists(st.lists(st.sampled_from(PIECES), min_size=1).map("".join), min_size=1)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["refugees"], "refugees"),
        (["refugees", " lisbon "], "refugees lisbon"),
        (["public  space"], '"public space"'),
        (["public space", "kind:meeting"], '"public space" kind:meeting'),
        (['"public space"', "x"], '"public space" x'),
        (["-public space", "-women"], '-"public space" -women'),
        (["NOT", "a b"], 'NOT "a b"'),
        (["a OR b", "c"], "(a OR b) c"),
        (["a", "OR", "b"], "a OR b"),
        (["(a OR b) date:2018..2022"], "(a OR b) date:2018..2022"),
        (["-(a OR b c)"], "-(a OR b c)"),
        (["country:United Kingdom"], 'country:"United Kingdom"'),
        (["country:United", "Kingdom", "women"], 'country:"United Kingdom" women'),
        (["country:FI,United Kingdom OR a"], '(country:FI,"United Kingdom" OR a)'),
        (["ville:La", "Haye"], 'ville:"La Haye"'),
        (["ville:La Haye", "women"], 'ville:"La Haye" women'),
        (['ville:"La Haye" a'], 'ville:"La Haye" a'),
        (["topic:anti-rumours,narratives"], "topic:anti-rumours,narratives"),
        (["date:last-year", "saved:portugal"], "date:last-year saved:portugal"),
        (["=refugees", "refug*"], "=refugees refug*"),
        (["juin", "2019"], "juin 2019"),
        (["juin 2019"], '"juin 2019"'),
        (['say "hi'], '"say hi"'),
        ([TITLE], f'"{TITLE}"'),
        ([*TITLE.split()], f'"{TITLE}"'),
        ([QUOTED], '"Structures : next steps"'),
    ],
)
def test_written(arguments: list[str], text: str) -> None:
    """As typed where that will do; else with the quotes and brackets that the shell took."""
    assert written(arguments, SMALL) == text


def test_a_query_that_is_wrong() -> None:
    """It is refused as it is when it is asked."""
    with pytest.raises(QueryError, match='there is no field "datte"'):
        written(["datte:2019"], CONTEXT)


@pytest.mark.parametrize("arguments", [["ville: "], [" -ville:2019 ]"]])
def test_what_no_text_means(arguments: list[str]) -> None:
    """A query that cannot be told in one text is refused, not kept as another."""
    with pytest.raises(Refused, match="write it as one argument"):
        written(arguments, SMALL)


@given(ARGUMENTS)
@example(["ville:La Haye OR b"])
@example(["saved:portugal”", ","])
def test_any_arguments(arguments: list[str]) -> None:
    """Whatever was typed, what is kept means the same, or nothing is kept."""
    try:
        text = written(arguments, SMALL)
    except Refused:
        return
    kept, asked = parse(text, SMALL), parse_arguments(arguments, SMALL)
    assert _folded(told(kept)) == _folded(told(asked))


def _folded(text: str) -> str:
    """The words of the tree, in order: signs among them make no difference."""
    return " ".join(re.sub(r"[^\w\s]", " ", text).split())
