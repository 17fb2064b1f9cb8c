"""Terms of a query: the fields that it may name, and their values."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from icccat.completion.candidate import Candidate, Offer
from icccat.records.columns import MADE
from icccat.records.kinds import KINDS, every_field
from icccat.records.kinds.shared import DOCUMENT_TYPES
from icccat.records.standards import languages
from icccat.search.fields import PARTS, all_fields, named
from icccat.search.predicates import bare
from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from icccat.completion.asked import Asked
    from icccat.completion.catalogue import Catalogue
    from icccat.search.fields import QueryField

_SIGNS = re.compile(r"^\(*-?\(*")  # which may stand before a term
_FIELD = re.compile(r"([^\W\d][\w-]*):")
_EASY = re.compile(r"[\w.-]+")  # what needs quotation marks neither in a query nor in a shell


def terms(asked: Asked, catalogue: Catalogue) -> Offer:
    """A field with its colon; after that a value, after others with commas between them."""
    asked = asked.after(len(asked.typed) - len(_SIGNS.sub("", asked.typed)))
    found = _FIELD.match(asked.typed)
    field = named(found[1]) if found else None
    if found and field:
        asked = asked.after(found.end()).after_last(",")
        values = _values(field, asked.typed, catalogue)
        return Offer(asked, (one._replace(word=_easy(one.word)) for one in values))
    return Offer(asked, _fields(asked.typed, catalogue.language))


def _fields(typed: str, language: str) -> Iterator[Candidate]:
    """Each field by its English name, or by another one that begins as it is typed."""
    for field in dict.fromkeys(all_fields().values()):
        names = (field.name, *field.names)
        name = next((one for one in names if one.startswith(fold(typed))), field.name)
        yield Candidate(f"{name}:", _label(field, language))


def _label(field: QueryField, language: str) -> str:
    """What the field is called; what is no field of a record is told by an example."""
    called = MADE.get(field.name) or every_field().get(field.name)
    return called.label.in_(language) if called else f"{field.name}:{field.example}"


def _values(field: QueryField, typed: str, catalogue: Catalogue) -> Iterable[Candidate]:
    """What the field may be asked for."""
    made: dict[str, Callable[[], Iterable[Candidate]]] = {
        "kind": catalogue.kinds,
        "id": lambda: catalogue.ids(typed),
        "country": catalogue.countries,
        "city": catalogue.cities,
        "saved": catalogue.searches,
        "has": lambda: _parts(catalogue),
        "missing": lambda: _parts(catalogue),
    }
    if field.name in made:
        return made[field.name]()
    declared = (kind.field(field.name) for kind in KINDS.values())
    return chain.from_iterable(catalogue.values(one, typed) for one in declared if one)


def _parts(catalogue: Catalogue) -> Iterator[Candidate]:
    """What a record may have: fields, text in a language, documents of a type."""
    for name, field in every_field().items():
        yield Candidate(name, field.label.in_(catalogue.language))
    yield from map(Candidate, PARTS)
    yield from map(Candidate, DOCUMENT_TYPES)
    yield from catalogue.named({code: languages()[code] for code in ("en", "fr")})


def _easy(value: str) -> str:
    """The value as a query takes it without quotation marks: policy-lab, Vila-Verde."""
    hyphens = value.replace(" ", "-")
    return hyphens if _EASY.fullmatch(hyphens) else bare(value).replace(" ", "-")
