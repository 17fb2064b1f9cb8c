"""What a change did, or would do, in field terms: `date: 2019-06-20 → 2019-06-21`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, is_normalized

from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.change import differences
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icccat.records.change import Change


def change_lines(changes: Iterable[Change], language: str) -> list[str]:
    """A line for each record and each field of it that changes; `language` is the catalogue's."""
    return [line for change in changes for line in _lines(change, language)]


def _lines(change: Change, language: str) -> Iterator[str]:
    if change.before is None:
        yield _("{record} is new").format(record=change.key)
    elif change.after is None:
        yield _("{record} is removed").format(record=change.key)
    else:
        yield change.key
    fields = KINDS[change.kind]
    for name, before, after in differences(change, language):
        field = fields.field(name)
        if field is not None and field.many:
            yield from _list_lines(name, before, after)
        else:
            yield from _value_lines(name, before, after)


def _value_lines(name: str, before: str, after: str) -> Iterator[str]:
    if before and after:
        yield labelled(f"  {name}", f"{_revealed(before)} → {_revealed(after)}")
    else:
        yield labelled(f"  {name}", f"+ {after}" if after else f"- {before}")


def _list_lines(name: str, before: str, after: str) -> Iterator[str]:
    """What went and what came; only where nothing did, the whole lists, in their new order."""
    old, new = (text.split("; ") if text else [] for text in (before, after))
    gone = [item for item in old if item not in new]
    come = [item for item in new if item not in old]
    if not gone and not come:
        yield labelled(f"  {name}", f"{before} → {after}")
    if gone:
        yield labelled(f"  {name}", f"- {'; '.join(map(_revealed, gone))}")
    if come:
        yield labelled(f"  {name}", f"+ {'; '.join(map(_revealed, come))}")


def _revealed(text: str) -> str:
    """The text with what hardly shows in it: spaces at its ends, letters written in parts."""
    inner = text.strip()
    before = len(text) - len(text.lstrip())
    after = len(text) - len(inner) - before
    if not is_normalized("NFC", inner):
        inner = "".join(f"<U+{ord(one):04X}>" if _is_part(one) else one for one in inner)
    return "␠" * before + inner + "␠" * after


def _is_part(character: str) -> bool:
    return category(character)[0] == "M" or not is_normalized("NFC", character)
