"""`python -m benchmarks`: measure, and print the tables."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.measures import measure, measure_peers
from benchmarks.table import machine, memory, peers, ratios

WARMING = 100  # records of the catalogue on which everything is run once before


def main() -> None:
    """Measure on catalogues of the sizes asked for, and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--records", default="1000,10000", help="sizes, separated by commas")
    parser.add_argument("--repeats", type=int, default=7, help="runs of each command")
    parser.add_argument("--no-peers", action="store_true", help="icccat alone")
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.records.split(",")]
    with tempfile.TemporaryDirectory(prefix="icccat-benchmarks-") as folder:
        measure(Path(folder) / "warming", WARMING, 1)  # every module compiled, all in memory
        found = {size: measure(Path(folder) / str(size), size, asked.repeats) for size in sizes}
        others = {
            size: measure_peers(Path(folder) / str(size), size, asked.repeats)
            for size in ([] if asked.no_peers else sizes)
        }
        tables = [ratios(found), memory(found), *([peers(others)] if others else [])]
        print("\n".join([machine() + "\n", *tables]), flush=True)  # noqa: T201 (a program)


if __name__ == "__main__":
    main()
