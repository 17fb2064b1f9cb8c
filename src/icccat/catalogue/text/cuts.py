"""Patches of a text, and those that take statements out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from icccat.catalogue.text.places import lead, tail

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from icccat.catalogue.text.statements import Statement

_BLANK_LINES = re.compile(r"(?:[ \t]*+\r?+\n)*+")
_INDENTATION = re.compile(r"[ \t]*+")
_END = re.compile(r"[ \t]*+\Z")


class Patch(NamedTuple):
    """Text in place of what is from `start` to `end`; whole lines where it ends with a newline.

    Of two at one place, that with a heading comes last: all after it would be below it.
    """

    start: int
    end: int
    text: str
    has_heading: bool = False


def patched(text: str, patches: Iterable[Patch]) -> str:
    """The text with the patches, of which one may take out what another one does as well."""
    result, pos = "", 0
    for patch in sorted(patches, key=lambda patch: (patch.start, patch.has_heading)):
        result += text[pos : patch.start]
        if patch.text.endswith("\n") and result and not result.endswith("\n"):
            result += "\r\n" if patch.text.endswith("\r\n") else "\n"
        result += patch.text
        pos = max(pos, patch.end)
    result += text[pos:]
    return result if text.endswith("\n") else result.rstrip("\r\n")


def cuts(
    text: str,
    found: Sequence[Statement],
    gone: Iterable[int],
    *,
    is_record: bool,
    filled: Container[int] = (),
) -> Iterator[Patch]:
    """What takes out the statements of these numbers.

    Pairs go with their lines alone, so that comments above them stay; sections also with the blank
    lines that would then be doubled, unless their place is `filled` by another patch; a record and
    `[[blocks]]` also with the comments that touch them.
    """
    for first, last in _runs(text, found, gone, is_record=is_record):
        start, end = found[first].start, found[last].end
        if is_record or found[first].form == "array":
            start, end = lead(text, found, first), tail(text, found, last)
        if start not in filled and (is_record or found[first].form != "pair"):
            start, end = _with_blank_lines(text, start, end)
        yield Patch(start, end, "")


def indentation(text: str, start: int) -> str:
    """The spaces at the beginning of a line."""
    spaces = _INDENTATION.match(text, start)
    return spaces[0] if spaces else ""


def has_blank_line_above(text: str, pos: int) -> bool:
    """Whether there is one, or nothing at all."""
    return not text[text.rfind("\n", 0, max(pos - 1, 0)) + 1 : pos].strip()


def _runs(
    text: str, found: Sequence[Statement], gone: Iterable[int], *, is_record: bool
) -> Iterator[tuple[int, int]]:
    """The first and the last of what can be taken out in one piece."""
    run: tuple[int, int] | None = None
    for number in sorted(gone):
        goes_on = run and number == run[1] + 1
        if (
            run
            and goes_on
            and (
                not _stands_between(text, found, run[1])
                if is_record
                else found[run[0]].form != "pair"
            )
        ):
            run = (run[0], number)
            continue
        if run:
            yield run
        run = (number, number)
    if run:
        yield run


def _stands_between(text: str, found: Sequence[Statement], number: int) -> bool:
    """Whether a comment stands between a record's last statement and the next record."""
    if found[number].path[:2] == found[number + 1].path[:2]:
        return False
    return bool(text[tail(text, found, number) : lead(text, found, number + 1)].strip())


def _with_blank_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The place with the blank lines without which its neighbours stand apart as before."""
    content = len(text[:start].rstrip(" \t\r\n"))
    above = text.find("\n", content, start) + 1 if content else 0
    below = _BLANK_LINES.match(text, end)
    blank = below[0].splitlines(keepends=True) if below else []
    at_end = _END.match(text, end + len("".join(blank)))
    if at_end and not blank:
        return above, end
    if not start and not at_end:
        return start, end + len("".join(blank))
    doubled = blank[: text.count("\n", above, start)]
    return start, end + len("".join(doubled))
