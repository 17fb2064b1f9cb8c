"""The options of a kind of record: each field is one, from its declaration."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Any

import typer

from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.sorts import or_nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from icccat.records.fields import Field
    from icccat.records.kinds import Kind

SECOND = "fr"  # the language with options of its own; --set takes the others
DOT = "__"  # stands for the dot of title.fr in the name of a parameter


def with_fields(function: Callable[..., None], kind: Kind) -> Callable[..., None]:
    """The function, its `**fields` become an option for each field of the kind."""
    context, *own, _fields = inspect.signature(function, eval_str=True).parameters.values()
    parameters = [context, *_parameters(kind), *own]
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined] # Typer reads it
    function.__annotations__ = {}
    return function


def _parameters(kind: Kind) -> Iterator[inspect.Parameter]:
    for field in kind.fields:
        type_ = list[str] | None if field.many else str | None
        yield _parameter(field.name, type_, f"--{option_of(field)}", field, _help(field))
        if field.translated:
            option = f"--{option_of(field)}-{SECOND}"
            name = f"{field.name}{DOT}{SECOND}"
            yield _parameter(name, type_, option, field, f"{field.label}, {SECOND}")


def _parameter(name: str, type_: Any, option: str, field: Field, help_: str) -> inspect.Parameter:  # noqa: ANN401 (a type)
    metavar = str(field.label).upper().replace(" ", "-")
    declared = typer.Option(option, metavar=metavar, help=help_, show_default=False)
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[type_, declared]
    )


def _help(field: Field) -> str:
    needed = f" [{_('needed')}]" if field.required else ""
    return f"{field.help} ({_('as in')} {field.example}){needed}"


def option_of(field: Field) -> str:
    """The field's word on the command line, without its hyphens: `topic`, `version-of`."""
    return field.word


def given_fields(options: Mapping[str, Any]) -> dict[str, list[str]]:
    """The strings given for each field, `{"title": ["…"], "title.fr": ["…"]}`."""
    return {
        name.replace(DOT, "."): value if isinstance(value, list) else [value]
        for name, value in options.items()
        if value is not None
    }


def assigned(assignments: Iterable[str], kind: Kind) -> dict[str, list[str]]:
    """The strings that `FIELD=VALUE` words give; Refused where one is no field."""
    given, wrong = {}, []
    for assignment in assignments:
        name, sign, value = assignment.partition("=")
        base, dot, _code = name.partition(".")
        field = kind.field(base)
        if not sign or field is None or (dot and not field.translated):
            sentence = _("--set {assignment}: write FIELD=VALUE, with a field of a {kind}")
            sentence = sentence.format(assignment=assignment, kind=kind.label)
            wrong.append(or_nearest(sentence, base, [] if field else [f.name for f in kind.fields]))
        else:
            given[name] = value.split("; ") if field.many else [value]
    if wrong:
        raise Refused(*wrong)
    return given
