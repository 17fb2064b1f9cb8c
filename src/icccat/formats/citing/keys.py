"""The keys by which works are cited: the ids of records, with an ending for their documents."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from icccat.words.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

# BibTeX takes blanks and "#%'(),={}~\ for its own, and few of its readers take more than ASCII.
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")


def safe(id_: str) -> str:
    """The id as a key: as it is where it is well formed, else each odd character as +HEX."""
    return _UNSAFE.sub(lambda found: f"+{ord(found[0]):x}.", id_)


def document_keys(id_: str, documents: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A key for each of a record's documents: `id:report-en`, the next of its like `…-en-2`.

    It does not change where a document of another type or language comes before it.
    """
    seen: Counter[str] = Counter()
    for document in documents:
        language = document.get("language") or next(iter(document["title"]))
        ending = f"{slug(document.get('type', '')) or 'document'}-{language}"
        seen[ending] += 1
        number = f"-{seen[ending]}" if seen[ending] > 1 else ""
        yield f"{safe(id_)}:{ending}{number}"
