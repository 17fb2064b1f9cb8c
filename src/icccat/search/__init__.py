"""Finding records: the query language, and how words match."""

from __future__ import annotations
