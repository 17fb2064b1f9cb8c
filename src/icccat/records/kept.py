"""How the value of a field is kept in a line of text, for a cache.

Each field has its texts there, with signs between that no person writes. What a spreadsheet's cell
needs stands by itself: the text in English, that in French, the documents as they are typed.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.locale import LANGUAGES
from icccat.records.dates import Date
from icccat.records.fields import Document
from icccat.records.sorts import FLAGS, Flag, Number, Translated, When
from icccat.records.tagged import from_json, is_plain, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from icccat.records.fields import Field
    from icccat.records.sorts import Sort

in_json = encode_basestring
"""A text in JSON."""
# The separators of ASCII, between texts and between the values of a field; and what marks that a
# line holds more than cells and values: one of these signs, other languages, a list of none.
TEXT, VALUE, MARK = "\x1f", "\x1e", "\x1d"
_ESCAPED = {MARK: f"{MARK}m", TEXT: f"{MARK}t", VALUE: f"{MARK}v"}


class Way(NamedTuple):
    """A way of keeping a field: how many texts it has, what makes them of a value, and it of them.

    `restored` is given a text that is not blank, or, where there are several, all of them, and then
    gives None for no value. `json` is given the text, or the first two, where there is no mark, and
    makes JSON of them; "" where it cannot.
    """

    texts: int
    kept: Callable[[Any], str]
    restored: Callable[[Any], Any]
    json: Callable[..., str]


def way_of(field: Field, *, marked: bool) -> Way:
    """How the field is kept; `marked` tells whether there is such a mark in the line."""
    if isinstance(field.sort, Document):
        kept, restored = partial(_documents_kept, field), partial(_documents, field.sort)
        return Way(2, kept, restored, lambda _cell, json: json if is_plain(json) else "")
    if isinstance(field.sort, Translated):
        way = Way(len(LANGUAGES) + 1, _translated_kept, _translated, _translated_in_json)
    else:
        way = _of_many(field.sort) if field.many else _of_one(field.sort)
    return way._replace(restored=lambda kept: unescaped(way.restored(kept))) if marked else way


def _of_one(sort: Sort) -> Way:
    json = str if isinstance(sort, (Number, Flag)) else in_json
    return Way(1, lambda value: escaped(sort.cell(value)), _made(sort), json)


def _of_many(sort: Sort) -> Way:
    one = _of_one(sort)

    def kept(values: Sequence[Any]) -> str:
        return VALUE.join(map(one.kept, values)) or MARK

    def restored(text: str) -> tuple[Any, ...]:
        return tuple(map(one.restored, values_of(text)))

    @lru_cache(maxsize=10_000)  # many records have the same
    def json(text: str) -> str:
        return f"[{', '.join(map(one.json, text.split(VALUE)))}]"

    return Way(1, kept, values_of if one.restored is str else restored, json)


def values_of(text: str) -> tuple[str, ...]:
    """The values of a field that has many."""
    return tuple(text.split(VALUE)) if text != MARK else ()


def unescaped(value: Any) -> Any:  # noqa: ANN401 (of any sort)
    """The value with the texts in it as they were."""
    match value:
        case str():
            for sign, other in reversed(_ESCAPED.items()):
                value = value.replace(other, sign)
            return value
        case dict():
            return {code: unescaped(text) for code, text in value.items()}
        case tuple() if not isinstance(value, Date):
            return tuple(map(unescaped, value))
        case _:
            return value


def escaped(text: str) -> str:
    """The text, with something else in place of these signs, which hardly any has."""
    if MARK in text or TEXT in text or VALUE in text:
        for sign, other in _ESCAPED.items():
            text = text.replace(sign, other)
    return text


def _made(sort: Sort) -> Callable[[str], Any]:
    """What makes a value of its cell; `str` where it is that text."""
    match sort:
        case When():
            return _date
        case Number():
            return int
        case Flag():
            return FLAGS.__getitem__
        case _:
            return str


@cache  # made once for all records that have it
def _date(text: str) -> Date:
    return Date(*map(int, text.split("-")))


def _translated_kept(texts: Mapping[str, str]) -> str:
    """The text in each of the two languages; and all, where there is another, or another order."""
    usual = [escaped(texts[code]) if code in texts else "" for code in LANGUAGES]
    if tuple(texts) == LANGUAGES or (len(texts) == 1 and any(usual)):
        return f"{TEXT.join(usual)}{TEXT}"
    parts = (part for code, text in texts.items() for part in (code, escaped(text)))
    return TEXT.join([*usual, MARK + VALUE.join(parts)])


def _translated(texts: Sequence[str]) -> dict[str, str] | None:
    *usual, all_ = texts
    if all_:
        parts = all_.removeprefix(MARK).split(VALUE)
        return dict(zip(parts[::2], parts[1::2], strict=True))
    return {code: text for code, text in zip(LANGUAGES, usual, strict=True) if text} or None


def _translated_in_json(english: str, french: str) -> str:
    said = zip(LANGUAGES, (english, french), strict=True)
    parts = [f'"{code}": {in_json(text)}' for code, text in said if text]
    return f"{{{', '.join(parts)}}}"


def _documents_kept(field: Field, documents: Sequence[Mapping[str, Any]]) -> str:
    """The cell, and all of it in JSON."""
    plain = [
        {name: str(value) if isinstance(value, Date) else value for name, value in document.items()}
        for document in documents
    ]
    return f"{escaped(field.cell(documents))}{TEXT}{to_json(plain)}"


def _documents(sort: Document, texts: Sequence[str]) -> tuple[dict[str, Any], ...] | None:
    _cell, json = texts
    if not json:
        return None
    documents: list[dict[str, Any]] = from_json(json)
    dates = [field.name for field in sort.fields if isinstance(field.sort, When)]
    for document in documents:
        document.update({name: _date(document[name]) for name in dates if name in document})
    return tuple(documents)
