"""What differs between two texts: the slices replaced, by which one becomes the other and back."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

# Lines: beyond, what lies between the first and the last difference is one slice. Where many are
# the same, as blank ones are, difflib takes seconds for 500 and minutes for 2000.
MANY = 500


class Slice(NamedTuple):
    """At an offset of the old text, `old` stands, and `new` takes its place."""

    at: int
    old: str
    new: str


def slices(old: str, new: str) -> list[Slice]:
    """The slices in which the texts differ, whole lines, in order."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    middle = before[start : len(before) - end], after[start : len(after) - end]
    at = sum(map(len, before[:start]))
    if max(map(len, middle)) > MANY:
        return [Slice(at, "".join(middle[0]), "".join(middle[1]))]
    return _between(at, *middle)


def _common(before: list[str], after: list[str]) -> int:
    """How many lines are the same from the beginning on."""
    pairs = zip(before, after, strict=False)
    return next(
        (number for number, (left, right) in enumerate(pairs) if left != right),
        min(len(before), len(after)),
    )


def _between(at: int, before: list[str], after: list[str]) -> list[Slice]:
    offsets = [at]
    for line in before:
        offsets.append(offsets[-1] + len(line))
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    return [
        Slice(offsets[i], "".join(before[i:j]), "".join(after[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def forth(text: str, found: list[Slice]) -> str | None:
    """The new text of the old one; nothing where the slices do not fit."""
    return _replaced(text, [(part.at, part.old, part.new) for part in found])


def back(text: str, found: list[Slice]) -> str | None:
    """The old text of the new one; nothing where the slices do not fit."""
    shift = 0
    turned = []
    for part in found:
        turned.append((part.at + shift, part.new, part.old))
        shift += len(part.new) - len(part.old)
    return _replaced(text, turned)


def _replaced(text: str, parts: list[tuple[int, str, str]]) -> str | None:
    if any(not text.startswith(there, at) for at, there, _instead in parts):
        return None
    pieces, end = [], 0
    for at, there, instead in parts:
        pieces += [text[end:at], instead]
        end = at + len(there)
    return "".join([*pieces, text[end:]])
