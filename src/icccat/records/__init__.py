"""What a record is: its fields, its kinds, its dates, and what is wrong with it."""

from __future__ import annotations
