"""`python -m icccat` is `icccat`."""

from __future__ import annotations

from icccat.cli import main

main()
