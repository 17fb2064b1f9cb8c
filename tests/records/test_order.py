"""Records are in order of their dates, or of any field; those without it come last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.records.columns import MADE
from icccat.records.dates import Date
from icccat.records.kinds import KINDS, every_field
from icccat.records.order import order_named, ordered
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


LODZ, LISBON = ("Łódź, PL",), ("Lisbon, PT", "Braga, PT")
VARIOUS = [
    video("a", title={"en": "émile"}, duration="8:05", supplied=True, languages=("en",)),
    meeting("b", title={"en": "Anna", "fr": "Zoé"}, number=3, status="planned", places=LODZ),
    video(
        "C",
        title={"en": "Zoe", "fr": "Anna"},
        duration="10:00",
        supplied=False,
        status="held",
        places=LISBON,
    ),
    Record("topic", "d", {"label": {"en": "Detention"}}),
]


@pytest.mark.parametrize(
    ("by", "language", "ascending", "descending"),
    [
        ("kind", "en", "a C b d", "d b a C"),
        ("id", "en", "a b C d", "d C b a"),
        ("title", "en", "b d a C", "C a d b"),
        ("title", "fr", "C d a b", "b a d C"),
        ("label", "en", "d b a C", "d b a C"),
        ("duration", "en", "a C b d", "C a b d"),
        ("supplied", "en", "C a b d", "a C b d"),
        ("languages", "en", "a b d C", "a b d C"),
        ("places", "en", "C b d a", "b C d a"),
        ("city", "en", "C b d a", "b C d a"),
        ("country", "en", "b C d a", "C b d a"),
        ("year", "en", "b d a C", "b d a C"),
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
    by=st.sampled_from(sorted({*every_field(), *MADE})),
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
    have = [_has(record, by) for record in found]
    assert have == sorted(have, reverse=True)


def _has(record: Record, by: str) -> bool:
    """Whether it has what it is ordered by; each is called something, if only by its id."""
    if by in {"kind", "id", "title"}:
        return True
    made = MADE[by].cell(record) if by in MADE else record.get(by)
    return bool(made or made == 0)


NAMES = [
    "2e rencontre",
    "10e rencontre",
    "École des villes",
    "Écoles et quartiers",
    "Étude",
    "Lab 2",
    "Lab 10",
    "Łódź, ville accueillante",
    "Lublin",
    "Œuvrer ensemble",
    "Strasbourg",
    "Straße der Kulturen",
    "“The best of Limassol”",
    "« Vivre ensemble »",
    "Zürich and its neighbours",
]


@pytest.mark.parametrize("by", ["title", "occasion", "participants", "date"])
def test_real_names(by: str) -> None:
    """As in a French index: accents, ligatures, case and quotes do not count, numbers do."""
    records = [
        meeting(f"id-{number}", title={"fr": name}, occasion={"fr": name}, participants=(name,))
        for number, name in enumerate(reversed(NAMES))
    ]
    found = ordered(records, by, language="fr")
    assert [record.title("fr") for record in found] == NAMES


@pytest.mark.parametrize("descending", [False, True])
def test_equals(descending: bool) -> None:  # noqa: FBT001 (a parameter)
    """What is alike stands by id, then as kinds do."""
    records = [
        meeting("a", title={"en": "lab"}),
        *(video(id_, title={"en": "Lab"}) for id_ in "ba"),
        meeting("b", title={"en": "Lab"}),
    ]
    found = ordered(records, "url", descending=descending)
    assert [record.key for record in found] == ["video.a", "meeting.a", "video.b", "meeting.b"]


def test_nothing_in_a_list() -> None:
    """An empty list is none."""
    records = [video("a", topics=()), video("b", topics=("media",))]
    for descending in (False, True):
        found = ordered(records, "topics", descending=descending)
        assert [record.id for record in found] == ["b", "a"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("place", "places"),
        ("places", "places"),
        ("year", "year"),
        ("version-of", "version_of"),
        ("colour", ""),
        ("", ""),
    ],
)
def test_names(name: str, expected: str) -> None:
    """A field, what is made of several, or the word of an option."""
    assert order_named(name) == expected
