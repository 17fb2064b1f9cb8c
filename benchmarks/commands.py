"""What is measured: each command with what is done before it, and how quick it is to be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from benchmarks.place import Place

SIZES = (1_000, 10_000, 100_000)
COMMON, RARE, TYPO = "refugees", "beekeepers", "refuggees"  # in 10 % and 0.3 % of the records
SOME = ("--limit", "20")
ADDED = """
--description|What it costs to add a video.
--description-fr|Ce que coûte l’ajout d’une vidéo.|--date|2024-06-20|--part|999|--version|short
--audience|teachers|--topic|refugees|--topic|media|--language|en|--language|fr|--subtitle|uk
--speaker|Ada Lovelace|--producer|Council of Europe|--occasion|World Refugee Day
--place|Lisbon, PT|--duration|8:05|--status|published|--licence|CC BY-NC 4.0
--document|Transcript|--notes|Added to be measured.|--source|https://www.coe.int/measured
"""
COMPLETE = """\
source "$1"
COMP_WORDS=(icccat show "$2")
COMP_CWORD=2
COMP_LINE="icccat show $2"
COMP_POINT=${#COMP_LINE}
by=$(complete -p icccat)
by=${by#*-F }
"${by%% *}" icccat "$2" show
[ -n "$COMPREPLY" ]
"""


@dataclass(frozen=True)
class Measured:
    """A command to measure.

    `words` gives the words of a run, the n-th; `before` is done before each run. One that
    `changes` the catalogue works on a copy; one `of` a command that is not there yet waits.
    """

    name: str
    words: Callable[[Place, int], list[str]]
    targets: Mapping[int, float] = field(default_factory=dict)
    before: Callable[[Place], None] = lambda _place: None
    terminal: bool = False
    changes: bool = False
    of: str = ""
    megabytes: Mapping[int, float] = field(default_factory=dict)


def _icccat(*words: str) -> Callable[[Place, int], list[str]]:
    return lambda place, _round: [str(place.icccat), *words]


def _add(place: Place, count: int) -> list[str]:
    """Add a video with every option that a video has."""
    given = [word for line in ADDED.split("\n") for word in line.split("|") if word]
    titles = ["--title", f"Measure number {count}", "--title-fr", f"Mesure numéro {count}"]
    others = ["--url", f"https://vimeo.com/{count}", "--series", place.series]
    return [
        *(str(place.icccat), "add", "video", *titles, *others),
        *("--version-of", place.video, *given),
    ]


def _script(place: Place) -> None:
    """Write the script that completes in bash, and one that asks it as bash would."""
    (place.folder / "completion.bash").write_bytes(place.run("completion", "bash"))
    (place.folder / "complete.bash").write_text(COMPLETE, encoding="utf-8")


def _complete(place: Place, _count: int) -> list[str]:
    """Complete an id of which all but the last letter is typed."""
    return ["bash", "complete.bash", "completion.bash", place.video[:-1]]


def _edit(place: Place) -> None:
    place.warm()
    place.edit()


def _targets(*ratios: float) -> dict[int, float]:
    return dict(zip(SIZES, ratios, strict=True))


_TABLE, _LINES, _LOOSE = _targets(1.9, 2.0, 2.2), _targets(1.3, 1.4, 1.6), _targets(1.4, 1.7, 2.2)
_SMALL, _BUILT = {100_000: 80.0}, {100_000: 700.0}

MEASURED = (
    Measured(
        "`list` in a terminal",
        _icccat("list", *SOME),
        _TABLE,
        terminal=True,
        megabytes=_SMALL,
    ),
    Measured(
        "`search WORD` in a terminal",
        _icccat("search", COMMON, *SOME),
        _TABLE,
        terminal=True,
        megabytes=_SMALL,
    ),
    Measured("`list` in a pipe", _icccat("list", *SOME), _LINES, megabytes=_SMALL),
    Measured("`list --json`", _icccat("list", "--json", *SOME), _LINES, megabytes=_SMALL),
    Measured("`search WORD` in a pipe", _icccat("search", COMMON, *SOME), _LINES, megabytes=_SMALL),
    Measured(
        "`search WORD --json`",
        _icccat("search", COMMON, "--json", *SOME),
        _LINES,
        megabytes=_SMALL,
    ),
    Measured(
        "`search`, a rare word, in a pipe",
        _icccat("search", RARE, *SOME),
        _LINES,
        megabytes=_SMALL,
    ),
    Measured(
        "`search` with a typo, in a pipe",
        _icccat("search", TYPO, *SOME),
        _LOOSE,
        megabytes=_SMALL,
    ),
    Measured(
        "`add` with all its options",
        _add,
        _targets(1.5, 2.5, 12),
        changes=True,
        before=lambda place: place.warm(),
    ),
    Measured(
        "completion of an id",
        _complete,
        _targets(1.2, 1.2, 1.3),
        of="completion",
        before=_script,
    ),
    Measured(
        "`export` all to CSV",
        _icccat("export", "-o", "all.csv", "--force"),
        _targets(1.6, 4, 30),
    ),
    Measured(
        "first run after a record was edited by hand",
        _icccat("list", *SOME),
        _targets(1.6, 4, 30),
        changes=True,
        before=_edit,
    ),
    Measured(
        "first run ever",
        _icccat("list", *SOME),
        _targets(4, 20, 200),
        changes=True,
        before=lambda place: place.forget(),
        megabytes=_BUILT,
    ),
)
