"""In which language a workbook of ours has its texts: it comes back only with all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.formats.incoming.markup import elements
from icccat.formats.incoming.refusals import refused
from icccat.locale import translate as _

if TYPE_CHECKING:
    from icccat.formats.incoming import Source

PROPERTY = "icccat content"
_PROPERTIES = {"property", "user-defined"}  # of Excel's workbooks, of OpenDocument


def expect_both(source: Source, data: bytes) -> None:
    """Raise Refused where the properties say that the texts are in one language alone."""
    for element in elements(data, _PROPERTIES) if data else ():
        names = {value for name, value in element.items() if name.rpartition("}")[2] == "name"}
        if PROPERTY in names and "".join(element.itertext()).strip() != "both":
            sentence = _("the texts are in one language alone: correct an export without --in")
            raise refused(source, sentence)
