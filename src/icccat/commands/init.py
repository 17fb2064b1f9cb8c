"""`icccat init`: a new catalogue, with comments that teach its format."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from icccat.catalogue.file.replacement import create
from icccat.catalogue.merging.git import repository
from icccat.commands.merge import install_driver
from icccat.commands.session import Session
from icccat.locale import language
from icccat.locale import translate as _
from icccat.records.schema import schema

NAME = "catalogue.toml"
SCHEMA = "catalogue.schema.json"
File = Annotated[
    str,
    typer.Argument(
        metavar=_("[FILE]"),
        help=_("The new file, catalogue.toml if not named."),
        show_default=False,
    ),
]


Git = Annotated[
    bool, typer.Option("--git", help=_("Let git merge it by icccat, in this repository."))
]


def command(context: typer.Context, file: File = "", *, git: Git = False) -> None:
    """Make a new catalogue, and beside it the schema by which editors help to fill it in."""
    session = Session.of(context)
    path = Path(file or session.catalogue or NAME)
    if git:
        repository(path.parent)  # before anything is made
    create(path, _template())
    schema_file = path.parent / SCHEMA
    if not schema_file.exists():
        create(schema_file, schema_text())
    session.terminal.answer(str(path))
    if git:
        install_driver(session, path)
    session.terminal.note(_('made; next: icccat add video --title "…" --date 2026-06-20'))


def _template() -> str:
    """The text of a new catalogue, in the language spoken now."""
    return (files("icccat.catalogue") / f"new.{language()}.toml").read_text(encoding="utf-8")


def schema_text() -> str:
    """The schema's file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
