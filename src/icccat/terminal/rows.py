"""What a card says of a record, row by row, in reading order; and how languages are set out."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.locale import LANGUAGES
from icccat.locale import translate as _
from icccat.records.dates import period_in_words
from icccat.records.fields import Document
from icccat.records.sorts import Reference
from icccat.records.standards import languages
from icccat.records.translations import in_place_of
from icccat.terminal.fallback import of_title, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from icccat.records.fields import Field
    from icccat.records.record import Record, Records

NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class Row(NamedTuple):
    """A label and a value, or a text by language; or both: a document, whose title is the text.

    `code` is the language of what is shown for want of the reader's, `id_` that of the record
    whose title the value is; `called` is the label of the field that the text is; `is_title` is
    said of the record's own.
    """

    label: str
    value: str = ""
    code: str = ""
    id_: str = ""
    texts: Mapping[str, str] = NO_TEXTS
    called: str = ""
    is_title: bool = False

    @property
    def marked(self) -> str:
        """Its value, marked where it is in another language, with the id of what it names."""
        return f"{self.value}{tag(self.code)}{self._after}"

    @property
    def unmarked(self) -> str:
        """The same without the mark."""
        return f"{self.value}{self._after}"

    @property
    def _after(self) -> str:
        return f" ({self.id_})" if self.id_ else ""

    @property
    def is_document(self) -> bool:
        """Whether its text is the title of a document."""
        return self.label != self.called and bool(self.texts)

    def named(self, code: str, language: str) -> str:
        """Its label with the name of one of its languages: `title (French)`."""
        return _with_language(self.label, code, language)

    def missing(self, code: str, language: str) -> str:
        """What is said where its text has no such language: `no French title`."""
        said = languages()[code].in_(language)
        return _("no {language} {field}").format(language=said, field=self.called)


class Entry(NamedTuple):
    """A label and one cell; or two, English and French, of which `gap` is the one lacking."""

    label: str
    cells: tuple[str, ...]
    gap: int | None = None
    is_title: bool = False


def rows_of(
    record: Record, records: Records, related: Sequence[tuple[str, Record]], language: str
) -> list[Row]:
    """All that the record holds, among all `records`, and what it belongs with."""
    return [
        Row(str(record.declared.label), record.id),
        *_dates(record, language),
        *_title(record, language),
        *_fields(record, records, language),
        *(Row(key, str(value)) for key, value in record.other.items()),
        *(_named(relation, other, language) for relation, other in related),
    ]


def stacked(rows: Iterable[Row], language: str, *, piped: bool) -> Iterator[tuple[str, str]]:
    """Labels and values below the title: one above the other, each in all its languages.

    `piped`: for other programs, without marks, a document in the reader's language alone.
    """
    for row in rows:
        if not row.texts:
            yield row.label, row.unmarked if piped else row.marked
            continue
        shown = row.texts[in_place_of(language, row.texts) or language]
        if row.is_document:
            title = shown if piped else shown + tag(row.code)
            yield row.label, ", ".join(filter(None, (title, row.value)))
        if not (row.is_document and piped):
            for code, text in row.texts.items():
                if text != shown or not (row.is_title or row.is_document):
                    yield row.named(code, language), text


def side_by_side(rows: Iterable[Row], language: str) -> Iterator[Entry]:
    """The same in two columns, the title first: what is not there in one of them is said."""
    for row in sorted(rows, key=lambda row: not row.is_title):
        if there := [place for place, code in enumerate(LANGUAGES) if code in row.texts]:
            cells = [row.texts.get(code) or row.missing(code, language) for code in LANGUAGES]
            gap = 1 - there[0] if len(there) == 1 else None
            yield Entry(row.label, tuple(cells), gap, row.is_title)
        for code, text in row.texts.items():
            if code not in LANGUAGES:
                yield Entry(row.named(code, language), (text,), is_title=row.is_title)
        if row.value or not row.texts:
            yield Entry(row.label, (row.value if row.texts else row.marked,))


def spelt_out(rows: Iterable[Row], language: str) -> Iterator[tuple[str, str]]:
    """The same as labels and values, each language named."""
    for entry in side_by_side(rows, language):
        if len(entry.cells) == 1:
            yield entry.label, entry.cells[0]
        else:
            for code, cell in zip(LANGUAGES, entry.cells, strict=True):
                yield _with_language(entry.label, code, language), cell


def _with_language(label: str, code: str, language: str) -> str:
    return f"{label} ({languages()[code].in_(language)})"


def _title(record: Record, language: str) -> Iterator[Row]:
    called = record.declared.field(record.declared.called)
    if called is not None and called.name in record.values:
        label, texts = str(called.label), record.values[called.name]
        code = in_place_of(language, texts)
        yield Row(label, code=code, texts=texts, called=label, is_title=True)


def _dates(record: Record, language: str) -> Iterator[Row]:
    dates = record.dates
    if len(dates) > 1:
        yield Row(_("dates"), period_in_words(dates[0], dates[1], language))
    for field in record.declared.fields if len(dates) == 1 else ():
        if field.name in record.declared.dates and field.name in record.values:
            yield Row(str(field.label), field.show(dates[0], language))


def _fields(record: Record, records: Records, language: str) -> Iterator[Row]:
    """The fields, but for the title and the dates."""
    above = {record.declared.called, *record.declared.dates}
    for field in record.declared.fields:
        if field.name in record.values and field.name not in above:
            for one in field.items(record.values[field.name]):
                yield _row(field, one, records, language)


def _row(field: Field, value: Any, records: Records, language: str) -> Row:  # noqa: ANN401 (the sort says which)
    """One value: a reference with the title of the record it names, a document without bars."""
    label = str(field.label)
    if field.translated:
        return Row(label, texts=value, called=label)
    if isinstance(field.sort, Reference):
        named = records[field.sort.kind].get(value)
        return _named(label, named, language) if named else Row(label, str(value))
    if isinstance(field.sort, Document):
        title, *parts = field.sort.fields[:3]
        shown = ", ".join(one.show(value[one.name], language) for one in parts if one.name in value)
        texts = value[title.name]
        code = in_place_of(language, texts)
        return Row(label, shown, code, texts=texts, called=str(title.label))
    return Row(label, field.sort.show(value, language))


def _named(label: str, record: Record, language: str) -> Row:
    return Row(label, record.title(language), of_title(record, language), record.id)
