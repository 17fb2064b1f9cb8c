"""The columns of tables and spreadsheets: every field, and what is made of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.errors import Refused
from icccat.locale import Bilingual
from icccat.locale import translate as _
from icccat.records.kinds import KINDS, every_field
from icccat.records.sorts import or_nearest
from icccat.records.standards import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from icccat.records.fields import Field
    from icccat.records.record import Record


class Column(NamedTuple):
    """A column: `cell` gives a record's text for machines, `show` for a person's language.

    `fields` are the names of those it is made of; where that is one alone, `text` makes the cell
    of its value.
    """

    name: str
    label: Bilingual
    cell: Callable[[Record], str]
    show: Callable[[Record, str], str]
    fields: tuple[str, ...] = ()
    text: Callable[[Any], str] | None = None


def _made(
    name: str, label: Bilingual, cell: Callable[[Record], str], fields: tuple[str, ...] = ()
) -> Column:
    return Column(name, label, cell, lambda record, _language: cell(record), fields)


_DATES = tuple(dict.fromkeys(name for kind in KINDS.values() for name in kind.dates))
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
            _DATES,
        ),
        _made(
            "year",
            Bilingual("year", "année"),
            lambda record: "".join(str(date.year) for date in record.dates[:1]),
            _DATES,
        ),
        _made(
            "country",
            Bilingual("country", "pays"),
            lambda record: _joined(code for _city, code in record.places),
            ("places",),
        ),
        _made(
            "city",
            Bilingual("city", "ville"),
            lambda record: _joined(city for city, _code in record.places),
            ("places",),
        ),
        Column(
            "title",
            Bilingual("title", "titre"),
            lambda record: record.title("en"),
            lambda record, language: record.title(language),
            ("title", "label"),
        ),
    )
}


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def rows(columns: Sequence[Column], records: Iterable[Record]) -> Iterator[list[str]]:
    """The cells of each record, at once: of its many fields a record has but some."""
    blank = [""] * len(columns)
    made = [(place, column.cell) for place, column in enumerate(columns) if not column.text]
    of_fields: dict[str, list[tuple[int, Callable[[Any], str]]]] = {}
    for place, column in enumerate(columns):
        if column.text:
            of_fields.setdefault(column.fields[0], []).append((place, column.text))
    for record in records:
        row = blank.copy()
        for place, cell in made:
            row[place] = cell(record)
        for name, value in record.values.items():
            for place, text in of_fields.get(name, ()):
                row[place] = text(value)
        yield row


def _of_field(field: Field) -> Column:
    def show(record: Record, language: str) -> str:
        return (
            field.show(record.values[field.name], language) if field.name in record.values else ""
        )

    return _with_cell(field.name, field.label, show, field.name, field.celled())


def _in_language(field: Field, code: str, name: str) -> Column:
    """The text of a translated field in one language, and in no other."""

    def text(texts: Mapping[str, str]) -> str:
        return texts.get(code, "")

    def show(record: Record, _language: str) -> str:
        return text(record.values.get(field.name, {}))

    label = Bilingual(f"{field.label.en} ({code})", f"{field.label.fr} ({code})")
    return _with_cell(name, label, show, field.name, text)


def _with_cell(
    name: str,
    label: Bilingual,
    show: Callable[[Record, str], str],
    field: str,
    text: Callable[[Any], str],
) -> Column:
    """The column of a field, whose cells are the text of its values."""

    def cell(record: Record) -> str:
        return text(record.values[field]) if field in record.values else ""

    return Column(name, label, cell, show, (field,), text)


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
    found = {record.kind for record in records}
    kinds = [kind for kind in KINDS if kind in found]
    fields = every_field(tuple(kinds))
    shared = [f for f in fields.values() if all(KINDS[kind].field(f.name) for kind in kinds)]
    rest = [field for field in fields.values() if field not in shared]
    columns = [MADE["id"], *([MADE["kind"]] if len(kinds) > 1 else [])]
    codes = _languages_of(records, fields.values(), language) if content == "both" else {}
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
                for code in codes[field.name]
            ]
        else:
            columns.append(_translated(field, content))
    return columns


def _translated(field: Field, content: str) -> Column:
    """The text of a translated field in the language of the content, or else in another."""

    def text(value: Mapping[str, str]) -> str:
        return field.show(value, content)

    show = _of_field(field).show
    return _with_cell(field.name, field.label, show, field.name, text)


def _languages_of(
    records: Iterable[Record], fields: Iterable[Field], language: str
) -> dict[str, list[str]]:
    """The languages of each translated field, by its name.

    The catalogue's language, English and French, and what else the records hold.
    """
    found: dict[str, set[str]] = {field.name: set() for field in fields if field.translated}
    for record in records:
        for name, codes in found.items():
            codes.update(record.values.get(name, ()))
    first = list(dict.fromkeys((language, "en", "fr")))
    return {name: first + sorted(codes.difference(first)) for name, codes in found.items()}
