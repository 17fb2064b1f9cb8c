"""The text is the truth: where each statement of it stands, and where a new record goes.

Nothing here reads or writes a file, and no text is ever made anew: the lines of a record are found
in it by a scanner that knows TOML's strings, comments and brackets, and put between the others.
How a record is edited is imported only when one is: who adds one need not know.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from icccat.catalogue.text.places import (
    Insertion,
    insertions,
    lead,
    put,
    record_span,
    run,
    spans,
    tail,
)
from icccat.catalogue.text.statements import (
    Keys,
    RecordKey,
    Statement,
    comments,
    line_of,
    lines_of,
    statements,
)

if TYPE_CHECKING:
    from icccat.catalogue.text.edits import edited, edited_table
    from icccat.catalogue.text.renames import renamed
    from icccat.catalogue.text.replacements import replaced

__all__ = [
    "Insertion",
    "Keys",
    "RecordKey",
    "Statement",
    "comments",
    "edited",
    "edited_table",
    "insertions",
    "lead",
    "line_of",
    "lines_of",
    "put",
    "record_span",
    "renamed",
    "replaced",
    "run",
    "spans",
    "statements",
    "tail",
]
_LATER = {
    "edited": "edits",
    "edited_table": "edits",
    "renamed": "renames",
    "replaced": "replacements",
}


def __getattr__(name: str) -> object:
    """What need not be imported before it is used, from its module."""
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
