"""Which language a person asks for."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from icccat.locale import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts (POSIX)

# Found in the text of the configuration, as reading TOML would slow down every start.
_CONFIGURED = re.compile(r"""^[ \t]*language[ \t]*=[ \t]*["']([^"'\n]*)["']""", re.MULTILINE)

# Windows numbers languages: the lower ten bits say which one, whatever the country.
_WINDOWS = {0x0C: "fr"}
_LANGUAGE_BITS = 0x3FF


def chosen(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    configuration: Callable[[], Path] | None = None,
) -> str:
    """The language of the first of these that names one of LANGUAGES; English where none does.

    The option --lang; ICCCAT_LANG; the person's `configuration` file, by its key `language`; the
    locale, or on Windows the language of its windows. Asked before anything else, as help is put
    into words while the options are being parsed.
    """
    for wish in _wishes(arguments, environment, configuration):
        language = re.split("[_.@-]", wish.casefold())[0]
        if language in LANGUAGES:
            return language
    return "en"


def _wishes(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    configuration: Callable[[], Path] | None,
) -> Iterator[str]:
    """What a language is named by, the most telling first."""
    yield _option(arguments)
    yield environment.get("ICCCAT_LANG", "")
    yield _configured(configuration()) if configuration else ""
    yield next((environment[name] for name in LOCALE if environment.get(name)), "") or _windows()


def _option(arguments: Sequence[str]) -> str:
    """What the last --lang before `--` names, as later options count."""
    wish = ""
    for place, word in enumerate(arguments):
        if word == "--":
            break
        name, sign, value = word.partition("=")
        if name == "--lang":
            wish = value if sign else "".join(arguments[place + 1 : place + 2])
    return wish


def _configured(file: Path) -> str:
    """What the configuration file names; nothing where it is not there, or cannot be read."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    found = _CONFIGURED.search(text)
    return found[1] if found else ""


def _windows() -> str:
    """The language in which Windows speaks to this person."""
    if sys.platform != "win32":
        return ""
    import ctypes  # noqa: PLC0415 (slow, and of no use elsewhere)

    number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
    return _WINDOWS.get(number & _LANGUAGE_BITS, "en")
