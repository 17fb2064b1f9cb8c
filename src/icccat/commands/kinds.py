"""A command that is one for each kind of record: `icccat add video`, `icccat add meeting`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.core import TyperGroup

from icccat.commands.command import global_options
from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.kinds import KINDS
from icccat.records.sorts import or_nearest

if TYPE_CHECKING:
    from collections.abc import Callable

    import click

    from icccat.records.kinds import Kind


class Kinds(TyperGroup):
    """A command for each kind, made by `of_kind` when it is used.

    `missing` is the sentence that says that a kind is missing, and which there are: {known}.
    """

    def __init__(
        self,
        *,
        name: str,
        help_: str,
        of_kind: Callable[[Kind], click.Command],
        missing: str,
    ) -> None:
        super().__init__(
            name=name,
            help=help_,
            rich_markup_mode=None,
            no_args_is_help=False,
            params=list(global_options(hidden=True)),
            options_metavar="",
            subcommand_metavar=_("KIND [OPTIONS]"),
        )
        self.of_kind, self.missing = of_kind, missing

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (as click calls it)
        """The kinds."""
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002 (as click calls it)
        """The command of this kind, one of KINDS."""
        return self.of_kind(KINDS[cmd_name])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the kind; raises Refused with the nearest."""
        if args[0] not in KINDS:
            sentence = _('there is no kind "{name}": {known}')
            sentence = sentence.format(name=args[0], known=", ".join(KINDS))
            raise Refused(or_nearest(sentence, args[0], KINDS))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command of the kind; raises Refused where no kind is given."""
        if not ctx._protected_args:  # noqa: SLF001 (click keeps the kind there)
            raise Refused(self.missing.format(known=", ".join(KINDS)))
        return super().invoke(ctx)
