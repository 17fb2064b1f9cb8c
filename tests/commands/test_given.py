"""What was typed is given back as a command."""

from __future__ import annotations

import io
import shlex
from typing import TYPE_CHECKING

import pytest

from icccat.commands.given import Options, again, given_back
from icccat.errors import Unsafe
from icccat.records.kinds import KINDS
from icccat.terminal.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

WHOLE = Options(
    {
        "title": ["It's $5"],
        "title.fr": ["Cinq"],
        "title.uk": ["П’ять"],
        "version_of": ["media-diversity"],
        "topics": ["media", "refugees"],
        "date": ["2019"],
    },
    "five",
    yes=True,
)


def test_again() -> None:
    """Each value has its option, quoted for a shell; other languages go by --set."""
    assert again(KINDS["video"], WHOLE) == (
        r"""icccat add video --title 'It'\''s $5' --title-fr Cinq --set "title.uk=П’ять" """
        "--version-of media-diversity --topic media --topic refugees --date 2019 --id five --yes"
    )


def test_the_command_gives_the_same(icccat: Icccat, catalogue: Path) -> None:
    """A shell that runs it adds the record."""
    assert icccat(*shlex.split(again(KINDS["video"], WHOLE))[1:]).code == 0
    assert (
        '[video.five]\ntitle.en = "It\'s $5"\ntitle.fr = "Cinq"\ntitle.uk = "П’ять"\n'
        'date = "2019"\nversion_of = "media-diversity"\ntopics = ["media", "refugees"]\n'
    ) in catalogue.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("by_hand", "said"),
    [
        (True, "nothing was saved; this adds it later:\nicccat add topic --label-fr Paix\n"),
        (False, ""),
    ],
)
def test_given_back(by_hand: bool, said: str) -> None:  # noqa: FBT001 (a column of the table)
    """What was typed by hand is given back where it could not be saved; options were typed once."""
    terminal = Terminal(out=io.StringIO(), err=io.StringIO(), form="plain", width=80)
    options = Options({"label.fr": ["Paix"]}, by_hand=by_hand)
    with pytest.raises(Unsafe), given_back(terminal, KINDS["topic"], options):
        raise Unsafe("no room")
    with given_back(terminal, KINDS["topic"], options):
        pass
    assert isinstance(terminal.err, io.StringIO)
    assert terminal.err.getvalue() == said
