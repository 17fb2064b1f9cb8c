"""The index as a file: current whatever happened to the catalogue, private, and never needed."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from asking import parse
from conftest import CATALOGUE
from search.keeping import MEDIA, WOMEN, edited, found, needs_links, removed, settle, the_file

from icccat import locale
from icccat.errors import Damaged, Unsafe
from icccat.search import match
from icccat.search.index import Index, opened
from icccat.search.order import ranked

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Icccat

# Opens an index twice, and tells of each time which files of the catalogue's folder were opened.
TWICE = """
import sys
from pathlib import Path
from icccat.search.index import opened

path, folder = Path(sys.argv[1]), Path(sys.argv[2])
read = []
sys.addaudithook(
    lambda event, of: read.append(of[0]) if event == "open" and of[0] == str(path) else None
)
for _time in range(2):
    with opened(path, folder) as index:
        print(len(read), index.records["meeting"]["women-oslo"].title("en"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="modes as on POSIX")
def test_private(catalogue: Path, tmp_path: Path) -> None:
    """The folder and the file are its user's alone."""
    folder = tmp_path / "caches" / "icccat"
    assert found(catalogue, folder) == MEDIA
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, the_file(folder))]
    assert modes == [0o700, 0o600]


@pytest.mark.parametrize(("age", "read"), [("settled", [1, 1]), ("new", [1, 2])])
def test_reused(catalogue: Path, cache: Path, age: str, read: list[int]) -> None:
    """The second time the catalogue is not opened at all, unless it was changed just now."""
    if age == "settled":
        settle(catalogue)
    done = subprocess.run(
        [sys.executable, "-c", TWICE, catalogue, cache], capture_output=True, text=True, check=True
    )
    assert done.stdout == "".join(f"{times} Women and integration\n" for times in read)


def as_old_and_as_long(path: Path) -> None:
    """Another file of the same size and time takes the catalogue's place."""
    other = path.with_suffix(".other")
    text = path.read_text(encoding="utf-8")
    other.write_text(text.replace("Women and", "Media; an"), encoding="utf-8")
    settle(other)
    other.replace(path)


def in_place_and_as_old(path: Path) -> None:
    """The file is written over, and its time set back."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Women and", "Media; an"), encoding="utf-8")
    settle(path)


def relabelled(path: Path) -> None:
    """A topic's label is changed."""
    text = path.read_text(encoding="utf-8")
    text = text.replace('label.en = "Media"\nlabel.fr = "Médias"', 'label.en = "Newspapers"')
    path.write_text(text.replace('topics = ["media"]\n\n[', "\n["), encoding="utf-8")


def irregular(path: Path) -> None:
    """A table that is no record is put at the end: the text can be read only as a whole."""
    with path.open("a", encoding="utf-8") as stream:
        stream.write("\n[unknown]\nx = 1\n")


@pytest.mark.parametrize(
    ("change", "words", "before", "after"),
    [
        (edited, "title:medias", [], WOMEN),
        (as_old_and_as_long, "title:women", WOMEN, []),
        (in_place_and_as_old, "title:women", WOMEN, []),
        (relabelled, "newspapers", [], WOMEN),
        (relabelled, "médias", MEDIA, []),
        (removed, "women", WOMEN, []),
        (removed, "media", MEDIA, MEDIA[:1]),
        (irregular, "women", WOMEN, WOMEN),
        (settle, "women", WOMEN, WOMEN),
        (lambda path: path.touch(), "women", WOMEN, WOMEN),
    ],
)  # fmt: skip
def test_after_a_change(
    catalogue: Path,
    cache: Path,
    change: Callable[[Path], None],
    words: str,
    before: list[str],
    after: list[str],
) -> None:
    """The answer is that of the catalogue as it is, however it came to be so."""
    settle(catalogue)
    with opened(catalogue, cache) as index:
        exact = match.find(parse(words), index, exact=True)
        assert sorted(one.id for one in index.read(exact.scores)) == sorted(before)
    change(catalogue)
    for folder in (cache, cache, None):
        with opened(catalogue, folder) as index:
            exact = match.find(parse(words), index, exact=True)
            assert sorted(one.id for one in index.read(exact.scores)) == sorted(after)


def test_an_older_version_from_git(catalogue: Path, cache: Path) -> None:
    """After `git checkout` the answer is that of the version that is there."""

    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words],
            cwd=catalogue.parent,
            check=True,
            capture_output=True,
        )

    git("init", "--quiet", "-b", "main")
    git("add", "catalogue.toml")
    git("commit", "--quiet", "-m", "first")
    assert found(catalogue, cache, "women") == WOMEN
    removed(catalogue)
    git("commit", "--quiet", "-am", "second")
    assert found(catalogue, cache, "women") == []
    git("checkout", "--quiet", "HEAD~1")
    assert found(catalogue, cache, "women") == WOMEN
    git("checkout", "--quiet", "main")
    assert found(catalogue, cache, "women") == []


def test_how_far_it_is(catalogue: Path, cache: Path) -> None:
    """Each record is told of that is read for an index; where one is there already, nothing."""
    steps: list[tuple[int, int]] = []
    settle(catalogue)
    opened(catalogue, cache, lambda *step: steps.append(step)).connection.close()
    assert steps[:10] == [(0, 0), *((done, 9) for done in range(1, 10))]
    steps.clear()
    opened(catalogue, cache, lambda *step: steps.append(step)).connection.close()
    assert steps == []


