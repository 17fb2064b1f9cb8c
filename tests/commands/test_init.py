"""`icccat init` makes a catalogue and only ever a new one; `icccat where` says which is meant."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from icccat.catalogue.toml import parse

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

NEXT = 'made; next: icccat add video --title "…" --date 2026-06-20\n'


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Our videos and meetings"), ("fr", "Nos vidéos et réunions")]
)
def test_a_new_catalogue(icccat: Icccat, tmp_path: Path, language: str, title: str) -> None:
    """The template in the language spoken, on which check has nothing to say and home its title."""
    assert icccat("init", "new.toml", "--lang", language).out == "new.toml\n"
    template = files("icccat.catalogue") / f"new.{language}.toml"
    assert (tmp_path / "new.toml").read_bytes() == template.read_bytes()
    checked = icccat("check", "--catalogue", "new.toml")
    assert checked == (0, "", "new.toml: 1 record, 0 errors, 0 warnings\n")
    home = icccat("--catalogue", "new.toml")
    assert home.out == f"{title} (new.toml)\n0 videos, 0 meetings, 1 topic\n"


def test_its_schema(icccat: Icccat, tmp_path: Path) -> None:
    """The schema stands beside it, under the name that its first line gives, and fits it."""
    icccat("init", "new.toml")
    first, *_rest = (tmp_path / "new.toml").read_text(encoding="utf-8").splitlines()
    assert first == "#:schema ./catalogue.schema.json"
    schema = json.loads((tmp_path / "catalogue.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(parse((tmp_path / "new.toml").read_text("utf-8"), ""))


def test_a_schema_that_is_there(icccat: Icccat, tmp_path: Path) -> None:
    """A schema of the person's own stays."""
    (tmp_path / "catalogue.schema.json").write_text("{}", encoding="utf-8")
    assert icccat("init", "new.toml") == (0, "new.toml\n", NEXT)
    assert (tmp_path / "catalogue.schema.json").read_text(encoding="utf-8") == "{}"


def test_the_usual_name(icccat: Icccat, catalogue: Path) -> None:
    """Without a name it is catalogue.toml, or what --catalogue says; icccat finds it then."""
    catalogue.unlink()
    assert icccat("init") == (0, "catalogue.toml\n", NEXT)
    assert icccat("--catalogue", "other.toml", "init") == (0, "other.toml\n", NEXT)
    assert icccat("list", "kind:topic", "--no-header", "--columns", "id").out == "refugees\n"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("catalogue.toml", "nothing was written, as there is something of that name already"),
        ("there", "nothing was written, as there is something of that name already"),
        ("no/such/catalogue.toml", "nothing was saved: No such file or directory"),
    ],
)
def test_refused(icccat: Icccat, catalogue: Path, name: str, message: str) -> None:
    """What is there already stays as it is, and nothing is left behind."""
    (catalogue.parent / "there").mkdir()
    before = catalogue.read_bytes()
    assert icccat("init", name) == (3, "", f"icccat: {name}: {message}\n")
    assert catalogue.read_bytes() == before
    assert sorted(path.name for path in catalogue.parent.iterdir()) == ["catalogue.toml", "there"]


def test_where(icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole path of the catalogue meant, and why it is that one."""
    folder = catalogue.parent
    assert icccat("where") == (0, f"{catalogue}\n", "found in this folder\n")
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    assert icccat("where") == (0, f"{catalogue}\n", "found in a folder above\n")
    monkeypatch.setenv("ICCCAT_CATALOGUE", "other.toml")
    other = f"{folder / 'deep' / 'other.toml'}\n"
    assert icccat("where") == (0, other, "named by ICCCAT_CATALOGUE\n")
    third = f"{folder / 'deep' / 'third.toml'}\n"
    answer = icccat("where", "--catalogue", "third.toml")
    assert answer == (0, third, "named with --catalogue\n")


def test_remembered(
    icccat: Icccat,
    catalogue: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A catalogue that was remembered is taken where there is none nearer."""
    file = catalogue.parent / "configuration" / "icccat" / "icccat.toml"
    answer = icccat("where", "--remember")
    assert answer == (0, f"{catalogue}\n", f"remembered in {file}\nfound in this folder\n")
    assert file.read_text(encoding="utf-8") == f'catalogue = "{catalogue}"\n'
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    reason = "remembered: there is none in this folder or above\n"
    assert icccat("where") == (0, f"{catalogue}\n", reason)
    missing = icccat("where", "--remember", "--catalogue", "no.toml")
    message = "icccat: no.toml: there is no such file; a catalogue is made with icccat init\n"
    assert missing == (3, "", message)
    assert file.read_text(encoding="utf-8") == f'catalogue = "{catalogue}"\n'


def test_where_in_json(icccat: Icccat, catalogue: Path) -> None:
    """The path and what names it in the envelope."""
    assert json.loads(icccat("where", "--json").out) == {
        "schema": "icccat/1",
        "type": "figures",
        "count": 1,
        "total": 1,
        "figures": [{"path": str(catalogue), "source": "folder"}],
    }


def test_where_there_is_none(
    icccat: Icccat, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a catalogue it is said how to have one."""
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    for words in (["where"], ["list"], []):
        assert icccat(*words) == (
            3,
            "",
            (
                "icccat: there is no catalogue in this folder or above: go to its folder, "
                "name it with --catalogue FILE, or make a new one with icccat init\n"
            ),
        )
