"""`icccat add KIND`: a new record, made of the options, put at its place in the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from icccat.catalogue.catalogue import load
from icccat.catalogue.changes import add
from icccat.catalogue.toml import lines
from icccat.commands.command import as_command, global_options
from icccat.commands.options import assigned, given_fields, option_of, with_fields
from icccat.commands.session import Session
from icccat.errors import Level, Refused
from icccat.locale import translate as _
from icccat.records.kinds import KINDS
from icccat.records.new import make
from icccat.records.sorts import or_nearest
from icccat.terminal.card import show_card

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import click

    from icccat.catalogue.catalogue import Catalogue
    from icccat.errors import Problem
    from icccat.records.kinds import Kind
    from icccat.records.new import New
    from icccat.records.record import Record

Id = Annotated[
    str,
    typer.Option(
        "--id", metavar=_("ID"), show_default=False, help=_("Its id, else made of the title.")
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar=_("FIELD=VALUE"),
        show_default=False,
        help=_("Any field, as in title.uk=…"),
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help=_("Add it even if the same is there already."))]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("Show what would be added, and add nothing."))
]


class Kinds(TyperGroup):
    """`add`, with a command for each kind of record."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (as click calls it)
        """The kinds."""
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002
        """The command that adds a record of this kind, one of KINDS."""
        kind = KINDS[cmd_name]
        help_ = _("Add a {kind}.").format(kind=kind.label)
        return as_command(_command(kind), kind.name, help_)

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
        """Add a record; raises Refused where no kind is given."""
        if not ctx._protected_args:  # noqa: SLF001 (click keeps the kind there)
            sentence = _("say what to add: {known}, as in icccat add video")
            raise Refused(sentence.format(known=", ".join(KINDS)))
        return super().invoke(ctx)


command = Kinds(
    name="add",
    help=_("Add a record of a kind: icccat add video --help lists its options."),
    rich_markup_mode=None,
    no_args_is_help=False,
    params=list(global_options(hidden=True)),
    subcommand_metavar=_("KIND [OPTIONS]"),
)


def _command(kind: Kind) -> Callable[..., None]:
    """The function that adds a record of this kind, its options those of the kind's fields."""

    def run(
        context: typer.Context,
        *,
        id_: Id = "",
        set_: Set = None,
        yes: Yes = False,
        dry_run: DryRun = False,
        **fields: Any,  # noqa: ANN401 (a string, or several)
    ) -> None:
        session = Session.of(context)
        given = given_fields(fields) | assigned(set_ or (), kind)
        warnings: list[Problem] = []

        def made(catalogue: Catalogue) -> Record:
            new = make(kind.name, given, catalogue.records, language=catalogue.language, id_=id_)
            _refuse(new, kind, yes=yes)
            warnings[:] = new.problems
            return new.record

        path = session.where().path
        record = made(session.load()) if dry_run else add(path, made)
        _show(session, record, path, dry_run=dry_run)
        session.terminal.note(*(_told(problem, kind) for problem in warnings))
        sentence = _("nothing was added") if dry_run else _("added {key} to {file}")
        session.terminal.note(sentence.format(key=record.key, file=path))

    return with_fields(run, kind)


def _refuse(new: New, kind: Kind, *, yes: bool) -> None:
    """Raise Refused, with all that is wrong, if the record must not be added."""
    wrong = [_told(problem, kind) for problem in new.problems if problem.level is Level.ERROR]
    if new.twins and not yes:
        sentence = _(
            "the same title and date, or the same link, is there already: {ids} (--yes adds it too)"
        )
        wrong.append(sentence.format(ids=", ".join(record.key for record in new.twins)))
    if len(wrong) > 1:
        raise Refused(_("nothing was added:"), *(f"  {sentence}" for sentence in wrong))
    if wrong:
        raise Refused(*wrong)


def _told(problem: Problem, kind: Kind) -> str:
    """A problem, with the option that it comes from."""
    _kind, _id, *path = problem.path
    field = kind.field(path[0]) if path else None
    return f"--{option_of(field) if field else 'id'}: {problem.message}"


def _show(session: Session, record: Record, path: Path, *, dry_run: bool) -> None:
    """The new record: its card, its lines, its id, or JSON."""
    if session.as_json:
        session.show_json([record], 1)
    elif dry_run:
        session.terminal.answer(lines(record.kind, record.id, record.plain()).rstrip("\n"))
    elif session.terminal.form == "lines":
        session.terminal.data(record.id)
    else:
        show_card(session.terminal, record, load(path).records)
