"""Changes that a person agreed to, made to records that others may have changed meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icccat.catalogue import toml
from icccat.catalogue.history.undo import WHOLE, merged
from icccat.locale import translate as _
from icccat.records.change import Change, differences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from icccat.catalogue.catalogue import Catalogue


def as_agreed(changes: Iterable[Change], today: Catalogue) -> tuple[list[Change], list[str]]:
    """The changes as they are made to today's records; sentences for those that are not made.

    A record in which another person changed the same field stays as that person has it. What is
    there already is no change.
    """
    made: list[Change] = []
    left: list[str] = []
    for change in changes:
        now = _now(change, today)
        after, stands = merged(now, change.before, change.after)
        if stands:
            left += _sentences(change, now, stands, today.language)
        elif now is None or after is None or not toml.same(now, after):
            made.append(Change(change.kind, change.id, now, after))
    return made, left


def _now(change: Change, today: Catalogue) -> Mapping[str, Any] | None:
    if change.id not in today.records[change.kind]:
        return None
    table: Mapping[str, Any] = today.data[change.kind][change.id]
    return table


def _sentences(
    change: Change, now: Mapping[str, Any] | None, stands: Collection[str], language: str
) -> Iterator[str]:
    """Field by field, whose value stands, and what it does not become."""
    if now is None:
        yield _("{record} was removed by someone else meanwhile").format(record=change.key)
        return
    if WHOLE in stands:
        added = _("{record} was added by someone else meanwhile, and is another one")
        changed = _("{record} was changed by someone else meanwhile, and is not removed")
        yield (added if change.before is None else changed).format(record=change.key)
        return
    there = differences(Change(change.kind, change.id, None, now), language)
    theirs = {one.name: one.after for one in there}
    sentence = _(
        "{record}: {field} was changed by someone else meanwhile: "
        "it stays {theirs}, and does not become {yours}"
    )
    for one in differences(change, language):
        if one.name.partition(".")[0] in stands:
            values = {"theirs": _quoted(theirs.get(one.name, "")), "yours": _quoted(one.after)}
            yield sentence.format(record=change.key, field=one.name, **values)


def _quoted(text: str) -> str:
    return f'"{text}"' if text else _("empty")
