"""Text → what it means, or one sentence saying where it is not TOML and what was expected."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import tomli

from icccat.errors import Unsafe
from icccat.locale import translate as _

# A token at a time, so that brackets in strings and comments are not counted.
_TOKENS = (
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}+'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}+"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+"
    r"|(?P<open>[\[{])"
    r"|(?P<close>[\]}])"
)
_DEEP = 100  # what the TOML project asks of every reader; tomli goes to 400
_LONG_NUMBER = r"[0-9](?:_?[0-9]){999}"


def parse(text: str, name: str) -> dict[str, Any]:
    """What the TOML text means; `name` is the file's, for the messages.

    Raises:
        Unsafe: it is not TOML: `name:LINE:COLUMN: what is wrong and what was expected`.

    """
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        from icccat.catalogue.toml.slips import explain  # noqa: PLC0415 (seldom needed)
        from icccat.catalogue.toml.stop import Stop  # noqa: PLC0415 (likewise)

        slip = explain(Stop(error.msg, error.doc, error.pos))
        raise _unsafe(error.doc, name, slip.pos, slip.sentence) from error
    except RecursionError as error:
        sentence = _("too many brackets or dotted names inside one another to be read")
        raise _unsafe(text, name, _deep(text), sentence) from error
    except ValueError as error:  # from int(), which refuses more digits than sys says
        pos = len(re.split(_LONG_NUMBER, text, maxsplit=1)[0])
        raise _unsafe(text, name, pos, _("a number has too many digits to be read")) from error


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two tables mean the same, whatever the order of their keys.

    More than `==`: `1`, `1.0` and `true` differ, and `nan` is `nan`.
    """
    pairs: list[tuple[object, object]] = [(one, other)]
    while pairs:  # no recursion: a hostile file nests deeper than Python likes
        left, right = pairs.pop()
        if left is right:
            continue
        if isinstance(left, Mapping) and isinstance(right, Mapping):
            if left.keys() != right.keys():
                return False
            pairs += [(left[key], right[key]) for key in left]
        elif isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
            if len(left) != len(right):
                return False
            pairs += zip(left, right, strict=True)
        elif type(left) is not type(right) or repr(left) != repr(right):
            return False
    return True


def _unsafe(text: str, name: str, pos: int, sentence: str) -> Unsafe:
    line = text.count("\n", 0, pos) + 1
    column = pos - text.rfind("\n", 0, pos)
    return Unsafe(f"{name}:{line}:{column}: {sentence}")


def _deep(text: str) -> int:
    """Where brackets stand too deep inside one another; 0 where it is not brackets that do."""
    depth = 0
    for token in re.finditer(_TOKENS, text, re.DOTALL):
        depth += (token["open"] is not None) - (token["close"] is not None)
        if depth > _DEEP:
            return token.start()
    return 0
