"""What a query asks, as a tree."""

from __future__ import annotations

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


class And(NamedTuple):
    """What must all hold; with no parts, everything does."""

    parts: tuple[Query, ...]
    all: bool = True  # by which it is no Or of the same parts


class Or(NamedTuple):
    """What must hold in one part at least."""

    parts: tuple[Query, ...]
    all: bool = False


_OF_ANY_KIND = ("kind", "id")
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


def asks_for_kinds(query: Query) -> bool:
    """Whether the query says anywhere, by a field, that other kinds than usual may be meant."""
    match query:
        case Value(name):
            return name in _OF_ANY_KIND
        case Not(inner):
            return asks_for_kinds(inner)
        case And(parts) | Or(parts):
            return any(map(asks_for_kinds, parts))
        case _:
            return False
