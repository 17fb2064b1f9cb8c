"""The arguments of a command, as a shell hands them over, become the tokens of one query."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from icccat.errors import QueryError
from icccat.search.fields import all_fields, named
from icccat.search.reader import LONGEST, how_many, takes
from icccat.search.tokens import OPERATORS, QUOTES, Token, tokens, values_in
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.search.context import Context
    from icccat.search.fields import QueryField

_BEFORE_COLON = r"(?<![\w-])([^\W\d][\w\u0300-\u036f-]*):(?=[^\s/])"
_OF_PLACES = ("city", "places")


def tokens_of_arguments(arguments: Sequence[str], context: Context) -> list[Token]:
    """The tokens of all arguments, at their places in the arguments joined with spaces.

    `[` and `]` are the ends of an argument with spaces in it that is more than a phrase.
    """
    text = " ".join(arguments)
    groups, start = [], 0
    for argument in arguments:
        groups.append(_of_argument(text, start, start + len(argument), context))
        start += len(argument) + 1
    found: list[Token] = []
    while groups:
        found += _with_following(text, groups.pop(0), groups, context)
    return found


def _of_argument(text: str, start: int, end: int, context: Context) -> list[Token]:
    """The tokens of one argument."""
    argument = text[start:end]
    phrase = [Token("quoted", argument, start)]
    spaced = len(argument.split()) > 1
    try:
        found = tokens(text, start, end)
    except QueryError:
        if spaced and (context.is_title(argument) or not _is_query(argument)):
            return phrase
        raise
    if not spaced:
        return found
    if all(token.plain for token in found) or context.is_title(argument):
        return phrase
    if not _is_balanced(found) and not _is_query(argument):
        return phrase
    first, *others = found
    if first.form == "not" and len(others) > 1 and all(token.plain for token in others):
        return [first, Token("quoted", text[others[0].start : end], others[0].start)]
    return [Token("[", "", start), *found, Token("]", "", end)]


def _is_query(argument: str) -> bool:
    """Whether it is more than pasted text: with an operator, or a field, or nearly one."""
    names = re.findall(_BEFORE_COLON, argument)
    return any(word in OPERATORS for word in argument.split()) or any(
        named(name) or nearest(name, all_fields()) for name in names
    )


def _is_balanced(found: Sequence[Token]) -> bool:
    """Whether every bracket is opened and closed."""
    depth = 0
    for token in found:
        depth += {"(": 1, ")": -1}.get(token.form, 0)
        if depth < 0:
            return False
    return depth == 0


def _with_following(
    text: str, group: list[Token], groups: list[list[Token]], context: Context
) -> list[Token]:
    """The tokens of an argument; if it is a field, with the words after it that it needs.

    They belong to its value where it can hold them and nothing less, as `country:United
    Kingdom`, or where both name a place of the records, as `ville:La Haye`; they are then taken
    from the `groups` that follow.
    """
    field = named(group[-1].field) if group else None
    if field is None or text[group[-1].places[-1]] in QUOTES:
        return group
    token = group[-1]
    run = [one[0] for one in takewhile(lambda one: len(one) == 1 and one[0].plain, groups)]
    words = [token.values[-1], *(word.text for word in run[:LONGEST])]
    many = _needed(field, words, context)
    longer = " ".join(words[: many + 1])
    start = token.places[-1]
    found = values_in(longer, start)
    if not many or not text.startswith(longer, start) or not found[-1][0]:
        return group
    del groups[:many]
    values = (*token.values[:-1], *(value for value, _start, _end in found))
    places = (*token.places[:-1], *(place for _value, place, _end in found))
    whole = text[token.start : start + len(longer)]
    return [*group[:-1], Token("word", whole, token.start, token.field, values, places)]


def _needed(field: QueryField, words: Sequence[str], context: Context) -> int:
    """How many words after the first are only with it what the field knows."""
    if field.name in _OF_PLACES:
        counts = range(len(words) - 1, 0, -1)
        return next((many for many in counts if context.is_place(" ".join(words[: many + 1]))), 0)
    return 0 if takes(field, words[0], context) else how_many(field, words, context)
