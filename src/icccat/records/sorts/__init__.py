"""The sorts of value a field can hold: each reads, checks, shows and describes one value.

`parse` takes what a person typed to the value that TOML would hold, `check` takes a TOML
value to a clean one, `plain` goes back, `show` is for people. A refusal is a ValueError whose
text says what is wrong and what would be right.
"""

from __future__ import annotations

from icccat.records.sorts.codes import Language, Place
from icccat.records.sorts.figures import FLAGS, Duration, Flag, Number, When
from icccat.records.sorts.text import Schema, Text, did_you_mean, or_nearest
from icccat.records.sorts.words import Choice, Link, Reference, Translated, Word

__all__ = [
    "FLAGS",
    "Choice",
    "Duration",
    "Flag",
    "Language",
    "Link",
    "Number",
    "Place",
    "Reference",
    "Schema",
    "Sort",
    "Text",
    "Translated",
    "When",
    "Word",
    "did_you_mean",
    "or_nearest",
]

Sort = Text  # every sort answers as Text does
