"""How what is shown stands out, on dark and on light backgrounds, and where contrast is needed.

Only the colours that every terminal has by name, whose shades are the person's own choice. No
name reads well on dark and on light backgrounds alike: without a theme nothing is coloured, and
what stands out is bold or underlined. Colours are an addition: they never mean anything alone.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.sorts import or_nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "ICCCAT_THEME"
COLOURS: Mapping[str, str] = MappingProxyType({"dark": "cyan", "light": "magenta", "contrast": ""})
UNSAID = "contrast"
_DARK = {*map(str, range(7)), "8"}  # colours of a background, as COLORFGBG numbers them


def theme_for(environment: Mapping[str, str]) -> str:
    """The theme asked for, else that of the background where the terminal says it.

    Where it does not, one without colours, unless colours are asked for.
    Raises Refused for a theme that is not there.
    """
    asked = environment.get(VARIABLE, "")
    if asked:
        if asked not in COLOURS:
            sentence = _('ICCCAT_THEME: "{name}" is not one of: {themes}')
            sentence = sentence.format(name=asked, themes=", ".join(COLOURS))
            raise Refused(or_nearest(sentence, asked, COLOURS))
        return asked
    _letters, between, background = environment.get("COLORFGBG", "").rpartition(";")
    if not between or not background.isdecimal():
        return "dark" if environment.get("FORCE_COLOR") else UNSAID
    return "dark" if background in _DARK else "light"


def styles(theme: str) -> dict[str, str]:
    """How each thing stands out in a theme, in Rich's words; `absent` is what says that it is."""
    colour = COLOURS[theme]
    return {
        "title": "bold",
        "header": "bold",
        "mark": "bold underline",
        "absent": "italic",
        "id": colour,
        "label": colour,
    }
