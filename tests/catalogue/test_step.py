"""A step holds who changed which records, and comes back from its file as it was."""

from __future__ import annotations

import datetime as dt
import json
from math import inf, nan
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.stepping import ANA, WHEN
from icccat.catalogue import toml
from icccat.catalogue.history.slices import Slice
from icccat.catalogue.history.step import Step, changes, fingerprint, read, step, written
from icccat.errors import Unsafe
from icccat.records.change import Change

if TYPE_CHECKING:
    from icccat.catalogue.history.by import By

OLD = '[video.a]\ntitle = "A"\n\n[topic.gone]\nlabel = "G"\n'
NEW = '[video.a]\ntitle = "B"\n\n[meeting.new]\n'
MADE = Step(
    7,
    ANA,
    fingerprint(OLD),
    fingerprint(NEW),
    [
        Slice(10, 'title = "A"\n', 'title = "B"\n'),
        Slice(23, '[topic.gone]\nlabel = "G"\n', "[meeting.new]\n"),
    ],
    [
        Change("video", "a", {"title": "A"}, {"title": "B"}),
        Change("meeting", "new", None, {}),
        Change("topic", "gone", {"label": "G"}, None),
    ],
)
WRITTEN = """{
 "number": 7,
 "who": "Ana",
 "machine": "laptop",
 "when": "2024-01-31T09:30:00+01:00",
 "what": "edit a",
 "sort": "command",
 "of": 0,
 "before": "before",
 "after": "after",
 "slices": [
  [
   10,
   "é\\n",
   ""
  ]
 ],
 "records": [
  [
   "video",
   "a",
   "[it.it]\\ntitle = \\"É\\"\\ndate = 2019-06-20\\n",
   null
  ]
 ]
}"""
ROW = json.loads(WRITTEN)


def unfolded(time: Any) -> Any:  # noqa: ANN401 (a time, or a date with one)
    """The time as TOML can say it, which does not know hours that come twice."""
    return time.replace(fold=0)


