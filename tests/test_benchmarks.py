"""The benchmarks: catalogues that are the same each time and valid, runs, tables. Nothing is timed.

What processes cost is measured, but never judged here.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer

from benchmarks.catalogues import catalogue as generated
from benchmarks.chance import Chance
from benchmarks.commands import COMPLETE, MEASURED
from benchmarks.measures import Runs, measure, measure_peers
from benchmarks.peers import PEERS, Plain, plain
from benchmarks.place import Place
from benchmarks.process import Cost, cost
from benchmarks.table import machine, megabytes_of, memory, peers, ratio_of, ratios, table

if TYPE_CHECKING:
    from conftest import Icccat

ROOT = Path(__file__).parents[1]
posix = pytest.mark.skipif(sys.platform == "win32", reason="processes are measured on POSIX")


def runs(*seconds: float, megabytes: float = 40, code: int = 0) -> Runs:
    """Runs that took so long, beside a hello-world of a tenth of a second."""
    own = [Cost(each, megabytes, code, "") for each in seconds]
    return Runs(own, [Cost(0.1, 30, 0, "") for _ in seconds])


def test_the_same_each_time(tmp_path: Path) -> None:
    """A number and a seed give the same bytes, in any process; another seed gives others."""
    file = tmp_path / "catalogue.toml"
    words = [sys.executable, "-m", "benchmarks.catalogues", "50", str(file), "--seed", "7"]
    subprocess.run(words, cwd=ROOT, env={"PYTHONHASHSEED": "1"}, check=True)
    assert file.read_bytes() == generated(50, 7).encode()
    assert generated(50, 8) != generated(50, 7)


def test_a_valid_catalogue(icccat: Icccat, tmp_path: Path) -> None:
    """A catalogue of 200 records has 200 videos and meetings, and nothing wrong in it."""
    file = tmp_path / "generated.toml"
    file.write_text(generated(200), encoding="utf-8")
    answer = icccat("check", "--catalogue", str(file))
    assert answer.code == 0
    assert answer.err.endswith(" records, 0 errors, 0 warnings\n")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    found = {kind: len(tables[kind]) for kind in ("topic", "series", "video", "meeting")}
    assert found == {"topic": 40, "series": 17, "video": 74, "meeting": 126}


def test_words_by_rank() -> None:
    """Of ranked words the first come most often, and all come."""
    chance = Chance(1)
    drawn = [chance.ranked("abcd") for _ in range(1000)]
    assert sorted("abcd", key=drawn.count, reverse=True) == ["a", "b", "c", "d"]


@posix
@pytest.mark.parametrize(
    ("script", "terminal", "code", "end"),
    [
        ("print('done')", False, 0, "done\n"),
        ("print(__import__('os').get_terminal_size().columns)", True, 0, "120\r\n"),
        ("exit('wrong')", False, 1, "wrong\n"),
    ],
)
def test_what_a_process_costs(
    tmp_path: Path, script: str, *, terminal: bool, code: int, end: str
) -> None:
    """A run costs time and memory, and its exit code and last lines are told."""
    words = [sys.executable, "-c", script]
    found = cost(words, folder=tmp_path, environment={}, terminal=terminal)
    assert found is not None
    assert (found.code, found.end) == (code, end)
    assert found.seconds > 0
    assert found.megabytes > 1


@posix
def test_a_process_without_end(tmp_path: Path) -> None:
    """A run that does not end in time is ended, and has no figures."""
    words = [sys.executable, "-c", "import signal; signal.pause()"]
    assert cost(words, folder=tmp_path, environment={}, limit=0.1) is None


@posix
@pytest.mark.parametrize(("answer", "code"), [("women-oslo", 0), ("", 1)])
def test_a_completion_as_bash_asks_for_it(tmp_path: Path, answer: str, code: int) -> None:
    """Whatever function the script names is asked; no answer is a failure."""
    function = f"_f() {{ COMPREPLY=({answer}); echo $COMP_CWORD ${{COMP_WORDS[2]}}; }}"
    script = f"{function}\ncomplete -o nosort -F _f icccat\n"
    (tmp_path / "completion.bash").write_text(script, encoding="utf-8")
    (tmp_path / "complete.bash").write_text(COMPLETE, encoding="utf-8")
    words = ["bash", "complete.bash", "completion.bash", "women-osl"]
    found = cost(words, folder=tmp_path, environment={"PATH": os.defpath})
    assert found is not None
    assert (found.code, found.end) == (code, "2 women-osl\n")


@posix
def test_all_is_measured(tmp_path: Path) -> None:
    """Every command runs on a small catalogue: none is refused, if some find nothing."""
    found = measure(tmp_path / "small", 30, 1)
    assert {one.name for one in MEASURED if not one.of} <= set(found)
    refused = {name: one.own for name, one in found.items() if one.code not in (0, 1)}
    assert refused == {}
    assert ratios({30: found}).count("\n") == memory({30: found}).count("\n") == len(MEASURED) + 2


@posix
def test_adding_again(tmp_path: Path) -> None:
    """What is added once more is another record, and not refused."""
    [adding] = (one for one in MEASURED if one.name.startswith("`add`"))
    found = measure(tmp_path / "small", 10, 2, [adding])
    assert [run.code for run in found[adding.name].own] == [0, 0]


@posix
@pytest.mark.skipif(not shutil.which("sqlite3"), reason="the program sqlite3 is not installed")
def test_peers_are_measured(tmp_path: Path) -> None:
    """What is installed answers from the same records; what is not is left out."""
    place = Place(tmp_path / "steady")
    file = tmp_path / "generated.toml"
    file.write_text(generated(30), encoding="utf-8")
    place.lay(file)
    sqlite, *_others = PEERS
    found = measure_peers(tmp_path, 30, 1, [sqlite])
    assert {name: one.code for name, one in found.items()} == {
        ("sqlite3", "list"): 0,
        ("sqlite3", "search"): 0,
    }
    with closing(sqlite3.connect(place.folder / "records.db")) as database:
        [[records]] = database.execute("select count(*) from records")
    assert records == 30


def test_plain_records(catalogue: Path) -> None:
    """For other programs a record is text, in both languages."""
    assert plain(catalogue)[1] == Plain(
        id="refugee-inclusion",
        title="The intercultural approach to refugee inclusion",
        date="2019-06-20",
        topics="refugees",
        text="The intercultural approach to refugee inclusion"
        " L’approche interculturelle de l’inclusion des réfugiés",
        url="https://www.coe.int/refugee-inclusion",
    )


@pytest.mark.parametrize(
    ("name", "file", "text"),
    [
        (
            "recsel",
            "records.rec",
            "%rec: Record\n\nId: x\nTitle: T\nDate: 2019\nTopics: a\nText: T D\nUrl: u\n",
        ),
        (
            "papis",
            "papis/x/info.yaml",
            (
                '{"papis_id": "00000000000000000000000000000000", "title": "T", "year": "2019",'
                ' "tags": "a", "abstract": "T D"}'
            ),
        ),
    ],
)
def test_records_of_peers(tmp_path: Path, name: str, file: str, text: str) -> None:
    """A peer's records are laid out as it writes them itself."""
    peer = next(peer for peer in PEERS if peer.name == name)
    peer.lay([Plain("x", "T", "2019", "a", "T D", "u")], tmp_path)
    assert (tmp_path / file).read_text(encoding="utf-8") == text


