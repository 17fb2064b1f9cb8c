"""A file that a person asked for, such as an export: whole or not at all, and over nothing dear."""

from __future__ import annotations

import os
from pathlib import Path

from icccat.catalogue.file import disk
from icccat.catalogue.file.signals import held
from icccat.errors import Unsafe
from icccat.locale import translate as _


def write_output(path: Path, data: bytes, *, force: bool, catalogue: Path) -> None:
    """Write the file; with `force` in the place of another, but never of the catalogue.

    Raises Unsafe where that may not be, or the disk refuses; then nothing has changed.
    """
    if os.path.lexists(path):
        _allow(path, force=force, catalogue=catalogue)
    real = Path(os.path.realpath(path))  # which, unlike resolve, bears links in a circle
    temporary = real.with_name(f"{real.name}.icccat-new")
    try:
        with held():
            disk.remove(temporary)
            disk.write_new(temporary, data, real.stat() if real.exists() else None)
            temporary.replace(real)
            disk.sync_folder(real.parent)
    except OSError as error:
        disk.remove(temporary)
        sentence = _("{file}: nothing was written: {reason}")
        raise Unsafe(sentence.format(file=path, reason=disk.reason(error))) from error


def _allow(path: Path, *, force: bool, catalogue: Path) -> None:
    """Raises Unsafe if what has the name already must stay."""
    if path.exists() and catalogue.exists() and path.samefile(catalogue):
        sentence = _("{file}: nothing was written: it is the catalogue itself")
    elif not force:
        sentence = _("{file}: nothing was written, as it is there already (--force overwrites it)")
    elif path.exists() and not path.is_file():
        sentence = _("{file}: nothing was written: it is not a file")
    else:
        return
    raise Unsafe(sentence.format(file=path))
