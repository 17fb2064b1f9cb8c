"""Where a person's own files are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from icccat.commands.folders import cache, configuration, here
from icccat.errors import Unsafe

xdg = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="folders as freedesktop.org")


@xdg
def test_where_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folders are those that the system keeps for such files."""
    monkeypatch.setenv("XDG_CONFIG_HOME", "/home/ana/settings")
    monkeypatch.setenv("XDG_CACHE_HOME", "/home/ana/cache")
    assert configuration() == Path("/home/ana/settings/icccat/icccat.toml")
    assert cache() == Path("/home/ana/cache/icccat")


def test_nobody_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no home is known there is no folder, whatever the library makes of that."""

    def nowhere(name: str) -> Path:
        raise RuntimeError(name)

    monkeypatch.setattr(platformdirs, "user_cache_path", nowhere)
    assert cache() is None
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: Path("~/.cache", name))
    assert cache() is None


@xdg
def test_a_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can work in a folder that is no longer there."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    os.rmdir(folder)  # noqa: PTH106 (of a folder that we are in)
    with pytest.raises(Unsafe) as caught:
        here()
    assert caught.value.lines == ("the folder you are in is no longer there",)
