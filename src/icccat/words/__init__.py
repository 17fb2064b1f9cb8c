"""What search, ids and refusals share about words: folding, Latin letters, slugs, likeness."""

from __future__ import annotations
