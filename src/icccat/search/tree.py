"""What a query asks, as a tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from icccat.words.fold import words

if TYPE_CHECKING:
    from icccat.search.predicates import Test


class Words(NamedTuple):
    """Words that must all be there.

    A `phrase` stands together in one text, in this order; `exact`: in this form only, whatever
    else is tried for other words; `prefix`: the last one is the beginning of a word.
    """

    text: str
    phrase: bool = False
    exact: bool = False
    prefix: bool = False

    @property
    def plain(self) -> bool:
        """Whether they may stand anywhere, in any form."""
        return not (self.phrase or self.exact or self.prefix)


class Dated(NamedTuple):
    """A date in free text: the record's own, or its words (`novembre 2017`) in a text of it."""

    words: Words
    test: Test


class Value(NamedTuple):
    """A field of which one of the tests must hold."""

    name: str
    tests: tuple[Test, ...]


class Not(NamedTuple):
    """What must not hold."""

    query: Query


# No tuples, unlike the others: as such an And and an Or of the same parts would be equal.
@dataclass(frozen=True, slots=True)
class And:
    """What must all hold; with no parts, everything does."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What must hold in one part at least."""

    parts: tuple[Query, ...]


Query: TypeAlias = Words | Dated | Value | Not | And | Or


def is_silent(query: Query) -> bool:
    """Whether it asks for no word at all, as a dash between words does."""
    match query:
        case Words(text):
            return not words(text)
        case Not(inner):
            return is_silent(inner)
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
