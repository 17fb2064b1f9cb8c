"""The figures as tables in Markdown."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from typing import TYPE_CHECKING

from benchmarks.commands import MEASURED
from benchmarks.measures import LIMIT
from benchmarks.peers import PEERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from benchmarks.measures import Runs

MISSED, MISSING = "✗", "not there yet"
OVER = f"over {LIMIT} s {MISSED}"
LIBRARIES = ("icccat", "typer", "click", "rich", "tomli")


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def ratios(found: Mapping[int, Mapping[str, Runs]]) -> str:
    """The processor time of each command, `{number of records: {name: runs}}`, with its target."""
    head = ["processor time, as a multiple of the hello-world’s", *_sizes(found)]
    rows = (
        [one.name, *(ratio_of(found[size].get(one.name), one.targets.get(size)) for size in found)]
        for one in MEASURED
    )
    return table(head, rows)


def memory(found: Mapping[int, Mapping[str, Runs]]) -> str:
    """The most memory that each command held, in MB."""
    rows = (
        [one.name, *(megabytes_of(found[n].get(one.name), one.megabytes.get(n)) for n in found)]
        for one in MEASURED
    )
    return table(["memory, MB at most", *_sizes(found)], rows)


def peers(found: Mapping[int, Mapping[tuple[str, str], Runs]]) -> str:
    """The processor time of other programs, `{number of records: {(name, what): runs}}`."""
    head = ["processor time of other programs", *_sizes(found)]
    return table(head, _peer_rows(found))


def _peer_rows(found: Mapping[int, Mapping[tuple[str, str], Runs]]) -> Iterator[list[str]]:
    for peer in PEERS:
        is_there = any(name == peer.name for runs in found.values() for name, _what in runs)
        if not is_there:
            yield [f"`{peer.name}`", *("not installed" for _ in found)]
            continue
        for what in ("list", "search"):
            runs = (found[size].get((peer.name, what)) for size in found)
            yield [f"`{peer.name}`, {what}", *(ratio_of(one, missing="–") for one in runs)]


def ratio_of(runs: Runs | None, target: float | None = None, *, missing: str = MISSING) -> str:
    """The ratio, what it should be, and a mark where it is more."""
    if runs is None or not runs.own:
        return OVER if runs else missing
    digits = 2 if runs.ratio < 1 else 1 if runs.ratio < 100 else 0  # noqa: PLR2004 (digits enough)
    shown = f"{runs.ratio:.{digits}f}"
    shown += _against(float(shown), target)
    return f"{shown}, exit {runs.code}" if runs.code else shown


def megabytes_of(runs: Runs | None, target: float | None = None) -> str:
    """The megabytes, at most how many they should be, and a mark where they are more."""
    if runs is None or not runs.own:
        return OVER if runs else MISSING
    return f"{runs.megabytes:.0f}{_against(runs.megabytes, target)}"


def _against(figure: float, target: float | None) -> str:
    if target is None:
        return ""
    return f" of {target:g}{f' {MISSED}' if figure > target else ''}"


def _sizes(found: Iterable[int]) -> list[str]:
    return [f"{size:,} records" for size in found]


def machine() -> str:
    """The machine and the versions, in a line."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{platform.machine()}, {os.cpu_count()} cores, {sys.platform}; {python}, {versions}."
