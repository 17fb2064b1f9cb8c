"""The names of options and commands, from the commands themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from icccat.completion.candidate import Candidate, Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click

    from icccat.completion.asked import Asked


def commands(asked: Asked) -> Offer:
    """The commands, each with its help."""
    from icccat.cli import COMMANDS  # noqa: PLC0415 (only when asked for, as it takes longest)

    return Offer(asked, [Candidate(name, str(entry.help)) for name, entry in COMMANDS.items()])


def option_names(asked: Asked) -> Offer:
    """The options of the command, with their help: its own, and then those of every command."""
    return Offer(asked, _options(asked))


def _options(asked: Asked) -> Iterator[Candidate]:
    for param in parameters(asked.command, asked.kind):
        if param.param_type_name == "option":
            help_ = getattr(param, "help", None) or ""
            yield from (Candidate(name, help_) for name in param.opts)


def parameters(command: str, kind: str = "") -> list[click.Parameter]:
    """The parameters of a command, for `add` of a kind, else of the program."""
    from icccat.cli import COMMANDS, Program  # noqa: PLC0415 (likewise)
    from icccat.records.kinds import KINDS  # noqa: PLC0415 (likewise)

    found: click.Command = Program()
    context = found.context_class(found)
    for name, known in ((command, COMMANDS), (kind, KINDS)):
        if name in known:
            found = cast("click.Group", found).get_command(context, name) or found
    return found.get_params(context)
