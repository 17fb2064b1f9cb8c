"""Near-duplicates are found, of one record and among all: the same, and no others."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from builders import records_of, shipped
from hypothesis import given
from hypothesis import strategies as st

from icccat.records.duplicates import near, pairs
from icccat.records.kinds import KINDS
from icccat.records.likeness import likeness
from icccat.records.record import Record, from_table
from icccat.records.traits import Traits, other_names

if TYPE_CHECKING:
    from icccat.records.record import Records

RECORDS = records_of("""\
[video.full]
title.en = "The intercultural approach to refugee inclusion"
title.fr = "L'approche interculturelle de l'inclusion des réfugiés"
date = 2019-06-20
url = "https://vimeo.com/340198046"
[video.short]
title.en = "The intercultural approach to refugee inclusion"
date = 2019-06-20
version_of = "full"
url = "https://vimeo.com/340200427"
[video.typo]
title.fr = "L'approche interculturelle de l'inclusion des refugiées"
date = "2019-07"
[video.link]
title = "Refugees"
url = "http://www.vimeo.com/340198046/"
[video.women]
title = "Women"
[meeting.lab]
title = "Policy lab"
start = 2019-05-28
end = 2019-05-29
places = ["Helsinki, FI"]
[meeting.the-lab]
title = "Helsinki: lab on policies"
start = 2019-05-30
places = ["Helsinki, FI"]
[meeting.end]
title = "Policy lab"
end = 2019-06-01
[series.lab]
title = "Policy lab"
[topic.space]
label = "Public space"
""")


def found(records: Records) -> list[tuple[str, str, str]]:
    """All pairs: the later record, the earlier one, and why."""
    return [(later.key, one.record.key, one.why) for later, one in pairs(records)]


def test_pairs() -> None:
    """Each pair is found once, at the later of the two in the file."""
    assert found(RECORDS) == [
        ("video.typo", "video.full", "titles 98% alike, 11 days apart"),
        ("video.link", "video.full", "the same link"),
        (
            *("meeting.the-lab", "meeting.lab"),
            "titles 75% alike, 1 day apart, in the same city",
        ),
        ("meeting.end", "meeting.lab", "the same title, 3 days apart"),
    ]


def test_shipped() -> None:
    """There are none in the catalogue that comes with the project."""
    assert found(shipped()) == []


def test_near() -> None:
    """A record that is not among the others finds them, the most alike first."""
    table = {
        "title": "L'approche interculturelle de l'inclusion des refugiées",
        "date": "2019-07-03",
        "url": "https://vimeo.com/340198046",
    }
    record, _wrong = from_table("video", "new", table, "fr")
    told = [(one.record.id, one.field, one.percent, one.twin) for one in near(record, RECORDS)]
    assert told == [
        ("full", "url", 100, True),
        ("link", "url", 100, False),
        ("typo", "title", 100, False),
    ]


def test_near_at_any_time() -> None:
    """A record with nothing but a title so far finds what is called nearly so, whenever it was."""
    new = Record(
        "video", "new", {"title": {"en": "An intercultural approach to refugee inclusion"}}
    )
    assert near(new, RECORDS) == []
    told = [(one.record.id, one.why) for one in near(new, RECORDS, at_any_time=True)]
    assert told == [("full", "titles 93% alike"), ("short", "titles 93% alike")]
    topic = Record("topic", "new", {"label": {"en": "Public spaces"}})
    assert near(topic, RECORDS) == []
    assert [one.field for one in near(topic, RECORDS, at_any_time=True)] == ["label"]
    assert near(topic, {}, at_any_time=True) == []


TITLES = ("Policy lab, third meeting", "Policy lab, fourth meeting", "Policy labs", "Policy lab")
DATES = ("2019", "2019-06", "2019-05-28", "2019-05-30", "2019-06-20", "2019-07-01", "2020-01-31")
LINKS = ("https://a.example/x", "http://www.a.example/x/", "https://a.example/y")
TABLES = st.fixed_dictionaries(
    {"title": st.sampled_from(TITLES) | st.fixed_dictionaries({"fr": st.sampled_from(TITLES)})},
    optional={
        "start": st.sampled_from(DATES),
        "end": st.sampled_from(DATES),
        "number": st.integers(3, 4),
        "series": st.just("lab"),
        "places": st.lists(st.sampled_from(("Oslo, NO", "NO", "Kobe, JP")), max_size=2),
        "status": st.sampled_from(("held", "postponed")),
        "url": st.sampled_from(LINKS),
    },
)


@given(st.lists(TABLES, max_size=6))
def test_near_and_pairs_agree(tables: list[dict[str, object]]) -> None:
    """Each is like the other or neither is, none is like itself, and no short cut misses any."""
    records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    for number, table in enumerate(tables):
        id_ = f"m{number}"
        records["meeting"][id_], _wrong = from_table("meeting", id_, table, "en")
    meetings, names = records["meeting"].values(), other_names(records)
    all_pairs = {
        frozenset((one.id, other.id))
        for one, other in combinations(meetings, 2)
        if likeness(Traits(one, names), Traits(other, names))
    }
    once = [frozenset((later.id, one.record.id)) for later, one in pairs(records)]
    assert sorted(map(sorted, once)) == sorted(map(sorted, all_pairs))
    of_each = [{record.id, one.record.id} for record in meetings for one in near(record, records)]
    assert sorted(map(sorted, of_each)) == sorted(2 * [sorted(pair) for pair in all_pairs])
