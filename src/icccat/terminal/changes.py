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


def change_lines(changes: Iterable[Change], language: str, *, in_words: bool = False) -> list[str]:
    """A line for each record and each field of it that changes; `language` is the catalogue's.

    `in_words`: for a screen reader, without arrows and signs.
    """
    return [line for change in changes for line in _lines(change, language, in_words)]


def _lines(change: Change, language: str, in_words: bool) -> Iterator[str]:  # noqa: FBT001 (as given)
    if change.before is None:
        yield _("{record} is new").format(record=change.key)
    elif change.after is None:
        yield _("{record} is removed").format(record=change.key)
    else:
        yield change.key
    fields = KINDS[change.kind]
    is_whole = change.before is None or change.after is None
    for name, before, after in differences(change, language):
        field = fields.field(name)
        is_list = field is not None and field.many
        for old, new in _of_list(before, after) if is_list else _of_value(before, after):
            said = (old or new) if in_words and is_whole else _said(old, new, in_words=in_words)
            yield labelled(f"  {name}", said)


def _said(before: str, after: str, *, in_words: bool) -> str:
    """What became of a value, in signs or in words."""
    if before and after:
        said = _("was {before}, is now {after}") if in_words else "{before} → {after}"
    elif after:
        said = _("added: {after}") if in_words else "+ {after}"
    else:
        said = _("taken away: {before}") if in_words else "- {before}"
    return said.format(before=before, after=after)


def _of_value(before: str, after: str) -> Iterator[tuple[str, str]]:
    """A value before and after; where it is changed, with what hardly shows in it."""
    yield (_revealed(before), _revealed(after)) if before and after else (before, after)


def _of_list(before: str, after: str) -> Iterator[tuple[str, str]]:
    """What went and what came; only where nothing did, the whole lists, in their new order."""
    old, new = (text.split("; ") if text else [] for text in (before, after))
    gone = [_revealed(item) for item in old if item not in new]
    come = [_revealed(item) for item in new if item not in old]
    if not gone and not come:
        yield before, after
    if gone:
        yield "; ".join(gone), ""
    if come:
        yield "", "; ".join(come)


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
