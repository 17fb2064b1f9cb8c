"""The arguments of a command as one text that means the same, to be kept as a saved search."""

from __future__ import annotations

import re
from collections import deque
from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from icccat.errors import QueryError, Refused
from icccat.locale import translate as _
from icccat.search.arguments import tokens_of_arguments
from icccat.search.fields import named
from icccat.search.query import parse, parse_arguments
from icccat.search.reader import how_many
from icccat.search.tokens import QUOTES, values_in
from icccat.search.tree import And, Dated, Not, Query, Value, Words
from icccat.words.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from icccat.search.context import Context
    from icccat.search.tokens import Token

_BARE = re.compile(rf"[^\s(),{QUOTES}]+")
_NO_QUOTES = str.maketrans(dict.fromkeys(QUOTES, " "))


def written(arguments: Sequence[str], context: Context) -> str:
    """A query as a text that means the same by itself, as it was typed where that will do.

    Raises QueryError where it is wrong, Refused where no text is found that means the same.
    """
    meant = _shape(parse_arguments(arguments, context))
    for text in _candidates(arguments, context):
        try:
            if _shape(parse(text, context)) == meant:
                return text
        except QueryError:
            continue
    raise Refused(_("this query cannot be kept as it is: write it as one argument, in quotes"))


def _candidates(arguments: Sequence[str], context: Context) -> Iterator[str]:
    """The texts that may mean the same: as typed, with quotes and brackets, all of it a phrase."""
    text = " ".join(arguments)
    yield " ".join(text.split())
    with suppress(QueryError):  # as a title may be, which is a phrase whatever is in it
        yield _typed(_with_values(text, tokens_of_arguments(arguments, context), context))
    yield _quoted(text)


def _with_values(text: str, found: Sequence[Token], context: Context) -> Iterator[Token]:
    """The tokens, words that belong to the value before them taken into it."""
    left, greedy = deque(found), False
    while left:
        token = left.popleft()
        greedy = token.form == "[" or (greedy and token.form != "]")
        field = named(token.field)
        if greedy and field and text[token.places[-1]] not in QUOTES:
            run = list(takewhile(lambda one: one.plain, left))
            last = [token.values[-1], *(one.text for one in run)]
            many = how_many(field, last, context)
            for _word in range(many):
                left.popleft()
            more = values_in(" ".join(last[: many + 1]), 0)
            values = (*token.values[:-1], *(value for value, _start, _end in more))
            token = token._replace(values=values)
        yield token


def _typed(found: Iterable[Token]) -> str:
    """The text of tokens, the ends of an argument being brackets."""
    text = ""
    for token in _unwrapped(list(found)):
        if token.field:
            piece = f"{token.field}:{','.join(map(_value, token.values))}"
        elif token.form == "quoted":
            piece = _quoted(token.text)
        else:
            piece = {"[": "(", "]": ")"}.get(token.form, token.text)
        is_close = piece == ")" or not text or text[-1] == "(" or f" {text}".endswith(" -")
        text += piece if is_close else f" {piece}"
    return text


def _unwrapped(found: Sequence[Token]) -> list[Token]:
    """The tokens, an argument of a single one without its ends."""
    ends = {
        place + end
        for place, token in enumerate(found[:-2])
        for end in (0, 2)
        if (token.form, found[place + 2].form) == ("[", "]")
    }
    return [token for place, token in enumerate(found) if place not in ends]


def _value(value: str) -> str:
    """A value of a field, quoted where it must be."""
    return value if _BARE.fullmatch(value) else _quoted(value)


def _quoted(text: str) -> str:
    """The text as a phrase."""
    return f'"{" ".join(text.translate(_NO_QUOTES).split())}"'


def _shape(query: Query) -> Any:  # noqa: ANN401 (only compared)
    """What makes two queries the same, whatever they were written like."""
    match query:
        case Words(text, phrase, exact, prefix):
            return words(text), phrase, exact, prefix
        case Dated(asked, test):
            return "dated", test.said, _shape(asked)
        case Value(name, tests):
            return name, [test.said for test in tests]
        case Not(inner):
            return "not", _shape(inner)
        case And(parts):
            return "and", list(map(_shape, parts))
        case _:
            return "or", list(map(_shape, query.parts))
