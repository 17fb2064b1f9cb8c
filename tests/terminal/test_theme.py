"""What stands out can be read on every background, and never by its colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from icccat.errors import Refused
from icccat.terminal import prompt
from icccat.terminal.theme import COLOURS, styles, theme_for

if TYPE_CHECKING:
    from collections.abc import Mapping

# Background, text, cyan and magenta as terminals come with them.
DARK = {
    "xterm": "000000 e5e5e5 00cdcd cd00cd",
    "Windows Terminal, Campbell": "0c0c0c cccccc 3a96dd 881798",
    "macOS Terminal, Pro": "000000 f2f2f2 00a6b2 b200b2",
    "GNOME Terminal, dark": "171421 d0cfcc 2aa1b3 a347ba",
    "Visual Studio Code, dark": "1e1e1e cccccc 11a8cd bc3fbc",
    "Solarized dark": "002b36 839496 2aa198 d33682",
}
LIGHT = {
    "xterm, white": "ffffff 000000 00cdcd cd00cd",
    "Windows Terminal, One Half Light": "fafafa 383a42 0997b3 a626a4",
    "macOS Terminal, Basic": "ffffff 000000 00a6b2 b200b2",
    "GNOME Terminal, light": "ffffff 171421 2aa1b3 a347ba",
    "Visual Studio Code, light": "ffffff 333333 0598bc bc05bc",
    "Solarized light": "fdf6e3 657b83 2aa198 d33682",
}
SHADES = {"cyan": 2, "magenta": 3}
READABLE = 4.5  # the contrast that WCAG 2 asks of text (success criterion 1.4.3)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of RRGGBB."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("theme", "palettes"), [("dark", DARK), ("light", LIGHT)], ids=["dark", "light"]
)
def test_contrast(theme: str, palettes: Mapping[str, str]) -> None:
    """A theme's colour reads as WCAG asks, or at least as the palette's own text does."""
    for name, palette in palettes.items():
        shades = palette.split()
        background, text = shades[:2]
        found = contrast(background, shades[SHADES[COLOURS[theme]]])
        assert found >= min(READABLE, contrast(background, text)), name


@pytest.mark.parametrize("colour", SHADES)
def test_no_colour_reads_everywhere(colour: str) -> None:
    """Hence nothing is coloured where the background is not known."""
    least = min(
        contrast(shades[0], shades[SHADES[colour]])
        for shades in map(str.split, [*DARK.values(), *LIGHT.values()])
    )
    assert least < 3
    assert COLOURS["contrast"] == ""


@pytest.mark.parametrize("theme", COLOURS)
def test_styles(theme: str) -> None:
    """Colours by name, nothing dim; what must be told from the rest is bold or underlined."""
    colour = COLOURS[theme]
    assert colour in {"", *SHADES}
    assert styles(theme) == {
        "title": "bold",
        "header": "bold",
        "mark": "bold underline",
        "absent": "italic",
        "id": colour,
        "label": colour,
    }


@pytest.mark.parametrize(("theme", "colour"), [("dark", "ansicyan"), ("contrast", "")])
def test_prompts(theme: str, colour: str) -> None:
    """Questions have the theme's colour; Tab's menu is in the terminal's own, turned round."""
    found = prompt.styles(theme)
    assert {name: how for name, how in found.items() if "menu" not in name} == {
        "label": "bold",
        "listed": colour,
        "warning": "bold",
        "wrong": "bold",
        "default": colour,
    }
    menu = {how for name, how in found.items() if "menu" in name}
    assert menu == {"noreverse fg:default bg:default", "fg:default bg:default reverse"}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "contrast"),
        ({"ICCCAT_THEME": ""}, "contrast"),
        ({"ICCCAT_THEME": "dark"}, "dark"),
        ({"ICCCAT_THEME": "light", "COLORFGBG": "15;0"}, "light"),
        ({"ICCCAT_THEME": "contrast", "FORCE_COLOR": "1"}, "contrast"),
        ({"FORCE_COLOR": "1"}, "dark"),
        ({"FORCE_COLOR": "1", "COLORFGBG": "0;15"}, "light"),
        ({"COLORFGBG": "15;0"}, "dark"),
        ({"COLORFGBG": "12;8"}, "dark"),
        ({"COLORFGBG": "0;default;15"}, "light"),
        ({"COLORFGBG": "0;7"}, "light"),
        ({"COLORFGBG": "15;default"}, "contrast"),
        ({"COLORFGBG": "15"}, "contrast"),
    ],
)
def test_theme_for(environment: Mapping[str, str], expected: str) -> None:
    """As asked, else as the terminal says of its background, else without colours."""
    assert theme_for(environment) == expected


def test_an_unknown_theme() -> None:
    """It is refused, with the nearest."""
    with pytest.raises(Refused) as refusal:
        theme_for({"ICCCAT_THEME": "lihgt"})
    sentence = 'ICCCAT_THEME: "lihgt" is not one of: dark, light, contrast (did you mean light?)'
    assert refusal.value.lines == (sentence,)
