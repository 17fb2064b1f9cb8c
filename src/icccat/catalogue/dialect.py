r"""What TOML 1.1 allows and readers of TOML 1.0 refuse: icccat reads it, and warns of it.

What is new in 1.1 (https://toml.io/en/v1.1.0): line ends and a last comma in inline tables, the
escapes `\e` and `\xHH`, times without seconds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icccat.errors import Level, Problem
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.text import Statement

_SUSPECT = re.compile(r"\{|\\[ex]|[0-9]:[0-9]")
_TOKENS = re.compile(
    r'(?P<basic>"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}+|"(?:[^"\\\n]++|\\.)*+")'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}+"
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+"
    r"|(?P<open>[\[{])"
    r"|(?P<close>[\]}])"
    r"|(?P<end>\n)"
    r"|(?P<comma>,)(?=(?:\s|\#[^\n]*)*+\})"
    r"|(?<![-+:0-9])(?P<time>[0-9]{2}:[0-9]{2})(?P<seconds>:[0-9]{2})?",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:(?P<new>e|x[0-9A-Fa-f]{2})|.)", re.DOTALL)
_CODE_OF_E = "1B"


def dialect(catalogue: Catalogue, statements: Sequence[Statement]) -> Iterator[Problem]:
    """What programs that know TOML 1.0 alone cannot read; each sort of it once a statement."""
    for statement in statements:
        written = catalogue.text[statement.start : statement.end]
        if _SUSPECT.search(written):
            told: set[str] = set()
            for place, right in _news(written):
                if right not in told:
                    sentence = _("this is TOML 1.1, which not every program reads: {right}")
                    line = statement.line + written.count("\n", 0, place)
                    yield Problem(
                        Level.WARNING, statement.path, sentence.format(right=right), line=line
                    )
                told.add(right)


def _news(written: str) -> Iterator[tuple[int, str]]:
    """What is new in a statement: its place, and what would be right."""
    inside: list[str] = []
    for token in _TOKENS.finditer(written):
        if token["open"]:
            inside.append(token["open"])
        elif token["close"]:
            inside.pop()
        elif token["basic"]:
            yield from _escapes(token)
        elif token["end"] and inside[-1:] == ["{"]:
            yield token.start(), _("write what is between the braces on one line")
        elif token["comma"]:
            yield token.start(), _("delete the comma before the closing brace")
        elif token["time"] and not token["seconds"]:
            yield token.start(), _("write {time}:00").format(time=token["time"])


def _escapes(token: re.Match[str]) -> Iterator[tuple[int, str]]:
    for found in _ESCAPE.finditer(token["basic"]):
        if found["new"]:
            right = rf"\u00{found['new'][1:].upper() or _CODE_OF_E}"
            sentence = _("write {right} instead of {escape}")
            yield token.start() + found.start(), sentence.format(right=right, escape=found[0])
