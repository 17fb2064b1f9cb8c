"""The id that a title suggests: its telling words, in plain letters."""

from __future__ import annotations

import re

from icccat.words.fold import words
from icccat.words.latin import latin

SHAPE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""A well-formed id, to be matched in full."""

MOST_WORDS = 6
MOST_LETTERS = 60

_FOREIGN = re.compile(r"[^a-z0-9]+")

# Folded: "a" is à too, "ou" où. A word that turns the meaning round (not, sans) is telling.
_ENGLISH = """
a an the this that these those of and or on in into to for with by from at as about
is are was were be been do does can how what which who why when where
we our us you your they their it its
"""
_FRENCH = """
le la les un une des du de et ou au aux en sur pour par dans avec chez vers a
ce cet cette ces est sont etre qui que quoi quel quelle quels quelles comment pourquoi quand
nous nos notre vous vos votre ils elles leur leurs son sa ses se
"""
_STOP_WORDS = frozenset(f"{_ENGLISH} {_FRENCH}".split())


def slug(text: str) -> str:
    """At most six telling words of the text, joined by `-`; "" where no letter is left.

    A word is never cut, unless it alone has more than sixty letters.
    """
    written = (_FOREIGN.sub("", latin(word)) for word in words(text))
    plain = [word for word in written if word]
    telling = [word for word in plain if word not in _STOP_WORDS] or plain
    chosen = "-".join(telling[:1])[:MOST_LETTERS]
    for word in telling[1:MOST_WORDS]:
        if len(chosen) + 1 + len(word) > MOST_LETTERS:
            break
        chosen += f"-{word}"
    return chosen
