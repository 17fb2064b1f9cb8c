"""The catalogue of the Intercultural Cities programme's videos and meetings."""

from __future__ import annotations

__version__ = "0.1.0"
