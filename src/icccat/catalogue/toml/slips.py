"""Where the parser stopped → what a person did there, and what would be right.

The people who write the catalogue are no developers: of each usual slip the sentence says what
to type instead. The first of SLIPS that knows the place explains it.
"""

from __future__ import annotations

import re

from icccat.catalogue.toml.names import field_twice, heading_form, heading_twice, name_form
from icccat.catalogue.toml.stop import Slip, Stop
from icccat.catalogue.toml.values import (
    backslash,
    date_form,
    not_closed,
    quote_inside,
    quote_missing,
    value_form,
)
from icccat.locale import translate as _

_CURLY = tuple("“”„‟«»‹›‘’‚")  # noqa: RUF001 - these are the slip
_SPACES = tuple("\u00a0\u2007\u2009\u200b\u202f\u3000\ufeff")


def explain(stop: Stop) -> Slip:
    """What is wrong there, in words for the person who wrote it."""
    for slip in SLIPS:
        if found := slip(stop):
            return found if isinstance(found, Slip) else Slip(stop.pos, found)
    return Slip(stop.pos, _("this is not TOML ({reason})").format(reason=stop.said))


def merge_mark(stop: Stop) -> str | None:
    """What git leaves in a file that two people changed."""
    mark = re.match(r"(<{7}|\|{7}|={7}|>{7})(?= |$)", stop.line)
    if mark is None:
        return None
    sentence = _("an unfinished merge ({mark}); keep what is right of both and delete the marks")
    return sentence.format(mark=mark[0])


def curly_quote(stop: Stop) -> str | None:
    """The quotes that word processors make."""
    unfinished = stop.said == r"Illegal character '\n'"
    if stop.rest.startswith(_CURLY) or (unfinished and stop.ahead.rstrip().endswith(_CURLY)):
        return _('curly quotes do not hold text; use straight ones: "')
    return None


def odd_character(stop: Stop) -> str | None:
    """The spaces of French typography, and what cannot be seen at all."""
    char = stop.text[stop.pos : stop.pos + 1]
    if char in _SPACES:
        sentence = _("an invisible space ({code}) stands here; type an ordinary one")
    elif char and char not in "\t\n" and (char < " " or char == "\x7f"):
        sentence = _("a control character ({code}) stands here; delete it")
    else:
        return None
    return sentence.format(code=f"U+{ord(char):04X}")


SLIPS = (
    merge_mark,
    curly_quote,
    odd_character,
    heading_twice,
    field_twice,
    date_form,
    not_closed,
    quote_missing,
    backslash,
    heading_form,
    name_form,
    quote_inside,
    value_form,
)
