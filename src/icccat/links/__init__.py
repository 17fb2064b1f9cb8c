"""Whether the addresses that records hold still lead somewhere: asked politely, and safely."""

from __future__ import annotations
