"""Where the program is called, and where the system keeps a person's files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from icccat.errors import Unsafe
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Callable


def here() -> Path:
    """The folder that the person is in; raises Unsafe where it is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise Unsafe(_("the folder you are in is no longer there")) from error


def configuration() -> Path:
    """The person's configuration file, where the system keeps such files."""
    from platformdirs import user_config_path  # noqa: PLC0415 (asked for where nothing nearer says it)

    return _ours(user_config_path) / "icccat.toml"


def cache() -> Path | None:
    """The folder for what can be made again, where the system keeps such files, if it has one."""
    from platformdirs import user_cache_path  # noqa: PLC0415 (only for those who look for records)

    folder = _ours(user_cache_path)
    return folder if folder.is_absolute() else None


def _ours(find: Callable[[str], Path]) -> Path:
    """Our folder of this sort; below ~, which is no folder, where nobody is at home."""
    try:
        return find("icccat")
    except RuntimeError:  # since platformdirs 4.14; the folder below ~ before
        return Path("~", "icccat")
