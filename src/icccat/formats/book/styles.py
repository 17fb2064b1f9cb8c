"""How cells look; each style is there once in a workbook, for all its cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

BLUE = "#1F3864"
# 49 is "@", text, so that what a person types is not taken for a date, a sum or a formula.
_TEXT = {"valign": "top", "text_wrap": True, "num_format": 49}
_LEFT = {"valign": "top", "align": "left"}


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a workbook's cells, by what the cells hold."""

    heading: Format
    text: Format
    link: Format
    day: Format
    duration: Format
    number: Format
    flag: Format
    title: Format
    section: Format
    name: Format
    plain: Format

    @classmethod
    def of(cls, workbook: Workbook) -> Styles:
        """The styles, made known to a workbook."""
        made = {name: workbook.add_format(look) for name, look in _LOOKS.items()}
        return cls(**made)


_LOOKS: dict[str, dict[str, Any]] = {
    "heading": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": BLUE,
        "valign": "vcenter",
        "text_wrap": True,
    },
    "text": _TEXT,
    "link": _TEXT | {"hyperlink": True, "font_color": "#0563C1", "underline": 1},
    "day": _LEFT | {"num_format": "yyyy-mm-dd"},
    "duration": {"valign": "top", "num_format": "[h]:mm:ss", "align": "right", "indent": 1},
    "number": {"valign": "top", "num_format": "0", "align": "right", "indent": 1},
    "flag": _LEFT,
    "title": {"bold": True, "font_size": 16, "font_color": BLUE},
    "section": {"bold": True, "font_size": 12, "font_color": BLUE},
    "name": {"valign": "top", "font_color": "#595959"},
    "plain": _TEXT | {"align": "left"},
}
