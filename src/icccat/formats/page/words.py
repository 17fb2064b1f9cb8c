"""The page's own words in both languages: the page speaks its own, not always the reader's."""

from __future__ import annotations

from icccat.locale import Bilingual

TITLE = Bilingual("Catalogue", "Catalogue")
SKIP = Bilingual("Skip to the records", "Aller aux fiches")
SEARCH = Bilingual("Search:", "Recherche\u00a0:")
AS_OF = Bilingual("As of {date}", "État au {date}")
RECORD = Bilingual("{number} record", "{number} fiche")
RECORDS = Bilingual("{number} records", "{number} fiches")
OF_ALL = Bilingual("{records} of {total}", "{records} sur {total}")
CONTENTS = Bilingual("Contents", "Sommaire")
BACK = Bilingual("Back to the contents", "Retour au sommaire")
UNDATED = Bilingual("No date", "Sans date")
DATE = Bilingual("date", "date")
DATES = Bilingual("dates", "dates")
SIZE = Bilingual("Text size", "Taille du texte")
SMALLER = Bilingual("smaller text", "texte plus petit")
NORMAL = Bilingual("normal text", "texte normal")
LARGER = Bilingual("larger text", "texte plus grand")
PRINT = Bilingual("Print", "Imprimer")

# What the Council of Europe says wherever it writes the name, with its asterisk.
KOSOVO = Bilingual(
    "* All reference to Kosovo, whether to the territory, institutions or population, shall be "
    "understood in full compliance with United Nations Security Council Resolution 1244 and "
    "without prejudice to the status of Kosovo.",
    "* Toute référence au Kosovo, que ce soit le territoire, les institutions ou la population, "
    "doit se comprendre en pleine conformité avec la Résolution 1244 du Conseil de sécurité des "
    "Nations Unies et sans préjuger du statut du Kosovo.",
)


def number_of(number: int, total: int, language: str) -> str:
    """How many records there are, and of how many where that is more, in that language."""
    single = number == 1 or (number == 0 and language == "fr")
    sentence = (RECORD if single else RECORDS).in_(language).format(number=number)
    if number == total:
        return sentence
    return OF_ALL.in_(language).format(records=sentence, total=total)


def capital(words: str) -> str:
    """The words as a heading or a label has them, with a capital at the beginning."""
    return words[:1].upper() + words[1:]
