"""The query language: what a person typed, as a tree.

query = and {("OR" | "OU") and}
and   = not {["AND" | "ET"] not}
not   = ("-" | "NOT" | "SAUF") not | "(" query ")" | term
term  = field ":" value {"," value} | '"' words '"' | "=" word | word "*" | word
value = range | quoted | word
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from icccat.errors import QueryError
from icccat.locale import translate as _
from icccat.records.sorts import did_you_mean
from icccat.search.arguments import tokens_of_arguments
from icccat.search.mistake import Mistake
from icccat.search.reader import Reading, read
from icccat.search.tokens import tokens
from icccat.search.tree import And, Query, Words
from icccat.words.fold import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from icccat.search.context import Context


def parse(text: str, context: Context) -> Query:
    """The query in a text; raises QueryError, with the place and what mends it."""
    return _or_mended((text,), lambda texts: _of_text(texts[0], context, ()))


def parse_arguments(arguments: Sequence[str], context: Context) -> Query:
    """The query that the arguments of a command make together.

    An argument with spaces in it is a phrase, unless it holds a known field, an operator, a
    quotation mark or a bracket: then it is read by itself, and words that follow a field belong
    to its value, as the shell ate the quotation marks. What a record is called is a phrase,
    whatever is in it. Raises QueryError, with the place and what mends it.
    """
    return _or_mended(tuple(arguments), lambda texts: _of_arguments(texts, context))


def _or_mended(given: tuple[str, ...], parse_them: Callable[[tuple[str, ...]], Query]) -> Query:
    """The query; where it is wrong, the error knows the words that would be right.

    Where they are not clear as a whole, it says at least what is near to what is wrong.
    """
    try:
        return parse_them(given)
    except QueryError as wrong:
        from icccat.search.corrections import mended  # noqa: PLC0415 (a right query needs none)

        wrong.correction = mended(given, wrong, parse_them)
        put = wrong.fix[2] if wrong.fix else ""
        if wrong.correction or not words(put):
            raise
        told = did_you_mean(str(wrong), put)
        raise QueryError(wrong.text, wrong.place, told, wrong.fix) from None


def _of_text(text: str, context: Context, within: tuple[str, ...]) -> Query:
    """The query in a text, `within` the saved searches of these names."""
    return read(text, tokens(text), Reading(context, partial(_saved, context, within)))


def _of_arguments(arguments: Sequence[str], context: Context) -> Query:
    text = " ".join(arguments)
    try:
        found = tokens_of_arguments(arguments, context)
        if any(not token.plain for token in found) and context.is_title(text):
            return Words(text, phrase=True)
        reading = Reading(context, partial(_saved, context, ()))
        return read(text, found, reading) if found else And(())
    except QueryError:
        if context.is_title(text):
            return Words(text, phrase=True)
        raise


def _saved(context: Context, within: tuple[str, ...], name: str) -> Query:
    """The query saved under a name; raises Mistake where there is none, or none that is right."""
    found = context.saved(name)
    if found in within:
        sentence = _('the saved search "{name}" asks for itself')
        raise Mistake(sentence.format(name=found))
    try:
        return _of_text(context.searches[found], context, (*within, found))
    except QueryError as wrong:
        sentence = _('the saved search "{name}" is wrong: {reason}')
        raise Mistake(sentence.format(name=found, reason="; ".join(wrong.lines))) from None
