"""`icccat demo`: a copy of the catalogue that comes with icccat, to play with."""

from __future__ import annotations

import tempfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icccat.catalogue.file.replacement import create
from icccat.commands.init import NAME, SCHEMA, schema_text
from icccat.commands.session import Session
from icccat.errors import Unsafe
from icccat.locale import translate as _
from icccat.words.shell import in_shell

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PACKED = ("data", NAME)  # where the wheel carries the catalogue, within the package
Folder = Annotated[
    str,
    typer.Argument(
        metavar=_("[FOLDER]"),
        help=_("A new folder for the copy, a temporary one if not named."),
        show_default=False,
    ),
]


def command(context: typer.Context, folder: Folder = "") -> None:
    """Copy the catalogue that comes with icccat into a folder of its own, to play with."""
    session = Session.of(context)
    text = _shipped().read_text(encoding="utf-8")
    place = _made(Path(folder)) if folder else Path(tempfile.mkdtemp(prefix="icccat-demo-"))
    create(place / NAME, text)
    create(place / SCHEMA, schema_text())
    session.terminal.answer(str(place / NAME))
    session.terminal.note(
        _("a copy to play with: nothing that is done to it touches another catalogue; try:"),
        f"  cd {in_shell(str(place))}",
        _("  icccat search refugees Lisbon"),
        _("  icccat edit world-refugee-day topics+=media"),
        _("  icccat undo"),
    )


def _shipped() -> Traversable:
    """The catalogue in the package; where that is a checkout, the one beside it."""
    packed = files("icccat").joinpath(*PACKED)
    return packed if packed.is_file() else Path(__file__).parents[3].joinpath(*PACKED)


def _made(folder: Path) -> Path:
    """The new folder; raises Unsafe where there is something of that name."""
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        sentence = _("{folder}: nothing was written, as it is there already")
        raise Unsafe(sentence.format(folder=folder)) from None
    return folder
