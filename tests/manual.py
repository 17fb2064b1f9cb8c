"""The manual page of a language, made of the help: `python tests/manual.py fr` prints it."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from icccat import __version__, locale
from icccat.locale import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click


class Section(NamedTuple):
    """A section: its heading, and its paragraphs, each with what it is about or ""."""

    heading: Bilingual
    paragraphs: tuple[tuple[str, Bilingual], ...]


NAME, SYNOPSIS, DESCRIPTION, OPTIONS, COMMANDS, QUERIES = (
    Bilingual("NAME", "NOM"),
    Bilingual("SYNOPSIS", "SYNOPSIS"),
    Bilingual("DESCRIPTION", "DESCRIPTION"),
    Bilingual("OPTIONS", "OPTIONS"),
    Bilingual("COMMANDS", "COMMANDES"),
    Bilingual("QUERIES", "REQUÊTES"),
)
WHAT = Bilingual(
    "the catalogue of the Intercultural Cities programme's videos and meetings",
    "le catalogue des vidéos et des réunions du programme des Cités interculturelles",
)
LONGER = Bilingual(
    "icccat keeps a catalogue in one TOML file, which may be edited by hand too."
    " Without a command it tells how many records there are, and shows the latest.",
    "icccat tient un catalogue dans un seul fichier TOML, qui se modifie aussi à la main."
    " Sans commande, il dit combien de fiches il y a et montre les plus récentes.",
)
ANYWHERE = Bilingual(
    "These may stand before or after any command.",
    "Elles se placent avant ou après toute commande.",
)
WORDS = Bilingual(
    'A query is words, "phrases", field:value and -without. The fields, each with an example:',
    'Une requête est faite de mots, de "locutions", de champ:valeur et de -sans.'
    " Les champs, chacun avec un exemple :",
)
LAST = (
    Section(
        Bilingual("ENVIRONMENT", "ENVIRONNEMENT"),
        (
            (
                "ICCCAT_CATALOGUE",
                Bilingual(
                    "the catalogue to work on, where --catalogue names none",
                    "le catalogue sur lequel travailler, si --catalogue n’en nomme pas",
                ),
            ),
            (
                "ICCCAT_LANG",
                Bilingual(
                    "en or fr, the language to speak, where --lang says none",
                    "en ou fr, la langue à parler, si --lang n’en dit pas",
                ),
            ),
            ("ICCCAT_PLAIN", Bilingual("as --plain", "comme --plain")),
            (
                "ICCCAT_THEME",
                Bilingual(
                    "dark, light or contrast: how things stand out on your background",
                    "dark (fond sombre), light (fond clair) ou contrast : comment ressortir",
                ),
            ),
            (
                "NO_COLOR, FORCE_COLOR",
                Bilingual("without colours; with them", "sans couleurs ; avec"),
            ),
        ),
    ),
    Section(
        Bilingual("FILES", "FICHIERS"),
        (
            (
                "catalogue.toml, data/catalogue.toml",
                Bilingual(
                    "the catalogue, in this folder or the nearest above",
                    "le catalogue, dans ce dossier ou le plus proche au-dessus",
                ),
            ),
            (
                ".icccat",
                Bilingual(
                    "beside it, the steps that undo takes back",
                    "à côté, les étapes que undo annule",
                ),
            ),
        ),
    ),
    Section(
        Bilingual("EXIT STATUS", "CODE DE RETOUR"),
        (
            ("0", Bilingual("done", "fait")),
            (
                "1",
                Bilingual(
                    "nothing was found, or check found errors",
                    "rien n’a été trouvé, ou check a trouvé des erreurs",
                ),
            ),
            (
                "2",
                Bilingual(
                    "the command, its values or the query were wrong",
                    "la commande, ses valeurs ou la requête n’étaient pas justes",
                ),
            ),
            (
                "3",
                Bilingual(
                    "the catalogue cannot be read or safely changed, or a file not be written",
                    "le catalogue ne peut être lu ou modifié sans risque, ou un fichier écrit",
                ),
            ),
            ("130", Bilingual("interrupted", "interrompu")),
        ),
    ),
)


def page(language: str) -> str:
    """The page, in roff with the macros of man."""
    locale.use(language)
    # only now: help is translated as the commands are imported
    from icccat.cli import COMMANDS as ENTRIES  # noqa: PLC0415

    lines = [
        f'.TH ICCCAT 1 "" "icccat {__version__}"',
        *_section(NAME, [f"icccat \\- {_roff(str(WHAT))}"]),
        *_section(SYNOPSIS, _usage("icccat", "")),
        *_section(DESCRIPTION, [_roff(str(LONGER))]),
        *_section(OPTIONS, [_roff(str(ANYWHERE)), *_options("")]),
        *_section(COMMANDS, []),
    ]
    for name, entry in ENTRIES.items():
        lines += _command(name, str(entry.help))
    lines += _section(QUERIES, [_roff(str(WORDS)), *_fields()])
    for section in LAST:
        lines += _section(section.heading, _listed(section.paragraphs))
    return "".join(f"{line}\n" for line in lines)


def _section(heading: Bilingual, lines: list[str]) -> list[str]:
    return [f".SH {heading}", *lines]


def _command(name: str, help_: str) -> list[str]:
    """A command: its usage, what it does, its options; `add` once for each kind."""
    from icccat.records.kinds import KINDS  # noqa: PLC0415 (as above)

    lines = [f".SS {name}", _roff(help_)]
    if name != "add":
        return [*lines, ".PP", *_usage(f"icccat {name}", name), *_options(name)]
    for kind in KINDS:
        lines += [".PP", *_usage(f"icccat add {kind}", "add", kind), *_options("add", kind)]
    return lines


def _usage(called: str, command: str, kind: str = "") -> list[str]:
    """The words of the command."""
    parameters = _parameters(command, kind)
    metavars = [one.metavar or "" for one in parameters if one.param_type_name == "argument"]
    from icccat.locale import translate as _  # noqa: PLC0415 (as above)

    rest = metavars if command else [_("COMMAND [WORDS]…")]
    return [f".B {_roff(called)}", _roff(" ".join([_("[OPTIONS]"), *rest]))]


def _options(command: str, kind: str = "") -> Iterator[str]:
    """A paragraph for each option that help shows."""
    for one in _parameters(command, kind):
        if one.param_type_name == "option" and not getattr(one, "hidden", False):
            names = ", ".join(rf"\fB{_roff(name)}\fR" for name in one.opts)
            value = rf" \fI{_roff(one.metavar)}\fR" if one.metavar else ""
            yield from (".TP", f"{names}{value}", _roff(getattr(one, "help", "") or ""))


def _parameters(command: str, kind: str) -> list[click.Parameter]:
    from icccat.completion.options import parameters  # noqa: PLC0415 (as above)

    return parameters(command, kind)


def _fields() -> Iterator[str]:
    """The fields of a query, with their other names and examples."""
    from icccat.search.fields import all_fields  # noqa: PLC0415 (as above)

    for field in dict.fromkeys(all_fields().values()):
        value = f'"{field.example}"' if " " in field.example else field.example
        others = ", ".join(name for name in field.names if name != field.name)
        yield from (".TP", rf"\fB{_roff(f'{field.name}:{value}')}\fR", _roff(others) or r"\&")


def _listed(paragraphs: tuple[tuple[str, Bilingual], ...]) -> list[str]:
    lines = []
    for about, text in paragraphs:
        lines += [".TP", rf"\fB{_roff(about)}\fR", _roff(str(text))]
    return lines


def _roff(text: str) -> str:
    """The text as it is, whatever roff would make of its signs."""
    text = re.sub(r"\s+", " ", text).replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return re.sub(r"^\.", r"\\&.", text)


if __name__ == "__main__":
    sys.stdout.flush()
    os.write(sys.stdout.fileno(), page(sys.argv[1]).encode())
