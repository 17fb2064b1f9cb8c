"""The text is the truth: where each statement of it stands, and where a new record goes.

Nothing here reads or writes a file, and no text is ever made anew: the lines of a record are found
in it by a scanner that knows TOML's strings, comments and brackets, and put between the others.
"""

from __future__ import annotations

from icccat.catalogue.text.edits import edited, edited_table
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
from icccat.catalogue.text.renames import renamed
from icccat.catalogue.text.replacements import replaced
from icccat.catalogue.text.statements import (
    Keys,
    RecordKey,
    Statement,
    comments,
    line_of,
    lines_of,
    statements,
)

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