def test_a_moved_folder(catalogue: Path, cache: Path) -> None:
    """A catalogue elsewhere has an index of its own, and one in its old place another."""
    folder = catalogue.parent / "old"
    folder.mkdir()
    old = Path(shutil.move(catalogue, folder / "catalogue.toml"))
    assert found(old, cache) == MEDIA
    new = folder.rename(catalogue.parent / "new") / "catalogue.toml"
    removed(new)
    assert found(new, cache) == MEDIA[:1]
    folder.mkdir()
    old.write_text(CATALOGUE, encoding="utf-8")
    assert (found(old, cache), found(new, cache)) == (MEDIA, MEDIA[:1])
    assert len(list(cache.iterdir())) == 2


@needs_links
def test_a_linked_catalogue(catalogue: Path, cache: Path) -> None:
    """A link and its file share an index; one that leads elsewhere now has the answer of there."""
    link, other = catalogue.parent / "link.toml", catalogue.parent / "other.toml"
    link.symlink_to(catalogue)
    assert found(link, cache) == found(catalogue, cache) == MEDIA
    assert len(list(cache.iterdir())) == 1
    other.write_text(CATALOGUE, encoding="utf-8")
    removed(other)
    link.unlink()
    link.symlink_to(other)
    assert found(link, cache) == MEDIA[:1]
    with opened(link, cache) as index:
        assert index.name == str(link)


def test_no_catalogue(catalogue: Path, cache: Path) -> None:
    """A catalogue that is gone, or no TOML any more, is said to be, whatever the cache holds."""
    assert found(catalogue, cache) == MEDIA
    catalogue.write_text('[video.a]\ntitle = "', encoding="utf-8")
    with pytest.raises(Unsafe, match=r"catalogue\.toml:2:9: "):
        opened(catalogue, cache)
    catalogue.unlink()
    with pytest.raises(Unsafe):
        opened(catalogue, cache)
    catalogue.write_text(CATALOGUE, encoding="utf-8")
    assert found(catalogue, cache) == MEDIA


def test_the_same_moment(catalogue: Path, cache: Path) -> None:
    """An index that is open answers as of when it was opened, even if its file is deleted."""
    settle(catalogue)
    with opened(catalogue, cache) as index:
        the_file(cache).unlink()
        removed(catalogue)
        answer = match.find(parse("media"), index)
        assert [one.id for one in index.read(ranked(answer.scores, index, "en"))] == MEDIA
    assert found(catalogue, cache) == MEDIA[:1]


def test_the_language_of_the_catalogue(catalogue: Path, cache: Path) -> None:
    """Text without a language is in another one as soon as the catalogue says so."""
    locale.use("en")
    assert found(catalogue, cache, "missing:fr kind:video,meeting") == [
        *("women-oslo", "refugee-inclusion-short", "policy-lab-helsinki", "media-diversity")
    ]
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace("[catalogue]", '[catalogue]\nlanguage = "fr"'), "utf-8")
    assert found(catalogue, cache, "missing:fr kind:video,meeting") == [
        *("women-oslo", "policy-lab-helsinki", "media-diversity")
    ]


def test_damaged_inside(icccat: Icccat, cache: Path) -> None:
    """A page of noise ends in no traceback; where it is noticed, the index is made anew."""
    right = icccat("search", "refugees", "--no-header")
    [kept] = cache.rglob("*.sqlite")
    data = kept.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    for page in range(1, len(data) // size):
        kept.write_bytes(data[: page * size] + b"\xa5" * size + data[(page + 1) * size :])
        assert icccat("search", "refugees", "--no-header").code in {right.code, 1}
    kept.write_bytes(data[:size] + b"\xa5" * (len(data) - size))
    assert icccat("search", "refugees", "--no-header") == right
    assert icccat("list", "refugees").out.startswith("id\t")


def test_tables_of_another_program(icccat: Icccat, cache: Path) -> None:
    """A database with other tables of our names is replaced."""
    right = icccat("search", "refugees")
    [kept] = cache.rglob("*.sqlite")
    kept.unlink()
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("CREATE TABLE about (something)")
    assert icccat("search", "refugees") == right
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT count(*) FROM record").fetchone() == (9,)


@pytest.mark.parametrize("line", ["{", "video", "video\x1fid\x1f"])
@pytest.mark.parametrize(
    "command",
    ["search refugees", "list", "export", "export --format ndjson", "export --columns date"],
)
def test_a_damaged_record(icccat: Icccat, cache: Path, command: str, line: str) -> None:
    """A line that is no record is noticed when it is read, and the index is made anew."""
    right = icccat(*command.split())
    [kept] = cache.rglob("*.sqlite")
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("UPDATE line SET line = ?", (line,))
        connection.commit()
    assert icccat(*command.split()) == right


def test_a_record_that_is_not_there(icccat: Icccat, cache: Path) -> None:
    """Its words lead nowhere: the index is made anew."""
    right = icccat("search", "refugees")
    [kept] = cache.rglob("*.sqlite")
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("DELETE FROM line")
        connection.commit()
    assert icccat("search", "refugees") == right


def test_damaged_in_memory() -> None:
    """Without a file there is nothing to delete; what is wrong is said."""
    with Index(sqlite3.connect(":memory:")) as index, pytest.raises(Damaged):
        index.total(["video"])
