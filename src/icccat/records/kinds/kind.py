"""What a kind of record is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from icccat.locale import Bilingual
    from icccat.records.fields import Field


class Kind(NamedTuple):
    """A kind of record: its words in both languages, and its fields in order.

    `called` is the field by which people call a record ("" where the id says it all),
    `dates` the fields that say when it begins and ends, `worth_having` those whose absence
    is worth a word of advice.
    """

    name: str
    label: Bilingual
    plural: Bilingual
    fields: tuple[Field, ...]
    called: str = "title"
    dates: tuple[str, ...] = ()
    worth_having: tuple[str, ...] = ()

    def field(self, name: str) -> Field | None:
        """The field of this name, or nothing."""
        return next((field for field in self.fields if field.name == name), None)

    @property
    def required(self) -> tuple[Field, ...]:
        """The fields that no record of this kind can do without."""
        return tuple(field for field in self.fields if field.required)
