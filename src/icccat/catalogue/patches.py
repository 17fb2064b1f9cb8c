"""A change made in a part of the file, verified there, without a look at the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from icccat.catalogue import pieces
from icccat.catalogue.catalogue import parse
from icccat.catalogue.file.replacement import with_part
from icccat.catalogue.history.slices import back, forth, slices
from icccat.catalogue.history.step import Told
from icccat.catalogue.history.step import changes as step_changes
from icccat.catalogue.parts import part
from icccat.catalogue.plan import confirm, planned
from icccat.errors import Unsafe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.catalogue.file.source import Source
    from icccat.catalogue.history.step import Step
    from icccat.catalogue.parts import Memory, Part
    from icccat.records.change import Change


class Patch(NamedTuple):
    """The file with a verified change of a part of it, and what history notes of that.

    `sort` and `of` are those of the step.
    """

    new: Source
    told: Told
    sort: str = "command"
    of: int = 0


def patch(old: Source, changes: Sequence[Change], memory: Memory) -> Patch | None:
    """The changes in the part of the file that they concern; None where there is no such part.

    They are verified as they would be in the whole, in what is not known to be as it was.
    """
    there = part(old, [(one.kind, one.id) for one in changes], memory)
    if there is None:
        return None
    plan = planned(parse(there.text, old.path), changes)
    try:
        confirm(plan, str(old.path))
        return _patched(old, there, plan.text)
    except (Unsafe, UnicodeEncodeError):  # which will be said of the whole
        return None


def replayed(old: Source, step: Step, memory: Memory, *, redo: bool) -> Patch | None:
    """The step taken back, or made again, byte for byte; None where that is not to be had."""
    now, then = (step.before, step.after) if redo else (step.after, step.before)
    if old.fingerprint != now:
        return None
    there = part(old, [(one.kind, one.id) for one in step.changes], memory)
    if there is None:
        return None
    first = _letters_before(old, there)
    inside = [one._replace(at=one.at - first) for one in step.slices if one.at >= first]
    text = (forth if redo else back)(there.text, inside)
    found = None if text is None else _patched(old, there, text)
    if found is None or found.new.fingerprint != then:
        return None
    return found._replace(sort="redo" if redo else "undo", of=step.number)


def _patched(old: Source, there: Part, text: str) -> Patch | None:
    """The file with another text in the part, which must be pieces too."""
    if text == there.text or not there.can_become(text):
        return None
    first = _letters_before(old, there)
    found = [one._replace(at=first + one.at) for one in slices(there.text, text)]
    told = Told(found, step_changes(pieces.parse(there.text, ""), pieces.parse(text, "")))
    return Patch(with_part(old, there.place, text.encode()), told)


def _letters_before(old: Source, there: Part) -> int:
    return len(old.data[: there.place.start].decode())
