"""The catalogue: text (a record's lines) → file (read, verify, replace) → catalogue (in memory)."""

from __future__ import annotations
