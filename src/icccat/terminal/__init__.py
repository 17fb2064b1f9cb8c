"""What people see: the only room that prints, and the only user of Rich."""

from __future__ import annotations
