"""A record before and after, and what differs, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.records.clashes import CLASH, as_text, leaves
from icccat.records.kinds import KINDS
from icccat.records.record import from_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icccat.records.fields import Field
    from icccat.records.record import Record


class Change(NamedTuple):
    """A record before and after, as TOML tables; nothing where there was none."""

    kind: str
    id: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None

    @property
    def key(self) -> str:
        """`kind.id`: how people are told of it."""
        return f"{self.kind}.{self.id}"

    @property
    def turned(self) -> Change:
        """The change that takes this one back."""
        return Change(self.kind, self.id, self.after, self.before)


class Difference(NamedTuple):
    """A field before and after, as texts; "" where it has no value. `title.fr` is a field too."""

    name: str
    before: str
    after: str


def differences(change: Change, language: str) -> list[Difference]:
    """What differs, in the order of the kind's fields; `language` is the catalogue's."""
    before = dict(_texts(change, change.before, language))
    after = dict(_texts(change, change.after, language))
    names = list(dict.fromkeys([*before, *after]))
    order = {field.name: number for number, field in enumerate(KINDS[change.kind].fields)}
    names.sort(key=lambda name: order.get(name.partition(".")[0], len(order)))
    found = [Difference(name, before.get(name, ""), after.get(name, "")) for name in names]
    return [one for one in found if one.before != one.after]


def _texts(
    change: Change, table: Mapping[str, Any] | None, language: str
) -> Iterator[tuple[str, str]]:
    """Each field of a table with its text; text by language is a field for each language."""
    if table is None:
        return
    record, _wrong = from_table(change.kind, change.id, table, language)
    for field in record.declared.fields:
        value = record.get(field.name)
        if value is not None and field.translated:
            yield from ((f"{field.name}.{code}", text) for code, text in value.items())
        elif value is not None:
            yield field.name, field.cell(value)
    for key, value in record.other.items():  # a field, if its value is wrong, looks like one
        if key == CLASH and value:
            yield from ((".".join(path), as_text(one)) for path, one in leaves((key,), value))
        else:
            yield key, as_text(value) if record.declared.field(key) else str(value)


def changed_table(
    record: Record, table: Mapping[str, Any], values: Mapping[str, Any]
) -> dict[str, Any]:
    """The table of a record with other values, by field name, None for none.

    Fields, and items of lists, that keep their value keep their form in TOML; the order is that
    of the kind.
    """
    found: dict[str, Any] = {}
    for field in record.declared.fields:
        value = values.get(field.name)
        if value is not None:
            found[field.name] = _form(field, value, record.get(field.name), table)
        elif field.name in table and field.name not in values:
            found[field.name] = table[field.name]
    rest = {key: value for key, value in table.items() if key not in {*values, *found}}
    return found | rest


def _form(field: Field, value: Any, now: Any, table: Mapping[str, Any]) -> Any:  # noqa: ANN401 (the sort says which)
    """A value in TOML; `now` is the one that the table holds, None for none."""
    if value == now:
        return table[field.name]
    if not field.many or now is None:
        return field.plain(value)
    there = list(zip(now, table[field.name], strict=True))
    forms = ([form for item, form in there if item == one] for one in value)
    return [
        kept[0] if kept else field.sort.plain(one) for one, kept in zip(value, forms, strict=True)
    ]
