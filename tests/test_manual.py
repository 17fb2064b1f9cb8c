"""The manual pages are what the program's help says, and what readers of such pages understand."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = {"en": ROOT / "docs" / "icccat.1", "fr": ROOT / "docs" / "icccat.fr.1"}


@pytest.mark.parametrize("language", PAGES)
def test_a_page_is_the_help(language: str, refresh: bool) -> None:  # noqa: FBT001 (a fixture)
    """Each page is made of the help, in its language."""
    words = [sys.executable, str(ROOT / "tests" / "manual.py"), language]
    now = subprocess.run(words, capture_output=True, check=True).stdout.decode()
    page = PAGES[language]
    before = page.read_text(encoding="utf-8")
    if refresh:
        page.write_text(now, encoding="utf-8")
    assert before == now


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize(
    "words",
    [["mandoc", "-Tlint", "-Werror"], ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z"]],
    ids=lambda words: words[0],
)
def test_a_page_is_well_made(language: str, words: list[str]) -> None:
    """The programs that show such pages find nothing wrong in it."""
    if not shutil.which(words[0]):
        pytest.skip(f"{words[0]} is not installed")
    done = subprocess.run([*words, PAGES[language]], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
