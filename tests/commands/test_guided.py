"""`icccat add` as people use it: in a real terminal, asked for what is missing."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Protocol

import pexpect
import pytest
from conftest import bare

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]")
KNOWN = "The intercultural approach to refugee inclusion"
SHOWN = "\x1b[?25h"  # the cursor, once a question waits for its answer
ENTER, TAB, CTRL_C, CTRL_D = "\r", "\t", "\x03", "\x04"


class Person:
    """A person at the terminal: waits for a question, and types."""

    def __init__(self, child: pexpect.spawn[str]) -> None:
        self.child = child
        self.seen = ""

    def answers(self, *turns: tuple[str, str]) -> None:
        """Type each answer once its question stands there."""
        for asked, typed in turns:
            self.sees(asked)
            self.types(f"{typed}{ENTER}")

    def types(self, keys: str) -> None:
        """Press these keys."""
        self.child.send(keys)

    def sees(self, text: str) -> None:
        """Wait until the text stands there, and the cursor after `> ` or a line's end."""
        self.child.expect_exact(text)
        self.seen += f"{self.child.before}{self.child.after}"

    def ends(self) -> int:
        """The exit code."""
        self.child.expect(pexpect.EOF)
        self.seen += f"{self.child.before}"
        self.child.close()
        return int(self.child.exitstatus or 0)

    @property
    def lines(self) -> list[str]:
        """What was seen, without colours and blank lines."""
        lines = ESCAPES.sub("", self.seen).replace("\r", "\n").split("\n")
        return [line.rstrip() for line in lines if line.strip()]


class Sit(Protocol):
    """A person sits down and runs `icccat WORDS`."""

    def __call__(self, words: str, columns: int = 80, /, **environment: str) -> Person:
        """The person at the terminal."""


@pytest.fixture
def sit(catalogue: Path, cache: Path) -> Sit:
    """Seats people in the small catalogue's folder."""

    def seat(words: str, columns: int = 80, /, **environment: str) -> Person:
        terminal = {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "LC_ALL": "C.UTF-8"}
        child = pexpect.spawn(
            "bash",
            ["-c", f"exec '{sys.executable}' -m icccat {words}"],
            cwd=str(catalogue.parent),
            env=bare() | {"XDG_CACHE_HOME": str(cache)} | terminal | environment,
            encoding="utf-8",
            dimensions=(40, columns),
            timeout=20,
        )
        child.delaybeforesend = None
        return Person(child)

    return seat


def test_the_usual_way(sit: Sit, catalogue: Path) -> None:
    """What is needed is asked; Enter at the menu adds the record, and says how to undo it."""
    ana = sit("add video")
    ana.answers(
        ("Title (English): as in", "Cities of welcome"),
        ("Date: as in 20 June 2019", "20 juin 2019"),
        ("20 June 2019, a Thursday", ""),
        ("Topics: one or more", "media; refugees"),
        ("More?", "version"),
        ("1 full   2 short   3 trailer", "2"),
        ("More?", ""),
    )
    assert ana.ends() == 0
    assert ana.lines[-6:] == [
        "video    cities-welcome",
        "date     20 June 2019",
        "version  short",
        "topics   Media (media)",
        "         Refugees (refugees)",
        "added video.cities-welcome to catalogue.toml; icccat undo takes it back",
    ]
    assert (
        '[video.cities-welcome]\ntitle.en = "Cities of welcome"\ndate = 2019-06-20\n'
        'version = "short"\ntopics = ["media", "refugees"]\n'
    ) in catalogue.read_text(encoding="utf-8")


def test_french(sit: Sit) -> None:
    """Labels, examples and dates are in the reader's language."""
    ana = sit("add meeting --lang fr")
    ana.answers(
        ("Titre (anglais)", "Lab of cities"),
        ("28–29 mai 2019", "3-4 juin 2024"),
        ("Thèmes", "-"),
        ("4 juin 2024", ""),
    )
    assert ana.ends() == 0
    assert "dates    3–4 juin 2024" in ana.lines


