"""What a new record is made of, as options give it; and given back where it could not be saved."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from icccat.commands.options import SECOND, option_of
from icccat.errors import Failure
from icccat.locale import translate as _
from icccat.words.shell import in_shell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from icccat.records.kinds import Kind
    from icccat.terminal.terminal import Terminal


class Options(NamedTuple):
    """The texts given for each field, the id, and whether to add what is there already.

    `by_hand`: somebody typed them one by one, and should not have to again.
    """

    given: Mapping[str, Sequence[str]]
    id: str = ""
    yes: bool = False
    by_hand: bool = False


@contextmanager
def given_back(terminal: Terminal, kind: Kind, options: Options) -> Iterator[None]:
    """Say, where the block fails, which command gives what was typed by hand once more."""
    try:
        yield
    except (Failure, OSError, KeyboardInterrupt):
        if options.by_hand:
            terminal.note(_("nothing was saved; this adds it later:"), again(kind, options))
        raise


def again(kind: Kind, options: Options) -> str:
    """The command that gives these options, to be pasted into a shell."""
    words = ["icccat", "add", kind.name]
    for name, texts in {**options.given, "id": [options.id] if options.id else []}.items():
        base, _dot, code = name.partition(".")
        field = kind.field(base)
        option = f"--{option_of(field) if field else base}"
        for text in texts:
            if code in {"", SECOND}:
                words += [f"{option}-{code}".rstrip("-"), text]
            else:
                words += ["--set", f"{name}={text}"]
    return " ".join(map(in_shell, [*words, *(["--yes"] if options.yes else [])]))
