"""Records changed where they stand: only what differs is written, whatever its form.

The result is parsed again by the caller, who refuses what does not mean what was meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeGuard

from icccat.catalogue.text.brackets import pair_spans
from icccat.catalogue.text.cuts import Patch, cuts, has_blank_line_above, indentation, patched
from icccat.catalogue.text.places import lead, newline_at, put_last, tail
from icccat.catalogue.text.statements import statements
from icccat.catalogue.text.values import alike, changed, dotted, is_list, pairs, steps
from icccat.catalogue.toml import block, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from icccat.catalogue.text.statements import Keys, RecordKey, Statement
    from icccat.catalogue.toml import TomlValue

Table: TypeAlias = Mapping[str, "TomlValue"]


def edited(text: str, records: Mapping[RecordKey, Table | None]) -> str:
    """The text in which each of the records, by kind and id, means its plain table; None: gone.

    The order of the names in a table is that in which its fields stand. The text is scanned once,
    however many records there are.

    Raises:
        ValueError: there is no such record, or it is no table.

    """
    if not records:
        return text
    there, found = parse(text, ""), statements(text)
    own = _owned(found)
    patches: list[Patch] = []
    removed: set[int] = set()
    whole: dict[str, dict[str, Table | None]] = {}  # of kinds written as one pair
    for (kind, id_), new in records.items():
        tables = there.get(kind)
        old = tables.get(id_) if isinstance(tables, Mapping) else None
        if new is not None and not isinstance(old, Mapping):
            raise ValueError(f"no record {kind}.{id_}")
        if own[kind,]:
            whole.setdefault(kind, {})[id_] = new
        elif new is None:
            removed.update(own[kind, id_])
        else:
            edit = _Edit(text, found, own[kind, id_])
            edit.change((kind, id_), old, new)
            patches += edit.result()
    for kind, changed_ones in whole.items():
        edit = _Edit(text, found, own[kind,])
        merged = {**there[kind], **changed_ones}
        stay = {id_: table for id_, table in merged.items() if table is not None}
        edit.change_value(own[kind,][0], there[kind], stay)
        patches += edit.result()
    return patched(text, [*patches, *cuts(text, found, removed, is_record=True)])


def edited_table(text: str, name: str, new: Table) -> str:
    """The text in which a table of the top, that is no kind of record, means `new`."""
    found = statements(text)
    own = [number for number, one in enumerate(found) if one.path[0] == name]
    if not own:
        lines = [f"[{dotted((name,))}]", *(line for key in new for line in pairs((key,), new[key]))]
        return put_last(text, "\n".join(lines))
    edit = _Edit(text, found, own)
    edit.change((name,), parse(text, "")[name], new)
    return patched(text, edit.result())


def _owned(found: Sequence[Statement]) -> defaultdict[Keys, list[int]]:
    """The numbers of each record's statements; of a kind's where that is one pair."""
    own: defaultdict[Keys, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        if len(one.path) > 1:
            own[one.path[:2]].append(number)
        elif one.form == "pair":
            own[one.path].append(number)
    return own


class _Home(NamedTuple):
    """Where lines of a table go: at an offset, indented like a statement.

    `above` is the path of the section's heading and `heading` its number: -1 where there is none
    above the first pairs, None where it is still to be made.
    """

    heading: int | None
    above: Keys
    at: int
    like: int


class _Edit:
    """The patches that change a record, gathered field by field.

    All paths are full ones, as those of statements are.
    """

    def __init__(self, text: str, found: Sequence[Statement], own: Sequence[int]) -> None:
        self.text = text
        self.found = found
        self.own = own
        self.gone: set[int] = set()
        self.patches: list[Patch] = []
        self.sections: dict[_Home, list[str]] = {}  # the lines below headings still to be made

    def result(self) -> list[Patch]:
        """All the patches."""
        for home, below in self.sections.items():
            self._add([f"[{dotted(self.names_of(home.above))}]", *below], home, has_heading=True)
        filled = {patch.start for patch in self.patches}
        gone = cuts(self.text, self.found, self.gone, is_record=False, filled=filled)
        return [*self.patches, *gone]

    def change(self, path: Keys, old: Any, new: Any) -> None:  # noqa: ANN401 (what TOML can mean)
        """Make what is at the path mean `new`, if it can be changed there."""
        first = self._at(path)[0]
        if alike(old, new):
            return
        if self._is_pair(first, path):
            self.change_value(first, old, new)
        elif isinstance(new, Mapping):
            self._table(path, old, new)
        else:
            self._blocks(path, old, new)

    def change_value(self, number: int, old: TomlValue, new: TomlValue) -> None:
        """Make the value of a pair mean `new`; plain text that gets languages gets them by keys."""
        statement = self.found[number]
        key, value = pair_spans(self.text, statement.start)
        if not isinstance(new, Mapping) or isinstance(old, Mapping) or not new:
            self._replace(value, changed(self.text[value], old, new))
            return
        same = next((name for name, item in new.items() if alike(old, item)), next(iter(new)))
        self._replace(slice(key.stop, key.stop), f".{dotted((same,))}")
        self._replace(value, changed(self.text[value], old, new[same]))
        below = _Home(None, (), statement.end, number)
        for name, item in new.items():
            if name != same:
                self._add([f"{self.text[key]}.{line}" for line in pairs((name,), item)], below)

    def _table(self, path: Keys, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Make a table that is spread over statements mean `new`."""
        kept = {
            name
            for name, value in new.items()
            if name in old and self._can_be((*path, name), old[name], value)
        }
        self.gone.update(
            number for name in old if name not in kept for number in self._at((*path, name))
        )
        home = self._home(path)
        for name, value in new.items():
            names = (*path, name)
            if name in kept:
                self.change(names, old[name], value)
                home = self._behind(names, home)
            elif _is_tables(value) and self._headings(path):
                self._add_blocks(self._end_of_sections(path), names, value)
            else:
                self._add_lines(home, pairs(names[len(home.above) :], value))
        if not new:
            rest = path[len(home.above) :]
            self._add_lines(home, [f"{dotted(rest)} = {{}}"] if rest else [])

    def _blocks(self, path: Keys, old: Sequence[Any], new: Sequence[Any]) -> None:
        """Make an array of `[[blocks]]` mean `new`."""
        start = lead(self.text, self.found, self._at(path)[0])
        is_apart = has_blank_line_above(self.text, start)
        previous: Keys | None = None
        for i, j in steps(old, new):
            block = (*path, str(i))
            if j is None:
                self.gone.update(self._at(block))
            elif i is not None:
                self.change(block, old[i], new[j])
                previous = block
            elif previous:
                self._add_blocks(self._end_of_sections(previous), path, [new[j]], above=is_apart)
            else:
                self._add_blocks(start, path, [new[j]], above=False, below=is_apart)

    def _add_lines(self, home: _Home, new: Iterable[str]) -> None:
        if home.heading is None:
            self.sections.setdefault(home, []).extend(new)
        else:
            self._add(new, home)

    def _add_blocks(
        self,
        at: int,
        path: Keys,
        tables: Sequence[Any],
        *,
        above: bool = True,
        below: bool = False,
    ) -> None:
        """Add blocks, each with a blank line above or below."""
        names = self.names_of(path)
        for table in tables:
            text = "\n" * above + block(names, table) + "\n" * below
            newline = newline_at(self.text, at)
            self.patches.append(Patch(at, at, text.replace("\n", newline), has_heading=True))

    def _add(self, new: Iterable[str], home: _Home, *, has_heading: bool = False) -> None:
        spaces = indentation(self.text, self.found[home.like].start)
        newline = newline_at(self.text, home.at)
        text = "".join(f"{spaces}{line}{newline}" for line in new)
        self.patches.append(Patch(home.at, home.at, text, has_heading=has_heading))

    def _replace(self, place: slice, text: str) -> None:
        self.patches.append(Patch(place.start, place.stop, text))

    def _home(self, path: Keys) -> _Home:
        """Where the first line of a table goes."""
        at = self._at(path)
        for number in at:
            heading = self._heading(number)
            above = self._path(heading)
            if above == path:
                below = number + 1
                has_pairs = below < len(self.found) and self.found[below].form == "pair"
                like = below if has_pairs else number
                return _Home(heading, above, self.found[number].end, like)
            if len(above) < len(path):
                return _Home(heading, above, self.found[number].start, number)
        return _Home(None, path, self.found[at[0]].start, at[0])

    def _behind(self, path: Keys, home: _Home) -> _Home:
        """Where the next line of the table goes, once what is at the path stands before it."""
        for number in reversed(self._at(path)):
            if self.found[number].form == "pair" and self._heading(number) == home.heading:
                return home._replace(at=self.found[number].end, like=number)
        return home

    def _end_of_sections(self, path: Keys) -> int:
        """The place behind the last section of a table, if possible one that stays."""
        headings = self._headings(path)
        number = max([one for one in headings if one not in self.gone] or headings) + 1
        while number < len(self.found) and self.found[number].form == "pair":
            number += 1
        return tail(self.text, self.found, number - 1)

    def _can_be(self, path: Keys, old: TomlValue, new: TomlValue) -> bool:
        """Whether what is at the path can mean `new` where it stands."""
        if self._is_pair(self._at(path)[0], path):
            return True
        return isinstance(new, Mapping) if isinstance(old, Mapping) else _is_tables(new)

    def _is_pair(self, number: int, path: Keys) -> bool:
        return self.found[number].form == "pair" and self.found[number].path == path

    def _heading(self, number: int) -> int:
        """The number of the heading a statement is below; -1 for none."""
        while number >= 0 and self.found[number].form == "pair":
            number -= 1
        return number

    def _path(self, heading: int) -> Keys:
        return self.found[heading].path if heading >= 0 else ()

    def _headings(self, path: Keys) -> list[int]:
        return [number for number in self._at(path) if self.found[number].form != "pair"]

    def names_of(self, path: Keys) -> Keys:
        """The path as headings have it, without the numbers of elements."""
        own = [self.found[number] for number in self.own]
        blocks = {one.path for one in own if one.form == "array"}
        return tuple(name for end, name in enumerate(path, 1) if path[:end] not in blocks)

    def _at(self, path: Keys) -> list[int]:
        """The numbers of the statements at and below a path."""
        return [one for one in self.own if self.found[one].path[: len(path)] == path]


def _is_tables(value: TomlValue) -> TypeGuard[Sequence[Mapping[str, Any]]]:
    """Whether the value is what blocks can be: a list of tables, and not an empty one."""
    return is_list(value) and bool(value) and all(isinstance(one, Mapping) for one in value)
