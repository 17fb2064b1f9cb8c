"""The program: its global options, its commands (each imported when used), its exit codes."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TextIO

import click
import typer.core
from typer.core import TyperGroup

from icccat import locale
from icccat.commands.command import as_command, global_options
from icccat.commands.folders import configuration
from icccat.errors import Damaged, Failure, QueryError, Refused, Unsafe
from icccat.locale import Bilingual, labelled
from icccat.locale import translate as _
from icccat.locale.choice import chosen
from icccat.records.sorts import or_nearest
from icccat.terminal.failure import show_failure
from icccat.terminal.terminal import forgiving

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130

# What explains commands and their mistakes in words of its own.
BORROWED = (
    *(click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types),
    typer.core,
)


class Entry(NamedTuple):
    """A command: the module of `icccat.commands` that holds it, and its short help."""

    module: str
    help: Bilingual


COMMANDS = {
    "add": Entry("add", Bilingual("Add a record.", "Ajouter une fiche.")),
    "list": Entry(
        "list",
        Bilingual("List records, newest first.", "Lister les fiches, les plus récentes d’abord."),
    ),
    "search": Entry(
        "search", Bilingual("Find records by words.", "Chercher des fiches par leurs mots.")
    ),
    "similar": Entry(
        "similar",
        Bilingual("Find the records most like one.", "Trouver les fiches les plus proches."),
    ),
    "show": Entry("show", Bilingual("Show one record, whole.", "Montrer une fiche entière.")),
    "edit": Entry("edit", Bilingual("Change a record, or several.", "Modifier une ou des fiches.")),
    "remove": Entry("remove", Bilingual("Remove records.", "Retirer des fiches.")),
    "undo": Entry("undo", Bilingual("Take back the latest step.", "Annuler la dernière étape.")),
    "redo": Entry("redo", Bilingual("Make it again.", "La refaire.")),
    "history": Entry(
        "history", Bilingual("List the steps of the catalogue.", "Lister les étapes du catalogue.")
    ),
    "export": Entry(
        "export",
        Bilingual(
            "Write records to a file, such as CSV.",
            "Écrire des fiches dans un fichier, CSV par exemple.",
        ),
    ),
    "import": Entry(
        "import_",
        Bilingual(
            "Bring in the records of a file, such as CSV.",
            "Reprendre les fiches d’un fichier, CSV par exemple.",
        ),
    ),
    "check": Entry(
        "check",
        Bilingual(
            "Find what is wrong in the catalogue.", "Trouver ce qui ne va pas dans le catalogue."
        ),
    ),
    "merge": Entry(
        "merge",
        Bilingual(
            "Take over what another copy of the catalogue has.",
            "Reprendre ce qu’a une autre copie du catalogue.",
        ),
    ),
    "init": Entry("init", Bilingual("Make a new catalogue.", "Créer un catalogue.")),
    "where": Entry(
        "where",
        Bilingual(
            "Say which catalogue is meant, and why.",
            "Dire de quel catalogue il s’agit, et pourquoi.",
        ),
    ),
    "demo": Entry(
        "demo",
        Bilingual("Make a copy to play with.", "Faire une copie pour s’exercer."),
    ),
    "completion": Entry(
        "completion",
        Bilingual(
            "Print the script by which a shell completes words.",
            "Écrire le script par lequel un shell complète les mots.",
        ),
    ),
}
HOME = "icccat.commands.home"


class Program(TyperGroup):
    """The program's own command line: global options, then a command."""

    def __init__(self) -> None:
        super().__init__(
            name="icccat",
            help=_("The catalogue of the Intercultural Cities programme's videos and meetings."),
            invoke_without_command=True,
            rich_markup_mode=None,
            options_metavar=_("[OPTIONS]"),
            subcommand_metavar=_("COMMAND [WORDS]…"),
            params=list(global_options(hidden=False)),
        )

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (as click calls it)
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002 (as click calls it)
        """The command of this name, one of COMMANDS, imported now."""
        entry = COMMANDS[cmd_name]
        found = import_module(f"icccat.commands.{entry.module}").command
        return (
            found
            if isinstance(found, click.Command)
            else as_command(found, cmd_name, str(entry.help))
        )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the words begin with; raises Refused with the nearest."""
        if args[0] not in COMMANDS:
            sentence = _('there is no command "{name}"').format(name=args[0])
            raise Refused(
                or_nearest(sentence, args[0], COMMANDS), _("icccat --help lists the commands")
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (as click calls it)
        """List the commands without importing them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, str(entry.help)) for name, entry in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command, or show the home page where there is none."""
        if not ctx._protected_args and not ctx.args:  # noqa: SLF001 (click keeps the words there)
            return import_module(HOME).command(ctx)
        return super().invoke(ctx)


def main() -> None:
    """Run the program with the words it was called with, and exit with its code."""
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        _let_go(stream)
    sys.exit(code)


def _let_go(stream: TextIO | None) -> None:
    """Forget what a full disk or a closed pipe would not take.

    Python would try again as it ends, complain, and exit with a code of its own.
    """
    if stream is not None:
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def run(arguments: Sequence[str]) -> int:
    """Run the program; gives its exit code."""
    locale.use(chosen(arguments, os.environ, configuration))
    locale.lend(*BORROWED)
    try:
        try:
            _answer(arguments)
        except Damaged:
            _answer(arguments)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except BrokenPipeError:  # the reader, such as head, has seen enough
        return 0
    except (Failure, OSError, click.ClickException, KeyboardInterrupt) as failure:
        return _told(failure)
    return 0


def _told(failure: BaseException) -> int:
    """The exit code of a failure, which is told in words."""
    match failure:
        case QueryError(exit_code=code, lines=lines, text=text, place=place, correction=right):
            return show_failure(code, *lines, text=text, place=place, correction=right)
        case Failure(exit_code=code, lines=lines):
            return show_failure(code, *lines)
        case click.ClickException():
            return show_failure(Refused.exit_code, _in_words(failure))
        case OSError():
            return show_failure(Unsafe.exit_code, _unwritten(failure))
        case _:
            return show_failure(INTERRUPTED, _("interrupted"))


def _answer(arguments: Sequence[str]) -> None:
    """Run the command, and see its answer written."""
    if sys.stdout is None:
        raise Unsafe(_("the answer cannot be written: the standard output is closed"))
    forgiving(sys.stdout)
    program = Program()
    with program.make_context("icccat", list(arguments)) as context:
        program.invoke(context)
    sys.stdout.flush()


def _in_words(error: click.ClickException) -> str:
    """What is wrong with the words of the command, and the nearest right one."""
    if isinstance(error, click.NoSuchOption):
        sentence = _("there is no option {name}").format(name=error.option_name)
        return or_nearest(sentence, error.option_name, error.possibilities or ())
    if isinstance(error, click.MissingParameter) and error.param and error.ctx:
        sentence = _("{name} is missing: {command} --help says more")
        name = error.param.make_metavar(error.ctx)
        return sentence.format(name=name, command=error.ctx.command_path)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return labelled(error.param.opts[-1], error.message)
    return error.format_message()


def _unwritten(error: OSError) -> str:
    """Which file could not be used, and why."""
    if error.filename:
        return labelled(str(error.filename), str(error.strerror))
    return _("the answer could not be written: {reason}").format(reason=error.strerror)
