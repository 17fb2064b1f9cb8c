"""What a change makes of a catalogue: a new text, and what it must mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.catalogue import pieces, text, toml
from icccat.errors import Unsafe
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.catalogue.catalogue import Catalogue
    from icccat.records.change import Change


class Rename(NamedTuple):
    """A record that gets another id."""

    kind: str
    id: str
    new_id: str


class Plan(NamedTuple):
    """A new text, and what it must mean when it is parsed.

    `sort` and `of` are those of the step that it makes in history.
    """

    text: str
    data: Mapping[str, Any]
    sort: str = "command"
    of: int = 0


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
        there = _put(content[place], rewritten, edits, new)
        content = content[: place.start] + there + content[place.stop :]
    for kind in [kind for kind, records in data.items() if records == {}]:
        if kind not in pieces.parse(content, ""):
            del data[kind]  # the last of its kind
    return Plan(content, data)


def _put(
    there: str,
    rewritten: Mapping[text.RecordKey, str],
    edits: Mapping[text.RecordKey, Mapping[str, Any] | None],
    new: Mapping[text.RecordKey, str],
) -> str:
    """The text with the lines of some records replaced, some edited, and some new."""
    if rewritten:
        there = text.replaced(there, rewritten)
    if edits:
        there = text.edited(there, edits)
    return text.put(there, new)


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
