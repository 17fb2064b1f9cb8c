"""What happened to the catalogue, a step at a time, kept in `.icccat` beside it.

`steps/` holds one file per step, `seen.toml` the catalogue as the last step left it, by which
hand edits are noticed, and `backups/` a copy for each of the last days of work. All of it can be
deleted, and is only missed.
"""

from __future__ import annotations
