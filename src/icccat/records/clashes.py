"""What a merge leaves open in a record: the other side's values, under the key `clash`.

```toml
[video.refugee-inclusion]
title.en = "Ours"
date = 2019-06-20
clash.title.en = "Theirs"        # both changed it: the field has ours, this theirs
clash.removed = ["date"]         # one side took it away, the other changed it
```

`clash.removed = true` is the same for a whole record. To give the field a value settles it, and
`clash=` settles all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from icccat.errors import Level, Problem
from icccat.locale import translate as _
from icccat.words.shell import in_shell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icccat.records.known import Known
    from icccat.records.record import Record

CLASH = "clash"
REMOVED = "removed"


def clashes(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """What a merge left open: both sides changed it, and a person decides."""
    if CLASH in record.other:
        settle = f"icccat edit {in_shell(record.id)} {CLASH}="
        yield from left_open((record.kind, record.id, CLASH), record.other[CLASH], settle)


def left_open(place: tuple[str, ...], left: object, settle: str = "") -> Iterator[Problem]:
    """What stands under the key `clash`, which is at the place; `settle` is the command for it."""
    if not isinstance(left, Mapping) or not left:
        sentence = _("after a merge a table stands here: clash.title.en and its like")
        yield Problem(Level.ERROR, place, sentence, settle)
        return
    removed = left.get(REMOVED, ())
    if removed is True:
        sentence = _("one side removed this record and the other changed it: remove it, or keep it")
        yield Problem(Level.ERROR, (*place, REMOVED), sentence, settle)
    elif not isinstance(removed, (list, tuple)):
        sentence = _('after a merge it says which fields were taken away: ["date"], or true')
        yield Problem(Level.ERROR, (*place, REMOVED), sentence, settle)
    for name in removed if isinstance(removed, list) else ():
        sentence = _("one side took {field} away and the other changed it: clear it, or keep it")
        yield Problem(Level.ERROR, (*place, REMOVED), sentence.format(field=name), settle)
    for path, value in leaves((), {name: left[name] for name in left if name != REMOVED}):
        sentence = _(
            'the other side of a merge has "{value}" as {field}: set the one that is right'
        )
        sentence = sentence.format(value=as_text(value), field=".".join(path))
        yield Problem(Level.ERROR, (*place, *path), sentence, settle)


def leaves(path: tuple[str, ...], value: Any) -> Iterator[tuple[tuple[str, ...], Any]]:  # noqa: ANN401 (what TOML can mean)
    """Each value below the path that is no table."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from leaves((*path, name), inner)
    else:
        yield path, value


def as_text(value: Any) -> str:  # noqa: ANN401 (likewise)
    """A TOML value for a person: a list is its items, a table its values."""
    if isinstance(value, Mapping):
        return " | ".join(as_text(inner) for _path, inner in leaves((), value))
    if isinstance(value, list):
        return "; ".join(map(as_text, value))
    return str(value)


def settled(table: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The record's table without the clashes of the named fields, `title` or `title.fr`."""
    left = table.get(CLASH)
    if not isinstance(left, Mapping):
        return dict(table)
    for name in names:
        left = _without(left, tuple(name.split(".")))
        removed = left.get(REMOVED)
        if isinstance(removed, list):
            stay = [one for one in removed if not f"{one}.".startswith(f"{name}.")]
            rest = {key: value for key, value in left.items() if key != REMOVED}
            left = {**rest, REMOVED: stay} if stay else rest
    others = {key: value for key, value in table.items() if key != CLASH}
    return {**others, CLASH: left} if left else others


def _without(table: Mapping[str, Any], path: tuple[str, ...]) -> Mapping[str, Any]:
    """The table without what is at the path, nor the tables that this leaves empty."""
    if path[0] not in table:
        return table
    inside = table[path[0]]
    rest = {key: value for key, value in table.items() if key != path[0]}
    if len(path) > 1 and isinstance(inside, Mapping):
        kept = _without(inside, path[1:])
        return {**rest, path[0]: kept} if kept else rest
    return rest
