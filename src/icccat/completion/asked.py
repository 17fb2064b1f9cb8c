"""What is being typed: the value of an option, the name of one, or a word of a command."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass
class Asked:
    """A word that is `typed` after a `prefix` that stays as it is.

    Before it stand the `command` ("" where that is being typed), for `add` the `kind`, other
    `words`, and `options` with their values ("" for those that take none). `option` is the one
    whose value is typed, if any. `is_over`: whether `--` has said that no more options come.
    """

    typed: str
    prefix: str = ""
    command: str = ""
    kind: str = ""
    words: list[str] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    option: str = ""
    is_over: bool = False

    @property
    def is_option(self) -> bool:
        """Whether it is the name of an option; what has one hyphen is a word of a query."""
        begun = self.typed == "-" or self.typed.startswith("--")
        return begun and not self.option and not self.is_over

    def after(self, length: int) -> Asked:
        """The same, with so many letters of what is typed as part of the prefix."""
        prefix = self.prefix + self.typed[:length]
        return replace(self, prefix=prefix, typed=self.typed[length:])

    def after_last(self, sign: str) -> Asked:
        """The same, with all up to the last such sign as part of the prefix."""
        found = self.typed.rfind(sign)
        return self.after(found + len(sign)) if found >= 0 else self


def understood(
    words: Sequence[str], typed: str, takes_value: Callable[[Asked, str], bool]
) -> Asked:
    """What is typed after these words; `takes_value` tells it of an option by its name."""
    asked = Asked(typed)
    for word in words:
        _take(asked, word, takes_value)
    name, sign, _value = typed.partition("=")
    if asked.is_option and sign and takes_value(asked, name):
        asked = replace(asked.after(len(name) + 1), option=name)
    return asked


def _take(asked: Asked, word: str, takes_value: Callable[[Asked, str], bool]) -> None:
    """Take a word before the one that is typed, as the program would."""
    name, sign, value = word.partition("=")
    if asked.option:
        asked.options[asked.option] = word
        asked.option = ""
    elif word == "--" and not asked.is_over:
        asked.is_over = True
    elif word.startswith("-") and not asked.is_over and takes_value(asked, name):
        if sign:
            asked.options[name] = value
        else:
            asked.option = name
    elif word.startswith("--") and not asked.is_over:
        asked.options[name] = ""
    elif not asked.command:
        asked.command = word
    elif asked.command == "add" and not asked.kind:
        asked.kind = word
    else:
        asked.words.append(word)