def test_bookmarks(tmp_path: Path) -> None:
    """For buku a record is a bookmark."""
    peer = next(peer for peer in PEERS if peer.name == "buku")
    peer.lay([Plain("x", "T", "2019", "a, b", "T D", "u")], tmp_path)
    with closing(sqlite3.connect(tmp_path / "buku" / "bookmarks.db")) as database:
        found = database.execute("select URL, metadata, tags, desc from bookmarks").fetchall()
    assert found == [("u", "T", ",a, b,", "T D")]


def test_an_edit_by_hand(tmp_path: Path) -> None:
    """A hand edit changes one letter of a title, each time another catalogue."""
    place = Place(tmp_path)
    place.catalogue.write_text(generated(30), encoding="utf-8")
    texts = [place.catalogue.read_bytes()]
    for _ in range(2):
        place.edit()
        texts.append(place.catalogue.read_bytes())
    changed = [
        sum(one != other for one, other in zip(before, after, strict=True))
        for before, after in pairwise(texts)
    ]
    assert changed == [1, 1]


def test_the_command() -> None:
    """The command is a module, and tells its options."""
    words = [sys.executable, "-m", "benchmarks", "--help"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("usage: python -m benchmarks [-h] [--records RECORDS]")


def test_a_table() -> None:
    """A table is Markdown."""
    assert table(["what", "10"], [["list", "1.2"]]) == (
        "| what | 10 |\n| --- | --- |\n| list | 1.2 |\n"
    )


@pytest.mark.parametrize(
    ("found", "target", "shown"),
    [
        (runs(0.12, 0.13, 0.5), 1.3, "1.3 of 1.3"),
        (runs(0.2), 1.3, "2.0 of 1.3 ✗"),
        (runs(0.004), None, "0.04"),
        (runs(23.4), 200, "234 of 200 ✗"),
        (runs(0.1, code=1), 1.4, "1.0 of 1.4, exit 1"),
        (Runs(over=True), 1.4, "over 120 s ✗"),
        (None, 1.4, "not there yet"),
    ],
)
def test_a_ratio(found: Runs | None, target: float | None, shown: str) -> None:
    """A ratio is a median beside its target, with a mark where it is missed."""
    assert ratio_of(found, target) == shown


@pytest.mark.parametrize(
    ("found", "most", "shown"),
    [
        (runs(1, megabytes=79.6), 80, "80 of 80"),
        (runs(1, megabytes=91), 80, "91 of 80 ✗"),
        (runs(1, megabytes=91), None, "91"),
        (None, 80, "not there yet"),
    ],
)
def test_megabytes(found: Runs | None, most: float | None, shown: str) -> None:
    """Memory stands beside the most it may be, with a mark where it is more."""
    assert megabytes_of(found, most) == shown


def test_a_peer_that_is_not_there() -> None:
    """A peer that is not installed is a line that says so; what one cannot do is a dash."""
    lines = peers({1000: {("rg", "search"): runs(0.02)}, 10_000: {}}).splitlines()
    assert lines == [
        "| processor time of other programs | 1,000 records | 10,000 records |",
        "| --- | --- | --- |",
        "| `sqlite3` | not installed | not installed |",
        "| `rg`, list | – | – |",
        "| `rg`, search | 0.20 | – |",
        "| `recsel` | not installed | not installed |",
        "| `beet` | not installed | not installed |",
        "| `papis` | not installed | not installed |",
        "| `buku` | not installed | not installed |",
    ]


def test_the_machine() -> None:
    """The machine is told with its processors and the versions that matter."""
    assert f"typer {typer.__version__}, " in machine()
