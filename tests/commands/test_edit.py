"""`icccat edit`: by assignments, and in the person's editor."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from people import Person

if TYPE_CHECKING:
    from conftest import Icccat


@pytest.mark.parametrize(
    ("words", "said", "old", "new"),
    [
        (
            "refugee-inclusion date=2020-01",
            "video.refugee-inclusion\n  date: 2019-06-20 → 2020-01\n",
            "date = 2019-06-20",
            'date = "2020-01"',
        ),
        (
            "refugee-inclusion topics+=media",
            "video.refugee-inclusion\n  topics: + media\n",
            'topics = ["refugees"]\nurl = "https://vimeo.com/340198046"',
            'topics = ["refugees", "media"]\nurl = "https://vimeo.com/340198046"',
        ),
        (
            "refugee-inclusion-short title.fr=Court",
            "video.refugee-inclusion-short\n  title.fr: + Court\n",
            'title = "Refugee inclusion, in short" # as on Vimeo\n',
            'title.en = "Refugee inclusion, in short" # as on Vimeo\ntitle.fr = "Court"\n',
        ),
        (
            "refugee-inclusion notes=",
            "video.refugee-inclusion\n  notes: - Ask for the subtitles.\n",
            'notes = "Ask for the subtitles."\n',
            "",
        ),
    ],
)
def test_one(icccat: Icccat, catalogue: Path, words: str, said: str, old: str, new: str) -> None:
    """The line changes, no other does; what changed is said, and how to take it back."""
    before = catalogue.read_text(encoding="utf-8")
    assert old in before
    assert icccat("edit", *words.split(" ")) == (0, said, "icccat undo takes it back\n")
    assert catalogue.read_text(encoding="utf-8") == before.replace(old, new, 1)


def test_nothing_to_change(icccat: Icccat, catalogue: Path) -> None:
    """A value that is there already makes no step."""
    before = catalogue.read_bytes()
    assert icccat("edit", "refugee-inclusion", "date=2019-06-20") == (0, "", "nothing to change\n")
    assert (catalogue.read_bytes(), icccat("history").code) == (before, 1)


def test_dry_run(icccat: Icccat, catalogue: Path) -> None:
    """A dry run shows the change, the new id or the records, and makes none."""
    before = catalogue.read_bytes()
    assert icccat("edit", "refugee-inclusion", "date=", "--dry-run") == (
        0,
        "video.refugee-inclusion\n  date: - 2019-06-20\n",
        "nothing was changed\n",
    )
    assert icccat("edit", "media", "id=press", "--dry-run").code == 0
    assert icccat("edit", "--all", "languages+=en", "--dry-run").code == 0
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "edit needs an id, as in: icccat edit refugee-inclusion date=2019-06-20"),
        (["media-diversity", "date"], '"date" is no assignment: write FIELD=VALUE'),
        (
            ["media-diversity", "date=2019-02-30"],
            'video.media-diversity: date: "2019-02-30" is not a date (February 2019 has 28 days)',
        ),
        (
            ["media-diversity", "topics=medias"],
            'video.media-diversity: there is no topic "medias" (did you mean media?)',
        ),
        (
            ["media-diversity", "title="],
            "video.media-diversity: it is missing: every video needs one",
        ),
        (
            ["media-diversity", "id=x", "date=2019"],
            "an id is changed by itself: icccat edit ID id=NEW",
        ),
        (["media-diversity", "id="], "an id is changed by itself: icccat edit ID id=NEW"),
        (
            ["media-diversity", "id=A B"],
            'the id "A B" is hard to type: use small letters, digits and hyphens',
        ),
        (["media-diversity", "id=media"], 'the id "media" is taken by topic.media'),
        (["--where", "kind:video"], "say what to change: icccat edit --where QUERY FIELD=VALUE"),
        (
            ["--where", "kind:video", "titel=x"],
            "video.media-diversity: titel: a video has no such field (did you mean title?)",
        ),
        (["media-diversity"], "edit ID opens an editor, which needs a terminal: give FIELD=VALUE"),
    ],
)
def test_refused(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    """What cannot be right is refused, and the file is untouched."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    before = catalogue.read_bytes()
    answer = icccat("edit", *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines()[0] == f"icccat: {said}"
    assert catalogue.read_bytes() == before


def test_rename(icccat: Icccat, catalogue: Path) -> None:
    """The heading changes and every reference with it."""
    before = catalogue.read_text(encoding="utf-8")
    assert icccat("edit", "media", "id=press").code == 0
    expected = before.replace("[topic.media]", "[topic.press]").replace('["media"]', '["press"]')
    assert catalogue.read_text(encoding="utf-8") == expected


def test_merge_of_topics(icccat: Icccat, catalogue: Path) -> None:
    """A topic that takes another's id becomes part of it, its names kept as other names."""
    assert icccat("edit", "media", "id=refugees").code == 0
    text = catalogue.read_text(encoding="utf-8")
    assert 'also = ["asylum seekers", "Media", "Médias"]' in text
    assert "[topic.media]" not in text
    assert icccat("check").code == 0


def editor(folder: Path, script: str) -> str:
    """The command of an editor that does what the script says with the file `f`."""
    program = folder / "my editor.py"
    program.write_text(f"import sys, pathlib\nf = pathlib.Path(sys.argv[-1])\n{script}\n")
    return f"'{sys.executable}' '{program}' --wait"


CHANGE = "f.write_text(f.read_text().replace('2019-06-20', '2020 # sic'))"


@pytest.mark.skipif(sys.platform == "win32", reason="the script is run as on POSIX")
def test_editor(
    icccat: Icccat, catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines are opened alone; what was typed takes their place, and no copy is left."""
    monkeypatch.setenv("VISUAL", editor(tmp_path, CHANGE))
    monkeypatch.setattr(sys, "stdin", Person("y\n"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = catalogue.read_text(encoding="utf-8")
    answer = icccat("edit", "refugee-inclusion")
    assert (answer.code, answer.out) == (
        0,
        "video.refugee-inclusion\n  date: 2019-06-20 → 2020\n",
    )
    assert catalogue.read_text(encoding="utf-8") == before.replace("2019-06-20", "2020 # sic")
    assert list(tmp_path.glob("icccat-*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the script is run as on POSIX")
@pytest.mark.parametrize(
    ("script", "answers", "code", "said"),
    [
        ("pass", "", 0, "nothing to change"),
        (CHANGE, "n\n", 2, "nothing was changed; what you typed is in "),
        ("f.write_text('[video')", "n\n", 2, "nothing was changed; what you typed is in "),
        ("f.write_text('[video.x]')", "n\n", 2, "nothing was changed; what you typed is in "),
        (
            (
                "f.write_text(f.read_text().replace('2019-06-20', '2020')"
                " if '\"never\"' in f.read_text()"
                " else f.read_text().replace('2019-06-20', '\"never\"'))"
            ),
            "y\nn\n",
            2,
            "nothing was changed; what you typed is in ",
        ),
    ],
)
def test_editor_given_up(
    icccat: Icccat,
    catalogue: Path,
    monkeypatch: pytest.MonkeyPatch,
    script: str,
    answers: str,
    code: int,
    said: str,
) -> None:
    """A mistake asks whether to open it again; what was typed is never lost."""
    monkeypatch.setenv("VISUAL", editor(catalogue.parent, script))
    monkeypatch.setattr(sys, "stdin", Person(answers))
    before = catalogue.read_bytes()
    answer = icccat("edit", "refugee-inclusion")
    assert answer.code == code
    assert said in answer.err
    assert catalogue.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="the script is run as on POSIX")
def test_editor_interrupted(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C at a question names the file with what was typed."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv("VISUAL", editor(catalogue.parent, CHANGE))
    monkeypatch.setattr(sys, "stdin", Person("", interrupt))
    before = catalogue.read_bytes()
    answer = icccat("edit", "refugee-inclusion")
    assert answer.code == 130
    last = answer.err.splitlines()[-1]
    name = last.partition("nothing was changed; what you typed is in ")[2]
    assert "2020 # sic" in Path(name).read_text(encoding="utf-8")
    assert catalogue.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="the script is run as on POSIX")
def test_editor_opened_again(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake stands above its line when it is opened again, at that line; then it is saved."""
    program = catalogue.parent / "nano"
    program.write_text(
        f"#!{sys.executable}\nimport sys, pathlib\nf = pathlib.Path(sys.argv[-1])\n"
        "with open('opened', 'a') as log: print(sys.argv[1], file=log)\n"
        "lines = f.read_text().splitlines()\n"
        "at = next(n for n, line in enumerate(lines) if line.startswith('date'))\n"
        "print(lines[at - 1][:3], file=open('opened', 'a'))\n"
        "lines[at] = 'date = 2020' if 'never' in lines[at] else 'date = \"never\"'\n"
        "f.write_text('\\n'.join(lines))\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(program))
    monkeypatch.setattr(sys, "stdin", Person("y\ny\n"))
    before = catalogue.read_text(encoding="utf-8")
    assert icccat("edit", "refugee-inclusion").code == 0
    assert (catalogue.parent / "opened").read_text().split() == ["+3", "tit", "+7", "#|!"]
    assert catalogue.read_text(encoding="utf-8") == before.replace("2019-06-20", "2020")


def test_no_editor(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that is not there is named."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    monkeypatch.setattr(sys, "stdin", Person())
    assert icccat("edit", "refugee-inclusion").err == (
        'icccat: the editor "no-such-editor" cannot be opened: set EDITOR to one that can\n'
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the script is run as on POSIX")
def test_changed_meanwhile(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What someone else did to the record in the meantime is not overwritten."""
    script = (
        f"{CHANGE}\nc = pathlib.Path('catalogue.toml')\n"
        "c.write_text(c.read_text().replace('version = \"full\"', 'version = \"trailer\"'))"
    )
    monkeypatch.setenv("VISUAL", editor(catalogue.parent, script))
    monkeypatch.setattr(sys, "stdin", Person("y\n"))
    answer = icccat("edit", "refugee-inclusion")
    assert answer.code == 3
    assert "video.refugee-inclusion has changed since; what you typed is in " in answer.err
    assert "trailer" in catalogue.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="the script is run as on POSIX")
def test_the_same_field_meanwhile(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where another person changed the same field, both values are told."""
    script = (
        f"{CHANGE}\nc = pathlib.Path('catalogue.toml')\n"
        "c.write_text(c.read_text().replace('2019-06-20', '2018'))"
    )
    monkeypatch.setenv("VISUAL", editor(catalogue.parent, script))
    monkeypatch.setattr(sys, "stdin", Person("y\n"))
    answer = icccat("edit", "refugee-inclusion")
    assert answer.code == 3
    assert answer.err.splitlines()[-1] == (
        "video.refugee-inclusion: date was changed by someone else meanwhile: "
        'it stays "2018", and does not become "2020"'
    )
    assert "date = 2018" in catalogue.read_text(encoding="utf-8")


def test_a_form_of_its_own(
    icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record of dotted keys has no lines of its own to open."""
    catalogue.write_text('[video]\na.title = "A"\n')
    monkeypatch.setattr(sys, "stdin", Person())
    assert icccat("edit", "a").err == (
        "icccat: video.a is written in a form of its own: edit it in catalogue.toml\n"
    )
