"""The near-duplicate rule, pair by pair: what is probably one record, and what is not."""

from __future__ import annotations

import pytest
from builders import records_of

from icccat import locale
from icccat.records.likeness import Likeness, likeness
from icccat.records.traits import Traits, other_names

PLACES = '[place."Lisbon, PT"]\nalso = ["Lisboa"]\n'
APPROACH = "title = 'The intercultural approach to refugee inclusion'"
APPROACHES = "title = 'The intercultural aproach to refugees inclusion'"  # two letters apart: 95%
THIRD = "title = 'Inclusive integration policy lab, third meeting'"
FOURTH = "title = 'Inclusive integration policy lab, fourth meeting'"  # 89% alike
VISIT = 'title = "Expert\'s visit"'


def both(kind: str, first: str, second: str) -> tuple[Traits, Traits]:
    """Two records, a and b, of one kind, each of lines separated by `; `."""
    lines = (each.replace("; ", "\n") for each in (first, second))
    a, b = (f"[{kind}.{id_}]\n{text}\n" for id_, text in zip("ab", lines, strict=True))
    records = records_of(f"{PLACES}{a}{b}")
    names = other_names(records)
    return Traits(records[kind]["a"], names), Traits(records[kind]["b"], names)


def told(kind: str, first: str, second: str, *, at_any_time: bool = False) -> str:
    """By which field and why the first record is like the second, as the second is; else ""."""
    a, b = both(kind, first, second)
    found = likeness(a, b, at_any_time=at_any_time)
    back = likeness(b, a, at_any_time=at_any_time)
    if found is None or back is None:
        assert found is back
        return ""
    assert (found.record, back.record) == (b.record, a.record)
    assert (found.field, found.percent, found.why) == (back.field, back.percent, back.why)
    return f"{found.field}: {found.why}"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("date = 2019-06-20", "date = 2019-06-20", "titles 95% alike, at the same time"),
        ("date = 2019-06-20", "date = 2019-06-21", "titles 95% alike, 1 day apart"),
        ("date = 2019-06-20", "date = 2019-07-21", "titles 95% alike, 31 days apart"),
        ("date = 2019-06-20", "date = 2019-07-22", ""),
        ("date = 2019-06-20", "date = '2019-06'", "titles 95% alike, maybe at the same time"),
        ("date = '2019'", "date = 2019-12-31", "titles 95% alike, maybe at the same time"),
        ("date = '2019'", "date = '2020-01'", "titles 95% alike, 1 day apart"),
        ("date = '2019'", "date = '2020-02'", ""),
        ("date = 2019-06-20", "", ""),
        ("", "", ""),
    ],
)
def test_dates(first: str, second: str, expected: str) -> None:
    """Records with like titles are within 31 days, a partial date being as near as it may."""
    found = told("video", f"{APPROACH}; {first}", f"{APPROACHES}; {second}")
    assert found == (expected and f"title: {expected}")


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("'The Intercultural  Approach to refugee inclusion'", "the same title, "),
        ("'An intercultural approach to refugee inclusion'", "titles 93% alike, "),
        ("'Intercultural approach to refugee inclusion'", "titles 91% alike, "),
        ("'Intercultural approaches to refugee inclusion'", ""),  # 87
        ("'The intercultural approach to refugee inclusion, 1'", "titles 94% alike, "),
        ("'The intercultural approach to migrant inclusion'", ""),
        ("'The intercultural approach to the inclusion of refugees'", ""),
        ("{uk = 'The intercultural approach to refugee inclusion'}", "the same title, "),
        (
            "{en = 'Refugees', fr = 'The intercultural approach to refugees inclusion'}",
            "titles 97% alike, ",
        ),
    ],
)
def test_titles(title: str, why: str) -> None:
    """Titles of any language are alike to 88 per cent, without another word in place of one."""
    found = told("video", f"{APPROACH}; date = 2019-06-20", f"title = {title}; date = 2019-06-20")
    assert found == (why and f"title: {why}at the same time")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("https://vimeo.com/1", "http://www.vimeo.com/1/?utm_source=x#t", "url: the same link"),
        ("https://vimeo.com/1", "https://vimeo.com/1", "url: the same link"),
        ("https://vimeo.com/1", "https://vimeo.com/1?h=2", ""),
    ],
)
def test_links(first: str, second: str, expected: str) -> None:
    """Records with the same link are one, whatever their titles and dates."""
    a = f"title = 'A'; date = 2019; url = '{first}'"
    assert told("video", a, f"title = 'B'; url = '{second}'") == expected
    assert told("series", a.replace("date", "since"), f"title = 'B'; url = '{second}'") == ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", "; version_of = 'a'"),
        ("; version_of = 'b'", ""),
        ("; version_of = 'c'", "; version_of = 'c'"),
        ("", "; version = 'short'"),
        ("; version = 'full'", "; version = 'trailer'"),
        ("; part = 1", "; part = 2"),
    ],
)
def test_versions(first: str, second: str) -> None:
    """Versions of each other or of one video, and parts under one title, are no duplicates."""
    same = f"{APPROACH}; date = 2019-06-20; url = 'https://vimeo.com/1'"
    assert told("video", same + first, same + second) == ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", ""),
        ("", "; version = 'full'"),
        ("; part = 1", ""),
        ("; part = 1", "; part = 1"),
        ("; version_of = 'c'", "; version_of = 'd'"),
    ],
)
def test_no_versions(first: str, second: str) -> None:
    """Under one title without another version or part, they are probably one."""
    same = f"{APPROACH}; date = 2019-06-20"
    assert told("video", same + first, same + second) == "title: the same title, at the same time"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("start = 2019-05-28", "start = 2019-06-11", ""),
        ("start = 2019-05-28", "start = 2019-05-28", "titles 89% alike, at the same time"),
        (
            "start = 2019-05-28; end = 2019-05-29",
            "start = 2019-05-29",
            "titles 89% alike, at the same time",
        ),
        ("start = '2019-05'", "start = '2019-05'", ""),
        (
            "start = 2019-05-28; places = ['Oslo, NO']",
            "start = 2019-05-29; places = ['Oslo, NO']",
            "",
        ),
    ],
)
def test_numbers_in_titles(first: str, second: str, expected: str) -> None:
    """The third meeting and the fourth are two, unless surely at the same time."""
    found = told("meeting", f"{THIRD}; {first}", f"{FOURTH}; {second}")
    assert found == (expected and f"title: {expected}")


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("series = 's'; number = 3", "series = 's'; number = 4", False),
        ("number = 3", "number = 4", False),
        ("series = 's'; number = 3", "series = 's'; number = 3", True),
        ("series = 's'; number = 3", "series = 's'", True),
        ("series = 's'; number = 3", "series = 't'; number = 4", True),
        ("status = 'postponed'", "status = 'held'", False),
        ("status = 'postponed'", "", False),
        ("status = 'postponed'", "status = 'cancelled'", True),
        ("status = 'planned'", "status = 'held'", True),
    ],
)
def test_told_apart(first: str, second: str, is_one: bool) -> None:  # noqa: FBT001 (an expected value)
    """Meetings of other numbers in a series are two, and so is one put off and held later."""
    a, b = f"{THIRD}; start = 2019-05-28", f"{THIRD}; start = 2019-06-11"
    expected = "title: the same title, 14 days apart" if is_one else ""
    assert told("meeting", f"{a}; {first}", f"{b}; {second}") == expected


