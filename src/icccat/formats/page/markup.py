"""HTML made of elements: what is not markup already is text, and becomes no markup."""

from __future__ import annotations

import re
from html import escape

# What no HTML document holds, as the WHATWG's standard has it ("parse errors"): control
# characters but for tab and line end, and code points that are no characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(1 << 16, 17 << 16, 1 << 16)
    )
    + "]"
)
_LINE_END = re.compile(r"\r\n?")
_PICTURES, _PICTURE_OF_DEL = 0x2400, "\u2421"
_EMPTY = frozenset({"br", "input", "meta"})  # elements without an end


class Html(str):
    """Markup, to stand in a page as it is; every other text is escaped."""

    __slots__ = ()


def text(plain: str) -> Html:
    """The text as HTML holds it; characters that HTML cannot hold are shown: ␀, <U+0085>."""
    if isinstance(plain, Html):
        return plain
    return Html(escape(FORBIDDEN.sub(_shown, _LINE_END.sub("\n", plain))))


def _shown(forbidden: re.Match[str]) -> str:
    code = ord(forbidden[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return _PICTURE_OF_DEL if code == ord("\x7f") else f"<U+{code:04X}>"


def join(parts: list[Html], between: str = "") -> Html:
    """The parts with a text between them."""
    return Html(text(between).join(parts))


def element(name: str, /, *inside: str, **attributes: str | bool) -> Html:
    """The element with this inside it, one after the other.

    An attribute is left out where it is "" or False, has no value where it is True; its name
    has - for _, and none at the end: `class_`, `aria_label`.
    """
    said = "".join(
        f" {key.rstrip('_').replace('_', '-')}"
        + ("" if value is True else f'="{text(str(value))}"')
        for key, value in attributes.items()
        if value is not False and value != ""
    )
    start = f"<{name}{said}>"
    return Html(
        start if name in _EMPTY else f"{start}{join([text(one) for one in inside])}</{name}>"
    )
