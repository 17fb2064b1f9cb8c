"""Messages for people, in their language: gettext, whole sentences, named placeholders."""

from __future__ import annotations

import gettext as standard
from contextvars import ContextVar
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("en", "fr")
_chosen: ContextVar[str] = ContextVar("language", default="en")
_messages: ContextVar[standard.NullTranslations] = ContextVar("messages")


class Bilingual(NamedTuple):
    """A few words declared in both languages, beside what they name."""

    en: str
    fr: str

    def __str__(self) -> str:
        return self.in_(_chosen.get())

    def in_(self, language: str) -> str:
        """The words in `language`, one of LANGUAGES."""
        return self.fr if language == "fr" else self.en


def use(language: str) -> None:
    """Speak `language` (one of LANGUAGES) from now on; a message it lacks stays English."""
    folder = Path(__file__).parent
    _chosen.set(language)
    _messages.set(standard.translation("icccat", folder, [language], fallback=True))


def language() -> str:
    """The language spoken now."""
    return _chosen.get()


def translate(message: str) -> str:
    """The message in the language spoken now."""
    return _messages.get(standard.NullTranslations()).gettext(message)


def count(one: str, many: str, number: int) -> str:
    """The message for this number of things, in the language spoken now."""
    return _messages.get(standard.NullTranslations()).ngettext(one, many, number)
