"""A saved search is a line in the catalogue; every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from icccat.catalogue.catalogue import parse
from icccat.catalogue.plan import confirm
from icccat.catalogue.searches import check_name, with_search
from icccat.errors import Refused

PATH = Path("catalogue.toml")
QUERY = 'a "b c"'
VALUE = r'"a \"b c\""'
RECORDS = '\n[video.a] # ours\ntitle = "A"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f'[catalogue] # ours\ntitle = "C" # too\n{RECORDS}',
            f'[catalogue] # ours\ntitle = "C" # too\nsearches.new = {VALUE}\n{RECORDS}',
        ),
        (
            f'[catalogue.searches]\nold = "x" # kept\n{RECORDS}',
            f'[catalogue.searches]\nold = "x" # kept\nnew = {VALUE}\n{RECORDS}',
        ),
        (
            f'[catalogue.searches]\nnew = "x" # kept\nold = "y"\n{RECORDS}',
            f'[catalogue.searches]\nnew = {VALUE} # kept\nold = "y"\n{RECORDS}',
        ),
        (
            f'[catalogue]\nsearches = {{ old = "x" }}\n{RECORDS}',
            f'[catalogue]\nsearches = {{ old = "x", new = {VALUE} }}\n{RECORDS}',
        ),
        (RECORDS, f"{RECORDS}\n[catalogue]\nsearches.new = {VALUE}\n"),
        ("", f"[catalogue]\nsearches.new = {VALUE}\n"),
    ],
)
def test_with_search(before: str, after: str) -> None:
    """A new search stands last, another one of its name is replaced, in the form that is there."""
    plan = with_search(parse(before, PATH), "new", QUERY)
    assert plan.text == after
    confirm(plan, "catalogue.toml")


@pytest.mark.parametrize(
    "text",
    [
        'catalogue = "x"',
        '[catalogue]\nsearches = "x"',
        '[catalogue.searches]\na = "x"\nb = 1',
    ],
)
def test_what_is_no_table_of_searches(text: str) -> None:
    """Where the searches cannot be read nothing is put over them."""
    with pytest.raises(Refused, match="the searches cannot be read, icccat check says why"):
        with_search(parse(text, PATH), "new", "a")


@pytest.mark.parametrize("name", ["portugal", "policy-labs-2", "2019"])
def test_a_name(name: str) -> None:
    """A name is of small letters, digits and hyphens."""
    check_name(name)


@pytest.mark.parametrize("name", ["", "Portugal", "été", "a b", "a:b", "-a", 'a"', "a,b"])
def test_a_wrong_name(name: str) -> None:
    """Others are refused, as a query could hardly hold them."""
    with pytest.raises(Refused, match="use small letters, digits and hyphens"):
        check_name(name)
