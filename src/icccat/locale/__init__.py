"""Messages for people, in their language: gettext, whole sentences, named placeholders."""

from __future__ import annotations

import gettext as standard
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from types import ModuleType

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
    messages = standard.NullTranslations()
    if language != "en":
        messages = standard.translation("icccat", Path(__file__).parent, [language], fallback=True)
    _chosen.set(language)
    _messages.set(messages)


def language() -> str:
    """The language spoken now."""
    return _chosen.get()


def translate(message: str) -> str:
    """The message in the language spoken now."""
    return _messages.get(standard.NullTranslations()).gettext(message)


def count(one: str, many: str, number: int) -> str:
    """The message for this number of things, in the language spoken now."""
    return _messages.get(standard.NullTranslations()).ngettext(one, many, number)


def quoted(text: str) -> str:
    """The text in the quotation marks of the language spoken now."""
    return translate("“{text}”").format(text=text)


def labelled(*parts: str) -> str:
    """`label: text`, with the space before the colon that the language spoken now wants."""
    return translate(": ").join(parts)


def lend(*modules: ModuleType) -> None:
    """Have these modules of other people speak our language.

    They took `gettext` and `ngettext` for their own as they were imported, which know only the
    environment's language, and the folders of the system.
    """
    ours = {"_": translate, "ngettext": count}
    for module in modules:
        names = vars(module)
        names.update({name: speak for name, speak in ours.items() if name in names})
