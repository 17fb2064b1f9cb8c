"""The one class of every command: global options, terms that begin with a hyphen, lazy words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import click
import typer
from typer.core import TyperCommand

from icccat import __version__
from icccat.locale import LANGUAGES
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS = "icccat.options"  # where a context keeps the global options that were given


def global_options(*, hidden: bool) -> list[click.Option]:
    """The options that stand before or after any command; `hidden` in a command's own help."""

    def note(context: click.Context, option: click.Parameter, value: object) -> None:
        if value is not None and value is not False:  # nor 0, which is False's equal
            context.meta.setdefault(OPTIONS, {})[option.name] = value

    def option(*names: str, **how: Any) -> click.Option:  # noqa: ANN401 (what click takes)
        return click.Option(names, expose_value=False, callback=note, hidden=hidden, **how)

    return [
        option(
            "--catalogue",
            metavar=_("FILE"),
            help=_("The catalogue to work on (else ICCCAT_CATALOGUE, or the one in this folder)."),
        ),
        option(
            "--lang",
            type=click.Choice(LANGUAGES),
            metavar="en|fr",
            help=_("The language to speak (else ICCCAT_LANG, or that of the system)."),
        ),
        option(
            "--plain",
            is_flag=True,
            help=_("No boxes, no colour, a label a line: for screen readers."),
        ),
        option("--json", is_flag=True, help=_("The answer as JSON, for other programs.")),
        option(
            "--wait",
            type=_seconds,
            metavar=_("SECONDS"),
            help=_("How long to wait for another who is changing the file (10; 0: not at all)."),
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_say_version,
            hidden=hidden,
            help=_("Show the version, and exit."),
        ),
    ]


def _seconds(text: str) -> float:
    """A number of seconds, 0 or more; raises BadParameter."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds < math.inf:
        sentence = _('"{text}" is no number of seconds, such as 10, or 0 for not waiting')
        raise click.BadParameter(sentence.format(text=text))
    return seconds


def _say_version(context: click.Context, _option: click.Parameter, asked: object) -> None:
    if asked:
        click.echo(f"icccat {__version__}")
        context.exit()


class Command(TyperCommand):
    """A command that takes the global options too, and words that begin with a hyphen.

    Before `--`, a token that begins with `--` is an option, as is a declared one-letter one
    that stands alone; any other token with a hyphen is a word of the query: `search -women`.
    """

    def __init__(self, *arguments: Any, **attributes: Any) -> None:  # noqa: ANN401 (as Typer calls it)
        super().__init__(*arguments, **attributes)
        own = {name for param in self.params for name in param.opts}  # a video has a --version
        self.params += [one for one in global_options(hidden=True) if not own & set(one.opts)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the options first, then all words, whatever they begin with."""
        options, words = self._told_apart(ctx, list(args))
        return super().parse_args(ctx, [*options, *(["--", *words] if words else [])])

    def _told_apart(self, ctx: click.Context, tokens: list[str]) -> tuple[list[str], list[str]]:
        takes_value = {
            name: isinstance(param, click.Option) and not param.is_flag and not param.count
            for param in self.get_params(ctx)
            for name in (*param.opts, *param.secondary_opts)
        }
        options: list[str] = []
        words: list[str] = []
        while tokens:
            first = tokens.pop(0)
            if first == "--":
                return options, words + tokens
            if first.startswith("--") or (first.startswith("-") and first in takes_value):
                options.append(first)
                if takes_value.get(first):
                    if not tokens:
                        return [first], []  # click says that it needs a value
                    options.append(tokens.pop(0))
            else:
                words.append(first)
        return options, words


def as_command(function: Callable[..., None], name: str, help_: str) -> click.Command:
    """The command of a function whose signature says its words and options."""
    app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
    app.command(
        name,
        cls=Command,
        help=help_,
        short_help=help_,  # else click makes one, and ordinary spaces of those that may not break
        options_metavar=_("[OPTIONS]"),
        epilog=_("Options for every command: icccat --help"),
    )(function)
    return typer.main.get_command(app)
