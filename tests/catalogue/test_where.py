"""Which catalogue is meant: the one named, the nearest, the one remembered."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from icccat.catalogue.where import configured, locate
from icccat.errors import Unsafe

NONE = (
    "there is no catalogue in this folder or above: go to its folder, name it with "
    "--catalogue FILE, or make a new one with icccat init"
)


@pytest.fixture
def configuration(tmp_path: Path) -> Path:
    """The person's configuration file, which is not there."""
    return tmp_path / "configuration.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder two deep, with a catalogue above it, and one in `data` further above."""
    (tmp_path / "top" / "data").mkdir(parents=True)
    (tmp_path / "top" / "data" / "catalogue.toml").touch()
    folder = tmp_path / "top" / "middle" / "deep"
    folder.mkdir(parents=True)
    (folder.parent / "catalogue.toml").touch()
    return folder


def test_named(folder: Path, configuration: Path) -> None:
    """What is named is taken, the option before the environment, whether it is there or not."""
    found = locate("a.toml", "b.toml", folder, lambda: configuration)
    assert (found.path, found.reason) == (Path("a.toml"), "named with --catalogue")
    found = locate("", "b.toml", folder, lambda: configuration)
    assert (found.path, found.reason) == (Path("b.toml"), "named by ICCCAT_CATALOGUE")


def test_near(folder: Path, configuration: Path) -> None:
    """The nearest is taken, in this folder or its `data` as seen from here, else from above."""
    found = locate("", "", folder, lambda: configuration)
    assert found.path == folder.parent / "catalogue.toml"
    assert found.reason == "found in a folder above"
    found = locate("", "", folder.parent, lambda: configuration)
    assert (found.path, found.reason) == (Path("catalogue.toml"), "found in this folder")
    found = locate("", "", folder.parent.parent, lambda: configuration)
    assert (found.path, found.reason) == (Path("data", "catalogue.toml"), "found in this folder")
    (folder.parent.parent / "catalogue.toml").touch()
    found = locate("", "", folder.parent.parent, lambda: configuration)
    assert found.path == Path("catalogue.toml")


def test_remembered(tmp_path: Path, configuration: Path) -> None:
    """Where there is none, the one that was remembered, by its whole path."""
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        configuration.write_bytes(configured(Path('a "catalogue".toml')))
    finally:
        os.chdir(before)
    found = locate("", "", tmp_path, lambda: configuration)
    assert found.path == tmp_path / 'a "catalogue".toml'
    assert found.reason == "remembered: there is none in this folder or above"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, NONE),
        ("[other]\n", NONE),
        ('catalogue = ""\n', NONE),
        (
            "catalogue = 3\n",
            '{file}: write the path of the catalogue in quotes: catalogue = "…"',
        ),
        ("catalogue\n", None),
    ],
)
def test_none(tmp_path: Path, configuration: Path, text: str | None, message: str | None) -> None:
    """Where none is named, near or remembered it is said how to have one."""
    if text is not None:
        configuration.write_text(text, encoding="utf-8")
    with pytest.raises(Unsafe) as refused:
        locate("", "", tmp_path, lambda: configuration)
    if message:
        assert str(refused.value) == message.format(file=configuration)
    else:
        assert str(refused.value).startswith(f"{configuration}:1:")
