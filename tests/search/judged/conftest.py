"""The judged catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from search.judged.scoring import CATALOGUE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """The judged catalogue, alone in its folder."""
    path = tmp_path / "catalogue.toml"
    path.write_bytes(CATALOGUE.read_bytes())
    return path