def test_forty_columns(sit: Sit) -> None:
    """In a narrow terminal lines are broken between words."""
    ana = sit("add topic", 40)
    ana.answers(("Label (English): as in Refugees", "Peace"), ("More?", ""))
    assert ana.ends() == 0
    assert ana.lines[:3] == [
        "A new topic. Enter takes what is in",
        "  brackets, ? explains, < goes back.",
        "Label (English): as in Refugees",
    ]


def test_tab(sit: Sit, catalogue: Path) -> None:
    """Tab completes an id by its beginning, also in the middle of a list."""
    ana = sit("add video")
    ana.answers(("Title", "Peace in cities"), ("Date", ""), ("Link", ""))
    ana.sees("Topics: one or more")
    ana.types(f"med{TAB}")
    ana.sees("media")
    ana.types(f"; asy{TAB}")
    ana.sees("refugees")
    ana.types(ENTER)
    ana.answers(("More?", "series"), ("Series: as in", f"poli{TAB}"), ("Policy labs", ""))
    assert ana.ends() == 0
    assert 'series = "policy-lab"\ntopics = ["media", "refugees"]' in catalogue.read_text()


def test_back_help_and_a_wrong_answer(sit: Sit, catalogue: Path) -> None:
    """`?` explains, `<` goes back to what was answered, what is wrong is asked again."""
    ana = sit("add video")
    ana.answers(
        ("Title", "Cities"),
        ("Date: as in", "?"),
        ("when it came out: a day, a month or a year", "yesterday"),
        ('"yesterday" is not a date', "June 2020"),
        ("Link: as in", "<"),
        ("[June 2020] ", ""),
        ("Link: as in", "<"),
        ("[June 2020] ", "<"),
        ("[Cities] ", "Cities again"),
        ("[June 2020] ", ""),
        ("Link: as in", ""),
        ("Topics: one", "refuges"),
        ("(did you mean refugees?)", ""),
        ("More?", ""),
    )
    assert ana.ends() == 0
    assert (
        '[video.cities-again]\ntitle.en = "Cities again"\ndate = "2020-06"\ntopics = ["refugees"]\n'
    ) in catalogue.read_text(encoding="utf-8")


def test_a_near_duplicate(sit: Sit, catalogue: Path) -> None:
    """It is shown right after the title; no ends it, and nothing is saved."""
    before = catalogue.read_bytes()
    ana = sit("add video")
    ana.answers(("Title", KNOWN), ("it may be video.refugee-inclusion again", "n"))
    assert ana.ends() == 2
    assert ana.lines[-1] == "icccat: nothing was saved"
    assert catalogue.read_bytes() == before


def test_the_default_of_a_similar_record(sit: Sit, catalogue: Path) -> None:
    """Enter takes the topics of the record that is most like the new one."""
    ana = sit("add video")
    ana.answers(
        ("Title", "Refugee inclusion approach for teachers"),
        ("Date", ""),
        ("Link", ""),
        ("[refugees] ", ""),
        ("More?", ""),
    )
    assert ana.ends() == 0
    assert 'approach for teachers"\ntopics = ["refugees"]\n' in catalogue.read_text()


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("form", ["", "--plain"])
def test_stopped(sit: Sit, catalogue: Path, key: str, form: str) -> None:
    """Ctrl-C and Ctrl-D, at any question, end it and save nothing."""
    before = catalogue.read_bytes()
    ana = sit(f"add video {form}")
    ana.answers(("Title", "Cities"))
    ana.sees("Date: as in 20 June 2019")
    ana.sees("> " if form else SHOWN)
    ana.types(key)
    assert ana.ends() == 130
    assert ana.lines[-1] == "icccat: nothing was saved"
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("ICCCAT_PLAIN", "1")])
def test_plain(sit: Sit, name: str, value: str) -> None:
    """For screen readers, and where the cursor cannot move, there are lines and nothing else."""
    ana = sit("add place", **{name: value})
    ana.answers(
        ("Place: as in Helsinki, FI > ", "oslo"),
        ("Place: as in Helsinki, FI > ", "Oslo, NO"),
        ("More? a number or a name; Enter adds the place > ", ""),
    )
    assert ana.ends() == 0
    assert "\x1b" not in ana.seen
    assert ana.lines == [
        "A new place. Enter takes what is in brackets, ? explains, < goes back.",
        "Place: as in Helsinki, FI > oslo",
        '"oslo" is not a place: write City, CC or CC, as in Helsinki, FI',
        "Place: as in Helsinki, FI > Oslo, NO",
        "2 place: Oslo, NO",
        "1 also",
        "More? a number or a name; Enter adds the place >",
        "Oslo, NO",
        "place: Oslo, NO",
        "added place.Oslo, NO to catalogue.toml; icccat undo takes it back",
    ]


