"""`icccat demo`: a copy to play with."""

from __future__ import annotations

import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from builders import SHIPPED

from icccat.commands.demo import PACKED
from icccat.commands.init import schema_text

if TYPE_CHECKING:
    import pytest
    from conftest import Icccat

ROOT = Path(__file__).parents[2]
TRY = """\
  icccat search refugees Lisbon
  icccat edit world-refugee-day topics+=media
  icccat undo
"""


def test_a_folder(icccat: Icccat, catalogue: Path) -> None:
    """The catalogue and its schema are in a new folder, and the answer says where, and what now."""
    intro = "a copy to play with: nothing that is done to it touches another catalogue; try:\n"
    file = Path("new") / "icccat-demo" / "catalogue.toml"
    assert icccat("demo", "new/icccat-demo") == (
        0,
        f"{file}\n",
        f"{intro}  cd {file.parent}\n{TRY}",
    )
    folder = catalogue.parent / "new" / "icccat-demo"
    assert {one.name: one.read_text(encoding="utf-8") for one in folder.iterdir()} == {
        "catalogue.toml": SHIPPED.read_text(encoding="utf-8"),
        "catalogue.schema.json": schema_text(),
    }


def test_what_to_try(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands that it names work there, and the last one takes back all that was done."""
    folder = Path(icccat("demo", "there").out).parent
    monkeypatch.chdir(folder)
    codes = [icccat(*line.split()[1:]).code for line in TRY.splitlines()]
    assert codes == [0, 0, 0]
    assert Path("catalogue.toml").read_bytes() == SHIPPED.read_bytes()


def test_twice(
    icccat: Icccat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Path
) -> None:
    """Without a name each copy has a temporary folder of its own; no catalogue is needed."""
    catalogue.unlink()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    places = [Path(icccat("demo").out.strip()) for _ in range(2)]
    assert len(set(places)) == 2
    assert [place.read_bytes() for place in places] == [SHIPPED.read_bytes()] * 2
    assert {place.parent.parent for place in places} == {tmp_path}
    assert all(place.parent.name.startswith("icccat-demo-") for place in places)


def test_never_over_another(icccat: Icccat, catalogue: Path) -> None:
    """What is there already stays as it is."""
    before = catalogue.read_bytes()
    assert icccat("demo", ".") == (
        3,
        "",
        "icccat: .: nothing was written, as it is there already\n",
    )
    assert catalogue.read_bytes() == before


def test_the_wheel_carries_it() -> None:
    """What is packed stands where the program looks for it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert packed == {"data/catalogue.toml": "/".join(("icccat", *PACKED))}