ZONES: st.SearchStrategy[Any] = st.sampled_from(
    [None, dt.UTC, dt.timezone(dt.timedelta(hours=-5, minutes=-30))]
)
YEARS = dt.datetime(1, 1, 2), dt.datetime(9999, 12, 30)  # noqa: DTZ001 (bounds have no zone)
KEYS = st.sampled_from(["title", "en", "odd key", "a.b", "", "été", '"', "0"]) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=3
)
SINGLES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.booleans(),
    st.dates(),
    (st.times() | st.datetimes(*YEARS, timezones=ZONES)).map(unfolded),
)
VALUES = st.recursive(
    SINGLES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
TABLES = st.dictionaries(KEYS, VALUES, max_size=4)


@settings(max_examples=100, deadline=None)
@given(before=TABLES | st.none(), after=TABLES | st.none(), what=st.text())
def test_written_and_read(
    before: dict[str, Any] | None, after: dict[str, Any] | None, what: str
) -> None:
    """Whatever TOML its records hold, it is the same step again."""
    change = Change("place", "Oslo, NO", before, after)
    one = MADE._replace(by=ANA._replace(what=what, sort="undo", of=3), changes=[change])
    found = read(written(one))
    assert found is not None
    assert found._replace(changes=[]) == one._replace(changes=[])
    [again] = found.changes
    assert (again.kind, again.id) == (change.kind, change.id)
    for table, expected in ((again.before, before), (again.after, after)):
        assert (table is None) == (expected is None)
        assert toml.same(table or {}, expected or {})


def test_its_file() -> None:
    """JSON, as that which other programs read."""
    record = {"title": "É", "date": dt.date(2019, 6, 20)}
    made = Step(
        7, ANA, "before", "after", [Slice(10, "é\n", "")], [Change("video", "a", record, None)]
    )
    assert written(made) == WRITTEN
    assert read(WRITTEN) == made


def test_step() -> None:
    """It has the fingerprints of both texts, what leads from one to the other, and the records."""
    assert step(7, ANA, OLD, NEW) == MADE
    with pytest.raises(Unsafe):
        step(7, ANA, "[", NEW)


def test_fingerprint() -> None:
    """It is that of the published standard."""
    assert fingerprint("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    "broken",
    [
        "",
        WRITTEN[:-1],
        "[]",
        "3",
        "null",
        "[" * 100_000,
        *(json.dumps({key: value for key, value in ROW.items() if key != gone}) for gone in ROW),
        json.dumps(ROW | {"when": "yesterday"}),
        json.dumps(ROW | {"when": 3}),
        json.dumps(ROW | {"number": "seven"}),
        json.dumps(ROW | {"number": inf}),
        json.dumps(ROW | {"slices": [[1, "a"]]}),
        json.dumps(ROW | {"slices": 3}),
        json.dumps(ROW | {"records": [["video", "a", None]]}),
        json.dumps(ROW | {"records": [["film", "a", None, None]]}),
        json.dumps(ROW | {"records": [["video", "a", "[it.it", None]]}),
        json.dumps(ROW | {"records": [["video", "a", "[it]", None]]}),
        json.dumps(ROW | {"records": [["video", "a", 3, None]]}),
    ],
)
def test_a_broken_file(broken: str) -> None:
    """It holds no step, whatever it is that it holds."""
    assert read(broken) is None


A, B = {"title": "A"}, {"title": "B"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {}, []),
        ({"video": {"a": A}}, {"video": {"a": dict(A)}}, []),
        ({"video": {"a": A | B}}, {"video": {"a": B}}, []),
        ({}, {"video": {"a": A}}, [("video", "a", None, A)]),
        ({"video": {"a": A}}, {"video": {}}, [("video", "a", A, None)]),
        ({"video": {"a": A}}, {"video": {"a": B}}, [("video", "a", A, B)]),
        ({"place": {"a": {}}}, {}, [("place", "a", {}, None)]),
        ({}, {"place": {"a": {}}}, [("place", "a", None, {})]),
        (
            {"video": {"a": {"x": 1}}},
            {"video": {"a": {"x": 1.0}}},
            [("video", "a", {"x": 1}, {"x": 1.0})],
        ),
        ({"video": {"a": {"x": nan}}}, {"video": {"a": {"x": nan}}}, []),
        (
            {"topic": {"t": A}, "video": {"b": A, "c": A}},
            {"video": {"a": A, "c": B}, "meeting": {"b": A}},
            [
                ("video", "b", A, None),
                ("video", "c", A, B),
                ("video", "a", None, A),
                ("meeting", "b", None, A),
                ("topic", "t", A, None),
            ],
        ),
        (
            {"video": 3, "meeting": {"a": 3}, "film": {"a": A}},
            {"catalogue": {"language": "fr"}},
            [],
        ),
        ({"video": 3}, {"video": {"a": A}}, [("video", "a", None, A)]),
    ],
)
def test_changes(
    old: dict[str, Any], new: dict[str, Any], expected: list[tuple[str, str, Any, Any]]
) -> None:
    """The records of each kind that are new, that are gone, and that hold something else."""
    assert changes(old, new) == [Change(*one) for one in expected]


@pytest.mark.parametrize(
    ("by", "count", "title"),
    [
        (ANA, 0, "edit a"),
        (ANA, 1, "edit a: video.v0"),
        (ANA, 3, "edit a: video.v0, video.v1, video.v2"),
        (ANA, 4, "edit a: 4 records"),
        (ANA._replace(sort="hand", what=""), 0, "edited by hand"),
        (ANA._replace(sort="hand", what=""), 1, "edited by hand: video.v0"),
        (ANA._replace(sort="undo", what="undo", of=3), 1, "undo 3: video.v0"),
        (ANA._replace(sort="redo", what="redo", of=3), 4, "redo 3: 4 records"),
    ],
)
def test_title(by: By, count: int, title: str) -> None:
    """What was done, and to which records as long as they are few."""
    found = [Change("video", f"v{number}", None, A) for number in range(count)]
    assert Step(1, by, "", "", [], found).title == title


def test_row() -> None:
    """Programs get who, when and what, and the keys of the records."""
    assert MADE.row == {
        "number": 7,
        "who": "Ana",
        "machine": "laptop",
        "when": WHEN.isoformat(),
        "what": "edit a",
        "sort": "command",
        "of": 0,
        "records": ["video.a", "meeting.new", "topic.gone"],
    }
