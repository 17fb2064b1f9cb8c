"""A value's own characters, changed as little as its new meaning asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING, Any, TypeGuard

from icccat.catalogue.text.brackets import closed, new_entry, opened, pair_spans
from icccat.catalogue.text.statements import names_of
from icccat.catalogue.toml import lines, literal, same

if TYPE_CHECKING:
    from icccat.catalogue.text.brackets import Entry
    from icccat.catalogue.text.statements import Keys
    from icccat.catalogue.toml import TomlValue


def changed(value: str, old: TomlValue, new: TomlValue) -> str:
    """The text of a value that meant `old`, made to mean `new`."""
    if alike(old, new):
        return value
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return _table(value, old, new)
    if is_list(old) and is_list(new):
        return _list(value, old, new)
    return literal(new)


def alike(one: TomlValue | None, other: TomlValue | None) -> bool:
    """Whether both mean the same, as TOML tells values apart, or neither is there."""
    return same({"": one}, {"": other})


def is_list(value: TomlValue) -> TypeGuard[Sequence[Any]]:
    """Whether the value is a TOML list."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def dotted(names: Keys) -> str:
    """The names as a key, each in quotes only where TOML needs them."""
    return lines("", "", nested(names, 0)).partition("\n")[2].removesuffix(" = 0\n")


def nested(names: Keys, value: TomlValue) -> dict[str, TomlValue]:
    """The table in which the value is at the names."""
    for name in reversed(names[1:]):
        value = {name: value}
    return {names[0]: value}


def pairs(names: Keys, value: TomlValue) -> Iterator[str]:
    """The lines that give the names a value: a table's are dotted keys."""
    if isinstance(value, Mapping) and value:
        for name, item in value.items():
            yield from pairs((*names, name), item)
    else:
        yield f"{dotted(names)} = {literal(value)}"


def steps(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[int | None, int | None]]:
    """How one list becomes the other, in order, by the numbers of their items.

    `(1, 2)`: the item stays, or is changed inside; `(1, None)`: it goes; `(None, 2)`: it is new.
    What is common at the beginning and at the end stays.
    """
    ours, theirs = [mark(item) for item in old], [mark(item) for item in new]
    above = _common(ours, theirs)
    below = _common(ours[above:][::-1], theirs[above:][::-1])
    stop, new_stop = len(old) - below, len(new) - below
    yield from ((number, number) for number in range(above))
    middle = SequenceMatcher(None, ours[above:stop], theirs[above:new_stop], autojunk=False)
    for _tag, *edges in middle.get_opcodes():
        first, last, new_first, new_last = (edge + above for edge in edges)
        for i, j in zip_longest(range(first, last), range(new_first, new_last)):
            if i is None or j is None or ours[i] == theirs[j] or _both_hold(old[i], new[j]):
                yield i, j
            else:
                yield i, None
                yield None, j
    yield from zip(range(stop, len(old)), range(new_stop, len(new)), strict=True)


def _list(value: str, old: Sequence[Any], new: Sequence[Any]) -> str:
    brackets = opened(value)
    if brackets.is_blank:
        return literal(new)
    entries: list[Entry] = []
    for i, j in steps(old, new):
        text = "" if j is None else literal(new[j])
        if i is None:
            entries.append(new_entry(text))
            continue
        entry = brackets.entries[i]
        entry.text = changed(entry.text, old[i], new[j]) if j is not None else ""
        entries.append(entry)
    return closed(value, brackets, entries)


def _table(value: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    brackets = opened(value)
    if brackets.is_blank:
        return literal(new)
    inside = _Pairs(brackets.entries)
    inside.edit((), old, new)
    entries = [*map(new_entry, inside.added[0])]
    for number, entry in enumerate(brackets.entries, 1):
        entries += [entry, *map(new_entry, inside.added[number])]
    return closed(value, brackets, entries)


class _Pairs:
    """The pairs of an inline table, changed in place, and the texts of new ones.

    `added` has these by how many of the old ones they go behind.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.names = [names_of(entry.text[pair_spans(entry.text, 0)[0]]) for entry in entries]
        self.added: defaultdict[int, list[str]] = defaultdict(list)

    def edit(self, path: Keys, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Make the table at the path, which dotted keys may hold, mean `new`."""
        behind = self._at(path)[0] if old else 0
        kept = {name for name in new if name in old and self._can_be((*path, name), new[name])}
        for number in [n for name in old if name not in kept for n in self._at((*path, name))]:
            self.entries[number].text = ""
        if path and not new:
            self.added[behind].append(f"{dotted(path)} = {{}}")
        for name, value in new.items():
            names = (*path, name)
            if name not in kept:
                self.added[behind].append(f"{dotted(names)} = {literal(value)}")
                continue
            at = self._at(names)
            behind = at[-1] + 1
            if self.names[at[0]] == names:
                self._change(self.entries[at[0]], old[name], value)
            else:
                self.edit(names, old[name], value)

    def _change(self, entry: Entry, old: TomlValue, new: TomlValue) -> None:
        value = pair_spans(entry.text, 0)[1]
        entry.text = entry.text[: value.start] + changed(entry.text[value], old, new)

    def _can_be(self, path: Keys, new: TomlValue) -> bool:
        """Whether what is at the path can mean that where it stands."""
        return isinstance(new, Mapping) or self.names[self._at(path)[0]] == path

    def _at(self, path: Keys) -> list[int]:
        return [number for number, names in enumerate(self.names) if names[: len(path)] == path]


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items are the same at the beginning of both."""
    return len([*takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False))])


def _both_hold(one: TomlValue, other: TomlValue) -> bool:
    """Whether both are tables or both lists, so that one can become the other inside."""
    both_tables = isinstance(one, Mapping) and isinstance(other, Mapping)
    return both_tables or (is_list(one) and is_list(other))


def mark(value: TomlValue) -> Hashable:
    """What is equal for values that mean the same, and can be hashed."""
    if isinstance(value, Mapping):
        return frozenset((name, mark(item)) for name, item in value.items())
    if is_list(value):
        return tuple(map(mark, value))
    return type(value), repr(value)
