"""What two copies of a catalogue have in common, and what comes of merging them by that."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalogue.merging.sides import nobody
from catalogue.stepping import ANA
from icccat.catalogue.catalogue import parse
from icccat.catalogue.history.step import step
from icccat.catalogue.merging import merged
from icccat.catalogue.merging.copies import common
from icccat.catalogue.plan import confirm

if TYPE_CHECKING:
    from icccat.catalogue.merging import Merge

A, B, Z = '[video.a]\ntitle = "A"\n', '[video.b]\ntitle = "B"\n', "[topic.t]\n"
MORE = f'{A}date = 2019\ntopics = ["t"]\n'


def merge(former: list[str], ours: str, theirs: str) -> Merge:
    """The merge of two copies; `former` are the texts that ours was before, oldest first."""
    both = [parse(text, Path("catalogue.toml")) for text in (ours, theirs)]
    texts = [*former, ours]
    pairs = itertools.pairwise(texts)
    steps = [step(number, ANA, *pair) for number, pair in enumerate(pairs, 1)]
    found = merged(common(both[0], both[1], steps), both[0], both[1], nobody)
    confirm(found.plan, "merged")
    return found


# Each as what ours was before, ours, theirs, and the result.
CASES = {
    "the same": ([], A, A, A),
    "a new record of each": ([], f"{A}\n{Z}", f"{B}\n{Z}", f"{A}\n{B}\n{Z}"),
    "a record that we removed": ([f"{A}\n{Z}"], Z, f"{A}\n{Z}", Z),
    "a record that we removed and they changed": ([f"{A}\n{Z}"], Z, f"{MORE}\n{Z}", f"{Z}\n{MORE}"),
    "a value that we changed": (
        [MORE],
        MORE.replace("2019", "2020"),
        MORE,
        MORE.replace("2019", "2020"),
    ),
    "a value that we changed twice, the copy in between": (
        [MORE, MORE.replace("2019", "2020")],
        MORE.replace("2019", "2021"),
        MORE.replace("2019", "2020"),
        MORE.replace("2019", "2021"),
    ),
    "a value that they changed, or so it seems": (
        [],
        MORE,
        MORE.replace("2019", "2020"),
        f"{MORE}clash.date = 2020\n",
    ),
    "a value that each added": (
        [],
        f"{A}date = 2019\n",
        f'{A}url = "u"\n',
        f'{A}url = "u"\ndate = 2019\n',
    ),
    "a value that we cleared": ([f"{A}date = 2019\n"], A, f"{A}date = 2019\n", A),
    "a list that we changed": (
        [MORE],
        MORE.replace('"t"', '"u"'),
        MORE,
        MORE.replace('"t"', '"u"'),
    ),
    "a list that both changed": (
        [MORE],
        MORE.replace('"t"', '"t", "u"'),
        MORE.replace('"t"', '"t", "v"'),
        MORE.replace('"t"', '"t", "v", "u"'),
    ),
    "text in a language that we changed": (
        ['[video.a]\ntitle = "A"\n'],
        '[video.a]\ntitle.en = "AA"\n',
        '[video.a]\ntitle.en = "A"\ntitle.fr = "F"\n',
        '[video.a]\ntitle.en = "AA"\ntitle.fr = "F"\n',
    ),
    "text where ours has none": (
        [],
        Z + "[video.a]\n",
        f"{Z}{A}",
        f"{Z}{A}",
    ),
    "another kind of value": (
        [],
        "[video.a]\ntitle = 3\n",
        '[video.a]\ntitle.fr = "F"\n',
        '[video.a]\ntitle = 3\nclash.title.fr = "F"\n',
    ),
    "saved searches": (
        [],
        '[catalogue.searches]\na = "x"\nb = "y"\n',
        '[catalogue.searches]\na = "x"\nc = "z"\n',
        '[catalogue.searches]\na = "x"\nc = "z"\nb = "y"\n',
    ),
    "what the catalogue says of itself": (
        [],
        '[catalogue]\ntitle = "C"\nlanguage = "en"\n',
        '[catalogue]\ntitle = "C"\n[catalogue.searches]\na = "x"\n',
        '[catalogue]\ntitle = "C"\nsearches.a = "x"\nlanguage = "en"\n',
    ),
    "values at the top": ([], "x = 1\n", "x = 1\n", "x = 1\n"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_copies(case: tuple[list[str], str, str, str]) -> None:
    """What only one has was added, unless ours had it before: then ours has changed it."""
    former, ours, theirs, result = case
    assert merge(former, ours, theirs).plan.text == result


def test_what_is_no_record() -> None:
    """It is in neither version of the past; the merge says what is wrong."""
    both = [parse(text, Path("catalogue.toml")) for text in ("video = 3\n", "[video]\na = 1\n")]
    assert common(both[0], both[1], []).data == {"video": {}}
    assert common(both[1], both[0], []).data == {}


def test_each_copy_has_its_language() -> None:
    """Text without one is in that of its own catalogue, whichever of the two is ours."""
    french = '[catalogue]\nlanguage = "fr"\n\n[video.a]\ntitle = "A"\n'
    texts = (french, '[video.a]\ntitle.fr = "A"\n')
    both = [parse(text, Path("catalogue.toml")) for text in texts]
    assert common(both[0], both[1], []).data == {"video": {"a": {"title": {"fr": "A"}}}}
    assert common(both[1], both[0], []).data == {"video": {"a": {"title": {"fr": "A"}}}}


def test_comments_of_the_copy() -> None:
    """Those that ours has not are told, as nobody knows who removed or added them."""
    found = merge([], f"# both\n\n{A}", f"# both\n# theirs\n\n{A}")
    assert (found.plan.text, found.comments) == (f"# both\n\n{A}", ["# theirs"])
