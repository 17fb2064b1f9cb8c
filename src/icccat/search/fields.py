"""The fields of a query: every field of a record, in both languages, and some made of several."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from icccat.locale import translate as _
from icccat.records.kinds import KINDS, every_field
from icccat.records.sorts import FLAGS, Choice, Flag, Language, Link, Number, When
from icccat.records.standards import countries, languages, other_names
from icccat.records.translations import lacks
from icccat.search.mistake import Mistake
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
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from icccat.records.fields import Field
    from icccat.search.context import Context
    from icccat.search.texts import Texts

Maker: TypeAlias = "Callable[[str, Context], Test]"
SHORT = {"languages": ("lang",)}
PEOPLE = ("speakers", "participants", "organisers", "producer", "host")
DATES = tuple(dict.fromkeys(name for kind in KINDS.values() for name in kind.dates))
PARTS = {"date": DATES, "year": DATES, "person": PEOPLE} | dict.fromkeys(
    ("country", "city"), ("places",)
)


class QueryField(NamedTuple):
    """A field of the query language: `test` makes a test of a value, or raises Mistake.

    `example` is a value of it, `more` are others that show what else it takes.
    """

    name: str
    names: tuple[str, ...]
    test: Maker
    example: str
    more: tuple[str, ...] = ()


def named(name: str) -> QueryField | None:
    """The field of this name, in English or French, in any case and with or without accents."""
    return all_fields().get(fold(name))


def _of_record(field: Field) -> QueryField:
    sort = field.sort
    more: tuple[str, ...] = ()
    if isinstance(sort, Choice):
        test = by_exact(_values(field), {bare(word): word for word in sort.words})
    elif isinstance(sort, Language):
        test = by_exact(_values(field), _codes(languages()))
    elif isinstance(sort, Flag):
        test = by_exact(_flag(field), {word: str(flag).lower() for word, flag in FLAGS.items()})
    elif isinstance(sort, When):
        return QueryField(field.name, _names(field), _dated(field.name), field.example)
    elif isinstance(sort, Number):
        test, more = by_number(field.name), ("2..4",)
    elif isinstance(sort, Link) or field.name == "source":
        test = by_address(field.name)
    else:
        test = by_words(field.name)
    return QueryField(field.name, _names(field), _always(test), field.example, more)


def _always(test: Callable[[str], Test]) -> Maker:
    """The maker of a test for which the day, the saved searches and the records do not matter."""
    return lambda value, _context: test(value)


def _dated(name: str = "") -> Maker:
    return lambda value, context: by_date(name)(value, context.today)


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
    return by_exact(lambda texts: [code for _city, code in texts.record.places], _countries())(
        value
    )


@cache
def _countries() -> dict[str, str]:
    """Each country's code, by itself and by all that the country is called."""
    others = {
        bare(name): code
        for code, names in countries().items()
        for name in (*_spelt_out(names.en), *other_names().get(code, ()))
    }
    return _codes(countries()) | others


def _spelt_out(name: str) -> tuple[str, ...]:
    """The name without its shortened words."""
    name = name.replace("&", "and")
    return name, name.replace("St.", "Saint")


def _id(value: str) -> Test:
    return Test(value, lambda texts: texts.record.id.casefold() == value.casefold())


def _has(value: str, context: Context) -> Test:
    """A test for a field with a value, for text in a language, for a document of a type."""
    wanted = fold(value)
    if wanted in languages():
        return Test(wanted, lambda texts: wanted in texts.called)
    if names := _looked_at(wanted):
        return Test(wanted, lambda texts: any(name in texts.record.values for name in names))
    if type_ := context.document_types.get(wanted):
        return Test(
            type_,
            lambda texts: any(one.get("type") == type_ for one in texts.record.items("documents")),
        )
    sentence = _('"{value}" is not a field, a language or a type of document')
    known = [*filter(_looked_at, all_fields()), *context.document_types]
    raise Mistake(sentence.format(value=value), nearest(value, known) or "")


def _looked_at(name: str) -> tuple[str, ...]:
    """The fields of a record that a field of a query looks at; none for `kind` and the like."""
    field = named(name)
    if field is None:
        return ()
    return PARTS.get(field.name, (field.name,) if field.name in every_field() else ())


def _missing(value: str, context: Context) -> Test:
    """A test for a record without that; with a language, for one with a text that lacks it."""
    if (code := fold(value)) in languages():
        return Test(code, lambda texts: lacks(texts.record, code))
    has = _has(value, context)
    return Test(has.said, lambda texts: not has(texts))


def _saved(value: str, context: Context) -> Test:
    """No test: the query that is saved takes its place; raises Mistake where there is none."""
    return Test(context.saved(value), bool)  # true of any texts


def _made() -> Iterator[QueryField]:
    """The fields that are no field of a record, or of several."""
    kind = by_exact(lambda texts: [texts.record.kind], _kinds())
    relative = ("last-year", "this-month", "6m", "6m..", "novembre-2017", "année-dernière")
    yield QueryField("kind", ("kind", "nature"), _always(kind), "meeting")
    yield QueryField("id", ("id", "identifiant"), _always(_id), "policy-lab-helsinki")
    yield QueryField("date", ("date",), _dated(), "2018..2019-06", relative)
    yield QueryField("year", ("year", "annee"), _dated(), "2019", ("2018,2020", "this-year"))
    yield QueryField("country", ("country", "pays"), _always(_country), "FI", ("Finlande", "UK"))
    yield QueryField("city", ("city", "ville"), _always(by_words("places")), "Lisbon", ("Lis*",))
    person = by_texts(lambda texts: [text for name in PEOPLE for text in texts.of(name)])
    yield QueryField("person", ("person", "personne"), _always(person), "Medina")
    yield QueryField("has", ("has", "avec"), _has, "report", ("url", "fr"))
    yield QueryField("missing", ("missing", "sans", "manque"), _missing, "url", ("report", "fr"))
    saved = ("saved", "enregistree", "sauvee")
    yield QueryField("saved", saved, _saved, "portugal")


@cache
def all_fields() -> Mapping[str, QueryField]:
    """Every field by each of its names; where two share one, the first has it."""
    found: dict[str, QueryField] = {}
    for field in (*_made(), *map(_of_record, every_field().values())):
        for name in field.names:
            found.setdefault(name, field)
    return found
