"""Plain text, as which every other sort of value answers; and how a value is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icccat.locale import translate as _
from icccat.words.alphabet import alphabetical
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

Schema = dict[str, Any]


def did_you_mean(sentence: str, near: str | None) -> str:
    """The sentence, and what was probably meant, if anything."""
    if near is None:
        return sentence
    return _("{sentence} (did you mean {near}?)").format(sentence=sentence, near=near)


def or_nearest(sentence: str, word: str, known: Iterable[str]) -> str:
    """The sentence, and the known word most like `word` where there is one."""
    return did_you_mean(sentence, nearest(word, known))


def string(value: object) -> str:
    """The value, which is text and not blank; else ValueError."""
    if not isinstance(value, str):
        raise ValueError(_("{value} is not text: put it in quotes").format(value=value))
    if not value.strip():
        raise ValueError(_("it is empty: give it a value, or leave it out"))
    return value


class Text:
    """A line or more of plain text."""

    def parse(self, text: str, language: str) -> object:
        """The TOML value a person means by `text`."""
        return text.strip()

    def check(self, value: object, language: str) -> Any:
        """The clean value; ValueError says why there is none."""
        return string(value)

    def plain(self, value: Any) -> Any:
        """The value as TOML and JSON hold it."""
        return value

    def cell(self, value: Any) -> str:
        """The value as a spreadsheet's cell: for machines, the same in every language."""
        return str(value)

    def show(self, value: Any, language: str) -> str:
        """The value for a person, in `language`."""
        return str(value)

    def order(self, value: Any, language: str) -> Any:
        """What the value is compared by, among those of its sort."""
        return alphabetical(self.show(value, language))

    def schema(self) -> Schema:
        """The value in JSON Schema (2020-12)."""
        return {"type": "string", "minLength": 1}
