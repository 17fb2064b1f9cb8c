"""What is written in words, or links to something: text by language, choices, references."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from icccat.locale import translate as _
from icccat.records.sorts.codes import Language
from icccat.records.sorts.text import Schema, Text, or_nearest, string

_ORDINARY = r"https?://[a-z0-9.-]*[a-z0-9][a-z0-9.-]*(?:/[!-~]*)?"


class Translated(Text):
    """Text by language: one string in the catalogue's language, or a table `{language: text}`."""

    def parse(self, text: str, language: str) -> object:
        """The text by language, given in `language`."""
        return {language: text.strip()}

    def check(self, value: object, language: str) -> dict[str, str]:
        """The text by language, `{language: text}`."""
        if isinstance(value, Mapping):
            for code in value:
                Language().check(code, language)
            if not value:
                raise ValueError(_("it is empty: give it a value, or leave it out"))
            return {code: string(text) for code, text in value.items()}
        return {language: string(value)}

    def cell(self, value: Mapping[str, str]) -> str:
        """The text in English, else in the first language there is."""
        return self.show(value, "en")

    def show(self, value: Mapping[str, str], language: str) -> str:
        """The text in `language`, else in English, else in the first language there is."""
        return value.get(language) or value.get("en") or next(iter(value.values()))

    def schema(self) -> Schema:
        """A string, or a table of strings by language."""
        text = {"type": "string", "minLength": 1}
        by_language = {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": "^[a-z]{2}$"},
            "additionalProperties": text,
        }
        return {"anyOf": [text, by_language]}


class Choice(Text):
    """One of a closed list of words."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words

    def check(self, value: object, language: str) -> str:
        """The word."""
        word = string(value)
        if word not in self.words:
            sentence = _('"{word}" is not one of: {words}')
            sentence = sentence.format(word=word, words=", ".join(self.words))
            raise ValueError(or_nearest(sentence, word, self.words))
        return word

    def schema(self) -> Schema:
        """An enumeration."""
        return {"enum": list(self.words)}


class Word(Text):
    """A word of an open list: the staff's own, these among them to begin with."""

    def __init__(self, words: tuple[str, ...] = ()) -> None:
        self.words = words


class Reference(Text):
    """The id of another record."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


class Link(Text):
    """An address on the web (RFC 3986), http or https."""

    def check(self, value: object, language: str) -> str:
        """The address."""
        link = string(value)
        if not _is_link(link):
            sentence = _('"{link}" is not a link: it begins with https:// and holds no spaces')
            raise ValueError(sentence.format(link=link))
        return link

    def schema(self) -> Schema:
        """A string that begins like a web address."""
        return {"type": "string", "pattern": r"^https?://[^\s/]+\S*$"}


def _is_link(link: str) -> bool:
    if re.fullmatch(_ORDINARY, link):  # as nearly all are
        return True
    if re.search(r"[\s\x00-\x20\x7f]", link) or not link.startswith(("https://", "http://")):
        return False
    try:
        return bool(urlsplit(link).hostname)
    except ValueError:  # urlsplit of "https://[" and the like
        return False
