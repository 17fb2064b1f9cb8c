"""What a search asks of the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import CATALOGUE
from search.answers import index_of

from icccat.records.kinds import EVENTS, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.search.index import Index


@pytest.fixture
def index() -> Iterator[Index]:
    """The index of the small catalogue, with two values that cannot be read."""
    wrong = '\n[meeting.wrong]\ntitle = "Zürich"\nstart = "2019-13"\n[catalogue.searches]\na = 3\n'
    with index_of(CATALOGUE + wrong) as index:
        yield index


def test_records(index: Index) -> None:
    """Records are there by kind and id, by number, and as many as there are."""
    assert {kind: [*records] for kind, records in index.records.items()} == {
        "video": ["media-diversity", "refugee-inclusion", "refugee-inclusion-short"],
        "meeting": ["policy-lab-helsinki", "women-oslo", "wrong"],
        "series": ["policy-lab"],
        "topic": ["media", "refugees"],
        "place": ["Helsinki, FI"],
    }
    assert [len(records) for records in index.records.values()] == [3, 3, 1, 2, 1]
    assert (index.total(KINDS), index.total(EVENTS), index.total([])) == (10, 6, 0)
    oslo = index.records["meeting"]["women-oslo"]
    assert index.record(index.number(oslo)) is oslo
    assert index.read([index.number(oslo)] * 2) == [oslo, oslo]
    assert "women" not in index.records["meeting"]


def test_the_catalogue(index: Index) -> None:
    """What the catalogue says of itself is kept, and how much in it could not be read."""
    assert index.about.title == {"en": "Intercultural Cities", "fr": "Cités interculturelles"}
    assert (index.about.language, index.about.searches) == ("en", {})
    assert index.errors == 2
    assert index.noted("nothing") == ""


def test_words(index: Index) -> None:
    """Words are found as they are, by stem, by beginning, by length and letters."""
    assert index.known(["zurich", "zuerich", "refugie", "refugies"]) == {"zurich", "refugies"}
    assert sorted(index.alike("refuge", "refug")) == ["refugee", "refugees", "refugies"]
    assert index.beginning("inter") == ["intercultural", "interculturelle"]
    assert sorted(index.resembling("womem", 1)) == ["women"]
    oslo = index.number(index.records["meeting"]["women-oslo"])
    assert index.runs.columns([("women",)]) == {"title": {oslo}, "rest": {oslo}}
    assert oslo in index.runs.columns([("zurich",), ("women", "and")])["title"]


def test_names_and_titles(index: Index) -> None:
    """Whole names and titles are found by their words."""
    assert index.names("asylum seekers") == (("asylum", "seekers"), ("refugees",), ("refugies",))
    assert index.names("asylum") == ()
    wrong = index.number(index.records["meeting"]["wrong"])
    assert index.titled(["zurich"]) == {wrong}
    assert index.titled(["zurich", "is"]) == set()


def test_dates(index: Index) -> None:
    """Records are ordered by the beginning of their dates, the less precise first."""
    numbers = {one: index.number(record) for one, record in index.records["video"].items()}
    assert list(index.by_date([*numbers.values()])) == [
        (numbers["refugee-inclusion"], "2019-06-20 10"),
        (numbers["refugee-inclusion-short"], "2019-06-01 07"),
        (numbers["media-diversity"], None),
    ]
