"""Which catalogue is meant, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from icccat.errors import Unsafe
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = (Path("catalogue.toml"), Path("data", "catalogue.toml"))
KEY = "catalogue"  # of the configuration file: the path of the catalogue to take elsewhere


class Found(NamedTuple):
    """A catalogue's path, and what names it: option, environment, folder, above, remembered."""

    path: Path
    source: str

    @property
    def reason(self) -> str:
        """Why this catalogue is the one meant."""
        return {
            "option": _("named with --catalogue"),
            "environment": _("named by ICCCAT_CATALOGUE"),
            "folder": _("found in this folder"),
            "above": _("found in a folder above"),
            "remembered": _("remembered: there is none in this folder or above"),
        }[self.source]


def locate(option: str, variable: str, folder: Path, configuration: Callable[[], Path]) -> Found:
    """The catalogue named by the option or the environment, in `folder` or above, or remembered.

    `option` and `variable` are "" where not given; `configuration` gives the person's
    configuration file, whether it is there or not. Raises Unsafe where there is no catalogue.
    """
    if option:
        return Found(Path(option), "option")
    if variable:
        return Found(Path(variable), "environment")
    for place in (folder, *folder.parents):
        for name in NAMES:
            if (place / name).exists():
                found = _short(place / name, folder)
                return Found(found, "folder" if place == folder else "above")
    remembered = _remembered(configuration())
    if remembered:
        return Found(Path(remembered), "remembered")
    sentence = _(
        "there is no catalogue in this folder or above: go to its folder, name it with "
        "--catalogue FILE, or make a new one with icccat init"
    )
    raise Unsafe(sentence)


def _short(path: Path, folder: Path) -> Path:
    """The path as seen from the folder, where it lies below it."""
    return path.relative_to(folder) if path.is_relative_to(folder) else path


def _remembered(configuration: Path) -> str:
    """The path that the configuration file holds, "" where it holds none."""
    if not configuration.exists():
        return ""
    from icccat.catalogue import toml  # noqa: PLC0415 (as a last resort)
    from icccat.catalogue.file.source import read  # noqa: PLC0415 (likewise)

    found = toml.parse(read(configuration).text, str(configuration)).get(KEY, "")
    if not isinstance(found, str):
        sentence = _('{file}: write the path of the catalogue in quotes: catalogue = "…"')
        raise Unsafe(sentence.format(file=configuration))
    return found


def configured(path: Path, before: str = "") -> bytes:
    """The configuration file that remembers this catalogue, and what else it said `before`."""
    from icccat.catalogue import toml  # noqa: PLC0415 (seldom)

    kept = (line for line in before.splitlines() if line.partition("=")[0].strip() != KEY)
    lines = [f"{KEY} = {toml.literal(str(path.absolute()))}", *kept]
    return "".join(f"{line}\n" for line in lines).encode()
