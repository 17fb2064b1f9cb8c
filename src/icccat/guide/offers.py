"""What can be chosen or was used before in a field, by its value and by all its other names."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from icccat.records.kinds import EVENTS, KINDS
from icccat.records.sorts import Choice, Flag, Language, Place, Reference, Text, Translated, Word
from icccat.records.standards import countries, languages
from icccat.words.alphabet import alphabetical
from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icccat.records.fields import Field
    from icccat.records.record import Record, Records


class Offer(NamedTuple):
    """A value that can be answered: what it means, in the reader's language, and other names."""

    value: str
    meaning: str = ""
    names: tuple[str, ...] = ()


OWN = frozenset({"title", "label", "description", "notes"})  # every record's are its own
FLAGS = (Offer("true", "", ("yes", "y", "oui", "o")), Offer("false", "", ("no", "n", "non")))


def offers(field: Field, records: Records, *, code: str, language: str) -> list[Offer]:
    """What a field offers to a reader of `language`; `code` is the language of its text, if any."""
    sort = field.sort
    if isinstance(sort, Choice | Word):
        used = () if isinstance(sort, Choice) else _used(field, records, code)
        return [Offer(word) for word in dict.fromkeys([*sort.words, *used])]
    if isinstance(sort, Reference):
        found = (_reference(record, language) for record in records[sort.kind].values())
        return sorted(found, key=lambda offer: alphabetical(offer.value))
    if isinstance(sort, Language):
        return [Offer(one, names.in_(language), names) for one, names in languages().items()]
    if isinstance(sort, Place):
        return _places(records, language)
    if isinstance(sort, Flag):
        return list(FLAGS)
    free = type(sort) in {Text, Translated} and field.name not in OWN
    return [Offer(text) for text in _used(field, records, code)] if free else []


def numbered(field: Field) -> tuple[str, ...]:
    """The words of a list that is closed or short, to be shown with their numbers."""
    match field.sort:
        case Choice(words=words) | Word(words=words):
            return words
        case Flag():
            return tuple(offer.value for offer in FLAGS)
    return ()


def meant(text: str, among: Iterable[Offer]) -> Offer | None:
    """The offer that a text names, whole, in whichever case; None where none or several do."""
    folded = fold(text)
    found = {
        offer.value: offer
        for offer in among
        if any(fold(name) == folded for name in (offer.value, *offer.names))
    }
    exact = found.get(text)
    return exact or (next(iter(found.values())) if len(found) == 1 else None)


def begun(text: str, among: Iterable[Offer]) -> list[Offer]:
    """The offers that a text begins, or a word of which it does; those it begins first."""
    folded = fold(text)
    ranked = ((_rank(folded, offer), offer) for offer in among)
    return [offer for rank, offer in sorted(ranked, key=lambda one: one[0]) if rank < _NOT]


_NOT = 3


def _rank(folded: str, offer: Offer) -> int:
    """0 where the text begins the value, 1 another name, 2 a word inside, else 3."""
    value, *names = map(fold, (offer.value, *offer.names))
    if value.startswith(folded):
        return 0
    if any(name.startswith(folded) for name in names):
        return 1
    inside = (f" {name}".replace("-", " ") for name in (value, *names))
    return 2 if any(f" {folded}" in name for name in inside) else _NOT


def _reference(record: Record, language: str) -> Offer:
    """A record by its id, found by its titles in every language and by its other names."""
    titles = record.values.get(record.declared.called, {})
    return Offer(record.id, record.title(language), (*titles.values(), *record.items("also")))


def _used(field: Field, records: Records, code: str) -> list[str]:
    """The texts that the field holds in videos and meetings, each once, by alphabet."""
    found = set[str]()
    for record in _holding(field.name, records):
        value = record.values[field.name]
        if field.translated:
            found |= {text for key, text in value.items() if key == code}
        else:
            found |= set(field.items(value))
    return sorted(found, key=alphabetical)


def _places(records: Records, language: str) -> list[Offer]:
    """The places used or described, then the countries, each by its names."""
    used = chain.from_iterable(one.values["places"] for one in _holding("places", records))
    described = records["place"]
    places = sorted({*used, *described} - set(countries()), key=alphabetical)
    known = [_city(place, described.get(place), language) for place in places]
    return known + [Offer(one, names.in_(language), names) for one, names in countries().items()]


def _city(place: str, described: Record | None, language: str) -> Offer:
    """A city with the names of its country: Lisbonne, Lisbon (Portugal) and Lisbon are one."""
    city, _comma, code = place.rpartition(", ")
    country = countries()[code]
    also = described.items("also") if described else ()
    names = [name for one in (city, *also) for name in (one, *(f"{one}, {c}" for c in country))]
    return Offer(place, ", ".join([*also[:2], country.in_(language)]), tuple(names))


def _holding(name: str, records: Records) -> Iterator[Record]:
    """The videos, meetings and series that hold a field."""
    kinds = [kind for kind in (*EVENTS, "series") if KINDS[kind].field(name)]
    return (one for kind in kinds for one in records[kind].values() if name in one.values)
