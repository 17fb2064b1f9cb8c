"""What `icccat check --fix` mends: what needs no decision of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.catalogue.changes import apply
from icccat.catalogue.file.output import write_output
from icccat.catalogue.mending import fixes
from icccat.catalogue.surroundings import schema, schema_file
from icccat.commands.asking import ask, make, number_of, show
from icccat.commands.init import schema_text
from icccat.errors import Refused
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.commands.session import Session
    from icccat.records.change import Change


def would_mend(session: Session, catalogue: Catalogue) -> None:
    """Say what would be mended, and mend nothing."""
    changes = fixes(catalogue)
    session.report(changes, _("nothing was changed") if changes else _("nothing to change"))
    if any(schema(catalogue, ())):
        sentence = _("{file} would be written anew")
        session.terminal.note(sentence.format(file=schema_file(catalogue)))


def mend(session: Session, catalogue: Catalogue, *, yes: bool) -> None:
    """Mend the records, after a question unless `yes`, and the schema that the catalogue names."""
    changes = fixes(catalogue)
    if changes:
        _mend_records(session, changes, yes=yes)
    if any(schema(catalogue, ())):
        file = schema_file(catalogue)
        write_output(file, schema_text().encode(), force=True, catalogue=catalogue.path)
        session.terminal.note(_("{file} written anew").format(file=file))


def _mend_records(session: Session, changes: Sequence[Change], *, yes: bool) -> None:
    left: list[str] = []
    if yes:
        by = session.by("check --fix")
        made = apply(session.where().path, by, fixes, waiting=session.waiting)
        show(session, made)
    else:
        agreed = ask(session, changes, _("Mend this?"))
        made, left = make(session, "check --fix", agreed)
    sentence = _("{number} mended; icccat undo takes it back")
    session.terminal.note(sentence.format(number=number_of(made)))
    if left:
        raise Refused(*left)
