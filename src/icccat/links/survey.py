"""All addresses looked after: those known from before, and the others asked for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from icccat.links import memory
from icccat.links.visit import visit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from icccat.links.outcome import Outcome
    from icccat.links.visit import Manners


class Survey(NamedTuple):
    """What came of each address, and how many of them were known from before."""

    outcomes: dict[str, Outcome]
    remembered: int


def survey(
    addresses: Collection[str],
    manners: Manners,
    file: Path,
    step: Callable[[int, int], None],
    *,
    fresh: bool = False,
) -> Survey:
    """What came of each address; `file` is where answers are remembered, ignored if `fresh`.

    `step` is told how many of those to be asked are done. What has been learnt is remembered
    even where the person stops it half-way.
    """
    now = dt.datetime.now(dt.UTC)
    known = memory.load(file, now)
    outcomes = {} if fresh else {one: known[one][0] for one in addresses if one in known}
    remembered = len(outcomes)
    asked = [address for address in addresses if address not in outcomes]
    try:
        step(0, len(asked))
        for done, (address, outcome) in enumerate(visit(asked, manners), start=1):
            outcomes[address] = outcome
            if outcome.lasting:
                known[address] = outcome, now
            step(done, len(asked))
    finally:
        memory.store(file, known)
    return Survey(outcomes, remembered)
