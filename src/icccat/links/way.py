"""The way from an address over those it is sent on to, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from icccat.links.outcome import Dead, Outcome, Sort

if TYPE_CHECKING:
    from collections.abc import Callable

    from icccat.links.request import Answer

MOST_HOPS = 5
SENT_ON = {301, 302, 303, 307, 308}
FOR_GOOD = {301, 308}
GONE = {404, 410}
CLOSED = {401, 403, 407, 429, 451, 999}  # 999 is LinkedIn's
FINE = range(200, 300)


def follow(address: str, ask: Callable[[str], Answer]) -> Outcome:
    """How asking for an address ends; `ask` gives the answer for one address, or raises Dead.

    It has moved as far as it is sent on for good; what comes after that may change again.
    """
    here = moved = address
    for_good = True
    try:
        for _hop in range(MOST_HOPS + 1):
            answer = ask(here)
            if answer.status not in SENT_ON or not answer.location:
                return _end(address, here, moved, answer.status)
            here = _onward(here, answer.location)
            for_good = for_good and answer.status in FOR_GOOD
            moved = here if for_good else moved
    except Dead as dead:
        return dead.outcome
    return Outcome(Sort.ENDLESS, detail=here)


def _end(address: str, here: str, moved: str, status: int) -> Outcome:
    if status in FINE and _is_front(here) and not _is_front(address):
        return Outcome(Sort.FRONT, status, here)
    if status in FINE:
        return Outcome(Sort.FINE if moved == address else Sort.MOVED, status, moved)
    if status in GONE:
        return Outcome(Sort.GONE, status)
    return Outcome(Sort.CLOSED if status in CLOSED else Sort.FAULTY, status)


def _onward(here: str, location: str) -> str:
    """Where a server sends on to; the fragment goes along (RFC 9110, 10.2.2)."""
    try:
        there = urljoin(here, location)
    except ValueError:
        raise Dead(Sort.ASTRAY, detail=location) from None
    fragment = urldefrag(here).fragment
    return f"{there}#{fragment}" if fragment and not urldefrag(there).fragment else there


def _is_front(address: str) -> bool:
    url = urlsplit(address)
    return url.path in {"", "/"} and not url.query and not url.fragment
