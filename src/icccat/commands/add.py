"""`icccat add KIND`: a new record, made of the options, put at its place in the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from icccat.catalogue.changes import add
from icccat.catalogue.toml import lines
from icccat.commands.command import as_command
from icccat.commands.given import Options, given_back
from icccat.commands.kinds import Kinds
from icccat.commands.options import assigned, given_fields, option_of, with_fields
from icccat.commands.session import Session
from icccat.errors import Level, Refused
from icccat.guide.entry import lacking
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.new import make

if TYPE_CHECKING:
    import click

    from icccat.errors import Problem
    from icccat.records.kinds import Kind
    from icccat.records.known import Among
    from icccat.records.new import New
    from icccat.records.record import Record, Records

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
Copy = Annotated[
    str,
    typer.Option(
        "--copy",
        metavar=_("ID"),
        show_default=False,
        help=_("Begin with what this record has, but for its title, dates and link."),
    ),
]


def _command(kind: Kind) -> click.Command:
    """The command that adds a record of this kind, its options those of the kind's fields."""

    def run(
        context: typer.Context,
        *,
        id_: Id = "",
        set_: Set = None,
        yes: Yes = False,
        dry_run: DryRun = False,
        copy: Copy = "",
        **fields: Any,  # noqa: ANN401 (a string, or several)
    ) -> None:
        session = Session.of(context)
        given = given_fields(fields) | assigned(set_ or (), kind)
        options = _whole(session, kind, Options(given, id_, yes), copy)
        warnings: list[Problem] = []
        others: list[Records] = []

        def made(among: Among) -> Record:
            new = make(
                kind.name, options.given, among.known, language=among.language, id_=options.id
            )
            _refuse(new, kind, yes=options.yes)
            warnings[:], others[:] = new.problems, [among.records]
            return new.record

        path = session.where().path
        by = session.by(f"add {kind.name}")
        with session.recalling() as recall:
            if dry_run:
                record = made(session.load())
            else:
                with given_back(session.terminal, kind, options):
                    record = add(path, by, made, waiting=session.waiting, recall=recall)
            _show(session, record, others[0], dry_run=dry_run)
        session.terminal.note(*(_told(problem, kind) for problem in warnings))
        sentence = (
            _("nothing was added")
            if dry_run
            else _("added {key} to {file}; icccat undo takes it back")
        )
        session.terminal.note(sentence.format(key=record.key, file=path))

    help_ = _("Add a {kind}.").format(kind=kind.label)
    return as_command(with_fields(run, kind), kind.name, help_)


def _whole(session: Session, kind: Kind, options: Options, copy: str) -> Options:
    """The options, with what is copied and what a person answers where something is lacking."""
    if not copy and not lacking(kind, options.given, options.id):
        return options
    from icccat.commands.guided import asked  # noqa: PLC0415 (only where something is lacking)

    return asked(session, kind, options, copy)


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
    return labelled(f"--{option_of(field) if field else 'id'}", problem.message)


def _show(session: Session, record: Record, others: Records, *, dry_run: bool) -> None:
    """The new record: its card among the others, its lines, its id, or JSON."""
    if session.as_json:
        session.show_json([record], 1)
    elif dry_run:
        session.terminal.answer(lines(record.kind, record.id, record.plain()).rstrip("\n"))
    elif session.terminal.form == "lines":
        session.terminal.data(record.id)
    else:
        from icccat.terminal.card import show_card  # noqa: PLC0415 (only for people)

        show_card(session.terminal, record, others)


command = Kinds(
    name="add",
    help_=_("Add a record of a kind: icccat add video --help lists its options."),
    of_kind=_command,
    missing=_("say what to add: {known}, as in icccat add video"),
)
