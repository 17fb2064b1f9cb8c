"""A record as people write it, and what two texts have in common."""

from __future__ import annotations

from datetime import UTC, date, datetime
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.catalogue import toml


def test_toml_1_1_is_read() -> None:
    """Inline tables may be broken into lines and end in a comma, as of TOML 1.1."""
    assert toml.parse("a = {\n  b = 1, # one\n}\n", "c.toml") == {"a": {"b": 1}}


@pytest.mark.parametrize(
    ("kind", "id_", "heading"),
    [
        ("video", "refugee-inclusion", "[video.refugee-inclusion]"),
        ("place", "Lisbon, PT", '[place."Lisbon, PT"]'),
        ("place", "été", '[place."été"]'),
        ("topic", 'a"b\\', '[topic."a\\"b\\\\"]'),
        ("topic", "", '[topic.""]'),
        ("video", "2019", "[video.2019]"),
    ],
)
def test_heading(kind: str, id_: str, heading: str) -> None:
    """Only what TOML cannot read bare is quoted."""
    assert toml.heading(kind, id_) == heading


def test_lines_of_a_record_are_as_people_write_them() -> None:
    """Dotted languages, lists on one line, dates as dates, documents in blocks at the end."""
    values: dict[str, toml.TomlValue] = {
        "title": {"en": 'The "third" meeting', "fr": "La troisième\n"},
        "documents": [
            {"title": {"en": "Report"}, "pages": [1, 2], "parts": [{"page": 1}, {"page": 2}]},
            {"title": "Agenda"},
        ],
        "start": date(2019, 5, 28),
        "published": "2019-06",
        "number": 3,
        "share": 0.5,
        "supplied": True,
        "topics": ("model-framework", "a, [b]"),
        "places": [],
        "links": {},
        "mixed": [{"odd key": [1], "b": {}}, [], 2],
    }
    assert toml.lines("meeting", "oslo", values) == (
        "[meeting.oslo]\n"
        'title.en = "The \\"third\\" meeting"\n'
        'title.fr = "La troisième\\n"\n'
        "start = 2019-05-28\n"
        'published = "2019-06"\n'
        "number = 3\n"
        "share = 0.5\n"
        "supplied = true\n"
        'topics = ["model-framework", "a, [b]"]\n'
        "places = []\n"
        "links = {}\n"
        'mixed = [{ "odd key" = [1], b = {} }, [], 2]\n'
        "\n"
        "[[meeting.oslo.documents]]\n"
        'title.en = "Report"\n'
        "pages = [1, 2]\n"
        "\n"
        "[[meeting.oslo.documents.parts]]\n"
        "page = 1\n"
        "\n"
        "[[meeting.oslo.documents.parts]]\n"
        "page = 2\n"
        "\n"
        "[[meeting.oslo.documents]]\n"
        'title = "Agenda"\n'
    )


def test_a_record_without_values_is_its_heading() -> None:
    """A place may have nothing to say but its name."""
    assert toml.lines("place", "Oslo, NO", {}) == '[place."Oslo, NO"]\n'


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
DATETIMES = st.datetimes().map(lambda moment: moment.replace(fold=0))
PLAIN = TEXTS | st.integers() | st.booleans() | st.dates() | st.floats() | DATETIMES
ITEMS = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3)
)


@given(TEXTS, st.dictionaries(TEXTS, ITEMS, max_size=4))
def test_lines_mean_what_they_were_made_of(id_: str, values: dict[str, toml.TomlValue]) -> None:
    """Whatever the values, the lines read back as the same."""
    text = toml.lines("video", id_, values)
    assert toml.same(toml.parse(text, "c.toml"), {"video": {id_: values}})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"a": 1, "b": [1, {"c": "x"}]}, {"b": (1, {"c": "x"}), "a": 1}, True),
        ({"a": nan}, {"a": nan}, True),
        ({"a": 1}, {"a": 1.0}, False),
        ({"a": 1}, {"a": True}, False),
        ({"a": 0.0}, {"a": -0.0}, False),
        ({"a": 1}, {}, False),
        ({"a": 1}, {"b": 1}, False),
        ({"a": [1]}, {"a": [1, 1]}, False),
        ({"a": []}, {"a": {}}, False),
        ({"a": date(2019, 1, 1)}, {"a": "2019-01-01"}, False),
        ({"a": datetime(2019, 1, 1, tzinfo=UTC)}, {"a": datetime(2019, 1, 1)}, False),  # noqa: DTZ001 - a local one
    ],
)
def test_same(one: dict[str, object], other: dict[str, object], *, expected: bool) -> None:
    """What TOML tells apart is not the same; the order of keys is nothing."""
    assert toml.same(one, other) is expected
    assert toml.same(other, one) is expected
