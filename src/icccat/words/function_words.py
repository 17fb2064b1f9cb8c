"""Words that hold a sentence together and tell nothing of what it is about, English and French."""

from __future__ import annotations

_ENGLISH = """
a about after all also am among an and any anybody anyone anything are as at be because been
before being between both but by can cannot could did do does doing done during each either else
ever every everything few find for from get give had has have having he her here hers him his
how i if in into is it its just know let like look looking make many may me might more most
much must my need no nor not of off on once one only or other our out over please said same
say see shall she should show so some somebody someone something such tell than that the
their them then there these they thing things this those through to too under until up upon
us use very want was we were what when where whether which while who whom whose why will with
within without would you your
"""
_FRENCH = """
ai aie ainsi alors apres as au aucun aucune aurait aussi autre autres aux avaient avait avec
avez avoir avons ayant bien c ca car ce ceci cela celle celles celui ces cet cette ceux chaque
chez ci comme comment d dans de deja depuis des dit doit donc dont du elle elles en encore
entre es est et etaient etait etant ete etes etre eu eux fait faire faut font hors ici il ils
j je l la laquelle le lequel les lesquels leur leurs lors lui m ma mais meme memes mes moi moins
mon n ne ni nos notre nous on ont ou par parce parmi pas pendant peu peut peuvent plus plusieurs
pour pourquoi pouvez pres qu quand que quel quelle quelles quelque quelques quels qui quoi s sa
sans se selon sera ses si sien soit sommes son sont sous souvent suis sur t ta te tes toi ton
tous tout toute toutes tres trop tu un une va vers veut veux voici voila vos votre vous y
"""
FUNCTION_WORDS = frozenset(f"{_ENGLISH} {_FRENCH}".split())
