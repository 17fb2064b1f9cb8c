"""The commands: a file each, named like it; none holds a rule about records."""

from __future__ import annotations
