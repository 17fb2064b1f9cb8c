"""Two sides of a merge, given as texts, and what comes of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from icccat.catalogue.catalogue import parse
from icccat.catalogue.merging import Merge, Side, merged
from icccat.catalogue.plan import confirm

if TYPE_CHECKING:
    from icccat.catalogue.merging import Clash
    from icccat.catalogue.merging.clash import Settle

PATH = Path("catalogue.toml")


def nobody(_clash: Clash) -> Side:
    """Nobody is asked: every clash stays open."""
    return Side.BOTH


def merge(base: str, ours: str, theirs: str, settle: Settle = nobody) -> Merge:
    """The merge of three texts, whose text means what it must."""
    found = merged(parse(base, PATH), parse(ours, PATH), parse(theirs, PATH), settle)
    confirm(found.plan, "merged")
    return found


def text(base: str, ours: str, theirs: str, settle: Settle = nobody) -> str:
    """The text that comes of it."""
    return merge(base, ours, theirs, settle).plan.text


def clashes(base: str, ours: str, theirs: str) -> list[str]:
    """Where the clashes are, as `video.a: title.en`."""
    found = merge(base, ours, theirs).open
    return [f"{one.record}: {'.'.join(one.path)}" for one in found]
