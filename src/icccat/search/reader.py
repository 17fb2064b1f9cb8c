"""The tokens of a query become a tree."""

from __future__ import annotations

from collections import deque
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from icccat.errors import QueryError
from icccat.locale import translate as _
from icccat.search.dates import date_in_text, pieces
from icccat.search.fields import named
from icccat.search.mistake import Mistake
from icccat.search.predicates import on_date
from icccat.search.tokens import QUOTES, Token, is_special, values_in
from icccat.search.tree import And, Dated, Not, Or, Query, Value, Words, is_silent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from icccat.search.context import Context
    from icccat.search.fields import QueryField
    from icccat.search.predicates import Test

Made = TypeVar("Made")
CLOSING = {"(": ")", "[": "]"}  # the square ones are the ends of an argument
LONGEST = 8  # words after the first in a value that is not free text
DEEPEST = 50  # brackets within each other: nobody's query, and less than Python can follow


class Reading(NamedTuple):
    """How tokens are read: in which context, and how a saved search is, by its name."""

    context: Context
    saved: Callable[[str], Query]


def read(text: str, found: Sequence[Token], reading: Reading) -> Query:
    """The tree of the tokens of a text; raises QueryError."""
    return _Reader(text, found, reading).whole()


class _Reader:
    """A recursive descent over the tokens of one text.

    `greedy`, within one argument: words that follow a field belong to its value, as far as it
    can hold them.
    """

    def __init__(self, text: str, found: Sequence[Token], reading: Reading) -> None:
        self.text, self.tokens, self.reading = text, deque(found), reading
        self.depth = 0
        self.greedy = False

    @property
    def now(self) -> Token:
        return self.tokens[0] if self.tokens else Token("end", "", len(self.text))

    def take(self, *forms: str) -> Token | None:
        return self.tokens.popleft() if self.now.form in forms else None

    def wrong(self, sentence: str, fix: tuple[int, int, str] | None = None) -> QueryError:
        return QueryError(self.text, self.now.start, sentence, fix)

    def whole(self) -> Query:
        query = self.either()
        if self.tokens:
            raise self.not_opened()
        return query

    def not_opened(self) -> QueryError:
        place = self.now.start
        return self.wrong(_("this bracket was not opened"), (place, place + 1, ""))

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
        telling = [part for part in _joined(parts) if not is_silent(part)]
        if not telling:
            raise QueryError(self.text, start, _("there is no word to look for in this"))
        return _all([one for part in telling for one in _with_dates(part)])

    def unless(self) -> Query:
        opened = self.take("not", *CLOSING)
        if opened is None:
            return self.term()
        if self.depth == DEEPEST:
            raise QueryError(self.text, opened.start, _("too many brackets within each other"))
        self.depth += 1
        query = self.without() if opened.form == "not" else self.within(opened)
        self.depth -= 1
        return query

    def without(self) -> Query:
        inner = self.unless()
        return Not(inner if is_silent(inner) else _all(_with_dates(inner)))

    def within(self, opened: Token) -> Query:
        self.greedy = self.greedy or opened.form == "["
        query = self.either()
        if self.take(CLOSING[opened.form]):
            self.greedy = self.greedy and opened.form != "["
            return query
        if opened.form == "(":
            end = self.now.start
            sentence = _("this bracket is not closed")
            raise QueryError(self.text, opened.start, sentence, (end, end, ")"))
        raise self.not_opened()

    def term(self) -> Query:
        token = self.take("word", "quoted")
        if token is None:
            raise self.wrong(_("a word to look for is missing here"))
        if token.field:
            return self.of_field(token)
        return Words(token.text, phrase=True) if token.form == "quoted" else _word(token.text)

    def of_field(self, token: Token) -> Query:
        field = named(token.field)
        assert field is not None  # noqa: S101 (a token's field is known)
        spans = [
            (value, place, place + len(value) + 2 * (self.text[place] in QUOTES))
            for value, place in zip(token.values, token.places, strict=True)
        ]
        if self.greedy and self.text[token.places[-1]] not in QUOTES:
            spans[-1:] = self.longest(field, *spans[-1])
        if field.name == "saved":
            return _any([self.tried(self.reading.saved, *span) for span in spans])
        return Value(field.name, tuple(self.tried(self.test_of(field), *span) for span in spans))

    def test_of(self, field: QueryField) -> Callable[[str], Test]:
        return lambda value: field.test(value, self.reading.context)

    def tried(self, make: Callable[[str], Made], value: str, start: int, end: int) -> Made:
        """What is made of a value; a mistake in it is shown at its place, with what mends it."""
        try:
            return make(value)
        except Mistake as wrong:
            put = f'"{wrong.instead}"' if " " in wrong.instead else wrong.instead
            fix = (start, end, put) if put else None
            raise QueryError(self.text, start, str(wrong), fix) from None

    def longest(
        self, field: QueryField, value: str, start: int, end: int
    ) -> list[tuple[str, int, int]]:
        """The value, or values, with as many of the words that follow as the field can hold."""
        run = list(takewhile(lambda token: token.plain, self.tokens))
        words = [value, *(token.text for token in run)]
        for last in run[: how_many(field, words, self.reading.context)]:
            self.tokens.popleft()
            end = last.start + len(last.text)
        return values_in(self.text[start:end], start)


def how_many(field: QueryField, words: Sequence[str], context: Context) -> int:
    """How many words after the first are the field's value with it: as many as it can hold.

    Where it can hold none, not even the first alone, as many as are nearly a value of it.
    """
    longest = min(len(words) - 1, LONGEST)
    counts = dict.fromkeys((len(words) - 1, *range(longest, -1, -1)))
    wrong = {many: _mistake(field, " ".join(words[: many + 1]), context) for many in counts}
    right = [many for many, mistake in wrong.items() if mistake is None]
    near = [many for many, mistake in wrong.items() if mistake and mistake.instead]
    return next(iter(right or near), 0)


def _mistake(field: QueryField, value: str, context: Context) -> Mistake | None:
    """What is wrong with the value, or one of several between commas, if anything."""
    try:
        for one, _start, _end in values_in(value, 0):
            field.test(one, context)
    except Mistake as mistake:
        return mistake
    return None


def takes(field: QueryField, value: str, context: Context) -> bool:
    """Whether the field can hold the value."""
    return _mistake(field, value, context) is None


def _word(text: str) -> Words:
    """The word of free text, in the form that its signs ask for."""
    if not is_special(text):
        return Words(text)
    return Words(text.strip("=*"), exact=text.startswith("="), prefix=text.endswith("*"))


def _all(parts: Sequence[Query]) -> Query:
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _any(parts: Sequence[Query]) -> Query:
    return parts[0] if len(parts) == 1 else Or(tuple(parts))


def _joined(parts: Sequence[Query]) -> list[Query]:
    """The parts, plain words that follow each other as one: two may be written as one word."""
    found: list[Query] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Words) and isinstance(last, Words) and part.plain and last.plain:
            found[-1] = Words(f"{last.text} {part.text}")
        else:
            found.append(part)
    return found


def _with_dates(query: Query) -> list[Query]:
    """The parts of free text, its dates apart from its words; any other query as it is."""
    if isinstance(query, Words) and query.plain:
        found = ((Words(text), date) for text, date in pieces(query.text))
        parts = [Dated(words, on_date(date)) if date else words for words, date in found]
        return [part for part in parts if not is_silent(part)]
    if isinstance(query, Words) and query.phrase and " " in query.text:
        date = date_in_text(query.text)
        return [Dated(query, on_date(date)) if date else query]
    return [query]
