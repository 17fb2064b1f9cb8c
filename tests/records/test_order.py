"""Records are in order of their dates, or of any field; those without it come last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.records.dates import Date
from icccat.records.kinds import KINDS, every_field
from icccat.records.order import ordered
from icccat.records.record import Record, from_table


def video(id_: str, **values: object) -> Record:
    """A video whose title is its id, where no other is given."""
    return Record("video", id_, {"title": {"en": id_}} | values)


def meeting(id_: str, **values: object) -> Record:
    """A meeting whose title is its id."""
    return Record("meeting", id_, {"title": {"en": id_}} | values)


DATED = [
    meeting("no-date-a"),
    video("no-date-b"),
    video("year", date=Date(2019)),
    meeting("month-a", start=Date(2019, 1), end=Date(2019, 12)),
    video("month-b", date=Date(2019, 1)),
    video("day", date=Date(2019, 1, 1)),
    meeting("later-day", start=Date(2019, 1, 2)),
    video("later-month", date=Date(2019, 2)),
]


def test_by_date() -> None:
    """By beginning, of equals the less precise first, then by title; undated last."""
    assert [record.id for record in ordered(reversed(DATED))] == [
        *("year", "month-a", "month-b", "day", "later-day", "later-month"),
        *("no-date-a", "no-date-b"),
    ]


def test_by_date_descending() -> None:
    """The other way round; undated last all the same, and equals by title."""
    assert [record.id for record in ordered(DATED, descending=True)] == [
        *("later-month", "later-day", "day", "month-a", "month-b", "year"),
        *("no-date-a", "no-date-b"),
    ]


VARIOUS = [
    video("a", title={"en": "émile"}, duration="8:05", supplied=True, languages=("en",)),
    meeting("b", title={"en": "Anna", "fr": "Zoé"}, number=3, status="planned"),
    video("C", title={"en": "Zoe", "fr": "Anna"}, duration="10:00", supplied=False, status="held"),
    Record("topic", "d", {"label": {"en": "Detention"}}),
]


@pytest.mark.parametrize(
    ("by", "language", "ascending", "descending"),
    [
        ("kind", "en", "a C b d", "d b a C"),
        ("id", "en", "a b C d", "d C b a"),
        ("title", "en", "b a C d", "C a b d"),
        ("title", "fr", "C a b d", "b a C d"),
        ("label", "en", "d b a C", "d b a C"),
        ("duration", "en", "a C b d", "C a b d"),
        ("supplied", "en", "C a b d", "a C b d"),
        ("languages", "en", "a b d C", "a b d C"),
        ("number", "en", "b d a C", "b d a C"),
        ("status", "en", "C b d a", "b C d a"),
        ("colour", "en", "b d a C", "b d a C"),
    ],
)
def test_by_field(by: str, language: str, ascending: str, descending: str) -> None:
    """Durations by length, words folded and in the language of the reader; none: by title."""
    found = ordered(VARIOUS, by, language=language)
    assert " ".join(record.id for record in found) == ascending
    found = ordered(VARIOUS, by, language=language, descending=True)
    assert " ".join(record.id for record in found) == descending


def examples() -> list[Record]:
    """A record of each kind with every field's example."""
    return [
        from_table(
            kind.name,
            kind.name,
            {
                field.name: [field.sort.parse(field.example, "en")]
                if field.many
                else field.sort.parse(field.example, "en")
                for field in kind.fields
            },
            "en",
        )[0]
        for kind in KINDS.values()
    ]


@given(
    by=st.sampled_from(sorted(every_field())),
    records=st.permutations(examples() + DATED),
    descending=st.booleans(),
)
def test_every_field_orders_every_record(
    by: str, records: list[Record], *, descending: bool
) -> None:
    """By whichever field, none is lost, and the order they came in does not matter."""
    found = ordered(records, by, descending=descending)
    assert sorted(record.key for record in found) == sorted(record.key for record in records)
    assert found == ordered(found[::-1], by, descending=descending)
    have = [record.get(by) is not None or (by == "date" and bool(record.dates)) for record in found]
    assert have == sorted(have, reverse=True)
