"""What is counted or measured: dates, durations, numbers, yes and no."""

from __future__ import annotations

import re

from icccat.locale import Bilingual
from icccat.locale import translate as _
from icccat.records.dates import Date, in_words, parse_date
from icccat.records.sorts.text import Schema, Text, string

FLAGS = {"yes": True, "oui": True, "true": True, "no": False, "non": False, "false": False}
_FLAG_WORDS = {True: Bilingual("yes", "oui"), False: Bilingual("no", "non")}
_YEAR = "[1-9][0-9]{3}"
_MONTH = f"{_YEAR}-[0-9]{{2}}"
_DURATION = r"^([0-9]{1,3}:[0-5][0-9]|[0-5]?[0-9]):[0-5][0-9]$"


class When(Text):
    """A date of any precision: a day, a month or a year (ISO 8601)."""

    def check(self, value: object, language: str) -> Date:
        """The date, with the precision it was given in."""
        return parse_date(value)

    def plain(self, value: Date) -> object:
        """A TOML date, or a string for a month or a year."""
        return value.toml

    def show(self, value: Date, language: str) -> str:
        """The date in words."""
        return in_words(value, language)

    def order(self, value: Date, language: str) -> int:
        """Its beginning; of equals, the less precise first."""
        return value.sort_key

    def schema(self) -> Schema:
        """A TOML date, a string, or a year."""
        # "format" marks a TOML date for editors; few of them check it
        day = {"type": "string", "format": "date", "pattern": f"^{_MONTH}-[0-9]{{2}}$"}
        partial = {"type": "string", "pattern": f"^({_MONTH}(-[0-9]{{2}})?|{_YEAR})$"}
        year = {"type": "integer", "minimum": 1000, "maximum": 9999}
        return {"anyOf": [day, partial, year]}


class Duration(Text):
    """How long a video is: H:MM:SS, or M:SS."""

    def check(self, value: object, language: str) -> str:
        """The duration, as written."""
        duration = string(value)
        if not re.fullmatch(_DURATION, duration):
            sentence = _('"{duration}" is not a duration: write H:MM:SS or M:SS, as in 8:05')
            raise ValueError(sentence.format(duration=duration))
        return duration

    def order(self, value: str, language: str) -> tuple[int, ...]:
        """Its hours, minutes and seconds: 10:00 is longer than 8:05."""
        parts = [int(part) for part in value.split(":")]
        return (0, *parts)[-3:]

    def schema(self) -> Schema:
        """Digits and colons."""
        return {"type": "string", "pattern": _DURATION}


class Number(Text):
    """A whole number, not negative."""

    def parse(self, text: str, language: str) -> object:
        """The number; text that is none stays text, for `check` to refuse."""
        text = text.strip()
        return int(text) if re.fullmatch(r"\d{1,9}", text, re.ASCII) else text

    def check(self, value: object, language: str) -> int:
        """The number."""
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            sentence = _('"{value}" is not a whole number, such as 3')
            raise ValueError(sentence.format(value=value))
        return value

    def order(self, value: int, language: str) -> int:
        """The number."""
        return value

    def schema(self) -> Schema:
        """An integer."""
        return {"type": "integer", "minimum": 0}


class Flag(Text):
    """Yes or no."""

    def parse(self, text: str, language: str) -> object:
        """True for `yes`, `oui` or `true`, False for their opposites; else the text."""
        return FLAGS.get(text.strip().casefold(), text)

    def check(self, value: object, language: str) -> bool:
        """True or False."""
        if not isinstance(value, bool):
            raise ValueError(_('"{value}" is not true or false').format(value=value))
        return value

    def cell(self, value: bool) -> str:
        """`true` or `false`, as in TOML."""
        return str(value).lower()

    def show(self, value: bool, language: str) -> str:
        """A word."""
        return _FLAG_WORDS[value].in_(language)

    def order(self, value: bool, language: str) -> bool:
        """No before yes."""
        return value

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}
