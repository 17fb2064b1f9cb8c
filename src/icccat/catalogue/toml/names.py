"""Slips in headings and in the names of fields: given twice, or not written as a name is."""

from __future__ import annotations

import re

from icccat.catalogue.toml.stop import Slip, Stop, shown
from icccat.catalogue.toml.writing import heading
from icccat.locale import translate as _

_TWICE = (
    "Cannot overwrite a value",
    "Cannot redefine namespace",
    "Cannot mutate immutable namespace",
)
_DUPLICATE = "Duplicate inline table key "
_NO_HEADING = ("Expected ']", "Invalid initial character for a key part", "Cannot declare")
_NO_NAME = ("Invalid statement", "Invalid initial character", "Expected '=' after a key")

_QUOTED = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_PART = rf"(?:[\w-]+|{_QUOTED})"
_NAMES = re.compile(
    rf"^[ \t]*(?:(?P<heading>\[(?:{_QUOTED}|[^]\"'#\n])+\]+)"
    rf"|(?P<field>{_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*=)",
    re.MULTILINE,
)
_KIND_AND_ID = re.compile(r"""\[[ \t]*([\w-]+)[ \t]*\.[ \t]*([^]["']+?)[ \t]*\]""")


def heading_twice(stop: Stop) -> str | None:
    """A second heading of the same name."""
    if not stop.said.startswith("Cannot declare"):
        return None
    *above, here = _names(stop)
    if here.start("heading") < stop.begin:  # this line's is not whole
        return None
    for found in above:
        if found["heading"] and _squeezed(found["heading"]) == _squeezed(here["heading"]):
            return _("the heading {heading} stands on line {line} already").format(
                heading=here["heading"], line=_line(stop, found)
            )
    return _("the heading {heading} names what is there already").format(heading=here["heading"])


def field_twice(stop: Stop) -> Slip | None:
    """A second value of one field, or a value beside parts of it (`title` and `title.en`)."""
    if stop.said.startswith(_DUPLICATE):
        name = stop.said.removeprefix(_DUPLICATE).strip("'\"")
        return Slip(stop.pos, _("{name} is given twice between these braces").format(name=name))
    if not stop.said.startswith(_TWICE):
        return None
    *above, here = _names(stop)
    name = here["field"] or here["heading"]
    start = here.end() - len(here[0].lstrip())
    for found in reversed(above):
        if found["heading"]:
            break
        if _overlap(found["field"], name):
            return Slip(start, _given_twice(name, _line(stop, found)))
    return Slip(start, _("{name} has a value already; a field stands once").format(name=name))


def heading_form(stop: Stop) -> str | None:
    """A heading without its bracket, or with an id that needs quotes."""
    line = stop.line.strip()
    if not (line.startswith("[") and stop.said.startswith(_NO_HEADING)):
        return None
    if ("]]" if line.startswith("[[") else "]") not in line:
        return _("the heading is not closed; expected ] at its end")
    if parts := _KIND_AND_ID.match(line):
        right = heading(parts[1], shown(parts[2]))
        return _("the id in this heading needs quotes: {heading}").format(heading=right)
    return _("a heading is written [kind.id], as in [video.my-film]")


def name_form(stop: Stop) -> str | None:
    """A line that does not begin with a name and `=`."""
    if not stop.said.startswith(_NO_NAME):
        return None
    line = stop.line.strip()
    if line.startswith(("//", "/*", ";")):
        return _("a comment begins with #")
    if stop.rest.startswith(":"):
        return _("expected = after the name of the field, not :")
    name, sign, _value = line.partition("=")
    if sign and name and "=" not in stop.ahead and not set(name) & set("[]{},\"'"):
        return _("a name with spaces, accents or signs needs quotes: {name}").format(
            name=f'"{shown(name.strip())}"'
        )
    return _("expected a name, = and a value here, a heading in [ ], or a comment after #")


def _names(stop: Stop) -> list[re.Match[str]]:
    """The headings and fields as far as the place; the one it belongs to is the last.

    The parser has read the whole value by then: the name may stand some lines above the place.
    There always is one, as what is given twice was given before.
    """
    return [*_NAMES.finditer(stop.text, 0, stop.pos + len(stop.rest))]


def _given_twice(name: str, line: int) -> str:
    sentence = _("{name} has a value already, on line {line}; a field stands once")
    return sentence.format(name=name, line=line)


def _line(stop: Stop, found: re.Match[str]) -> int:
    return stop.text.count("\n", 0, found.end()) + 1


def _squeezed(name: str) -> str:
    return name.replace(" ", "").replace("\t", "")


def _overlap(one: str, other: str) -> bool:
    first, second = f"{_squeezed(one)}.", f"{_squeezed(other)}."
    return first.startswith(second) or second.startswith(first)
