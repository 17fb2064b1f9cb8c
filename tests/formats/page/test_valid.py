"""The Nu HTML checker, which is the W3C's, finds nothing wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from formats.page.reading import exported

from icccat.formats.html import write
from icccat.records.kinds import KINDS

CHECKER = Path(sys.prefix, "node_modules", "vnu-jar", "build", "dist", "vnu.jar")


@pytest.mark.skipif(
    not CHECKER.exists() or shutil.which("java") is None,
    reason="the Nu HTML checker or Java is not installed",
)
def test_valid(tmp_path: Path) -> None:
    """The pages of the shipped catalogue have no error, in English, French and both."""
    for content in ("en", "fr", "both"):
        page = write(exported(content, *KINDS), to_file=True)
        (tmp_path / f"{content}.html").write_bytes(page)
    done = subprocess.run(
        ["java", "-jar", CHECKER, "--errors-only", "--format", "json", *tmp_path.glob("*.html")],
        capture_output=True,
        check=False,
    )
    assert json.loads(done.stderr)["messages"] == []
