"""What is built of the project speaks French: the messages are compiled, and packed."""

from __future__ import annotations

import gettext
import io
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]
COMPILED = "icccat/locale/fr/LC_MESSAGES/icccat.mo"


def test_wheel(tmp_path: Path) -> None:
    """A wheel holds what is compiled of the messages in its sources, and what they were."""
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    made = shutil.ignore_patterns("*.mo", "__pycache__")
    for name in ("src", "data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=made)
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(words, cwd=tmp_path, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as packed:
        french = gettext.GNUTranslations(io.BytesIO(packed.read(COMPILED)))
        assert COMPILED.replace(".mo", ".po") in packed.namelist()
    assert french.gettext("nothing found") == "aucun résultat"
    assert french.ngettext("{number} record", "{number} records", 0) == "{number} fiche"
    assert (tmp_path / "src" / COMPILED).exists()  # so that an editable install has it, too
