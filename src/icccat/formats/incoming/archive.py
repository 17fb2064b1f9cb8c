"""The parts of a workbook, which is a zip file: read with limits, and put together anew.

Another reader of zip files may see in one what we do not (a size that is wrong, a part that is
there twice), so it is given only what was read and checked here.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from icccat.formats.incoming import MOST_BYTES, MOST_MEGABYTES
from icccat.formats.incoming.refusals import refused
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icccat.errors import Refused
    from icccat.formats.incoming import Source

MOST_PARTS = 10_000
HIGHEST_RATIO = 200  # of what is unpacked to what is packed; of sheets it is about 20
SMALL = 10_000_000  # bytes; of so little, no ratio is a danger
_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of old Office files, and encrypted new ones
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_KNOWN = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_WANTED = (".xml", ".rels", "mimetype")
_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def parts(source: Source) -> dict[str, bytes]:
    """The parts that are XML, by their names; raises Refused for what is no safe workbook."""
    if source.data.startswith(_CONTAINER):
        raise refused(source, _old_or_encrypted(source.data))
    if not source.data.startswith(b"PK"):
        raise refused(source, _("this is no workbook, whatever its name says"))
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            infos = archive.infolist()
            _check(source, infos)
            wanted = [one for one in infos if one.filename.lower().endswith(_WANTED)]
            return {one.filename.replace("\\", "/"): archive.read(one) for one in wanted}
    except _ERRORS as error:
        raise damaged(source) from error


def packed(found: Mapping[str, bytes]) -> io.BytesIO:
    """A zip file of these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, part in found.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    data.seek(0)
    return data


def damaged(source: Source) -> Refused:
    """The refusal of a workbook that no program reads."""
    sentence = _("the workbook is damaged: open it in a spreadsheet, and save it anew")
    return refused(source, sentence)


def encrypted(source: Source) -> Refused:
    """The refusal of a workbook with a password."""
    return refused(source, _encrypted())


def _encrypted() -> str:
    return _("the workbook is encrypted: save it without a password")


def _old_or_encrypted(data: bytes) -> str:
    if _ENCRYPTED in data:
        return _encrypted()
    return _("this is a workbook of the old Excel format: save it as .xlsx")


def _check(source: Source, infos: list[zipfile.ZipInfo]) -> None:
    """Raise Refused where unpacking would take too much, or the parts are not plain."""
    size = sum(one.file_size for one in infos)
    if len(infos) > MOST_PARTS or size > MOST_BYTES:
        sentence = _("the workbook is larger than {size} MB when unpacked")
        raise refused(source, sentence.format(size=MOST_MEGABYTES))
    if size > SMALL and size > HIGHEST_RATIO * len(source.data):
        raise refused(source, _("the workbook is packed tighter than any is: it is not opened"))
    if any(one.flag_bits & 1 for one in infos):
        raise encrypted(source)
    names = {one.filename.replace("\\", "/").lower() for one in infos}
    if len(names) < len(infos) or any(one.compress_type not in _KNOWN for one in infos):
        raise damaged(source)
