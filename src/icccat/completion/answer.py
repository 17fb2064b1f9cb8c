"""The answer to a shell that asks what may stand where a word is being typed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from icccat import locale
from icccat.commands.folders import configuration
from icccat.completion.asked import Asked, understood
from icccat.completion.catalogue import Catalogue
from icccat.completion.choices import options, word
from icccat.completion.options import commands, option_names
from icccat.completion.shells import SHELLS
from icccat.errors import Failure
from icccat.locale.choice import chosen
from icccat.terminal.safe import safe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icccat.completion.candidate import Offer


def answer(arguments: Sequence[str], environment: Mapping[str, str]) -> bytes:
    """What a shell, the first of the arguments, is to offer; nothing where something is amiss.

    The first line says of what the others are: words, or files, which shells know best.
    """
    name, *asked = arguments or ("",)
    shell = SHELLS.get(name)
    if shell is None:
        return b""
    line = shell.reads(asked, environment)
    language = chosen(line.words, environment, configuration)
    locale.use(language)
    wanted = understood(line.words, line.last.text, _takes_value)
    catalogue = Catalogue(
        wanted.options.get("--catalogue", ""),
        environment.get("ICCCAT_CATALOGUE", ""),
        language,
        hints=shell.hints,
    )
    lines = ["words"]
    with suppress(Failure, OSError, UnicodeError), catalogue:  # a word may hold bytes of no text
        offer = _offer(wanted, catalogue)
        found = [one for one in offer.matching if safe(one.word) == one.word]
        lines = ["files"] if offer.files else ["words", *shell.writes(found, line.last)]
    return "".join(f"{one}\n" for one in lines).encode()


def _takes_value(asked: Asked, name: str) -> bool:
    return name in options(asked.command, asked.kind)


def _offer(asked: Asked, catalogue: Catalogue) -> Offer:
    """What there is to offer."""
    if asked.option:
        return options(asked.command, asked.kind)[asked.option](asked, catalogue)
    if asked.is_option:
        return option_names(asked)
    if not asked.command:
        return commands(asked)
    return word(asked)(asked, catalogue)
