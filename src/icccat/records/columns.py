"""The columns of tables and spreadsheets: every field, and what is made of several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from icccat.errors import Refused
from icccat.locale import Bilingual
from icccat.locale import translate as _
from icccat.records.kinds import KINDS, every_field
from icccat.records.sorts import or_nearest
from icccat.records.standards import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from icccat.records.fields import Field
    from icccat.records.record import Record


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `cell` gives a record's text for machines, `show` for a person's language."""

    name: str
    label: Bilingual
    cell: Callable[[Record], str]
    show: Callable[[Record, str], str]


def _made(name: str, label: Bilingual, cell: Callable[[Record], str]) -> Column:
    return Column(name, label, cell, lambda record, _language: cell(record))


MADE = {
    column.name: column
    for column in (
        _made("id", Bilingual("id", "identifiant"), lambda record: record.id),
        Column(
            "kind",
            Bilingual("kind", "nature"),
            lambda record: record.kind,
            lambda record, language: record.declared.label.in_(language),
        ),
        Column(
            "date",
            Bilingual("date", "date"),
            lambda record: "/".join(map(str, record.dates)),
            lambda record, _language: "".join(str(date) for date in record.dates[:1]),
        ),
        _made(
            "year",
            Bilingual("year", "année"),
            lambda record: "".join(str(date.year) for date in record.dates[:1]),
        ),
        _made(
            "country",
            Bilingual("country", "pays"),
            lambda record: _joined(code for _city, code in record.places),
        ),
        _made(
            "city",
            Bilingual("city", "ville"),
            lambda record: _joined(city for city, _code in record.places),
        ),
        Column(
            "title",
            Bilingual("title", "titre"),
            lambda record: record.title("en"),
            lambda record, language: record.title(language),
        ),
    )
}


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _of_field(field: Field) -> Column:
    def cell(record: Record) -> str:
        return field.cell(record.values[field.name]) if field.name in record.values else ""

    def show(record: Record, language: str) -> str:
        return (
            field.show(record.values[field.name], language) if field.name in record.values else ""
        )

    return Column(field.name, field.label, cell, show)


def _in_language(field: Field, code: str, name: str) -> Column:
    """The text of a translated field in one language, and in no other."""

    def cell(record: Record) -> str:
        texts: Mapping[str, str] = record.values.get(field.name, {})
        return texts.get(code, "")

    label = Bilingual(f"{field.label.en} ({code})", f"{field.label.fr} ({code})")
    return Column(name, label, cell, lambda record, _language: cell(record))


def columns_named(names: Iterable[str]) -> list[Column]:
    """The columns of these names, for a table; raises Refused with the nearest name."""
    found, wrong = [], []
    for name in names:
        column = _find(name)
        if column is None:
            sentence = _('there is no column "{name}"').format(name=name)
            wrong.append(or_nearest(sentence, name, (*MADE, *every_field())))
        else:
            found.append(column)
    if wrong:
        raise Refused(*wrong)
    return found


def _find(name: str) -> Column | None:
    if name in MADE:
        return MADE[name]
    fields = every_field()
    if name in fields:
        return _of_field(fields[name])
    base, _mark, code = name.replace(".", "_").rpartition("_")
    if base in fields and fields[base].translated and code in languages():
        return _in_language(fields[base], code, name)
    return None


def sheet(records: Sequence[Record], *, language: str, content: str, notes: bool) -> list[Column]:
    """The columns of a spreadsheet of these records: every field that their kinds have.

    Fields that all the kinds share come first. `content` is "both", a column for each
    language, the catalogue's `language` without a suffix; or a language, one column with the
    text in it, or else in another. `notes`: whether the internal notes are among them.
    """
    kinds = [kind for kind in KINDS if any(record.kind == kind for record in records)]
    fields = every_field(tuple(kinds))
    shared = [f for f in fields.values() if all(KINDS[kind].field(f.name) for kind in kinds)]
    rest = [field for field in fields.values() if field not in shared]
    columns = [MADE["id"], *([MADE["kind"]] if len(kinds) > 1 else [])]
    for field in [*shared, *rest]:
        if field.name == "notes" and not notes:
            continue
        if not field.translated:
            columns.append(_of_field(field))
        elif content == "both":
            columns += [
                _in_language(
                    field, code, field.name if code == language else f"{field.name}_{code}"
                )
                for code in _languages_of(records, field, language)
            ]
        else:
            columns.append(_translated(field, content))
    return columns


def _translated(field: Field, content: str) -> Column:
    column = _of_field(field)
    return Column(field.name, field.label, lambda record: column.show(record, content), column.show)


def _languages_of(records: Sequence[Record], field: Field, language: str) -> list[str]:
    """The catalogue's language, English and French, and what else the records hold."""
    found = {code for record in records for code in record.values.get(field.name, {})}
    first = list(dict.fromkeys((language, "en", "fr")))
    return first + sorted(found.difference(first))
