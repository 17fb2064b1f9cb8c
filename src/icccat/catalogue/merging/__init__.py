"""Two people's catalogues made one: record by record, field by field, list by list.

`values` merges what TOML means, three ways; `languages` lets text with and without languages
meet; `records` merges whole catalogues into a plan; `copies` finds what two copies have in common
where nobody kept it; `git` lets git call it.
"""

from __future__ import annotations

from icccat.catalogue.merging.clash import Clash, Side
from icccat.catalogue.merging.records import Merge, merged

__all__ = ["Clash", "Merge", "Side", "merged"]
