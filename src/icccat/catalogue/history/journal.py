"""The journal of a catalogue: its steps as files, what was seen last, dated backups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from icccat.catalogue.file import disk
from icccat.catalogue.file.lock import FOLDER
from icccat.catalogue.history.step import Step, fingerprint, read, step, written
from icccat.catalogue.history.undo import text_after
from icccat.errors import Unsafe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from icccat.catalogue.file import Source
    from icccat.catalogue.history.by import By

STEPS, SEEN, BACKUPS = "steps", "seen.toml", "backups"
MOST_STEPS = 1000
MOST_BYTES = 50_000_000
MOST_BACKUPS = 7
# The names of our own files: no copies that people and services put beside them.
STEP = f"{'[0-9]' * 6}.json"
DAY = f"{'[0-9]' * 4}-{'[0-9]' * 2}-{'[0-9]' * 2}.toml"


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal in the folder `.icccat`, written to on behalf of someone.

    `by` says on whose, when it is needed: by then it is known which step is taken back.

    It is told of each stage of a change by the one who writes the file. What it cannot write
    is only missed: by then the catalogue is saved, or as it was.
    """

    folder: Path
    by: Callable[[], By]

    def noticed(self, old: Source) -> None:
        """Note what was changed by hand since the last step."""
        seen = self._seen()
        if seen is None:
            return
        last = last_step(self.folder)
        # a step may have been noted and not seen, by one who was killed
        left = (last and text_after(last, seen)) or seen
        if left != old.text and (last is None or last.after != fingerprint(old.text)):
            try:
                self._note(replace(self.by(), what="", sort="hand", of=0), left, old)
            except Unsafe:  # one of the two does not parse: nobody can tell what changed
                return
        if seen != old.text:
            self._see(old)

    def replacing(self, old: Source) -> None:
        """Keep a copy of the file as it was when today's work, or all history, began."""
        self._copy(old)
        if self._seen() is None:
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
        self._note(self.by(), old.text, new)
        self._see(new)

    def _note(self, by: By, old: str, new: Source) -> None:
        last = last_step(self.folder)
        made = step(last.number + 1 if last else 1, by, old, new.text)
        # what a broken command line holds of half a character stays an escape of JSON
        data = written(made).encode(errors="backslashreplace")
        _make(self.folder / STEPS)
        path = self.folder / STEPS / f"{made.number:06}.json"
        disk.put(path, data, new.real.stat())
        _bound(self.folder)

    def _see(self, now: Source) -> None:
        disk.put(self.folder / SEEN, now.text.encode(), now.real.stat())

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
    paths = reversed(_paths(folder))
    return next((made for path in paths if (made := _read(path)) is not None), None)


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
