"""Help in French is French: no English word is left on any page, nor in its frame."""

from __future__ import annotations

import re
import shlex
import sys
from typing import TYPE_CHECKING

import pytest
from english import FUNCTION_WORDS, english_words, without_examples, words

from icccat.cli import COMMANDS
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Process

PAGES = ["", *COMMANDS, *(f"add {kind}" for kind in KINDS)]
ASKING = """
from icccat.cli import run
for words in {pages}:
    print(end="\\f")
    run([*words.split(), "--help"])
"""


@pytest.fixture
def pages(process: Process, catalogue: Path) -> dict[str, str]:
    """Every page of help in French, as one process of its own says them, by its command."""
    script = catalogue.with_name("ask.py")
    script.write_text(ASKING.format(pages=PAGES), encoding="utf-8")
    answer = process(f"{shlex.quote(sys.executable)} ask.py", ICCCAT_LANG="fr")
    assert answer.err == ""
    return dict(zip(PAGES, answer.out.split("\f")[1:], strict=True))


def test_no_english_word(pages: dict[str, str]) -> None:
    """No word of our English sentences, nor a little word of English, but in what is typed."""
    english = english_words()
    assert len(FUNCTION_WORDS & english) > 70
    for name, page in pages.items():
        assert (name, words(without_examples(page)) & english) == (name, set())


def test_frame(pages: dict[str, str]) -> None:
    """The usage, the headings, the notes in brackets and the last line are French."""
    for name, page in pages.items():
        usage = "NATURE [OPTIONS]" if name == "add" else "[OPTIONS]"
        assert page.startswith(f"Utilisation\u00a0: {f'icccat {name}'.strip()} {usage}")
        headings = set(re.findall(r"^\S.*:$", page, re.MULTILINE))
        assert headings <= {"Arguments\u00a0:", "Options\u00a0:", "Commandes\u00a0:"}
        assert "  --help " in page
        assert "Afficher cette aide et quitter." in page
        if name not in {"", "add"}:
            last = "Options communes à toutes les commandes\u00a0: icccat --help"
            assert page.endswith(f"\n\n  {last}\n")


def test_typography(pages: dict[str, str]) -> None:
    """No space that may break stands before a colon, and the like."""
    for name, page in pages.items():
        assert (name, re.findall(r" [:;?!»](?!\S)|« ", without_examples(page))) == (name, [])


def test_of_a_list(pages: dict[str, str]) -> None:
    """A page, whole."""
    assert pages["list"] == (
        """\
Utilisation~: icccat list [OPTIONS] [REQUÊTE]…

  Lister les fiches, les plus récentes d’abord.

Arguments~:
  [REQUÊTE]…  Des mots, "des expressions", champ:valeur, -sans^; icccat search
              --fields liste les champs.

Options~:
  --kind NATURE     De cette nature seulement~: video, meeting, series, topic,
                    place.
  --sort CHAMP      Selon ce champ^; -CHAMP dans l’ordre inverse.  [par
                    défaut~: -date]
  --columns CHAMPS  Ces colonnes, séparées par des virgules.
  --limit N         Les N premières seulement.
  --count CHAMP     Combien de fiches ont chaque valeur de ce champ.
  --no-header       Dans un tube, sans la ligne des noms de colonnes.
  --help            Afficher cette aide et quitter.

  Options communes à toutes les commandes~: icccat --help
""".replace("~", "\u00a0").replace("^", "\u202f")
    )
