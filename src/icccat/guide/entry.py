"""What can be asked of a new record: each field, in each language it is given in, and the id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from icccat.locale import LANGUAGES
from icccat.locale import translate as _
from icccat.records.dates import in_words, parse_date, period_in_words
from icccat.records.kinds.shared import PLACES
from icccat.records.sorts import When
from icccat.records.standards import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icccat.records.fields import Field
    from icccat.records.kinds import Kind

ID = "id"


class Entry(NamedTuple):
    """One thing to ask: a field, the language of its text if it has one; without a field, the id.

    `name` is that of the given text: `title.fr`.
    """

    name: str
    kind: Kind
    field: Field | None = None
    code: str = ""

    @property
    def needed(self) -> bool:
        """Whether no record can do without it."""
        return self.name in needed(self.kind, self.code)

    @property
    def many(self) -> bool:
        """Whether its value is a list."""
        return self.field is not None and self.field.many

    @property
    def period(self) -> bool:
        """Whether its answer may say when the record ends, too."""
        return len(self.kind.dates) > 1 and self.name == self.kind.dates[0]

    def label(self, language: str) -> str:
        """What it is called in the reader's language."""
        if self.field is None:
            return self.kind.label.in_(language) if not self.kind.called else _("id")
        label = self.field.label.in_(language)
        return f"{label} ({languages()[self.code].in_(language)})" if self.code else label

    def help(self, language: str) -> str:
        """What it is for, in the reader's language."""
        if self.field is not None:
            return self.field.help.in_(language)
        if not self.kind.called:
            return PLACES.help.in_(language)
        return _("by which other records name it: small letters, digits and hyphens")

    def example(self, language: str) -> str:
        """A value that it may have, as a reader of the language writes it."""
        if self.field is None:
            return PLACES.example if not self.kind.called else ""
        if not isinstance(self.field.sort, When):
            return self.field.example
        date = parse_date(self.field.example)
        end = self.kind.field(self.kind.dates[-1]) if self.period else None
        if end is None:
            return in_words(date, language)
        return period_in_words(date, parse_date(end.example), language)


def entries(kind: Kind, language: str, given: Iterable[str] = ()) -> tuple[Entry, ...]:
    """All that can be asked, in order; `language` is the catalogue's, whose text comes first."""
    return (*_entries(kind, language, set(given)), Entry(ID, kind))


def _entries(kind: Kind, language: str, given: set[str]) -> Iterator[Entry]:
    for field in kind.fields:
        if field.translated:
            there = {name.partition(".")[2] for name in given if name.startswith(f"{field.name}.")}
            for code in dict.fromkeys([language, *LANGUAGES, *sorted(there)]):
                yield Entry(f"{field.name}.{code}", kind, field, code)
        else:
            yield Entry(field.name, kind, field)


def needed(kind: Kind, language: str) -> tuple[str, ...]:
    """The names of what no record of the kind can do without."""
    names = (f"{field.name}.{language}" for field in kind.required)
    return tuple(names) if kind.called else (ID,)


def usual(kind: Kind, language: str) -> tuple[str, ...]:
    """The names of what is asked of every record: the needed, and what people will look for."""
    return (*needed(kind, language), *kind.worth_having)


def lacking(kind: Kind, given: Iterable[str], id_: str) -> bool:
    """Whether something needed is not among the names of what was given."""
    bases = {name.partition(".")[0] for name in given}
    if not kind.called:
        return not id_
    return any(field.name not in bases for field in kind.required)
