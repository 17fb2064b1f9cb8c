"""The fields of a query: every field of a record, in both languages, and some made of several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from icccat.locale import translate as _
from icccat.records.kinds import KINDS, every_field
from icccat.records.kinds.shared import DOCUMENT_TYPES
from icccat.records.sorts import FLAGS, Choice, Flag, Language, Link, Number, When, or_nearest
from icccat.records.standards import countries, languages
from icccat.search.predicates import (
    Test,
    bare,
    by_address,
    by_date,
    by_exact,
    by_number,
    by_texts,
    by_words,
)
from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from icccat.records.fields import Field
    from icccat.search.texts import Texts

SHORT = {"languages": ("lang",)}
PEOPLE = ("speakers", "participants", "organisers", "producer", "host")
DATES = tuple(dict.fromkeys(name for kind in KINDS.values() for name in kind.dates))
PARTS = {"date": DATES, "year": DATES, "person": PEOPLE} | dict.fromkeys(
    ("country", "city"), ("places",)
)


@dataclass(frozen=True, slots=True)
class QueryField:
    """A field of the query language: `test` makes a test of a value, or raises ValueError."""

    name: str
    names: tuple[str, ...]
    test: Callable[[str], Test]
    example: str


def named(name: str) -> QueryField | None:
    """The field of this name, in English or French, in any case and with or without accents."""
    return FIELDS.get(fold(name))


def _of_record(field: Field) -> QueryField:
    sort = field.sort
    if isinstance(sort, Choice):
        test = by_exact(_values(field), {bare(word): word for word in sort.words})
    elif isinstance(sort, Language):
        test = by_exact(_values(field), _codes(languages()))
    elif isinstance(sort, Flag):
        test = by_exact(_flag(field), {word: str(flag).lower() for word, flag in FLAGS.items()})
    elif isinstance(sort, When):
        test = by_date(field.name)
    elif isinstance(sort, Number):
        test = by_number(field.name)
    elif isinstance(sort, Link) or field.name == "source":
        test = by_address(field.name)
    else:
        test = by_words(field.name)
    return QueryField(field.name, _names(field), test, field.example)


def _names(field: Field) -> tuple[str, ...]:
    """What the field is called in a query: its name, and its words without spaces."""
    called = [field.name, field.option, *field.label, *SHORT.get(field.name, ())]
    if field.many:
        called.append(field.label.fr.rstrip("sx"))
    return tuple(dict.fromkeys(fold(name).replace(" ", "-") for name in called if name))


def _values(field: Field) -> Callable[[Texts], list[str]]:
    def values(texts: Texts) -> list[str]:
        value = texts.record.values.get(field.name)
        return [] if value is None else [field.sort.cell(one) for one in field.items(value)]

    return values


def _flag(field: Field) -> Callable[[Texts], list[str]]:
    """What the flag says: where it is left out, false."""
    return lambda texts: [str(texts.record.values.get(field.name, False)).lower()]


def _codes(called: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Each code, by itself and by its names in both languages."""
    return {bare(name): code for code, names in called.items() for name in (code, *names)}


def _kinds() -> dict[str, str]:
    """Each kind by its words in both languages."""
    return {
        bare(word): kind.name
        for kind in KINDS.values()
        for word in (kind.name, *kind.label, *kind.plural)
    }


def _country(value: str) -> Test:
    return by_exact(
        lambda texts: [code for _city, code in texts.record.places], _codes(countries())
    )(value)


def _id(value: str) -> Test:
    return lambda texts: texts.record.id.casefold() == value.casefold()


def _has(value: str) -> Test:
    """A test for a field with a value, for text in a language, for a document of a type."""
    wanted = fold(value)
    if wanted in languages():
        return lambda texts: wanted in texts.record.values.get(texts.record.declared.called, {})
    if names := _looked_at(wanted):
        return lambda texts: any(name in texts.record.values for name in names)
    if wanted in DOCUMENT_TYPES:
        return lambda texts: any(
            document.get("type") == wanted for document in texts.record.items("documents")
        )
    sentence = _('"{value}" is not a field, a language or a type of document')
    known = [*filter(_looked_at, FIELDS), *DOCUMENT_TYPES]
    raise ValueError(or_nearest(sentence.format(value=value), value, known))


def _looked_at(name: str) -> tuple[str, ...]:
    """The fields of a record that a field of a query looks at; none for `kind` and the like."""
    field = named(name)
    if field is None:
        return ()
    return PARTS.get(field.name, (field.name,) if field.name in every_field() else ())


def _missing(value: str) -> Test:
    has = _has(value)
    return lambda texts: not has(texts)


def _made() -> Iterator[QueryField]:
    """The fields that are no field of a record, or of several."""
    kind = by_exact(lambda texts: [texts.record.kind], _kinds())
    yield QueryField("kind", ("kind", "nature"), kind, "meeting")
    yield QueryField("id", ("id", "identifiant"), _id, "policy-lab-helsinki")
    yield QueryField("date", ("date",), by_date(), "2018..2019-06")
    yield QueryField("year", ("year", "annee"), by_date(), "2019")
    yield QueryField("country", ("country", "pays"), _country, "FI")
    yield QueryField("city", ("city", "ville"), by_words("places"), "Lisbon")
    person = by_texts(lambda texts: [text for name in PEOPLE for text in texts.of(name)])
    yield QueryField("person", ("person", "personne"), person, "Medina")
    yield QueryField("has", ("has", "avec"), _has, "report")
    yield QueryField("missing", ("missing", "sans"), _missing, "url")


def _by_name() -> dict[str, QueryField]:
    """Every field by each of its names; where two share one, the first has it."""
    found: dict[str, QueryField] = {}
    for field in (*_made(), *map(_of_record, every_field().values())):
        for name in field.names:
            found.setdefault(name, field)
    return found


FIELDS = _by_name()
