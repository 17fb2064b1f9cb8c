"""Greek and Cyrillic written in Latin letters, as on road signs and in passports."""
# ruff: noqa: RUF001, RUF003 -- letters that look Latin and are not are what this module is about

from __future__ import annotations

import re

from icccat.words.fold import fold

# Cyrillic as Ukraine has written it since 2010 (resolution 55 of its government), letters that
# Ukrainian lacks as their own countries do. What is shared is read as Ukrainian: г is h, и is y.
_CYRILLIC = """
а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u
ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia ы=y э=e ъ= ђ=d ј=j љ=lj њ=nj ћ=c ѕ=dz џ=dz
"""

# Greek as ELOT 743 (ISO 843) transcribes it for road signs and passports.
_GREEK = """
α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=y φ=f χ=ch
ψ=ps ω=o
"""

_LETTERS = str.maketrans(dict(pair.split("=") for pair in f"{_CYRILLIC} {_GREEK}".split()))

# What letters are written as beside certain others, tried in this order before each by itself.
# (Not compiled here: most catalogues never need them, and every start would pay.)
_NEIGHBOURS = {
    r"(?<=[Ѐ-ӿ])'(?=[Ѐ-ӿ])": "",
    # й has been folded to и: a vowel beside it gives it away
    r"(?<=[аеєиіоуюяыэ])и|(?<=\w)и(?=[аеєоуюя])": "i",
    r"зг": "zgh",
    r"\bє": "ye",
    r"\bю": "yu",
    r"\bя": "ya",
    r"ъ(?![еюя])": "a",
    r"ου": "ou",
    r"(?<=[αεη])υ(?=[θκξπστφχψ]|\b)": "f",
    r"(?<=[αεη])υ": "v",
    r"γ(?=[γξχ])": "n",
    r"\bμπ|μπ\b": "b",
}


def latin(text: str) -> str:
    """The folded text with Greek and Cyrillic in Latin letters; other scripts stay."""
    text = fold(text)
    if text.isascii():
        return text
    for pattern, written in _NEIGHBOURS.items():
        text = re.sub(pattern, written, text)
    return text.translate(_LETTERS)
