"""Slips in values: dates, text without quotes, quotes and brackets that are not closed."""

from __future__ import annotations

import re

from icccat.catalogue.toml.stop import Slip, Stop, shown
from icccat.catalogue.toml.writing import literal
from icccat.locale import translate as _
from icccat.records.dates import parse_date

_UNCLOSED = ("Unclosed array", "Unclosed inline table")
_TOO_MUCH = "Expected newline or end of document"
_OUTSIDE_TEXT = (*_UNCLOSED, _TOO_MUCH, "Invalid value", "Invalid date or datetime")
_AT_LINE_END = (r"Illegal character '\n'", r"Found invalid character '\n'")
_AT_TEXT_END = {'Expected "\'"': "'", "Expected \"'''\"": "'''", "Unterminated string": '"'}
_BACKSLASH = ("Unescaped '\\'", "Invalid hex value", "Escaped character")

_LIKE_A_DATE = re.compile(r"[0-9]{4}[-/.][0-9]{1,2}(?![0-9]).*|(?:[0-9]{1,2}[-/.]){1,2}[0-9]{4}")
_STATEMENT = re.compile(r"""[ \t]*(?:\[{1,2}[^]["',\n]+\]{1,2}|[\w."'-]+[ \t]*=)""")
_OPENING = re.compile(r"^[^#=\n]*=[ \t]*(?P<bracket>[\[{])", re.MULTILINE)
_BARE = re.compile(r"[^\[=\n][^=\n]*=[ \t]*(?P<value>[^\s\"'\[{#][^#]*)")
_BOOLEANS = {
    **dict.fromkeys(("true", "yes", "oui", "vrai"), "true"),
    **dict.fromkeys(("false", "no", "non", "faux"), "false"),
}
_NOTHING = ("null", "none", "nil")


def date_form(stop: Stop) -> str | None:
    """A date that TOML has no form for but in quotes, or that no calendar has."""
    word = _word(stop)
    if not (stop.said.startswith(_OUTSIDE_TEXT) and _LIKE_A_DATE.fullmatch(word)):
        return None
    try:
        given = parse_date(word)
    except ValueError as error:
        return str(error)
    return None if given.day else _needs_quotes(word)


def not_closed(stop: Stop) -> Slip | str | None:
    """A list or an inline table without its closing bracket, or without a comma."""
    inside = stop.said in _UNCLOSED
    next_begun = not stop.ahead.strip(" \t[") and _STATEMENT.match(stop.line)
    at_end = not stop.text[stop.pos :].strip() and not stop.ahead.rstrip().endswith("=")
    openings = [*_OPENING.finditer(stop.text, 0, stop.pos)]
    if openings and (next_begun or at_end) and (inside or stop.said == "Invalid value"):
        opening = openings[-1]
        return Slip(opening.start("bracket"), _bracket_missing(opening["bracket"]))
    if inside and not _glued(stop):
        return _("expected a comma or a closing bracket here")
    return None


def quote_missing(stop: Stop) -> Slip | str | None:
    """Text whose closing quote is missing."""
    if stop.said.startswith(_AT_LINE_END):
        return _("the closing quote of the text on this line is missing")
    if stop.said not in _AT_TEXT_END:
        return None
    mark = _AT_TEXT_END[stop.said]
    if stop.text.count('"""') % 2 and mark == '"':
        mark = '"""'
    # Nothing after it closes it, so that it is the last of its kind.
    return Slip(
        stop.text.rfind(mark, 0, stop.pos),
        _("the text that begins here is not closed; expected {mark} after it").format(mark=mark),
    )


def backslash(stop: Stop) -> Slip | None:
    """A backslash in text that stands for itself, as in the paths of Windows."""
    if not stop.said.startswith(_BACKSLASH):
        return None
    place = stop.text.rfind("\\", 0, stop.pos)
    return Slip(place, _('a backslash in text is written twice: "C:\\\\Users"'))


def quote_inside(stop: Stop) -> str | None:
    """Text that holds the quotes it stands in."""
    if not (stop.said.startswith(_OUTSIDE_TEXT) and _glued(stop)):
        return None
    if stop.ahead.endswith('"'):
        return _('the text ended at the quote before this; inside text a quote is written \\"')
    if stop.ahead.endswith("'"):
        return _('the text ended at the apostrophe before this; put it in double quotes: "…"')
    return None


def value_form(stop: Stop) -> str | None:
    """Values that are no TOML: text without quotes, words for true, false and nothing."""
    if stop.said == "Invalid value":
        return _no_value(stop)
    if stop.said in _UNCLOSED:
        return _needs_quotes(_word(stop))
    bare = _BARE.match(stop.line.strip())
    if stop.said.startswith(_TOO_MUCH) and bare:
        return _bare(bare["value"].strip())
    if stop.said.startswith(_TOO_MUCH):
        return _("nothing may follow on this line but a comment after #")
    return None


def _no_value(stop: Stop) -> str:
    in_list = not stop.ahead.rstrip().endswith("=")
    text = re.split(r"[],}#]" if in_list else "#", stop.rest)[0].strip()
    if not text:
        return _("a value is missing here; a field that is empty is left out, name and all")
    if text.lower() in _NOTHING:
        return _("a field that is empty is left out, name and all")
    if text.lower() in _BOOLEANS:
        return _("write {value} here, in small letters and without quotes").format(
            value=_BOOLEANS[text.lower()]
        )
    return _needs_quotes(text)


def _bare(value: str) -> str:
    if re.fullmatch("0[0-9]+", value):
        return _("a number has no 0 in front: write {number}").format(
            number=value.lstrip("0") or "0"
        )
    return _needs_quotes(value)


def _needs_quotes(text: str) -> str:
    return _("this needs quotes: {text}").format(text=literal(shown(text)))


def _bracket_missing(bracket: str) -> str:
    if bracket == "[":
        return _("the list that begins here is not closed; expected ] at its end")
    return _("the braces that open here are not closed; expected a closing one at the end")


def _glued(stop: Stop) -> bool:
    """Whether the place is in the middle of what people would call one word."""
    return bool(stop.ahead and not stop.ahead[-1].isspace() and re.match(r"[\w:./+-]", stop.rest))


def _word(stop: Stop) -> str:
    """What stands around the place without a space."""
    letters = r"[\w:.+/-]*"
    before = re.findall(f"{letters}$", stop.ahead[-_LONGEST:])[0]
    return str(before + re.findall(f"^{letters}", stop.rest[:_LONGEST])[0])


_LONGEST = 40  # what is longer is no date, and a search over megabytes takes long
