"""The columns of tables and spreadsheets: every field, and what is made of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from icccat.errors import Refused
from icccat.locale import LANGUAGES, Bilingual
from icccat.locale import translate as _
from icccat.records.kinds import KINDS, every_field
from icccat.records.sorts import or_nearest
from icccat.records.standards import languages
from icccat.records.stored import Stored, cells_in, languages_of, places, restored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from icccat.records.fields import Field
    from icccat.records.record import Record


class Column(NamedTuple):
    """A column: `cell` gives a record's text for machines, `show` for a person's language.

    `fields` are the names of those it is made of. Where the cell is kept in a stored record as it
    is, `kept` is its language, "" for none.
    """

    name: str
    label: Bilingual
    cell: Callable[[Record], str]
    show: Callable[[Record, str], str]
    fields: tuple[str, ...] = ()
    kept: str | None = None


def _made(
    name: str, label: Bilingual, cell: Callable[[Record], str], fields: tuple[str, ...] = ()
) -> Column:
    return Column(name, label, cell, lambda record, _language: cell(record), fields)


_DATES = tuple(dict.fromkeys(name for kind in KINDS.values() for name in kind.dates))
MADE = {
    column.name: column
    for column in (
        _made("id", Bilingual("id", "identifiant"), lambda record: record.id)._replace(kept=""),
        Column(
            "kind",
            Bilingual("kind", "nature"),
            lambda record: record.kind,
            lambda record, language: record.declared.label.in_(language),
            kept="",
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
    """The cells of each record."""
    if isinstance(records, Stored) and all(column.kept is not None for column in columns):
        return records.each(_Cells(columns))
    return ([column.cell(record) for column in columns] for record in records)


class _Cells:
    """What gives the cells of a stored record, as far as can be without reading it."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._places = {kind: [_place(kind, column) for column in columns] for kind in KINDS}

    def __call__(self, line: str) -> list[str]:
        """The cells."""
        cells = cells_in(line)
        if cells is None:
            record = restored(line)
            return [column.cell(record) for column in self._columns]
        return [cells[place] for place in self._places[cells[0]]]


def _place(kind: str, column: Column) -> int:
    """Where the column's cell is among those of a record of the kind; the last one is blank."""
    name, where = column.fields[0] if column.fields else column.name, places(kind)
    if name not in where or column.kept not in ("", *LANGUAGES):
        return -1
    return where[name] + (LANGUAGES.index(column.kept) if column.kept else 0)


def _of_field(field: Field) -> Column:
    def show(record: Record, language: str) -> str:
        return (
            field.show(record.values[field.name], language) if field.name in record.values else ""
        )

    def cell(record: Record) -> str:
        return field.cell(record.values[field.name]) if field.name in record.values else ""

    kept = None if field.translated else ""
    return Column(field.name, field.label, cell, show, (field.name,), kept)


def _in_language(field: Field, code: str, name: str) -> Column:
    """The text of a translated field in one language, and in no other."""

    def text(texts: Mapping[str, str]) -> str:
        return texts.get(code, "")

    def show(record: Record, _language: str) -> str:
        return text(record.values.get(field.name, {}))

    label = Bilingual(f"{field.label.en} ({code})", f"{field.label.fr} ({code})")
    return _of_text(field, text)._replace(name=name, label=label, show=show, kept=code)


def _of_text(field: Field, text: Callable[[Mapping[str, str]], str]) -> Column:
    """The column of a translated field, of whose text by language `text` makes the cells."""

    def cell(record: Record) -> str:
        return text(record.values[field.name]) if field.name in record.values else ""

    return _of_field(field)._replace(cell=cell)


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
    found = languages_of(records)
    kinds = [kind for kind in KINDS if kind in found]
    fields = every_field(tuple(kinds))
    shared = [f for f in fields.values() if all(KINDS[kind].field(f.name) for kind in kinds)]
    rest = [field for field in fields.values() if field not in shared]
    columns = [MADE["id"], *([MADE["kind"]] if len(kinds) > 1 else [])]
    first = list(dict.fromkeys((language, "en", "fr")))
    for field in [*shared, *rest]:
        if field.name == "notes" and not notes:
            continue
        if not field.translated:
            columns.append(_of_field(field))
        elif content == "both":
            others = {code for kind in kinds for code in found[kind].get(field.name, ())}
            columns += [
                _in_language(
                    field, code, field.name if code == language else f"{field.name}_{code}"
                )
                for code in first + sorted(others.difference(first))
            ]
        else:
            columns.append(_translated(field, content))
    return columns


def _translated(field: Field, content: str) -> Column:
    """The text of a translated field in the language of the content, or else in another."""
    return _of_text(field, lambda texts: field.show(texts, content))