def test_parts_of_one_day() -> None:
    """Videos of other numbers are two even on the same day; so they come out."""
    first, second = (f"title = 'Cities and newcomers, part {n}'; date = 2019" for n in (1, 2))
    assert told("video", first, second) == ""


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("'Cascais, PT'", "'Lisbon, PT'", False),
        ("'Cascais, PT'", "'Lisbon, PT', 'Cascais, PT'", True),
        ("'Lisboa, PT'", "'Lisbon, PT'", True),
        ("'PT'", "'Lisbon, PT'", True),
        ("'PT'", "'Oslo, NO'", False),
        ("'PT'", "'NO'", False),
        ("'PT'", "", True),
    ],
)
def test_elsewhere(first: str, second: str, is_one: bool) -> None:  # noqa: FBT001 (an expected value)
    """Under one title in different places they are two; a country may mean its city."""
    a = f"{VISIT}; start = 2017-03-21; places = [{first}]"
    b = f"{VISIT}; start = 2017-03-24; places = [{second}]"
    assert told("meeting", a, b) == ("title: the same title, 3 days apart" if is_one else "")


ANNUAL = "Annual meeting of the Intercultural Cities coordinators"
REWORDED = "Intercultural Cities: coordinators' meeting"


@pytest.mark.parametrize(
    ("kind", "first", "second", "expected"),
    [
        (
            *("meeting", ("2019-09-25", "Lisbon, PT"), ("2019-09-25", "Lisboa, PT")),
            "titles 85% alike, at the same time, in the same city",
        ),
        (
            *("meeting", ("2019-09-25", "Lisbon, PT"), ("2019-09-27", "Lisbon, PT")),
            "titles 85% alike, 2 days apart, in the same city",
        ),
        ("meeting", ("2019-09-25", "Lisbon, PT"), ("2019-09-28", "Lisbon, PT"), ""),
        ("meeting", ("2019-09-25", "Lisbon, PT"), ("'2019-09'", "Lisbon, PT"), ""),
        ("meeting", ("2019-09-25", "PT"), ("2019-09-25", "PT"), ""),
        ("meeting", ("2019-09-25", "Lisbon, PT"), ("2019-09-25", "PT"), ""),
        ("video", ("2019-09-25", "Lisbon, PT"), ("2019-09-25", "Lisbon, PT"), ""),
    ],
)
def test_reworded(
    kind: str, first: tuple[str, str], second: tuple[str, str], expected: str
) -> None:
    """Meetings in a city within two days are one where most words are, in whatever order."""
    dated = "start" if kind == "meeting" else "date"
    a, b = (
        f'title = "{title}"; {dated} = {date}; places = ["{place}"]'
        for title, (date, place) in ((ANNUAL, first), (REWORDED, second))
    )
    assert told(kind, a, b) == (expected and f"title: {expected}")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Policy lab in Lisbon", "Lisbon: integration policy lab", ""),
        ("Integration policy lab", "Lisbon lab: policy of integration", "100"),
        ("Choirs of Lisbon", "Maps of Lisbon", ""),
        ("Lisbon", "In Lisbon", ""),
    ],
)
def test_reworded_without_the_city(first: str, second: str, expected: str) -> None:
    """The city that they are in makes titles neither alike nor different."""
    a, b = (
        f"title = '{title}'; start = 2019-09-25; places = ['Lisbon, PT']"
        for title in (first, second)
    )
    why = f"title: titles {expected}% alike, at the same time, in the same city"
    assert told("meeting", a, b) == (expected and why)


