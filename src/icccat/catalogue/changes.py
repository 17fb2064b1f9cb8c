"""The one way to change a catalogue's file: some records, their lines alone, noted in history."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.catalogue import text, toml
from icccat.catalogue.catalogue import parse
from icccat.catalogue.file.replacement import change
from icccat.catalogue.history.journal import Journal, journal_folder, read_steps
from icccat.catalogue.history.undo import on_today, text_after, text_before, to_redo, to_undo
from icccat.errors import Unsafe
from icccat.locale import translate as _
from icccat.records.change import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.history.by import By
    from icccat.catalogue.history.step import Step
    from icccat.records.record import Record

WAIT = 10.0  # seconds for which a second writer waits for the first


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


def rewrite(path: Path, by: By, plan: Callable[[Catalogue], Plan], *, wait: float = WAIT) -> None:
    """Give the file the text that `plan` makes of the catalogue as it is under the lock.

    What `plan` raises goes through, and the file is untouched; Unsafe: it could not be safely
    changed, or the new text does not mean what was meant.
    """
    meant: list[Plan] = []

    def edit(old: str) -> str:
        meant[:] = [plan(parse(old, path))]
        return meant[0].text

    def verify(_old: str, new: str) -> None:
        if not new.strip():  # which no command would read again, undo neither
            sentence = _("{file}: nothing was saved, as nothing would be left in the file")
            raise Unsafe(sentence.format(file=path))
        if not _means(new, meant[0].data):
            sentence = _(
                "{file}: the change could not be made without touching other lines: "
                "are its records written in a form of their own?"
            )
            raise Unsafe(sentence.format(file=path))

    def who() -> By:
        return replace(by, sort=meant[0].sort, of=meant[0].of) if meant else by

    change(path, edit, verify, wait=wait, witness=lambda folder: Journal(folder, who))


def _means(new: str, data: Mapping[str, Any]) -> bool:
    try:
        return toml.same(toml.parse(new, ""), data)
    except Unsafe:
        return False


def planned(
    catalogue: Catalogue, changes: Iterable[Change], *, renames: Iterable[Rename] = ()
) -> Plan:
    """The catalogue's text with these records renamed, then those added, changed and removed."""
    content, data = catalogue.text, dict(catalogue.data)
    for kind, id_, new_id in renames:
        content = text.renamed(content, kind, id_, new_id)
        data[kind] = {new_id if key == id_ else key: table for key, table in data[kind].items()}
    changes = list(changes)
    for kind in {one.kind for one in changes}:
        there = data.get(kind)
        data[kind] = dict(there) if isinstance(there, Mapping) else {}
    new: dict[text.RecordKey, str] = {}
    others: dict[text.RecordKey, Mapping[str, Any] | None] = {}
    for one in changes:
        data[one.kind].pop(one.id, None)
        if one.after is not None:
            data[one.kind][one.id] = one.after
        if one.before is None and one.after is not None:
            new[one.kind, one.id] = toml.lines(one.kind, one.id, one.after)
        else:
            others[one.kind, one.id] = one.after
    content = text.put(text.edited(content, others), new)
    for kind in [kind for kind, records in data.items() if records == {}]:
        if kind not in toml.parse(content, ""):
            del data[kind]  # the last of its kind
    return Plan(content, data)


def add(path: Path, by: By, make: Callable[[Catalogue], Record], *, wait: float = WAIT) -> Record:
    """Add the record that `make` makes of the catalogue as it then is; give it back."""
    made: list[Record] = []

    def plan(catalogue: Catalogue) -> Plan:
        record = make(catalogue)
        made[:] = [record]
        return planned(catalogue, [Change(record.kind, record.id, None, record.plain())])

    rewrite(path, by, plan, wait=wait)
    return made[0]


def apply(
    path: Path, by: By, make: Callable[[Catalogue], list[Change]], *, wait: float = WAIT
) -> list[Change]:
    """Make the changes that `make` makes of the catalogue as it then is; give them back."""
    made: list[Change] = []

    def plan(catalogue: Catalogue) -> Plan:
        made[:] = make(catalogue)
        return planned(catalogue, made)

    rewrite(path, by, plan, wait=wait)
    return made


def undo(path: Path, by: By, *, redo: bool = False) -> Step:
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

    rewrite(path, by, plan)
    return meant[0]


def _replayed(catalogue: Catalogue, step: Step, *, redo: bool) -> Plan:
    sort = "redo" if redo else "undo"
    whole = text_after(step, catalogue.text) if redo else text_before(step, catalogue.text)
    if whole is not None:
        return Plan(whole, toml.parse(whole, ""), sort, step.number)
    changes = step.changes if redo else [one.turned for one in step.changes]
    plan = planned(catalogue, on_today(changes, catalogue.data))
    if plan.text == catalogue.text:
        sentence = _('nothing was changed: "{step}" would change nothing any more')
        raise Unsafe(sentence.format(step=step.title))
    return replace(plan, sort=sort, of=step.number)
