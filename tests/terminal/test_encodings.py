"""Letters and signs that an encoding lacks: readable for people, whole for programs."""

from __future__ import annotations

import pytest

from icccat.terminal.encodings import escaped, readable


@pytest.mark.parametrize(
    ("text", "ascii_", "cp1252"),
    [
        ("Oslo", "Oslo", "Oslo"),
        ("Réfugiés, Łódź, İstanbul", "Refugies, Lodz, Istanbul", "Réfugiés, Lódz, Istanbul"),
        ("cafe\u0301, x\u0301", "cafe, x", "café, x"),
        ("Straße, Œuvre, œil", "Strasse, Oeuvre, oeil", "Straße, Œuvre, œil"),
        ("“a”…, «\xa0b\xa0»\u202f! – c’d", '"a"..., " b " ! - c\'d', "“a”…, «\xa0b\xa0» ! – c’d"),
        ("a → b · 5 €, 2 × 3", "a -> b - 5 EUR, 2 x 3", "a -> b · 5 €, 2 × 3"),
        ("Знову, Жук, Αθήνα", "Znovu, Zhuk, Athina", "Znovu, Zhuk, Athina"),
        ("\u2068日\u2069", "\\u65e5", "\\u65e5"),
        ("\udcff", "\\udcff", "\\udcff"),
    ],
)
def test_readable(text: str, ascii_: str, cp1252: str) -> None:
    """The nearest that the encoding has; where there is none, an escape. UTF-8 has all."""
    assert readable(text, "ascii") == ascii_
    assert readable(text, "cp1252") == cp1252
    assert readable(text, "utf-8") == readable(text, None) == text


def test_escaped() -> None:
    """Programs can have each letter again; the narrow space of French is a space."""
    assert escaped("Łódź\u202f! “a”", "cp1252") == "\\u0141ód\\u017a ! “a”"
    assert escaped("Łódź\u202f!", "ascii") == "\\u0141\\xf3d\\u017a !"
    assert escaped("Oslo", "ascii") == "Oslo"
    assert escaped("Łódź", "utf-8") == escaped("Łódź", None) == "Łódź"
