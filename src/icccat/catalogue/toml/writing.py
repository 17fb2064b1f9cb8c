"""A record's values → its lines, as people write them by hand.

tomli-w is asked for single literals and keys only: left to itself it puts each item of a list on
a line of its own, folds short lists of tables into one line, and would quote a key `title.en`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import TypeAlias, TypeGuard

TomlValue: TypeAlias = (
    str | int | float | date | time | Mapping[str, "TomlValue"] | Sequence["TomlValue"]
)
Table: TypeAlias = Mapping[str, TomlValue]


def lines(kind: str, id_: str, values: Table) -> str:
    """The text of a record, its heading first, its fields in the order given.

    A mapping becomes dotted keys (`title.en = "…"`), a list one line, and a list of mappings
    `[[kind.id.field]]` blocks after the other fields, each after a blank line.
    """
    return "\n".join([heading(kind, id_), *_table((kind, id_), values)]) + "\n"


def block(path: tuple[str, ...], table: Table) -> str:
    """The text of one `[[block]]`, with all that is in it."""
    return "\n".join(_blocks(path, [table])).removeprefix("\n") + "\n"


def heading(kind: str, id_: str) -> str:
    """The heading of a record: `[video.refugee-inclusion]`, `[place."Lisbon, PT"]`."""
    return f"[{_dotted((kind, id_))}]"


def literal(value: TomlValue) -> str:
    """The value as it stands after `=`, on one line."""
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_key(name)} = {literal(item)}" for name, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(literal, value))}]"
    return _dumps({"x": value}).removeprefix("x = ").removesuffix("\n")


def _table(path: tuple[str, ...], table: Table) -> Iterator[str]:
    """The lines below a heading: plain fields, then the blocks."""
    fields = list(_fields((), table))
    for names, value in fields:
        if not _is_blocks(value):
            yield f"{_dotted(names)} = {literal(value)}"
    for names, value in fields:
        if _is_blocks(value):
            yield from _blocks(path + names, value)


def _fields(above: tuple[str, ...], table: Table) -> Iterator[tuple[tuple[str, ...], TomlValue]]:
    """Each value that gets a line or blocks of its own, with the keys that lead to it."""
    for name, value in table.items():
        names = (*above, name)
        if isinstance(value, Mapping) and value:
            yield from _fields(names, value)
        else:
            yield names, value


def _blocks(path: tuple[str, ...], tables: Sequence[Table]) -> Iterator[str]:
    for table in tables:
        yield ""
        yield f"[[{_dotted(path)}]]"
        yield from _table(path, table)


def _is_blocks(value: TomlValue) -> TypeGuard[Sequence[Table]]:
    return (
        isinstance(value, Sequence)
        and bool(value)
        and all(isinstance(item, Mapping) for item in value)
    )


def _dotted(names: tuple[str, ...]) -> str:
    return ".".join(map(_key, names))


def _key(name: str) -> str:
    """The name as a key, in quotes only where TOML needs them."""
    return _dumps({name: 0}).removesuffix(" = 0\n")


def _dumps(table: Table) -> str:
    from tomli_w import dumps  # noqa: PLC0415 (readers need no writer)

    return dumps(table)
