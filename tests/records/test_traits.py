"""What records are compared by: titles, days, places, links and numbers, each made alike."""

from __future__ import annotations

import pytest
from builders import record_of, records_of

from icccat.records.traits import Days, Traits, address, other_names


def traits(text: str, places: str = "") -> Traits:
    """The only record of a catalogue's text, among places."""
    return Traits(record_of(text), other_names(records_of(places)))


def test_titles() -> None:
    """Titles are folded, those of all languages, each once; a topic's are its labels."""
    both = traits('[video.x]\ntitle = {en = "The MÉDIA", fr = "Média", it = "media"}\n')
    assert [title.text for title in both.titles] == ["the media", "media"]
    topic = traits('[topic.x]\nlabel = "Réfugiés"\n')
    assert [title.text for title in topic.titles] == ["refugies"]
    assert traits('[place."Oslo, NO"]\n').titles == ()


@pytest.mark.parametrize(
    ("lines", "first", "last", "to_the_day"),
    [
        ("start = 2019-05-28\nend = 2019-05-29", 737207, 737208, True),
        ("start = 2019-05-28", 737207, 737207, True),
        ("start = 2019-05-28\nend = '2019-05'", 737207, 737210, False),
        ("start = '2019'", 737060, 737424, False),
    ],
)
def test_days(lines: str, first: int, last: int, to_the_day: bool) -> None:  # noqa: FBT001 (expected)
    """A date is all the days that it may mean, and known whether it is one day."""
    found = traits(f"[meeting.x]\ntitle = 'X'\n{lines}\n")
    assert found.days == Days(first, last)
    assert found.to_the_day is to_the_day


def test_no_days() -> None:
    """Without a date there are no days."""
    assert traits("[meeting.x]\ntitle = 'X'\n").days is None


@pytest.mark.parametrize(
    ("other", "gap"),
    [(Days(1, 5), 5), (Days(5, 10), 0), (Days(12, 12), 0), (Days(20, 20), 0), (Days(22, 30), 2)],
)
def test_gap(other: Days, gap: int) -> None:
    """The nearest days count, the same both ways."""
    assert Days(10, 20).gap(other) == other.gap(Days(10, 20)) == gap


def test_places() -> None:
    """A city is the same by its other names in its country; a country is no city."""
    lisbon = '[place."Lisbon, PT"]\nalso = ["Lisboa", "Lisbonne"]\n'
    found = traits(
        "[meeting.x]\ntitle = 'X'\nplaces = ['LISBOA, PT', 'Lisboa, US', 'PT']\n", lisbon
    )
    assert found.places == {("lisbon", "PT"), ("lisboa", "US"), ("", "PT")}
    assert found.cities == {("lisbon", "PT"), ("lisboa", "US")}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://vimeo.com/1", "vimeo.com/1"),
        ("http://www.Vimeo.com/1/", "vimeo.com/1"),
        ("HTTPS://vimeo.com/1#t=10", "vimeo.com/1"),
        ("https://vimeo.com/1/?utm_source=mail&utm_medium=x", "vimeo.com/1"),
        ("https://youtube.com/watch?utm_source=mail&v=a&t=1", "youtube.com/watch?v=a&t=1"),
        ("https://vimeo.com/A", "vimeo.com/A"),
        ("https://vimeo.com", "vimeo.com"),
        ("https://vimeo.com/#1", "vimeo.com"),
        ("", ""),
    ],
)
def test_address(url: str, expected: str) -> None:
    """What seldom matters in a link is left out; the case of a path, and what is asked, stay."""
    assert address(url) == expected


def test_link() -> None:
    """Videos and meetings are told by their link; a series is not."""
    lines = 'title = "X"\nurl = "https://www.coe.int/x/"\n'
    assert traits(f"[video.x]\n{lines}").link == "coe.int/x"
    assert traits(f"[series.x]\n{lines}").link == ""
    assert traits('[video.x]\ntitle = "X"\n').link == ""


def test_numbers() -> None:
    """The numbers of all the titles."""
    found = traits('[video.x]\ntitle = {en = "Third meeting, 2019", fr = "Troisième réunion"}\n')
    assert found.numbers == {3, 2019}
    assert traits('[place."Oslo, NO"]\n').numbers == set()
