"""A record that two sides changed: field by field, list by list, and what is left open."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from icccat.catalogue.merging.clash import Clash, Side
from icccat.catalogue.merging.values import Merging, woven

Table = dict[str, Any]

# Each as base, ours, theirs and the result, in lines of TOML.
MERGED = {
    "nothing": ("a = 1", "a = 1", "a = 1", "a = 1"),
    "ours alone": ("a = 1", "a = 2", "a = 1", "a = 2"),
    "theirs alone": ("a = 1", "a = 1", "a = 2", "a = 2"),
    "both to the same": ("a = 1", "a = 2", "a = 2", "a = 2"),
    "both to another": ("a = 1", "a = 2", "a = 3", "a = 2\nclash.a = 3"),
    "the same to the eye": ("a = 1", "a = 1.0", "a = true", "a = 1.0\nclash.a = true"),
    "a field of each": ("a = 1\nb = 1", "a = 2\nb = 1", "a = 1\nb = 2", "a = 2\nb = 2"),
    "a new field of each": ("a = 1", "a = 1\nb = 2", "a = 1\nc = 3", "a = 1\nb = 2\nc = 3"),
    "the same new field": ("", "a = 1", "a = 2", "a = 1\nclash.a = 2"),
    "one clears": ("a = 1\nb = 1", "b = 1", "a = 1\nb = 1", "b = 1"),
    "the other clears": ("a = 1\nb = 1", "a = 1\nb = 1", "b = 1", "b = 1"),
    "both clear": ("a = 1\nb = 1", "b = 1", "b = 1", "b = 1"),
    "all is cleared": ("a = 1", "", "a = 1", ""),
    "ours clears what theirs changes": ("a = 1", "", "a = 2", 'a = 2\nclash.removed = ["a"]'),
    "theirs clears what ours changes": ("a = 1", "a = 2", "", 'a = 2\nclash.removed = ["a"]'),
    "a language of each": (
        "t.en = 1",
        "t.en = 1\nt.fr = 2",
        "t.en = 3",
        "t.en = 3\nt.fr = 2",
    ),
    "one language clashes": (
        "t.en = 1\nt.fr = 1",
        "t.en = 2\nt.fr = 2",
        "t.en = 3\nt.fr = 1",
        "t.en = 2\nt.fr = 2\nclash.t.en = 3",
    ),
    "all languages are cleared, one by each": ("t.en = 1\nt.fr = 1", "t.en = 1", "t.fr = 1", ""),
    "a table in the place of a value": (
        "t = 1",
        "t = 2",
        "t.en = 3",
        "t = 2\nclash.t.en = 3",
    ),
    "tables in the place of a value": (
        "t = 1",
        "t.en = 2",
        "t.en = 3\nt.fr = 4",
        "t.en = 2\nt.fr = 4\nclash.t.en = 3",
    ),
    "a list: what comes and goes": (
        "l = [1, 2, 3]",
        "l = [1, 3, 4]",
        "l = [2, 3, 5]",
        "l = [3, 5, 4]",
    ),
    "a list: all goes": ("l = [1, 2]", "l = [1]", "l = [2]", ""),
    "a list: the order of ours": (
        "l = [1, 2]",
        "l = [2, 1]",
        "l = [0, 1, 2, 3]",
        "l = [0, 2, 3, 1]",
    ),
    "a list: the order of theirs": ("l = [1, 2]", "l = [1, 2]", "l = [2, 1]", "l = [2, 1]"),
    "a list: the same item from both": ("l = [1]", "l = [1, 2]", "l = [2, 1]", "l = [1, 2]"),
    "a list from each": ("", "l = [1]", "l = [2]", "l = [2, 1]"),
    "a list in the place of a value": ("l = 1", "l = [1]", "l = [2]", "l = [2, 1]"),
    "a list, which theirs cleared": (
        "l = [1]",
        "l = [1, 2]",
        "",
        'l = [1, 2]\nclash.removed = ["l"]',
    ),
    "a table of each list": (
        "d = [{ url = 1 }]",
        "d = [{ url = 1 }, { url = 2 }]",
        "d = [{ url = 3 }, { url = 1, t = 1 }]",
        "d = [{ url = 3 }, { url = 1, t = 1 }, { url = 2 }]",
    ),
    "a table changed by both, each in another field": (
        "d = [{ url = 1, a = 1, b = 1 }]",
        "d = [{ url = 1, a = 2, b = 1 }]",
        "d = [{ url = 1, a = 1, b = 2 }]",
        "d = [{ url = 1, a = 2, b = 2 }]",
    ),
    "tables changed by both in the same field clash whole": (
        "d = [{ url = 1, a = 1 }, { url = 2, a = 1 }]",
        "d = [{ url = 1, a = 2 }, { url = 2, a = 2 }]",
        "d = [{ url = 1, a = 3 }, { url = 2, a = 3 }]",
        (
            "d = [{ url = 1, a = 2 }, { url = 2, a = 2 }]\n"
            "clash.d = [{ url = 1, a = 3 }, { url = 2, a = 3 }]"
        ),
    ),
    "tables that ours removed and theirs changed": (
        "d = [{ url = 1, a = 1 }, { url = 2, a = 1 }]",
        "",
        "d = [{ url = 1, a = 3 }, { url = 2, a = 3 }]",
        'd = [{ url = 1, a = 3 }, { url = 2, a = 3 }]\nclash.removed = ["d"]',
    ),
    "a table that ours removed and theirs changed": (
        "d = [{ url = 1, a = 1 }, { url = 2, a = 1 }, { url = 3, a = 1 }]",
        "d = [{ url = 3, a = 1 }]",
        "d = [{ url = 1, a = 3 }, { url = 2, a = 3 }, { url = 3, a = 1 }]",
        'd = [{ url = 1, a = 3 }, { url = 2, a = 3 }, { url = 3, a = 1 }]\nclash.removed = ["d"]',
    ),
    "the last table is removed, one by each": (
        "d = [{ url = 1 }, { url = 2 }]",
        "d = [{ url = 1 }]",
        "d = [{ url = 2 }]",
        "",
    ),
    "tables of the same name": (
        "",
        "d = [{ url = 1, a = 1 }]",
        "d = [{ url = 1, b = 1 }]",
        "d = [{ url = 1, a = 1, b = 1 }]",
    ),
    "what an earlier merge left": (
        "a = 1\nclash.b = 1",
        "a = 2\nclash.b = 1",
        "a = 3\nclash.b = 1",
        "a = 2\nclash.b = 1\nclash.a = 3",
    ),
    "what an earlier merge left of the same field": (
        "a = 1",
        'a = 2\nclash.a = 3\nclash.removed = ["b"]',
        "a = 4",
        'a = 2\nclash.a = [3, 4]\nclash.removed = ["b"]',
    ),
    "the same that an earlier merge left": (
        "a = 1\nb = 1",
        'a = 2\nclash.a = 3\nclash.removed = ["b"]\nb = 2',
        "a = 3",
        'a = 2\nclash.a = 3\nclash.removed = ["b"]\nb = 2',
    ),
    "what an earlier merge left of the record": (
        "a = 1\nb = 1",
        "a = 2\nb = 2\nclash.removed = true",
        "a = 3",
        "a = 2\nb = 2\nclash.a = 3\nclash.removed = true",
    ),
    "what earlier merges left on either side": (
        "a = 1",
        "a = 2\nclash.a = 3",
        "a = 2\nclash.a = 4",
        "a = 2\nclash.a = [3, 4]",
    ),
    "settled by one": ("a = 1\nclash.a = 2", "a = 2", "a = 1\nclash.a = 2", "a = 2"),
    "what is no clash at all": ("a = 1", "a = 2\nclash = 5", "a = 3", "a = 2\nclash.a = 3"),
}


@pytest.mark.parametrize("case", MERGED.values(), ids=MERGED.keys())
def test_tables(case: tuple[str, str, str, str]) -> None:
    """What one side changed is taken; ours stands where both did, theirs under clash."""
    base, ours, theirs, result = map(tomllib.loads, case)
    assert Merging("it", open_).table(base, ours, theirs) == result


def test_the_order_of_fields() -> None:
    """Ours is kept; a new one of theirs stands behind the one it has before it."""
    ours, theirs = {"b": 1, "a": 2}, {"n": 1, "a": 1, "m": 1, "b": 1, "z": 1}
    found = Merging("it", open_).table({"a": 1, "b": 1}, ours, theirs)
    assert list(found or ()) == ["n", "b", "z", "a", "m"]


WHOLE = {
    "added by ours": (None, {"a": 1}, None, {"a": 1}),
    "added by theirs": (None, None, {"a": 1}, {"a": 1}),
    "an empty one added": (None, None, {}, {}),
    "added by both": (None, {"a": 1, "b": 1}, {"a": 2}, {"a": 1, "b": 1, "clash": {"a": 2}}),
    "removed by ours": ({"a": 1}, None, {"a": 1}, None),
    "removed by theirs": ({"a": 1}, {"a": 1}, None, None),
    "removed by both": ({"a": 1}, None, None, None),
    "removed and changed": ({"a": 1}, None, {"a": 2}, {"a": 2, "clash": {"removed": True}}),
    "changed and removed": ({"a": 1}, {"a": 2}, None, {"a": 2, "clash": {"removed": True}}),
}


@pytest.mark.parametrize("case", WHOLE.values(), ids=WHOLE.keys())
def test_records(case: tuple[Table | None, Table | None, Table | None, Table | None]) -> None:
    """A record that one side removed goes; where the other changed it, it stays and is marked."""
    *three, result = case
    assert Merging("it", open_).table(*three) == result


@pytest.mark.parametrize(
    ("side", "field", "record"),
    [(Side.OURS, {"a": 2}, None), (Side.THEIRS, {"a": 3}, {"a": 3})],
)
def test_settled(side: Side, field: Table, record: Table | None) -> None:
    """Whose value is to stand does, and nothing is left open."""
    merging = Merging("video.x", lambda _clash: side)
    assert merging.table({"a": 1}, {"a": 2}, {"a": 3}) == field
    assert merging.table({"a": 1}, None, {"a": 3}) == record
    assert merging.open == []


@pytest.mark.parametrize(("side", "url"), [(Side.OURS, 2), (Side.THEIRS, 3)])
def test_settled_documents(side: Side, url: int) -> None:
    """A document that both changed is asked about once, whole."""
    asked: list[Clash] = []

    def settle(clash: Clash) -> Side:
        asked.append(clash)
        return side

    three = ({"d": [{"title": 1, "url": n, "type": n}]} for n in (1, 2, 3))
    found = Merging("video.x", settle).table(*three)
    assert found == {"d": [{"title": 1, "url": url, "type": url}]}
    ours, theirs = ({"title": 1, "url": n, "type": n} for n in (2, 3))
    assert asked == [Clash("video.x", ("d",), ours, theirs, is_item=True)]


def test_open() -> None:
    """What is left open is told, with its path and both values."""
    merging = Merging("video.x", open_)
    merging.table({"t": {"en": 1}}, {"t": {"en": 2}}, {"t": {"en": 3}, "u": 1})
    merging.table({"a": 1}, None, {"a": 2})
    assert merging.open == [
        Clash("video.x", ("t", "en"), 2, 3),
        Clash("video.x", (), None, {"a": 2}),
    ]


@pytest.mark.parametrize(
    ("ours", "theirs", "result"),
    [
        ("", "", ""),
        ("ab", "", "ab"),
        ("", "ab", "ab"),
        ("ab", "xaybz", "xaybz"),
        ("ba", "xaybz", "xbzay"),
        ("aab", "az", "azab"),
        ("ab", "zz", "zzab"),
    ],
)
def test_woven(ours: str, theirs: str, result: str) -> None:
    """Our order, and each of theirs behind the nearest of ours above it there."""
    assert woven(ours, theirs) == list(result)


def open_(_clash: Clash) -> Side:
    """Nobody is asked."""
    return Side.BOTH
