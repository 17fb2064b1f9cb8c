"""The one way to change a catalogue's file: some records, their lines alone, noted in history."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.catalogue import pieces, text, toml
from icccat.catalogue.catalogue import parse
from icccat.catalogue.file.replacement import change
from icccat.catalogue.file.waiting import USUAL
from icccat.catalogue.history.journal import Journal, journal_folder, read_steps
from icccat.catalogue.history.undo import on_today, text_after, text_before, to_redo, to_undo
from icccat.errors import Unsafe
from icccat.locale import translate as _
from icccat.records.change import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.file.waiting import Waiting
    from icccat.catalogue.history.by import By
    from icccat.catalogue.history.step import Step
    from icccat.records.record import Record


class Rename(NamedTuple):
    """A record that gets another id."""

    kind: str
    id: str
    new_id: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A new text, and what it must mean when it is parsed.

    `sort` and `of` are those of the step that it makes in history.
    """

    text: str
    data: Mapping[str, Any]
    sort: str = "command"
    of: int = 0


def rewrite(
    path: Path, by: By, plan: Callable[[Catalogue], Plan], *, waiting: Waiting = USUAL
) -> None:
    """Give the file the text that `plan` makes of the catalogue as it is under the lock.

    What `plan` raises goes through, and the file is untouched; Unsafe: it could not be safely
    changed, or the new text does not mean what was meant.
    """
    meant: list[Plan] = []

    def edit(old: str) -> str:
        meant[:] = [plan(parse(old, path))]
        return meant[0].text

    def verify(_old: str, new: str) -> None:
        confirm(replace(meant[0], text=new), str(path))

    def who() -> By:
        return replace(by, sort=meant[0].sort, of=meant[0].of) if meant else by

    change(path, edit, verify, waiting=waiting, witness=lambda folder: Journal(folder, who))


def confirm(plan: Plan, name: str) -> None:
    """Raise Unsafe unless the plan's text means what it must; `name` is the file's."""
    if not plan.text.strip():  # which no command would read again, undo neither
        sentence = _("{file}: nothing was saved, as nothing would be left in the file")
        raise Unsafe(sentence.format(file=name))
    if not _means(plan.text, plan.data):
        sentence = _(
            "{file}: the change could not be made without touching other lines: "
            "are its records written in a form of their own?"
        )
        raise Unsafe(sentence.format(file=name))


def _means(new: str, data: Mapping[str, Any]) -> bool:
    try:
        return toml.same(pieces.parse(new, ""), data)
    except Unsafe:
        return False


def planned(
    catalogue: Catalogue,
    changes: Iterable[Change],
    *,
    renames: Iterable[Rename] = (),
    lines: Mapping[text.RecordKey, str] | None = None,
) -> Plan:
    """The catalogue's text with these records renamed, then those added, changed and removed.

    `lines` are those of records that have some already; they stand for their new tables.
    """
    content, data = catalogue.text, dict(catalogue.data)
    for kind, id_, new_id in renames:
        content = text.renamed(content, kind, id_, new_id)
        data[kind] = {new_id if key == id_ else key: table for key, table in data[kind].items()}
    changes = list(changes)
    for kind in {one.kind for one in changes}:
        there = data.get(kind)
        data[kind] = dict(there) if isinstance(there, Mapping) else {}
    given = lines or {}
    new: dict[text.RecordKey, str] = {}
    rewritten: dict[text.RecordKey, str] = {}
    edits: dict[text.RecordKey, Mapping[str, Any] | None] = {}
    for one in changes:
        key = one.kind, one.id
        data[one.kind].pop(one.id, None)
        if one.after is not None:
            data[one.kind][one.id] = one.after
        if one.before is None and one.after is not None:
            new[key] = given.get(key) or toml.lines(*key, one.after)
        elif key in given:
            rewritten[key] = given[key]
        else:
            edits[key] = one.after
    if changes:
        place = pieces.part(content, [*rewritten, *edits, *new])
        there = text.edited(text.replaced(content[place], rewritten), edits)
        content = content[: place.start] + text.put(there, new) + content[place.stop :]
    for kind in [kind for kind, records in data.items() if records == {}]:
        if kind not in pieces.parse(content, ""):
            del data[kind]  # the last of its kind
    return Plan(content, data)


def add(
    path: Path, by: By, make: Callable[[Catalogue], Record], *, waiting: Waiting = USUAL
) -> Record:
    """Add the record that `make` makes of the catalogue as it then is; give it back."""
    made: list[Record] = []

    def plan(catalogue: Catalogue) -> Plan:
        record = make(catalogue)
        made[:] = [record]
        return planned(catalogue, [Change(record.kind, record.id, None, record.plain())])

    rewrite(path, by, plan, waiting=waiting)
    return made[0]


def apply(
    path: Path, by: By, make: Callable[[Catalogue], list[Change]], *, waiting: Waiting = USUAL
) -> list[Change]:
    """Make the changes that `make` makes of the catalogue as it then is; give them back."""
    made: list[Change] = []

    def plan(catalogue: Catalogue) -> Plan:
        made[:] = make(catalogue)
        return planned(catalogue, made)

    rewrite(path, by, plan, waiting=waiting)
    return made


def undo(path: Path, by: By, *, redo: bool = False, waiting: Waiting = USUAL) -> Step:
    """Take the latest step back, or make the one taken back again; give the step.

    Byte for byte where nothing came in between, else field by field. Raises NothingFound where
    there is none, Unsafe naming the field that stands in the way, or where nothing is left of it.
    """
    meant: list[Step] = []

    def plan(catalogue: Catalogue) -> Plan:
        steps = read_steps(journal_folder(Path(os.path.realpath(path))))
        step = to_redo(steps) if redo else to_undo(steps)
        meant[:] = [step]
        return _replayed(catalogue, step, redo=redo)

    rewrite(path, by, plan, waiting=waiting)
    return meant[0]


def _replayed(catalogue: Catalogue, step: Step, *, redo: bool) -> Plan:
    sort = "redo" if redo else "undo"
    whole = text_after(step, catalogue.text) if redo else text_before(step, catalogue.text)
    if whole is not None:
        return Plan(whole, pieces.parse(whole, ""), sort, step.number)
    changes = step.changes if redo else [one.turned for one in step.changes]
    plan = planned(catalogue, on_today(changes, catalogue.data))
    if plan.text == catalogue.text:
        sentence = _('nothing was changed: "{step}" would change nothing any more')
        raise Unsafe(sentence.format(step=step.title))
    return replace(plan, sort=sort, of=step.number)
