"""What surrounds an export: what a format can hold, where it is written, and what is said of it."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from icccat.catalogue.file.output import write_output
from icccat.errors import NothingFound, Refused
from icccat.formats import format_named, kinds_of
from icccat.locale import count
from icccat.locale import translate as _
from icccat.records.kinds import KINDS
from icccat.records.sorts import or_nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from icccat.commands.session import Session
    from icccat.records.record import Record


def held(found: Sequence[Record], format_name: str) -> Sequence[Record]:
    """Those of the records that the format can hold; raises NothingFound where there are none."""
    if not found:
        raise NothingFound(_("nothing found, so nothing is written"))
    kinds = kinds_of(format_name)
    if len(kinds) == len(KINDS):
        return found
    held = [record for record in found if record.kind in kinds]
    if not held:
        raise NothingFound(left_out(len(found), format_name), _("so nothing is written"))
    return held


def left_out(number: int, format_name: str) -> str:
    """How many records the format cannot hold, and what it does hold."""
    sentence = count(
        "{number} record is left out: {format} holds {kinds} only",
        "{number} records are left out: {format} holds {kinds} only",
        number,
    )
    kinds = ", ".join(str(KINDS[kind].plural) for kind in kinds_of(format_name))
    return sentence.format(number=number, format=format_name, kinds=kinds)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Python not look for what nobody needs: it would go through all records time and again.

    Nor later, while what was read meanwhile is still needed.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def allowed(columns: list[str], *, notes: bool) -> list[str]:
    """The names of the columns; raises Refused for internal notes that were not asked for."""
    if "notes" in columns and not notes:
        raise Refused(_("notes are internal: they leave only with --notes"))
    return columns


def check_program(format_name: str, program: str) -> None:
    """Raise Refused where the format has no way of its own for a program."""
    ways = getattr(format_named(format_name), "PROGRAMS", ())
    if program and program not in ways:
        sentence = _("{format} is not made for {program}")
        sentence = sentence.format(format=format_name, program=program)
        raise Refused(or_nearest(sentence, program, ways))


def to_file(session: Session, data: bytes, path: Path, *, number: int, force: bool) -> None:
    """Write the file, and say how many records went there; Unsafe where it must not be."""
    write_output(path, data, force=force, catalogue=session.where().path)
    sentence = count(
        "{number} record written to {file}", "{number} records written to {file}", number
    )
    session.terminal.note(sentence.format(number=number, file=path))


def to_stdout(session: Session, data: bytes, format_name: str) -> None:
    """Write the answer out; raises Refused where a terminal would show no text."""
    if getattr(format_named(format_name), "BINARY", False) and session.terminal.out.isatty():
        sentence = _("{format} is no text: give a file to write, as in -o catalogue.{format}")
        raise Refused(sentence.format(format=format_name))
    session.terminal.raw(data)
