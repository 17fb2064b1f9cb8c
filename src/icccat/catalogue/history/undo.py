"""Taking back the latest step, and making it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from icccat.catalogue import toml
from icccat.catalogue.history.slices import back, forth
from icccat.catalogue.history.step import fingerprint
from icccat.errors import NothingFound, Unsafe
from icccat.locale import translate as _
from icccat.records.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.catalogue.history.step import Step


Table: TypeAlias = Mapping[str, Any]
WHOLE = ""  # in the place of a field's name


def to_undo(steps: Iterable[Step]) -> Step:
    """The step that undo takes back; raises NothingFound where there is none."""
    done, _undone = _stacks(steps)
    if not done:
        raise NothingFound(_("there is nothing to undo"))
    return done[-1]


def to_redo(steps: Iterable[Step]) -> Step:
    """The step that redo makes again; raises NothingFound where there is none."""
    _done, undone = _stacks(steps)
    if not undone:
        raise NothingFound(_("there is nothing to redo"))
    return undone[-1]


def _stacks(steps: Iterable[Step]) -> tuple[list[Step], list[Step]]:
    """The steps that stand, and those taken back; a new step forgets the latter."""
    done: list[Step] = []
    undone: list[Step] = []
    for step in steps:
        if step.by.sort == "undo" and done and done[-1].number == step.by.of:
            undone.append(done.pop())
        elif step.by.sort == "redo" and undone and undone[-1].number == step.by.of:
            done.append(undone.pop())
        else:
            done.append(step)
            undone.clear()
    return done, undone


def text_before(step: Step, text: str) -> str | None:
    """The text as it was before the step, byte for byte; nothing if others came after it."""
    found = back(text, step.slices) if fingerprint(text) == step.after else None
    return found if found is not None and fingerprint(found) == step.before else None


def text_after(step: Step, text: str) -> str | None:
    """The text as the step left it, byte for byte; nothing if others came after it."""
    found = forth(text, step.slices) if fingerprint(text) == step.before else None
    return found if found is not None and fingerprint(found) == step.after else None


def on_today(changes: Iterable[Change], data: Table) -> list[Change]:
    """The changes as they are made to today's records, field by field.

    Raises Unsafe, naming the field, where it no longer has the value that the change began with.
    """
    found: list[Change] = []
    wrong: list[str] = []
    for change in changes:
        there = data.get(change.kind)
        now = there.get(change.id) if isinstance(there, Mapping) else there
        result, stands = merged(now, change.before, change.after)
        wrong += [_changed_since(change.key, name) for name in stands]
        found.append(Change(change.kind, change.id, now, result))
    if wrong:
        raise Unsafe(_("nothing was changed, as something else came in between:"), *wrong)
    return [one for one in found if not _alike(one.before, one.after)]


def _changed_since(record: str, field: str) -> str:
    """What is said of a field that stands in the way, or of the whole record."""
    if field == WHOLE:
        return _("{record}: it has changed since").format(record=record)
    return _("{record}: {field} has changed since").format(record=record, field=field)


def merged(
    now: Table | None, before: Table | None, after: Table | None
) -> tuple[Table | None, list[str]]:
    """Today's table with what differs between the other two, and the fields that forbid it.

    WHOLE is the record itself: there no longer, or there again.
    """
    if before is None or after is None:
        return (after, []) if _alike(now, before) or _alike(now, after) else (now, [WHOLE])
    if not isinstance(now, Mapping):
        return now, [WHOLE]
    result, stands = dict(now), []
    for name in {**before, **after}:
        old, new, current = (table.get(name) for table in (before, after, now))
        if _alike({"it": old}, {"it": new}) or _alike({"it": current}, {"it": new}):
            continue
        if not _alike({"it": current}, {"it": old}):
            stands.append(name)
        elif new is None:
            del result[name]
        else:
            result[name] = new
    order = {**after, **result}  # so that a field that comes back stands where it stood
    return {name: result[name] for name in order if name in result}, stands


def _alike(one: Table | None, other: Table | None) -> bool:
    if one is None or other is None:
        return one is other
    return toml.same(one, other)
