"""The headings of a table: what may be wrong with them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_HEADINGS = 16_384  # as many columns as a sheet of Excel has


def wrong_headings(headings: Sequence[str]) -> list[str]:
    """A sentence for each heading that is blank, or there twice; one where there are too many."""
    if len(headings) > MOST_HEADINGS:
        return [_("there are more than {number} headings").format(number=MOST_HEADINGS)]
    blank = [
        _("heading {number} is blank").format(number=number)
        for number, heading in enumerate(headings, 1)
        if not heading
    ]
    return blank + twice(headings)


def twice(headings: Sequence[str]) -> list[str]:
    """A sentence for each heading that is there more than once, compared without case."""
    counted = Counter(heading.casefold() for heading in headings if heading)
    first = {heading.casefold(): heading for heading in reversed(headings)}
    sentence = _('the heading "{heading}" is there twice')
    return [
        sentence.format(heading=first[folded]) for folded, number in counted.items() if number > 1
    ]
