"""Tests of the catalogue's text and file; a package, as they share `odd_toml`."""

from __future__ import annotations
