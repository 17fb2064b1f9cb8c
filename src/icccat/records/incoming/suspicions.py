"""Changes that look like an accident of a program, or of a hand, each called out in a sentence."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from icccat.locale import count
from icccat.locale import translate as _
from icccat.records.incoming import turns
from icccat.records.incoming.turns import Turn, days_between, turns_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from icccat.records.incoming.identity import Read

FOUR_YEARS = (1461, 1462)  # days between the two from which Excel counts, 1900 and 1904
SEVERAL = 3  # records; fewer are changed by hand


class Sign(NamedTuple):
    """A sign of an accident: how it is seen in a turn, in how many, and what is said then."""

    is_met: Callable[[Turn], bool]
    least: int
    sentence: Callable[[], str]


SIGNS = (
    Sign(
        turns.is_mojibake,
        1,
        lambda: _("letters have come apart in {values}: say --encoding ({example})"),
    ),
    Sign(turns.loses_accents, 1, lambda: _("accents are lost in {values} ({example})")),
    Sign(turns.loses_zeros, 1, lambda: _("zeros are lost in {values} ({example})")),
    Sign(turns.is_power, 1, lambda: _("digits are lost in {values} ({example})")),
    Sign(turns.is_cut, 1, lambda: _("the end is lost of {values} ({example})")),
    Sign(turns.is_hours, 1, lambda: _("minutes have become hours in {values} ({example})")),
    Sign(
        turns.gains_a_day,
        1,
        lambda: _("a month or a year has become its first day in {values} ({example})"),
    ),
    Sign(
        turns.loses_its_day,
        SEVERAL,
        lambda: _("dates have become less precise in {values} ({example})"),
    ),
    Sign(
        turns.is_swapped, 1, lambda: _("day and month have changed places in {values} ({example})")
    ),
)


def suspicions(lines: Iterable[Read]) -> list[str]:
    """A sentence, with an example, for each accident that the changes of the lines look like."""
    found = [turn for one in lines for turn in turns_of(one)]
    odd = []
    for sign in SIGNS:
        met = [turn for turn in found if sign.is_met(turn)]
        if len({turn.key for turn in met}) >= sign.least:
            odd.append(_said(sign.sentence(), met))
    return [*odd, *_shifted(found), *_moved(found)]


def _said(sentence: str, met: Sequence[Turn], days: int = 0) -> str:
    """The sentence with how many values there are, and the first as an example."""
    first = met[0]
    old = "" if first.old is None else f"{first.old} → "
    return sentence.format(
        values=count("{number} value", "{number} values", len(met)).format(number=len(met)),
        example=f"{first.key} {first.name}: {old}{first.new}",
        days=count("{number} day", "{number} days", abs(days)).format(number=abs(days)),
    )


def _shifted(found: Iterable[Turn]) -> Iterator[str]:
    """Dates that have all moved by the same number of days."""
    moved = [turn for turn in found if days_between(turn)]
    by_days: dict[int, list[Turn]] = defaultdict(list)
    for turn in moved:
        by_days[days_between(turn)].append(turn)
    for days, met in by_days.items():
        if abs(days) in FOUR_YEARS:
            yield _said(
                _("{values} moved by four years, as between Excel’s two calendars ({example})"),
                met,
                days,
            )
        elif len({turn.key for turn in met}) >= SEVERAL and len(met) * 2 > len(moved):
            yield _said(_("{values} moved by {days}, all alike ({example})"), met, days)


def _moved(found: Iterable[Turn]) -> Iterator[str]:
    """Titles and links that have gone to other records: a column was sorted by itself."""
    columns: dict[str, list[Turn]] = defaultdict(list)
    for turn in found:
        if turn.field.translated or turn.field.name == "url":
            columns[turn.name].append(turn)
    for met in columns.values():
        before = {turn.old for turn in met if turn.old}
        strayed = [turn for turn in met if turn.old and turn.new in before]
        if len(strayed) >= SEVERAL:
            sentence = _("{values} have gone to other records: was a column sorted? ({example})")
            yield _said(sentence, strayed)