@pytest.mark.parametrize(
    ("kind", "first", "second", "expected"),
    [
        ("video", APPROACH, APPROACHES, "title: titles 95% alike"),
        ("video", f"{APPROACH}; date = 2019", APPROACHES, "title: titles 95% alike"),
        (
            *("video", f"{APPROACH}; date = 2019-01-01", f"{APPROACHES}; date = 2020-01-01"),
            "title: titles 95% alike, 365 days apart",
        ),
        ("meeting", THIRD, FOURTH, ""),
        ("meeting", THIRD, f"{THIRD}; status = 'postponed'", ""),
        ("topic", "label = 'Public spaces'", "label = 'Public space'", "label: titles 92% alike"),
    ],
)
def test_at_any_time(kind: str, first: str, second: str, expected: str) -> None:
    """Asked for without regard to dates, titles decide, and what tells them apart."""
    assert told(kind, first, second, at_any_time=True) == expected


def test_twins() -> None:
    """Those that are the same to the letter, by title and date or by link, say so."""
    same, link = f"{APPROACH}; date = 2019", "title = 'A'; url = 'https://vimeo.com/1'"
    for first, second, is_twin in (
        (same, same, True),
        (link, link.replace("A", "B"), True),
        (same, f"{same}-06-20", False),
        (link, link.replace("https", "http"), False),
    ):
        found = likeness(*both("video", first, second))
        assert found is not None
        assert found.twin is is_twin


def test_itself() -> None:
    """A record is not its own duplicate."""
    one, _other = both("video", f"{APPROACH}; date = 2019", APPROACH)
    assert likeness(one, one) is None


@pytest.mark.parametrize(
    ("lines", "language", "expected"),
    [
        (
            "title = {en = 'A', fr = 'Un'}; start = 2019-05-28; end = 2019-05-29",
            "en",
            'it may be meeting.a again: "A", 28–29 May 2019 (why)',
        ),
        (
            "title = {en = 'A', fr = 'Un'}; start = '2019-05'",
            "fr",
            "peut-être un doublon de meeting.a\u00a0: «\u00a0Un\u00a0», mai 2019 (why)",
        ),
        ("title = 'A'", "en", 'it may be meeting.a again: "A" (why)'),
    ],
)
def test_sentence(lines: str, language: str, expected: str) -> None:
    """The other record is named with its title and its date, in the reader's language."""
    one, _other = both("meeting", lines, "title = 'B'")
    locale.use(language)
    sentence = Likeness(one.record, "title", 100, "why").sentence
    locale.use("en")
    assert sentence == expected
