"""What building icccat takes besides copying: the messages of each language, compiled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Compiles every `.po` into the `.mo` beside it, for a wheel and for an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (as hatchling calls it)
        """Compile before anything is packed."""
        for path in Path(self.root, "src", "icccat", "locale").rglob("*.po"):
            with path.open("rb") as source:
                messages = read_po(source)
            with path.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, messages)
