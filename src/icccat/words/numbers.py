"""The numbers that a text tells, in figures or in words, English and French."""

from __future__ import annotations

import re

from icccat.words.fold import words

# Folded, as `words` has them; un and une are left out, being articles.
_IN_WORDS = """
one=1 first=1 premier=1 premiere=1 unieme=1 i=1
two=2 second=2 deux=2 deuxieme=2 seconde=2 ii=2
three=3 third=3 trois=3 troisieme=3 iii=3
four=4 fourth=4 quatre=4 quatrieme=4 iv=4
five=5 fifth=5 cinq=5 cinquieme=5 v=5
six=6 sixth=6 sixieme=6 vi=6
seven=7 seventh=7 sept=7 septieme=7 vii=7
eight=8 eighth=8 huit=8 huitieme=8 viii=8
nine=9 ninth=9 neuf=9 neuvieme=9 ix=9
ten=10 tenth=10 dix=10 dixieme=10 x=10
eleven=11 eleventh=11 onze=11 onzieme=11 xi=11
twelve=12 twelfth=12 douze=12 douzieme=12 xii=12
"""
_NUMBERS = {word: int(number) for word, number in (p.split("=") for p in _IN_WORDS.split())}
_ORDINAL = r"([0-9]{1,9})(?:st|nd|rd|th|ers?|eres?|re|e|emes?|nde?)?"


def number(word: str) -> int | None:
    """The number that a folded word stands for: 3, 3rd, 3e, third, troisieme, iii; or None."""
    if not word[:1].isdecimal():
        return _NUMBERS.get(word)
    figures = re.fullmatch(_ORDINAL, word)
    return int(figures[1]) if figures else None


def numbers(text: str) -> frozenset[int]:
    """The numbers that the text tells, up to twelve also in words."""
    told = (number(word) for word in words(text))
    return frozenset(one for one in told if one is not None)
