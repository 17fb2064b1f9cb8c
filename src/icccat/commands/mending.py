"""What `icccat check --fix` mends: what needs no decision of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.catalogue.file.output import write_output
from icccat.catalogue.surroundings import schema, schema_file
from icccat.commands.init import schema_text
from icccat.locale import translate as _

if TYPE_CHECKING:
    from icccat.catalogue.catalogue import Catalogue
    from icccat.commands.session import Session


def mend(session: Session, catalogue: Catalogue) -> None:
    """Write the schema that the catalogue names, where it is missing or out of date."""
    if any(schema(catalogue, ())):
        file = schema_file(catalogue)
        write_output(file, schema_text().encode(), force=True, catalogue=catalogue.path)
        session.terminal.note(_("{file} written anew").format(file=file))
