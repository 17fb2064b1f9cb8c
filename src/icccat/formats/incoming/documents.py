"""JSON (RFC 8259) read strictly: nothing twice, nothing endless, nothing that TOML cannot hold."""

from __future__ import annotations

import json
import re
from collections import Counter
from math import isfinite
from typing import TYPE_CHECKING, Any, NoReturn

from icccat.formats.incoming import MOST_ROWS
from icccat.formats.incoming.refusals import refused
from icccat.locale import translate as _

if TYPE_CHECKING:
    from icccat.formats.incoming import Source

DEEPEST = 50
_LONGEST_INTEGER = 19  # digits of 64 bits, which is what TOML holds
_BLANK = re.compile(r"[ \t\r\n]*")


class Unfit(Exception):
    """JSON that is none, or is unusable; what is wrong, and the position in the text or -1."""

    def __init__(self, sentence: str, position: int = -1) -> None:
        super().__init__(sentence)
        self.sentence, self.position = sentence, position


def values(text: str) -> list[Any]:
    """The values that follow one another in a text, at most one too many; raises Unfit."""
    found: list[Any] = []
    position = _after_blank(text, 0)
    while position < len(text) and len(found) <= MOST_ROWS:
        value, position = _value(text, position)
        found.append(value)
        position = _after_blank(text, position)
    return found


def only_value(source: Source, text: str) -> list[Any]:
    """The values of a file, of which there should be one; raises Refused with the place."""
    try:
        return values(text)
    except Unfit as unfit:
        raise refused(source, _placed(text, unfit)) from unfit


def unusable(value: object) -> str:
    """What is wrong with a value: it is too deep, or a text in it is none; else ""."""
    waiting = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        if depth > DEEPEST:
            return _("it is nested more than {number} deep").format(number=DEEPEST)
        if isinstance(one, dict):
            waiting += ((part, depth + 1) for pair in one.items() for part in pair)
        elif isinstance(one, list):
            waiting += ((part, depth + 1) for part in one)
        elif (
            isinstance(one, str)
            and not one.isascii()
            and any("\ud800" <= c <= "\udfff" for c in one)
        ):
            return _("a text holds half a character (a lone surrogate)")
    return ""


def _value(text: str, position: int) -> tuple[Any, int]:
    """The value at a position, and where it ends."""
    try:
        return _DECODER.raw_decode(text, position)
    except json.JSONDecodeError as error:
        raise Unfit(_("this is not JSON"), error.pos) from error
    except RecursionError as error:
        sentence = _("it is nested more than {number} deep").format(number=DEEPEST)
        raise Unfit(sentence) from error


def _after_blank(text: str, position: int) -> int:
    found = _BLANK.match(text, position)
    return found.end() if found else position


def _placed(text: str, unfit: Unfit) -> str:
    """What is wrong, with its line and column where they are known."""
    if unfit.position < 0:
        return unfit.sentence
    before = text[: unfit.position]
    sentence = _("line {line}, column {column}: {sentence}")
    return sentence.format(
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
        sentence=unfit.sentence,
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these pairs; refused where a key is there twice."""
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    ((key, _times),) = Counter(key for key, _value in pairs).most_common(1)
    if isinstance(made.get("id"), str):
        sentence = _('the key "{key}" is there twice in the object with the id "{id}"')
        raise Unfit(sentence.format(key=key, id=made["id"]))
    raise Unfit(_('the key "{key}" is there twice in one object').format(key=key))


def _constant(word: str) -> NoReturn:
    raise Unfit(_("{word} is no number of JSON").format(word=word))


def _integer(digits: str) -> int:
    if len(digits.lstrip("-")) > _LONGEST_INTEGER or abs(int(digits)) >= 2**63:
        raise Unfit(_("a number has too many digits: {number}…").format(number=digits[:20]))
    return int(digits)


def _float(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise Unfit(_("a number is too large: {number}").format(number=digits[:20]))
    return number


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_constant=_constant,
    parse_int=_integer,
    parse_float=_float,
)
