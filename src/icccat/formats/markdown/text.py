"""Text in Markdown: what was data stays text for CommonMark, GitHub and Pandoc alike."""

from __future__ import annotations

import re
from urllib.parse import quote

from icccat.formats.page.markup import FORBIDDEN

_LINE_END = re.compile("\r\n|[\r\n\u2028\u2029]")
# Signs that mean something within a line; & only where it begins a character's name.
_NAMED = re.compile(r"&(?=#?\w+;)")
_SIGNS = re.compile(rf"[\\`*_\[\]<>{{}}|~$^#]|{_NAMED.pattern}")
# What means something where a line begins: lists, also Pandoc's, underlines, definitions.
_SIGN_FIRST = re.compile(r"[-+=:%]")
_NUMBER_FIRST = re.compile(r"(\(?@?[\w-]*)([.)])(?=\s|$)")
_PLAIN = re.compile(r"(?:[\w:/?#@!$+,;=%.~-]|&(?!#?\w+;))+")
# What an address may not hold there, marks of direction among it.
_UNSAFE = re.compile('[<>\\\\`"|\x00-\x20\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]')


def line(text: str) -> str:
    """The text within a line, not at its beginning."""
    return _escaped(" ".join(_lines(text)))


def block(text: str) -> str:
    """The text as a paragraph of its own, its lines kept."""
    return "\\\n".join(beginning(_escaped(one)) for one in _lines(text))


def bare_link(address: str) -> str:
    """An address of the web that leads to itself."""
    return f"<{address}>" if _PLAIN.fullmatch(address) else link(address, line(address))


def beginning(inside: str) -> str:
    """What may stand within a line so that it means nothing more where the line begins."""
    if _SIGN_FIRST.match(inside):
        return f"\\{inside}"
    return _NUMBER_FIRST.sub(r"\1\\\2", inside, count=1) if _NUMBER_FIRST.match(inside) else inside


def italic(inside: str) -> str:
    """What stands in a line or a block, in italics."""
    return f"*{inside}*"


def link(address: str, inside: str) -> str:
    """What is inside, leading to an address of the web."""
    there = _UNSAFE.sub(lambda found: quote(found[0]), address)
    if _PLAIN.fullmatch(there):
        return f"[{inside}]({there})"
    there = _NAMED.sub(r"\\&", there)
    return f"[{inside}](<{there}>)"


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _lines(text: str) -> list[str]:
    """The lines of a text that are not blank, without blanks around them or two together.

    A character that no document holds is shown, such as <U+0000>.
    """
    shown = FORBIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", _LINE_END.sub("\n", text))
    found = (re.sub("[ \t]+", " ", one).strip() for one in shown.split("\n"))
    return [one for one in found if one]
