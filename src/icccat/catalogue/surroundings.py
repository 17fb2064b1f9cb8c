"""What is wrong with the catalogue's file and what lies beside it."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from icccat.errors import Level, Problem
from icccat.locale import translate as _
from icccat.records.schema import schema as schema_now
from icccat.words.shell import in_shell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.text import Statement

SCHEMA = "catalogue.schema.json"
MEGABYTE = 1_000_000
MOST_BYTES = 50 * MEGABYTE  # memory grows with the file
MEND = "icccat check --fix"

_NAMED = re.compile(rf"^#:schema[ \t]+(?:\./)?{re.escape(SCHEMA)}[ \t]*\r?$", re.MULTILINE)
# What the services that synchronise folders put behind the name of the second of two files that
# were changed at once: a computer's name (OneDrive: LAPTOP-5JK, Anas-MacBook), words in brackets
# (Dropbox, Nextcloud), a word and a date (Syncthing).
_CONFLICT = re.compile(
    r"-(?=.*[A-Z])(?=.*[0-9-])[A-Z0-9-]+"
    r"|-.*(?:MacBook|iMac|Mac-mini|Mac mini).*"
    r"|[ _-]*\(.*(?:conflict|conflit|Conflict|Conflit).*\)"
    r"|\.sync-conflict-.*"
)


def conflict_copies(catalogue: Catalogue, statements: Sequence[Statement]) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """A second file that a synchronised folder made of the catalogue when two people wrote."""
    real = Path(os.path.realpath(catalogue.path))
    given = catalogue.path.parent
    folder = given if Path(os.path.realpath(given)) == real.parent else real.parent
    for name in sorted(_names(real.parent)):
        if name.startswith(real.stem) and name.endswith(real.suffix):
            added = name.removeprefix(real.stem).removesuffix(real.suffix)
            if _CONFLICT.fullmatch(added):
                sentence = _(
                    '"{name}" beside it was made when two people wrote at once: take over what is'
                    " in it alone, then delete it"
                )
                mend = f"icccat merge {in_shell((folder / name).as_posix())}"
                yield Problem(Level.WARNING, (), sentence.format(name=name), mend)


def _names(folder: Path) -> list[str]:
    """The names in a folder; none of one that cannot be read."""
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def schema(catalogue: Catalogue, statements: Sequence[Statement]) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """The schema that the catalogue names is missing, or of another version of icccat."""
    named = _NAMED.search(catalogue.text)
    if named and not _is_current(schema_file(catalogue)):
        sentence = _('"{name}", by which editors check as you type, is missing or out of date')
        line = catalogue.text.count("\n", 0, named.start()) + 1
        yield Problem(Level.WARNING, (), sentence.format(name=SCHEMA), MEND, line)


def schema_file(catalogue: Catalogue) -> Path:
    """Where the catalogue's schema stands, or would stand."""
    return catalogue.path.parent / SCHEMA


def _is_current(file: Path) -> bool:
    try:
        found: object = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):  # not there, or whatever else it may be
        return False
    return found == schema_now()


def size(catalogue: Catalogue, statements: Sequence[Statement]) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """A catalogue so large that commands become slow."""
    found = len(catalogue.text.encode())
    if found > MOST_BYTES:
        sentence = _("the file has {found} MB: beyond {most} MB every command is slow")
        sentence = sentence.format(found=found // MEGABYTE, most=MOST_BYTES // MEGABYTE)
        yield Problem(Level.WARNING, (), sentence)
