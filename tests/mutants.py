"""Whether the tests of the catalogue's room see the mistakes that are put into it.

`python tests/mutants.py`, in the project's folder, tries a seeded sample of mutants in a copy: it
runs the tests that come by the line, the quickest first, and prints the mutants that they let live,
for a person to judge.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import sys
import tempfile
from collections import Counter, defaultdict
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from coverage import Coverage, CoverageData
from hypothesis import Phase, settings
from mistakes import mutants, sample

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mistakes import Mutant

ROOM = Path("src/icccat/catalogue")
TESTS = "tests/catalogue"
ALREADY = "pytest.PytestAssertRewriteWarning"  # Hypothesis is loaded once for all mutants
PATIENCE = 4  # times what tests take, and half a minute: then they are taken never to end


class Copy:
    """A copy of the project, its tests run once to see which lines each comes by, and how soon."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(".", folder, ignore=shutil.ignore_patterns(".*"), dirs_exist_ok=True)
        self.folder = folder
        words = [TESTS, "--cov=icccat.catalogue", "--cov-report=", "--cov-fail-under=0"]
        if self._run(words, None):
            raise SystemExit((folder / "output").read_text(encoding="utf-8"))
        self.seconds = json.loads((folder / "seconds").read_text(encoding="utf-8"))
        self.data = CoverageData(str(folder / ".coverage"))
        self.data.read()

    def sees(self, mutant: Mutant) -> bool:
        """Whether a test fails on it, or never ends."""
        tests = self._tests(mutant)
        longest = 30 + PATIENCE * sum(self.seconds.get(name, 0) for name in tests)
        file = self.folder / ROOM / mutant.module
        kept, status = file.read_bytes(), file.stat()
        file.write_text(mutant.source, encoding="utf-8")
        try:
            return self._run([*tests, "--no-cov"], longest) != 0
        finally:
            file.write_bytes(kept)
            os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))  # as its bytecode says

    def _tests(self, mutant: Mutant) -> list[str]:
        """The tests that come by its lines, the quickest first; if none does, by its module."""
        found = self.data.contexts_by_lineno(str(self.folder / ROOM / mutant.module))
        names = {name for line in mutant.lines for name in found.get(line, []) if name}
        names = names or {name for of_line in found.values() for name in of_line if name}
        return sorted(names or {TESTS}, key=lambda name: self.seconds.get(name, 0))

    def _run(self, words: Iterable[str], longest: float | None) -> int:
        """The exit code of the tests, in a process of their own, with pytest already there."""
        process = get_context("fork").Process(target=self._test, args=(words,))
        process.start()
        try:
            process.join(longest)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()
        return process.exitcode or 0

    def _test(self, words: Iterable[str]) -> None:
        os.setsid()
        os.chdir(self.folder)
        sys.dont_write_bytecode = True
        sys.path.insert(0, str(self.folder / "src"))
        os.environ |= {"PYTHONPATH": sys.path[0], "PYTHONDONTWRITEBYTECODE": "1"}
        with Path("output").open("w", encoding="utf-8") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        notes = _Notes()
        words = [*words, "-x", "-n0", "-pno:cacheprovider", "-W", f"ignore::{ALREADY}"]
        code = pytest.main(words, plugins=[notes])
        if "--no-cov" not in words:
            Path("seconds").write_text(json.dumps(notes.seconds), encoding="utf-8")
        sys.stdout.flush()
        os._exit(code)


class _Notes:
    """What is noted of the tests as they run: the seconds of each, and to coverage its name."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def pytest_configure(self) -> None:
        """Let property tests try the same on each mutant, and not look for the least example."""
        phases = (Phase.explicit, Phase.generate)
        once = settings(derandomize=True, database=None, phases=phases)
        settings.register_profile("mutants", once)
        settings.load_profile("mutants")

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test begins."""
        if coverage := Coverage.current():
            coverage.switch_context(nodeid.partition("[")[0])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A part of a test is done."""
        self.seconds[report.nodeid.partition("[")[0]] += report.duration


def every_mutant() -> list[Mutant]:
    """The mutants of all modules of the room."""
    return [
        one
        for path in sorted(ROOM.rglob("*.py"))
        for one in mutants(path.relative_to(ROOM).as_posix(), path.read_text(encoding="utf-8"))
    ]


def table(seen: Sequence[Mutant], lived: Sequence[Mutant]) -> str:
    """How many of each module's mutants were seen, and of all."""
    good, bad = (Counter(one.module for one in found) for found in (seen, lived))
    lines = [f"{module}: {good[module]} of {good[module] + bad[module]}" for module in good | bad]
    total = len(seen) + len(lived)
    return "\n".join([*lines, f"all: {len(seen)} of {total}, {len(seen) / total:.1%}"])


def main() -> None:
    """Try mutants; print those that live, and how many do not."""
    parser = argparse.ArgumentParser(prog="python tests/mutants.py", description=__doc__)
    parser.add_argument("--sample", type=int, default=400, help="how many mutants")
    parser.add_argument("--seed", type=int, default=1, help="which")
    asked = parser.parse_args()
    found: dict[bool, list[Mutant]] = {True: [], False: []}
    with tempfile.TemporaryDirectory(prefix="icccat-mutants-") as folder:
        copy = Copy(Path(folder).resolve())
        for one in sample(every_mutant(), asked.sample, asked.seed):
            is_seen = copy.sees(one)
            found[is_seen].append(one)
            if not is_seen:
                print(f"lives: {one.module}:{one.lines.start}: {one.change}", flush=True)  # noqa: T201
    print(table(found[True], found[False]))  # noqa: T201 (a program)


if __name__ == "__main__":
    main()
