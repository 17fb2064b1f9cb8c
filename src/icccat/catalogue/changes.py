"""The one way to change a catalogue's file: some records, their lines alone, noted in history."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from icccat.catalogue import pieces
from icccat.catalogue.catalogue import parse
from icccat.catalogue.file.replacement import Remade, remake, with_text
from icccat.catalogue.file.waiting import USUAL
from icccat.catalogue.history.journal import Journal, journal_folder, read_steps
from icccat.catalogue.history.undo import on_today, text_after, text_before, to_redo, to_undo
from icccat.catalogue.parts import Forgotten, Recalled, remembers
from icccat.catalogue.patches import Patch, patch, replayed
from icccat.catalogue.plan import Plan, confirm, planned
from icccat.errors import Unsafe
from icccat.locale import translate as _
from icccat.records.change import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.file.source import Source
    from icccat.catalogue.file.waiting import Waiting
    from icccat.catalogue.history.by import By
    from icccat.catalogue.history.step import Step, Told
    from icccat.catalogue.parts import Memory
    from icccat.records.known import Among
    from icccat.records.record import Record


def rewrite(
    path: Path,
    by: By,
    plan: Callable[[Catalogue], Plan],
    *,
    waiting: Waiting = USUAL,
    in_part: Callable[[Source], Patch | None] | None = None,
) -> None:
    """Give the file the text that `plan` makes of the catalogue as it is under the lock.

    What `plan` raises goes through, and the file is untouched; Unsafe: it could not be safely
    changed, or the new text does not mean what was meant. `in_part` is asked first: it may know a
    verified change of a part of the file, so that the rest need not be read.
    """
    made: list[Plan | Patch] = []

    def make(old: Source) -> Remade:
        patch = in_part(old) if in_part else None
        if patch:
            made[:] = [patch]
            return Remade(patch.new, lambda: None)
        meant = plan(parse(old.text, path))
        made[:] = [meant]
        return Remade(with_text(old, meant.text), lambda: confirm(meant, str(path)))

    def who() -> By:
        return by._replace(sort=made[0].sort, of=made[0].of) if made else by

    def told() -> Told | None:
        return made[0].told if isinstance(made[0], Patch) else None

    def witness(folder: Path) -> Journal:
        return Journal(folder, who, told)

    remake(path, make, waiting=waiting, witness=witness)


def add(
    path: Path,
    by: By,
    make: Callable[[Among], Record],
    *,
    waiting: Waiting = USUAL,
    recall: Callable[[], Memory | None] | None = None,
) -> Record:
    """Add the record that `make` makes of the catalogue as it then is; give it back.

    What `recall` remembers of the catalogue stands for it where that is of the file as it is; it
    is called under the lock.
    """
    made: list[Record] = []

    def changes(among: Among) -> list[Change]:
        made[:] = [make(among)]
        return [Change(one.kind, one.id, None, one.plain()) for one in made]

    amend(path, by, changes, waiting=waiting, recall=recall)
    return made[0]


def amend(
    path: Path,
    by: By,
    make: Callable[[Among], list[Change]],
    *,
    waiting: Waiting = USUAL,
    recall: Callable[[], Memory | None] | None = None,
) -> list[Change]:
    """As `apply`, with changes that can be made of what is remembered; see `add`."""
    made: list[Change] = []

    def plan(among: Catalogue) -> Plan:
        made[:] = make(among)
        return planned(among, made)

    def in_part(old: Source) -> Patch | None:
        memory = recall() if recall else None
        if memory is None or not remembers(memory, old):
            return None
        try:
            made[:] = make(Recalled(old, memory))
        except Forgotten:
            return None
        return patch(old, made, memory)

    rewrite(path, by, plan, waiting=waiting, in_part=in_part)
    return made


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


def undo(
    path: Path,
    by: By,
    *,
    redo: bool = False,
    waiting: Waiting = USUAL,
    recall: Callable[[], Memory | None] | None = None,
) -> Step:
    """Take the latest step back, or make the one taken back again; give the step.

    Byte for byte where nothing came in between, else field by field. Raises NothingFound where
    there is none, Unsafe naming the field that stands in the way, or where nothing is left of it.
    """
    meant: list[Step] = []

    def step() -> Step:
        steps = read_steps(journal_folder(Path(os.path.realpath(path))))
        meant[:] = [to_redo(steps) if redo else to_undo(steps)]
        return meant[0]

    def in_part(old: Source) -> Patch | None:
        memory = recall() if recall else None
        if memory is None or not remembers(memory, old):
            return None
        return replayed(old, step(), memory, redo=redo)

    def plan(catalogue: Catalogue) -> Plan:
        return _replayed(catalogue, step(), redo=redo)

    rewrite(path, by, plan, waiting=waiting, in_part=in_part)
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
    return plan._replace(sort=sort, of=step.number)
