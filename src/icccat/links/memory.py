"""What servers answered within the last week, kept in a file that may be deleted at any time."""

from __future__ import annotations

import datetime as dt
import json
import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, Any, TypeAlias

from icccat.links.outcome import Outcome, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = dt.timedelta(days=7)
FORM = "icccat/links/1"

Memory: TypeAlias = dict[str, tuple[Outcome, dt.datetime]]
"""By address: what came of it, and when it was asked."""


def load(file: Path, now: dt.datetime) -> Memory:
    """What the file holds that is not too old; what cannot be read in it is as if it were not."""
    try:
        data = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(data, dict) or data.get("schema") != FORM:
        return {}
    return dict(_entries(data.get("links"), now))


def _entries(links: Any, now: dt.datetime) -> Iterator[tuple[str, tuple[Outcome, dt.datetime]]]:  # noqa: ANN401 (of JSON)
    for address, entry in links.items() if isinstance(links, dict) else ():
        with suppress(KeyError, TypeError, ValueError):
            outcome = Outcome(Sort(entry["sort"]), int(entry["status"]), str(entry["detail"]))
            asked = dt.datetime.fromisoformat(entry["asked"])
            if dt.timedelta() <= now - asked < KEPT:
                yield address, (outcome, asked)


def store(file: Path, memory: Memory) -> None:
    """Write the file, for its owner's eyes alone; where that cannot be, nothing is remembered."""
    links = {
        address: {
            "sort": outcome.sort.value,
            "status": outcome.status,
            "detail": outcome.detail,
            "asked": asked.isoformat(),
        }
        for address, (outcome, asked) in memory.items()
    }
    text = json.dumps({"schema": FORM, "links": links}, ensure_ascii=False, indent=1)
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, temporary = mkstemp(dir=file.parent, prefix=file.name)  # of mode 0600
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as stream:
                stream.write(text)
            Path(temporary).replace(file)
        except BaseException:
            Path(temporary).unlink()
            raise
