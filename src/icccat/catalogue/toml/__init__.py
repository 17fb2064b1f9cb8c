"""TOML, read and written: the only door to tomli and tomli-w."""

from __future__ import annotations

from icccat.catalogue.toml.reading import parse, same
from icccat.catalogue.toml.writing import TomlValue, block, heading, lines, literal

__all__ = ["TomlValue", "block", "heading", "lines", "literal", "parse", "same"]
