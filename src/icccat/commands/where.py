"""`icccat where`: which catalogue is meant, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from icccat.catalogue.where import configured
from icccat.commands.folders import configuration
from icccat.commands.session import Session
from icccat.locale import translate as _

Remember = Annotated[
    bool, typer.Option("--remember", help=_("Take it from now on wherever there is none nearer."))
]


def command(
    context: typer.Context,
    *,
    remember: Remember = False,
) -> None:
    """Say which catalogue is meant, and why."""
    session = Session.of(context)
    found = session.where()
    if remember:
        from icccat.catalogue.file.output import write_output  # noqa: PLC0415 (seldom asked for)

        session.load()  # only a file that can be read is worth remembering
        file = configuration()
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        write_output(file, configured(found.path, before), force=True, catalogue=found.path)
        session.terminal.note(_("remembered in {file}").format(file=file))
    if session.as_json:
        from icccat.formats import json  # noqa: PLC0415 (only when asked for)

        row = {"path": str(found.path.absolute()), "source": found.source}
        session.terminal.data(json.envelope("figures", [row], 1))
        return
    session.terminal.answer(str(found.path.absolute()))
    session.terminal.note(found.reason)
