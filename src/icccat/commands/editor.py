"""A record in the person's own editor: its lines alone, until they are right or given up."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from icccat.catalogue import text, toml
from icccat.catalogue.changes import rewrite
from icccat.catalogue.lookup import resolve
from icccat.catalogue.meanwhile import as_agreed
from icccat.catalogue.plan import Plan
from icccat.commands.editors import open_at
from icccat.commands.sheet import Mistake, bare, corrected, sheet
from icccat.errors import Failure, Level, Refused, Stopped, Unsafe
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.change import Change
from icccat.records.edit import new_problems
from icccat.terminal.question import agreed

if TYPE_CHECKING:
    from icccat.catalogue.catalogue import Catalogue
    from icccat.commands.session import Session
    from icccat.records.record import Record


def edit_by_hand(session: Session, id_: str, *, yes: bool) -> None:
    """Open the record in the editor; save what is right, after a question.

    Raises Refused where there is nobody to ask, or the person gives up; what was typed stays
    in a file that is named.
    """
    if not sys.stdin.isatty():
        raise Refused(_("edit ID opens an editor, which needs a terminal: give FIELD=VALUE"))
    catalogue = session.load()
    record = resolve(catalogue, id_)
    lines = _lines(catalogue, record)
    file = Path(tempfile.mkdtemp(prefix="icccat-")) / f"{record.kind}.toml"
    try:
        typed, change = _typed(session, catalogue, record, file)
        agreed_to = yes or typed == lines or _wanted(session, change)
    except KeyboardInterrupt:
        raise Stopped(_left(file)) from None
    if typed == lines:
        session.terminal.note(_("nothing to change"))
    elif agreed_to:
        _save(session, change, lines, typed, file)
    else:
        raise Refused(_left(file))
    shutil.rmtree(file.parent, ignore_errors=True)  # what was typed is saved by now


def _typed(
    session: Session, catalogue: Catalogue, record: Record, file: Path
) -> tuple[str, Change]:
    """What was typed, and the change that it makes; a mistake opens the editor again, at its line.

    Raises Refused where the person gives up.
    """
    lines = _lines(catalogue, record)
    shown = sheet(lines, record)
    while True:
        file.write_bytes(shown.text.encode())
        open_at(file, shown.line)
        typed = file.read_bytes().decode("utf-8-sig", errors="replace")
        change = _change(catalogue, record, typed)
        if isinstance(change, Change):
            return bare(typed, lines, shown.mark), change
        session.terminal.note(*(one.sentence for one in change))
        if not agreed(session.terminal, sys.stdin, _("Open it again?")):
            raise Refused(_left(file))
        shown = corrected(typed, change, shown.mark)


def _line(sentence: str) -> int:
    """The line that stands in a sentence about what is no TOML; 0 where none does."""
    found = re.match(r".*?:([0-9]+):[0-9]+: ", sentence)
    return int(found[1]) if found else 0


def _wanted(session: Session, change: Change) -> bool:
    session.report([change], "")
    return agreed(session.terminal, sys.stdin, _("Save this?"))


def _left(file: Path) -> str:
    return _("nothing was changed; what you typed is in {file}").format(file=file)


def _save(session: Session, change: Change, lines: str, typed: str, file: Path) -> None:
    """Put what was typed in the place of the record's lines, if they are still the same."""

    def plan(now: Catalogue) -> Plan:
        record = now.records[change.kind].get(change.id)
        if record is None or _lines(now, record) != lines:
            _made, told = as_agreed([change], now)
            sentence = _("{record} has changed since; what you typed is in {file}")
            raise Unsafe(sentence.format(record=change.key, file=file), *told)
        data = {**now.data, change.kind: {**now.data[change.kind], change.id: change.after}}
        return Plan(now.text.replace(lines, typed, 1), data)

    by = session.by(f"edit {change.id}")
    rewrite(session.where().path, by, plan, waiting=session.waiting)
    session.terminal.note(_("icccat undo takes it back"))


def _lines(catalogue: Catalogue, record: Record) -> str:
    """The record's lines; raises Refused where they are scattered, or not its own."""
    found = text.statements(catalogue.text)
    own = [one for one in found if one.path[:2] == (record.kind, record.id)]
    span = text.record_span(catalogue.text, found, record.kind, record.id)
    scattered = len(own) != len(text.run(found, record.kind, record.id))
    if span is None or scattered or own[0].form == "pair":
        sentence = _("{record} is written in a form of its own: edit it in {file}")
        raise Refused(sentence.format(record=record.key, file=catalogue.name))
    return catalogue.text[slice(*span)]


def _change(catalogue: Catalogue, record: Record, typed: str) -> Change | list[Mistake]:
    """What was typed, as a change; or what is wrong with it."""
    try:
        data = toml.parse(typed, record.key)
    except Failure as failure:
        return [Mistake(_line(one), one) for one in failure.lines]
    there = data.get(record.kind)
    if list(data) != [record.kind] or not isinstance(there, dict) or list(there) != [record.id]:
        sentence = _("the heading [{record}] stays: icccat edit ID id=NEW changes an id")
        return [Mistake(0, sentence.format(record=record.key))]
    change = Change(
        record.kind, record.id, catalogue.data[record.kind][record.id], there[record.id]
    )
    lines = text.lines_of(text.statements(typed))
    return [
        Mistake(text.line_of(lines, problem.path), labelled(problem.where, problem.message))
        for problem in new_problems([change], catalogue.records, catalogue.language)
        if problem.level is Level.ERROR
    ] or change
