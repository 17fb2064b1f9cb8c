"""A record in memory: its clean values, and what was not understood, which is kept."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from icccat.locale import translate as _
from icccat.records.fields import Wrong, check_fields
from icccat.records.kinds import KINDS, Kind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from icccat.records.dates import Date


class Record(NamedTuple):
    """A record: `values` by field name, clean; `other` holds unknown keys and wrong values."""

    kind: str
    id: str
    values: Mapping[str, Any]
    other: Mapping[str, Any] = MappingProxyType({})

    @property
    def key(self) -> str:
        """`kind.id`: how problems name it."""
        return f"{self.kind}.{self.id}"

    @property
    def declared(self) -> Kind:
        """Its kind, as declared."""
        return KINDS[self.kind]

    def get(self, name: str) -> Any:  # noqa: ANN401 (the field's sort says which)
        """The clean value of a field, or None."""
        return self.values.get(name)

    def items(self, name: str) -> tuple[Any, ...]:
        """The clean values of a list, none where it is absent."""
        found: tuple[Any, ...] = self.values.get(name, ())
        return found

    def title(self, language: str) -> str:
        """What people call it, in `language` where that is known; else its id."""
        names: Mapping[str, str] = self.values.get(self.declared.called, {})
        return names.get(language) or names.get("en") or next(iter(names.values()), self.id)

    @property
    def dates(self) -> tuple[Date, ...]:
        """Its date, or its start and end, or nothing."""
        values = self.values
        return tuple([values[name] for name in KINDS[self.kind].dates if name in values])

    @property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day of its dates, or None where it has none."""
        dates = self.dates
        return (dates[0].first, max(date.last for date in dates)) if dates else None

    @property
    def places(self) -> Iterator[tuple[str, str]]:
        """Its places as (city, country code), the city "" for a country alone."""
        for place in self.items("places"):
            city, _comma, country = place.rpartition(", ")
            yield city, country

    def plain(self) -> dict[str, Any]:
        """Its values as TOML and JSON hold them, in the order of its kind's fields."""
        fields, values = KINDS[self.kind].fields, self.values
        return {f.name: f.plain(values[f.name]) for f in fields if f.name in values}


Records: TypeAlias = Mapping[str, Mapping[str, Record]]
"""All records: {kind: {id: record}}."""


def from_table(
    kind: str, id_: str, table: Mapping[str, object], language: str
) -> tuple[Record, Wrong]:
    """The record that a TOML table holds, and what is wrong in it.

    `language` is that of text given without one. A required field that is missing is wrong.
    """
    declared = KINDS[kind]
    values, wrong = check_fields(declared.fields, table, language)
    other = {key: value for key, value in table.items() if key not in values}
    wrong += [
        ((needed.name,), _("it is missing: every {kind} needs one").format(kind=declared.label))
        for needed in declared.fields
        if needed.required and needed.name not in table
    ]
    return Record(kind, id_, values, other), wrong
