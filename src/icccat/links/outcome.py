"""What came of asking for an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """How it ended."""

    FINE = "fine"
    MOVED = "moved"  # for good, to another address that is fine
    FRONT = "front"  # to the front page of its site, which is what is left of many a page
    GONE = "gone"
    CLOSED = "closed"  # to programs: nothing is known
    FAULTY = "faulty"  # an error of the server (its status), or no proper answer (0)
    NO_HOST = "no host"
    UNKNOWN = "unknown"  # the host could not be looked up just now
    REFUSED = "refused"
    SILENT = "silent"
    INSECURE = "insecure"
    PRIVATE = "private"
    ASTRAY = "astray"  # sent on to what is no address on the web
    ENDLESS = "endless"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended, what the last server answered (0: nothing), and an address, host or reason."""

    sort: Sort
    status: int = 0
    detail: str = ""

    @property
    def lasting(self) -> bool:
        """Whether it will be the same tomorrow, so that it need not be asked again."""
        return self.sort in {Sort.FINE, Sort.MOVED, Sort.FRONT, Sort.GONE}


class Dead(Exception):
    """An address leads nowhere: `outcome` says how."""

    def __init__(self, sort: Sort, status: int = 0, detail: str = "") -> None:
        super().__init__(sort, status, detail)
        self.outcome = Outcome(sort, status, detail)
