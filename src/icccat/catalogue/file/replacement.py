"""A changed catalogue in the place of the old one, whole or not at all; and a new one."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple, Protocol

from icccat.catalogue.file import disk
from icccat.catalogue.file.signals import held
from icccat.catalogue.file.source import Source, find, unread
from icccat.catalogue.file.waiting import USUAL
from icccat.errors import Unsafe
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from icccat.catalogue.file.waiting import Waiting

TEMPORARY = ".icccat-new"
_TRIES = 5
# Windows refuses while a virus scanner, a synchroniser or an editor has the file open: access
# denied, sharing violation, lock violation. Seconds between the tries, about two in all.
_IN_USE = (5, 32, 33)
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.6)


class Remade(NamedTuple):
    """A file with a change made; `verify` raises if the change is not what was meant."""

    new: Source
    verify: Callable[[], None]


class Witness(Protocol):
    """One who is told of each stage of a change; what it cannot note is only missed."""

    def noticed(self, old: Source) -> None:
        """The file was read under the lock."""

    def replacing(self, old: Source) -> None:
        """The new file is whole and verified, the old one still in place."""

    def replaced(self, old: Source, new: Source) -> None:
        """The new file has taken the place of the old one, and is on the disk."""


def change(
    path: Path,
    edit: Callable[[str], str],
    verify: Callable[[str, str], None],
    *,
    waiting: Waiting = USUAL,
    witness: Callable[[Path], Witness] | None = None,
) -> Source:
    """Change the catalogue's text; gives the file as it stands then.

    `edit` makes the new text of the one read under the lock, and is called again if someone saved
    the file meanwhile. `verify(old, new)` raises if the new text does not mean what was meant.
    What they raise goes through, and the file is as it was; likewise if the text is the same.
    `witness` makes, of the folder `.icccat`, the one who keeps the history.

    Raises:
        Unsafe: it cannot be read or safely changed.

    """

    def make(old: Source) -> Remade:
        text = edit(old.text)
        return Remade(with_text(old, text), lambda: verify(old.text, text))

    return remake(path, make, waiting=waiting, witness=witness)


def remake(
    path: Path,
    make: Callable[[Source], Remade],
    *,
    waiting: Waiting = USUAL,
    witness: Callable[[Path], Witness] | None = None,
) -> Source:
    """Change the catalogue's file as `change` does, by its bytes: its text need not be made."""
    from icccat.catalogue.file.lock import locked, noted  # noqa: PLC0415 (readers need no lock)

    real = _changeable(path)  # before the lock: no `.icccat` where there is no catalogue
    with locked(path, real, waiting) as folder, held(), noted(folder):
        watching = witness(folder) if witness else None
        for _try in range(_TRIES):
            changed = _changed(unread(path), make, watching)
            if changed:
                return changed
    sentence = _("{file}: nothing was saved, as another program keeps changing it; try again")
    raise Unsafe(sentence.format(file=path))


def create(path: Path, text: str) -> None:
    """Write a new file, whole or not at all, and never over an existing one.

    Raises:
        Unsafe: there is something of that name, or the file cannot be written.

    """
    if os.path.lexists(path):  # asked first, as Windows would write through a link to nothing
        raise _there_already(path)
    with held():
        try:
            _put_beside(path, text.encode())
        except FileExistsError as error:
            raise _there_already(path) from error
        except OSError as error:
            raise _not_saved(path, error) from error
        disk.sync_folder(path.parent)


def _put_beside(path: Path, data: bytes) -> None:
    """Write the file under another name, then give it its own; FileExistsError where one has it."""
    temporary = path.with_name(f"{path.name}{TEMPORARY}")
    try:
        disk.remove(temporary)  # of a writer that was killed
        disk.write_new(temporary, data)
        try:
            os.link(temporary, path)  # where a rename would write over what is there
        except FileExistsError:
            raise
        except OSError:  # a disk without second names, such as a memory stick's
            disk.write_new(path, data)
    finally:
        disk.remove(temporary)


def _changeable(path: Path) -> Path:
    """The real path; Unsafe if the file is protected, which a rename would not respect."""
    real = find(path)
    if not os.access(real, os.W_OK):
        sentence = _("{file}: nothing was saved: the file can only be read")
        raise Unsafe(sentence.format(file=path))
    return real


def _changed(
    old: Source, make: Callable[[Source], Remade], witness: Witness | None
) -> Source | None:
    """The file as it stands after the change; None if someone else changed it first."""
    if witness:
        with suppress(OSError):  # history is only missed
            witness.noticed(old)
    new, verify = make(old)
    if new == old:
        return old
    with _temporary(new) as temporary:
        verify()
        if witness:
            with suppress(OSError):
                witness.replacing(old)
        if not _replaced(temporary, old):
            return None
    disk.sync_folder(old.real.parent)
    if witness:
        with suppress(OSError):
            witness.replaced(old, new)
    return new


def with_text(old: Source, text: str) -> Source:
    """The file with another text; Unsafe where that has what is no character."""
    try:
        data = old.encode(text)
    except UnicodeEncodeError as error:  # half of a character, from a broken command line
        sentence = _("{file}: nothing was saved: {text} is not a character")
        broken = ascii(text[error.start : error.end])
        raise Unsafe(sentence.format(file=old.path, text=broken)) from error
    return Source(old.path, old.real, data, text, bom=old.bom)


def with_part(old: Source, place: slice, part: bytes) -> Source:
    """The file with other bytes in a place; the rest is copied but once."""
    rest = memoryview(old.data)
    data = b"".join((rest[: place.start], part, rest[place.stop :]))
    return Source(old.path, old.real, data, bom=old.bom)


@contextmanager
def _temporary(new: Source) -> Iterator[Path]:
    """The new file beside the old one, on the disk and read back; gone when the block is left."""
    temporary = new.real.parent / TEMPORARY
    try:
        disk.remove(temporary)  # of a writer that was killed; we have the lock
        _stage(temporary, new)
        yield temporary
    except OSError as error:
        raise _not_saved(new.path, error) from error
    finally:
        disk.remove(temporary)


def _stage(temporary: Path, new: Source) -> None:
    disk.write_new(temporary, new.data, new.real.stat())
    if temporary.read_bytes() != new.data:
        raise OSError(_("the disk gave back other bytes than it was given"))


def _replaced(temporary: Path, old: Source) -> bool:
    """Whether the new file has taken the old one's name; not if that has changed since."""
    for pause in _PAUSES:
        if not _unchanged(old):
            return False
        try:
            temporary.replace(old.real)
        except OSError as error:
            if getattr(error, "winerror", 0) not in _IN_USE:
                raise
            time.sleep(pause)
        else:
            return True
    raise OSError(_("another program has the file open"))


def _unchanged(old: Source) -> bool:
    """Whether the live file is still the one that was read; one that is gone is not."""
    try:
        return unread(old.path) == old
    except Unsafe:
        return False


def _there_already(path: Path) -> Unsafe:
    sentence = _("{file}: nothing was written, as there is something of that name already")
    return Unsafe(sentence.format(file=path))


def _not_saved(path: Path, error: OSError) -> Unsafe:
    sentence = _("{file}: nothing was saved: {reason}")
    return Unsafe(sentence.format(file=path, reason=disk.reason(error)))
