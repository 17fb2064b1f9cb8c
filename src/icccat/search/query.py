"""The query language: what a person typed, as a tree.

query = and {("OR" | "OU") and}
and   = not {["AND" | "ET"] not}
not   = ("-" | "NOT" | "SAUF") not | "(" query ")" | term
term  = field ":" value {"," value} | '"' words '"' | word
value = range | quoted | word
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

from icccat.errors import QueryError
from icccat.locale import translate as _
from icccat.search.fields import named
from icccat.search.tokens import QUOTES, Token, tokens
from icccat.words.fold import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.search.fields import QueryField
    from icccat.search.predicates import Test


@dataclass(frozen=True, slots=True)
class Words:
    """Words that must all be there; next to each other, in this order, if `phrase`."""

    text: str
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A field of which one of the tests must hold."""

    name: str
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    query: Query


@dataclass(frozen=True, slots=True)
class And:
    """What must all hold; with no parts, everything does."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What must hold in one part at least."""

    parts: tuple[Query, ...]


Query: TypeAlias = Words | Value | Not | And | Or


def parse_arguments(arguments: Sequence[str]) -> Query:
    """The query that the arguments of a command make together.

    An argument with spaces in it is a phrase, unless it holds a known field, an operator, a
    quotation mark or a bracket: then it is read by itself, and words that follow a field belong
    to its value, as the shell ate the quotation marks. Raises QueryError.
    """
    text = " ".join(arguments)
    found: list[Token] = []
    start = 0
    for argument in arguments:
        found += _of_argument(text, start, start + len(argument))
        start += len(argument) + 1
    return _Reader(text, found, greedy=True).whole() if found else And(())


def _of_argument(text: str, start: int, end: int) -> list[Token]:
    """The tokens of one argument: what is more than a word or an operator within its ends."""
    found = tokens(text, start, end)
    if len(found) > 1 and all(token.form == "word" and not token.field for token in found):
        return [Token("quoted", text[start:end], start)]
    if not found or (len(found) == 1 and not found[0].field):
        return found
    return [Token("[", "", start), *found, Token("]", "", end)]


def parse(text: str) -> Query:
    """The query in a text; raises QueryError, with the place."""
    return _Reader(text, tokens(text), greedy=False).whole()


CLOSING = {"(": ")", "[": "]"}  # the square ones are the ends of an argument
LONGEST = 8  # words after the first in a value that is not free text
DEEPEST = 50  # brackets within each other: nobody's query, and less than Python can follow


class _Reader:
    """A recursive descent over the tokens of one text.

    `greedy`: words that follow a field belong to its value, as far as it can hold them.
    """

    def __init__(self, text: str, found: Sequence[Token], *, greedy: bool) -> None:
        self.text, self.tokens, self.greedy = text, deque(found), greedy
        self.depth = 0

    @property
    def now(self) -> Token:
        return self.tokens[0] if self.tokens else Token("end", "", len(self.text))

    def take(self, *forms: str) -> Token | None:
        return self.tokens.popleft() if self.now.form in forms else None

    def whole(self) -> Query:
        query = self.either()
        if self.tokens:
            raise QueryError(self.text, self.now.start, _("this bracket was not opened"))
        return query

    def either(self) -> Query:
        parts = [self.both()]
        while self.take("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def both(self) -> Query:
        start = self.now.start
        parts = [self.unless()]
        while self.take("and") or self.now.form not in {"or", ")", "]", "end"}:
            parts.append(self.unless())
        telling = [part for part in _joined(parts) if not _is_silent(part)]
        if not telling:
            raise QueryError(self.text, start, _("there is no word to look for in this"))
        return telling[0] if len(telling) == 1 else And(tuple(telling))

    def unless(self) -> Query:
        opened = self.take("not", *CLOSING)
        if opened is None:
            return self.term()
        if self.depth == DEEPEST:
            raise QueryError(self.text, opened.start, _("too many brackets within each other"))
        self.depth += 1
        query = Not(self.unless()) if opened.form == "not" else self.within(opened)
        self.depth -= 1
        return query

    def within(self, opened: Token) -> Query:
        query = self.either()
        if self.take(CLOSING[opened.form]):
            return query
        if opened.form == "(":
            raise QueryError(self.text, opened.start, _("this bracket is not closed"))
        raise QueryError(self.text, self.now.start, _("this bracket was not opened"))

    def term(self) -> Query:
        token = self.take("word", "quoted")
        if token is None:
            raise QueryError(self.text, self.now.start, _("a word to look for is missing here"))
        if token.field:
            return self.of_field(token)
        return Words(token.text, phrase=token.form == "quoted")

    def of_field(self, token: Token) -> Query:
        field = named(token.field)
        assert field is not None  # noqa: S101 (a token's field is known)
        values = list(token.values)
        if self.greedy and self.text[token.places[-1]] not in QUOTES:
            values[-1] = self.longest(field, values[-1])
        tests = []
        for value, place in zip(values, token.places, strict=True):
            try:
                tests.append(field.test(value))
            except ValueError as refusal:
                raise QueryError(self.text, place, str(refusal)) from None
        return Value(field.name, tuple(tests))

    def longest(self, field: QueryField, value: str) -> str:
        """The value with as many of the words that follow as the field can hold."""
        plain = takewhile(lambda token: token.form == "word" and not token.field, self.tokens)
        run = [token.text for token in plain]
        for many in (len(run), *range(min(len(run), LONGEST), 0, -1)):
            longer = " ".join([value, *run[:many]])
            if _takes(field, longer):
                for _word in range(many):
                    self.tokens.popleft()
                return longer
        return value


def _takes(field: QueryField, value: str) -> bool:
    try:
        field.test(value)
    except ValueError:
        return False
    return True


def _joined(parts: Sequence[Query]) -> list[Query]:
    """The parts, words that follow each other as one: two may be written as one word."""
    found: list[Query] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Words) and isinstance(last, Words) and not (part.phrase or last.phrase):
            found[-1] = Words(f"{last.text} {part.text}")
        else:
            found.append(part)
    return found


def _is_silent(query: Query) -> bool:
    """Whether it asks for no word at all, as a dash between words does."""
    match query:
        case Words(text):
            return not words(text)
        case Not(inner):
            return _is_silent(inner)
        case _:
            return False


def asks_for(query: Query, *fields: str) -> bool:
    """Whether the query asks for one of these fields, anywhere in it."""
    match query:
        case Value(name):
            return name in fields
        case Not(inner):
            return asks_for(inner, *fields)
        case And(parts) | Or(parts):
            return any(asks_for(part, *fields) for part in parts)
        case _:
            return False
