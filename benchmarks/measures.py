"""Runs what is measured, in turn with the Typer hello-world; gives ratios and memory."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.commands import MEASURED
from benchmarks.peers import HOMES, PEERS
from benchmarks.place import Place, run_module
from benchmarks.process import Cost, cost

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.commands import Measured
    from benchmarks.peers import Peer


LIMIT = 120  # seconds of one run
ENOUGH = 20  # seconds of processor time after which a row is not run again


@dataclass
class Runs:
    """The runs of a command, and those of the hello-world beside them."""

    own: list[Cost] = field(default_factory=list)
    hello: list[Cost] = field(default_factory=list)
    over: bool = False

    @property
    def is_enough(self) -> bool:
        """Whether another run would take too long."""
        return self.over or sum(run.seconds for run in self.own) > ENOUGH

    @property
    def code(self) -> int:
        """The exit code of the last run."""
        return self.own[-1].code if self.own else 0

    @property
    def ratio(self) -> float:
        """The median of its processor time, as a multiple of that of the hello-world."""
        return median(run.seconds for run in self.own) / median(run.seconds for run in self.hello)

    @property
    def megabytes(self) -> float:
        """The most memory that it held."""
        return max(run.megabytes for run in self.own)


def measure(
    folder: Path, number: int, repeats: int, measured: Sequence[Measured] = MEASURED
) -> dict[str, Runs]:
    """The runs of each command, by its name, on a catalogue of this many records."""
    folder.mkdir()
    catalogue = folder / "generated.toml"
    run_module("catalogues", str(number), str(catalogue))
    steady = Place(folder / "steady")
    steady.lay(catalogue)
    steady.warm()
    there = [one for one in measured if not one.of or steady.has(one.of)]
    # each that changes it has a copy: `add` would note in history what another edits by hand
    changing = {
        one.name: Place(folder / f"changing-{n}") for n, one in enumerate(there) if one.changes
    }
    for place in changing.values():
        place.lay(catalogue)
    runs = {one.name: Runs() for one in there}
    for count in range(repeats):
        for one in there:
            if not runs[one.name].is_enough:
                _tell(number, f"{one.name}, run {count + 1}")
                place = changing.get(one.name, steady)
                one.before(place)
                words = one.words(place, count)
                _add(runs[one.name], place, words, terminal=one.terminal)
    for place in changing.values():
        shutil.rmtree(place.folder)
    return runs


def _tell(number: int, what: str) -> None:
    """Say on stderr what is being measured."""
    print(f"{number} records: {what}", file=sys.stderr)  # noqa: T201 (a program)


def _add(
    runs: Runs,
    place: Place,
    words: Sequence[str],
    *,
    terminal: bool = False,
    homes: dict[str, str] | None = None,
) -> None:
    """Run the hello-world, then these words."""
    environment = place.environment | (homes or {})
    hello = cost([str(place.hello), "hello", "Ada"], folder=place.folder, environment=environment)
    own = cost(words, folder=place.folder, environment=environment, terminal=terminal, limit=LIMIT)
    runs.over = own is None
    if hello and own:
        runs.hello.append(hello)
        runs.own.append(own)


def measure_peers(
    folder: Path, number: int, repeats: int, peers: Sequence[Peer] = PEERS
) -> dict[tuple[str, str], Runs]:
    """The runs of each peer that is installed, by its name and `list` or `search`.

    The folder is one in which icccat has been measured.
    """
    place = Place(folder / "steady")
    homes = {name: str(place.folder / below) for name, below in HOMES.items()}
    there = [peer for peer in peers if shutil.which(peer.name)]
    runs: dict[tuple[str, str], Runs] = {}
    for peer in there:
        _tell(number, peer.name)
        run_module("peers", peer.name, str(place.folder))
        for what, words in (("list", peer.list), ("search", peer.search)):
            if words:
                warming = cost(words, folder=place.folder, environment=place.environment | homes)
                found = runs[peer.name, what] = Runs(over=warming is None)
                for _count in range(repeats):
                    if not found.is_enough:
                        _add(found, place, words, homes=homes)
    return runs
