"""TOML, read and written: the only door to tomli and tomli-w."""

from __future__ import annotations

from icccat.catalogue.toml.reading import parse, same
from icccat.catalogue.toml.writing import TomlValue, heading, lines, literal

__all__ = ["TomlValue", "heading", "lines", "literal", "parse", "same"]
