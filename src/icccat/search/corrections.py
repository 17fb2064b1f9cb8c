"""The words of a query that is wrong, mended: to be pasted as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 5  # mistakes in one query that are mended, one after another


def mended(
    words: tuple[str, ...], wrong: QueryError, parse: Callable[[tuple[str, ...]], object]
) -> tuple[str, ...]:
    """The words with every mistake mended, so that they parse; none where that is not clear."""
    for _mistake in range(MOST):
        if wrong.fix is None:
            return ()
        words = fixed(words, wrong.fix)
        try:
            parse(words)
        except QueryError as further:
            wrong = further
        else:
            return words if any(word.strip() for word in words) else ()
    return ()


def fixed(words: tuple[str, ...], fix: tuple[int, int, str]) -> tuple[str, ...]:
    """The words with a part of them, joined with spaces, replaced; words that it joins are one."""
    start, end, put = fix
    text = " ".join(words)
    starts = [0]
    for word in words[:-1]:
        starts.append(starts[-1] + len(word) + 1)
    ends = [place + len(word) for place, word in zip(starts, words, strict=True)]
    first = max(number for number, place in enumerate(starts) if place <= start)
    last = min(number for number, place in enumerate(ends) if place >= end)
    whole = text[starts[first] : start] + put + text[end : ends[last]]
    return (*words[:first], whole, *words[last + 1 :])
