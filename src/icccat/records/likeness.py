"""The near-duplicate rule: whether two records are probably one, and in words why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from icccat.locale import count, language
from icccat.locale import translate as _
from icccat.records.dates import period_in_words
from icccat.records.known import likenesses
from icccat.words.likeness import alike, apart, differ_in_a_word, lengths, telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.records.record import Record
    from icccat.records.traits import Title, Traits

ALIKE = 88  # per cent: titles of records of about the same time
DAYS = 31  # about the same time
# Per cent: telling words of meetings in one city within two days, where a title may be worded anew.
# In the programme's catalogue different meetings are alike there to 43 at most, and the English
# titles that the coordinators' meeting had over the years to between 46 and 92.
REWORDED = 60
DAYS_IN_A_CITY = 2

NUMBERS = {"video": "part", "meeting": "number"}
NOT_HELD = ("postponed", "cancelled")


class Likeness(NamedTuple):
    """A record that another probably is: seen by which field, how far alike, in words why.

    `twin`: it has the same title and date, or the same link, to the letter (`Known.twins`).
    """

    record: Record
    field: str
    percent: int
    why: str
    twin: bool = False

    @property
    def sentence(self) -> str:
        """What to say of it: the like record with its title, its date, and why."""
        dates = self.record.dates
        sentence = (
            _('it may be {other} again: "{title}", {date} ({why})')
            if dates
            else _('it may be {other} again: "{title}" ({why})')
        )
        return sentence.format(
            other=self.record.key,
            title=self.record.title(language()),
            date=period_in_words(dates[0], dates[-1], language()) if dates else "",
            why=self.why,
        )


def likeness(one: Traits, other: Traits, *, at_any_time: bool = False) -> Likeness | None:
    """How the other is like this record of its kind; None where it is not, or where it is itself.

    With `at_any_time` titles decide whatever the dates. Each is like the other, or neither is.
    """
    if one.record.id == other.record.id or _versions(one, other):
        return None
    if one.link and one.link == other.link:
        return _like(one, other, "url", 100, _("the same link"))
    gap = one.days.gap(other.days) if one.days and other.days else None
    if not at_any_time and (gap is None or gap > DAYS):
        return None
    percent = _alike(one, other)
    in_city = 0 if percent else _reworded(one, other, gap)
    if not (percent or in_city) or _told_apart(one, other, gap):
        return None
    why = ", ".join(_why(one, other, percent or in_city, gap, in_city=bool(in_city)))
    return _like(one, other, one.record.declared.called, percent or in_city, why)


def _like(one: Traits, other: Traits, field: str, percent: int, why: str) -> Likeness:
    twin = not set(likenesses(one.record)).isdisjoint(likenesses(other.record))
    return Likeness(other.record, field, percent, why, twin)


def _why(
    one: Traits, other: Traits, percent: int, gap: int | None, *, in_city: bool
) -> Iterator[str]:
    """How alike the titles are, how near the dates, and where that matters, the place."""
    same = any(a == b for a, b in _titles(one, other))
    yield _("the same title") if same else _("titles {percent}% alike").format(percent=percent)
    if gap:
        yield count("{number} day apart", "{number} days apart", gap).format(number=gap)
    elif gap is not None:
        known = one.to_the_day and other.to_the_day
        yield _("at the same time") if known else _("maybe at the same time")
    if in_city:
        yield _("in the same city")


def _versions(one: Traits, other: Traits) -> bool:
    """Whether they are versions of each other or of one video, or parts under one title."""
    a, b = one.record, other.record
    if {a.id, a.get("version_of")} & {b.id, b.get("version_of")} - {None}:
        return True
    versions = {record.get("version") or "full" for record in (a, b)}
    parts = {record.get("part") for record in (a, b)} - {None}
    different = len(versions) > 1 or len(parts) > 1
    return different and any(a == b for a, b in _titles(one, other))


def _told_apart(one: Traits, other: Traits, gap: int | None) -> bool:
    """Whether they say themselves that they are two: by a number, or as one was put off."""
    a, b = one.record, other.record
    if gap != 0 and (a.get("status") in NOT_HELD) != (b.get("status") in NOT_HELD):
        return True
    if a.kind == "meeting" and gap == 0 and one.to_the_day and other.to_the_day:
        return False  # no two meetings of a series are at one time
    name = NUMBERS.get(a.kind, "")
    counted = a.get("series") == b.get("series") and len({a.get(name), b.get(name)} - {None}) > 1
    return counted or bool(one.numbers - other.numbers and other.numbers - one.numbers)


def _elsewhere(one: Traits, other: Traits) -> bool:
    """Whether both have places, and none in common; a country holds its cities."""
    return bool(one.places and other.places) and not any(
        country == another and (city == name or not (city and name))
        for city, country in one.places
        for name, another in other.places
    )


def _alike(one: Traits, other: Traits) -> int:
    """How many per cent the most alike of the titles are the same, in any languages; or 0."""
    if _elsewhere(one, other):
        return 0
    return max((_titles_alike(a, b) for a, b in _titles(one, other)), default=0)


def _titles_alike(a: Title, b: Title) -> int:
    percent = alike(a.text, b.text, ALIKE) if may_be_alike(a, b) else 0
    return 0 if percent and differ_in_a_word(a.text, b.text) else percent


def may_be_alike(a: Title, b: Title) -> bool:
    """Whether titles may be alike, as far as their lengths and letters tell at once."""
    fit = lengths(len(a.text), ALIKE)
    most = max(len(a.text), len(b.text)) * (100 - ALIKE) // 100
    return len(b.text) in fit and apart(a.letters, b.letters) <= most


def _reworded(one: Traits, other: Traits, gap: int | None) -> int:
    """How many per cent titles of meetings in one city within two days are the same, or 0.

    Of their telling words in the order of the alphabet, without the city's name.
    """
    if gap is None or gap > DAYS_IN_A_CITY or one.record.kind != "meeting":
        return 0
    if not (one.to_the_day and other.to_the_day):
        return 0
    common = one.cities & other.cities
    if not common:
        return 0
    named = {word for city, _country in common for word in telling(city)}
    own, others = ([_in_order(title, named) for title in each.titles] for each in (one, other))
    return max((_words_alike(a, b) for a in own for b in others), default=0)


def _in_order(title: Title, without: set[str]) -> list[str]:
    return sorted(word for word in telling(title.text) if word not in without)


def _words_alike(a: list[str], b: list[str]) -> int:
    """How many per cent the words are the same, letter by letter; 0 where they share none."""
    return 0 if set(a).isdisjoint(b) else alike(" ".join(a), " ".join(b), REWORDED)


def _titles(one: Traits, other: Traits) -> Iterator[tuple[Title, Title]]:
    return ((a, b) for a in one.titles for b in other.titles)
