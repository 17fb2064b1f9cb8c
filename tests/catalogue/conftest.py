"""A catalogue in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalogue.changing import OLD

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A catalogue of one record, alone in its folder."""
    path = tmp_path / "catalogue.toml"
    path.write_text(OLD)
    return path
