"""The journal of a catalogue: its steps as files, what was seen last, dated backups."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from icccat.catalogue.file import disk
from icccat.catalogue.file.lock import FOLDER
from icccat.catalogue.file.source import BOM
from icccat.catalogue.history.step import Step, Told, fingerprint, read, step, written
from icccat.catalogue.history.undo import text_after
from icccat.errors import Unsafe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from icccat.catalogue.file.source import Source
    from icccat.catalogue.history.by import By

STEPS, SEEN, BACKUPS = "steps", "seen.toml", "backups"
MOST_STEPS = 1000
MOST_BYTES = 50_000_000
MOST_BACKUPS = 7
LARGE = 250_000  # bytes of a catalogue of which not every step is seen, nor is that needed:
SEEN_EVERY = 20  # from what was seen the steps lead to the last one
# The names of our own files: no copies that people and services put beside them.
STEP = f"{'[0-9]' * 6}.json"
DAY = f"{'[0-9]' * 4}-{'[0-9]' * 2}-{'[0-9]' * 2}.toml"


class Journal(NamedTuple):
    """The journal in the folder `.icccat`, written to on behalf of someone.

    `by` says on whose, when it is needed: by then it is known which step is taken back. `told`
    then gives what is replaced and which records change, if that is known without a comparison.

    It is told of each stage of a change by the one who writes the file. What it cannot write
    is only missed: by then the catalogue is saved, or as it was.
    """

    folder: Path
    by: Callable[[], By]
    told: Callable[[], Told | None] = lambda: None

    def noticed(self, old: Source) -> None:
        """Note what was changed by hand since the last step."""
        last = last_step(self.folder)
        is_noted = last is not None and last.after == old.fingerprint
        if is_noted and len(old.data) > LARGE:
            return
        seen = self._seen()
        if seen is None:
            return
        left = self._left(last, seen)
        if left != old.text and not is_noted:
            try:
                made = step(_following(last), self._by_hand(), left, old.text)
            except Unsafe:  # one of the two does not parse: nobody can tell what changed
                return
            self._note(made, old)
        if seen != old.text:
            self._see(old)

    def _by_hand(self) -> By:
        return self.by()._replace(what="", sort="hand", of=0)

    def _left(self, last: Step | None, seen: str) -> str:
        """The text as the last step left it; what was seen last, if that leads to no such text."""
        at = fingerprint(seen)
        if last is None or last.after == at:
            return seen
        unseen: list[Step] = []
        for made in islice(_latest(self.folder), SEEN_EVERY + 1):  # and one by who was killed
            unseen.append(made)
            if made.before == at:
                break
        text: str | None = seen
        for made in reversed(unseen):
            text = None if text is None else text_after(made, text)
        return text or seen

    def replacing(self, old: Source) -> None:
        """Keep a copy of the file as it was when today's work, or all history, began."""
        self._copy(old)
        if not (self.folder / SEEN).exists():
            self._see(old)

    def _copy(self, old: Source) -> None:
        copies = self.folder / BACKUPS
        copy = copies / f"{self.by().when:%Y-%m-%d}.toml"
        if copy.exists():
            return
        _make(copies)
        disk.put(copy, old.data, old.real.stat())
        unfinished = copies.glob(f"{DAY}.new")  # by writers that were killed
        for stale in [*unfinished, *sorted(copies.glob(DAY))[:-MOST_BACKUPS]]:
            disk.remove(stale)

    def replaced(self, old: Source, new: Source) -> None:
        """Note the step that was made."""
        number, told = _following(last_step(self.folder)), self.told()
        if told:
            prints = old.fingerprint, new.fingerprint
            made = Step(number, self.by(), *prints, told.slices, told.changes)
        else:
            made = step(number, self.by(), old.text, new.text)
        size = self._note(made, new)
        if len(new.data) <= LARGE or size > LARGE or not number % SEEN_EVERY:
            self._see(new)

    def _note(self, made: Step, new: Source) -> int:
        """Write the step; gives its size."""
        # what a broken command line holds of half a character stays an escape of JSON
        data = written(made).encode(errors="backslashreplace")
        _make(self.folder / STEPS)
        disk.put(self.folder / STEPS / f"{made.number:06}.json", data, new.real.stat())
        _bound(self.folder)
        return len(data)

    def _see(self, now: Source) -> None:
        disk.put(self.folder / SEEN, now.data.removeprefix(BOM), now.real.stat())

    def _seen(self) -> str | None:
        try:
            return (self.folder / SEEN).read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            return None


def journal_folder(real: Path) -> Path:
    """Where the journal of the catalogue of this real path is."""
    return real.parent / FOLDER


def read_steps(folder: Path) -> list[Step]:
    """All steps in their order; a file that holds none is passed over."""
    paths = _paths(folder)
    return [made for path in paths if (made := _read(path)) is not None]


def last_step(folder: Path) -> Step | None:
    """The latest step, if there is one."""
    return next(_latest(folder), None)


def _latest(folder: Path) -> Iterator[Step]:
    """The steps, the latest first."""
    paths = reversed(_paths(folder))
    return (made for path in paths if (made := _read(path)) is not None)


def _following(last: Step | None) -> int:
    """The number of the next step."""
    return last.number + 1 if last else 1


def _paths(folder: Path) -> list[Path]:
    """The files of steps in their order."""
    return sorted((folder / STEPS).glob(STEP))


def _read(path: Path) -> Step | None:
    try:
        return read(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def _make(folder: Path) -> None:
    """The folder, if it is not there, with the permissions of the one that it is in."""
    if not folder.exists():
        folder.mkdir()
        disk.like(folder, folder.parent.stat())
        disk.sync_folder(folder.parent)


def _bound(folder: Path) -> None:
    """Remove the oldest steps where there are too many, or they are too large."""
    paths = _paths(folder)
    sizes = [path.stat().st_size for path in paths]
    while len(paths) > MOST_STEPS or (len(paths) > 1 and sum(sizes) > MOST_BYTES):
        disk.remove(paths.pop(0))
        sizes.pop(0)
