"""Tests of merging; a package, as they share `sides`."""

from __future__ import annotations