def test_copy(sit: Sit, catalogue: Path) -> None:
    """The next meeting of a body: the earlier title in brackets, all but its own taken over."""
    ana = sit("add meeting --copy policy-lab-h --start 2019-11-13")
    ana.answers(
        ("[Inclusive Integration Policy Lab, third meeting]", "Fourth policy lab"),
        ("[refugees] ", ""),
        ("7 number: 4", ""),
    )
    assert ana.ends() == 0
    assert (
        '[meeting.fourth-policy-lab]\ntitle.en = "Fourth policy lab"\ntype = "policy lab"\n'
        'series = "policy-lab"\nnumber = 4\nstart = 2019-11-13\nplaces = ["Helsinki, FI"]\n'
        'topics = ["refugees"]\n'
    ) in catalogue.read_text(encoding="utf-8")


def test_a_twin(sit: Sit, catalogue: Path) -> None:
    """The same title and date are added after a yes."""
    ana = sit("add video --url https://vimeo.com/7")
    ana.answers(
        ("Title", KNOWN),
        ("Go on?", "y"),
        ("Date", "20/6/2019"),
        ("Topics", "-"),
        ("More?", ""),
        ("Add it all the same?", "y"),
    )
    assert ana.ends() == 0
    assert "[video.intercultural-approach-refugee-inclusion]" in catalogue.read_text()


def test_what_cannot_be_saved_is_given_back(sit: Sit, catalogue: Path) -> None:
    """Where saving fails, the command that gives the same answers is there to be pasted."""
    ana = sit("add topic --wait 0")
    ana.answers(("Label", "Peace & love"))
    ana.sees("More?")
    catalogue.write_text("[", encoding="utf-8")
    ana.types(ENTER)
    assert ana.ends() == 3
    assert ana.lines[-3:-1] == [
        "nothing was saved; this adds it later:",
        'icccat add topic --label "Peace & love"',
    ]
    assert ana.lines[-1].startswith("icccat: catalogue.toml:1:")


def test_nobody_to_ask(icccat: Icccat) -> None:
    """Without a terminal the missing option is named."""
    assert icccat("add", "video") == (
        2,
        "",
        "icccat: --title: it is missing: every video needs one\n",
    )
    assert icccat("add", "place") == (
        2,
        "",
        "icccat: --id: it is missing: a place has no other name\n",
    )


def test_questions_that_nobody_would_see(sit: Sit) -> None:
    """With stderr in a file nothing is asked."""
    ana = sit("add video 2> errors")
    assert ana.ends() == 2


def test_copy_without_a_terminal(icccat: Icccat, catalogue: Path) -> None:
    """What is not given is the earlier record's, but for title, dates and link; number goes on."""
    words = ["--copy", "policy-lab-helsinki", "--title", "Fourth", "--topic", "media"]
    assert icccat("add", "meeting", *words).code == 0
    assert (
        '[meeting.fourth]\ntitle.en = "Fourth"\ntype = "policy lab"\nseries = "policy-lab"\n'
        'number = 4\nplaces = ["Helsinki, FI"]\ntopics = ["media"]\n'
    ) in catalogue.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--copy", "media-diversity"], 2, "--title: it is missing: every video needs one"),
        (["--copy", "women-oslo"], 2, "--copy women-oslo: that is a meeting, not a video"),
        (["--copy", "nothing"], 1, 'there is no record "nothing"'),
    ],
)
def test_copy_refused(icccat: Icccat, words: list[str], code: int, said: str) -> None:
    """A record is copied that is there and of the kind, and its title is not."""
    assert icccat("add", "video", *words) == (code, "", f"icccat: {said}\n")
