"""A record in the person's own editor: its lines alone, until they are right or given up."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from icccat.catalogue import text, toml
from icccat.catalogue.changes import Plan, rewrite
from icccat.catalogue.lookup import resolve
from icccat.catalogue.meanwhile import as_agreed
from icccat.errors import Failure, Level, Refused, Unsafe
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
    file.write_bytes(lines.encode())
    typed, change = _typed(session, catalogue, record, file)
    if typed == lines:
        session.terminal.note(_("nothing to change"))
    elif yes or _wanted(session, change):
        _save(session, change, lines, typed, file)
    else:
        raise Refused(_left(file))
    shutil.rmtree(file.parent, ignore_errors=True)  # what was typed is saved by now


def _typed(
    session: Session, catalogue: Catalogue, record: Record, file: Path
) -> tuple[str, Change]:
    """What was typed, and the change that it makes; a mistake opens the editor again."""
    while True:
        _open(file)
        typed = file.read_bytes().decode("utf-8", errors="replace")
        try:
            return typed, _change(catalogue, record, typed)
        except Failure as failure:
            session.terminal.note(*failure.lines)
            if not agreed(session.terminal, sys.stdin, _("Open it again?")):
                raise Refused(_left(file)) from None


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


def _change(catalogue: Catalogue, record: Record, typed: str) -> Change:
    """What was typed, as a change; Failure says what is wrong with it."""
    data = toml.parse(typed, record.key)
    after = data.get(record.kind, {}).get(record.id)
    if list(data) != [record.kind] or list(data[record.kind]) != [record.id]:
        sentence = _("the heading [{record}] stays: icccat edit ID id=NEW changes an id")
        raise Refused(sentence.format(record=record.key))
    change = Change(record.kind, record.id, catalogue.data[record.kind][record.id], after)
    problems = new_problems([change], catalogue.records, catalogue.language)
    wrong = [
        f"{problem.where}: {problem.message}"
        for problem in problems
        if problem.level is Level.ERROR
    ]
    if wrong:
        raise Refused(*wrong)
    return change


def _open(file: Path) -> None:
    """Open the file in the editor of VISUAL or EDITOR, else in one that the system has."""
    default = "notepad" if sys.platform == "win32" else "vi"
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or default
    words = shlex.split(named, posix=sys.platform != "win32")
    try:
        subprocess.run([*words, str(file)], check=False)  # noqa: S603 (the person's own editor)
    except OSError as error:
        sentence = _('the editor "{editor}" cannot be opened: set EDITOR to one that can')
        raise Refused(sentence.format(editor=named)) from error
