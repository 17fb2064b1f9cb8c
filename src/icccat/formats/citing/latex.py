"""Text as LaTeX prints it, and as BibTeX and biber read it in UTF-8."""

from __future__ import annotations

import re

from icccat.formats.citing.text import line

# Braces must be balanced even where they are text, so they go by name, and so do the characters
# that LaTeX takes for something else.
_NAMES = {
    "\\": "textbackslash",
    "{": "textbraceleft",
    "}": "textbraceright",
    "~": "textasciitilde",
    "^": "textasciicircum",
    "`": "textasciigrave",
    "<": "textless",
    ">": "textgreater",
    "|": "textbar",
}
_ESCAPES = {sign: f"{{\\{name}}}" for sign, name in _NAMES.items()}
_ESCAPES |= {sign: f"\\{sign}" for sign in "&%$#_"}
# And of two hyphens LaTeX makes a dash, of two apostrophes or commas a quotation mark.
_ESCAPES |= {sign: f"{{}}{sign}" for sign in "-',"}
_ESCAPED = re.compile(r"[\\{}~^`<>|&%$#_]|(?<=-)-|(?<=')'|(?<=,),")


def escaped(text: str) -> str:
    """The text on one line, its braces balanced; straight quotes are printed curly, as ever."""
    return _ESCAPED.sub(lambda found: _ESCAPES[found[0]], line(text))


def capitals_kept(text: str) -> str:
    """The text, escaped, with braces around each word that has a capital."""
    return " ".join(
        word if word == word.lower() else f"{{{word}}}" for word in escaped(text).split(" ")
    )
