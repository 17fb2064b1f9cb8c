"""What types of meeting and document are called in a bibliography, and which are cited."""

from __future__ import annotations

FRENCH = {
    "academy": "académie",
    "agenda": "ordre du jour",
    "committee meeting": "réunion de comité",
    "conference": "conférence",
    "convocation letter": "lettre de convocation",
    "coordinators' meeting": "réunion des coordinateurs",
    "expert visit": "visite d’experts",
    "forum": "forum",
    "launch": "lancement",
    "list of participants": "liste des participants",
    "milestone event": "événement marquant",
    "minutes": "compte rendu",
    "network meeting": "réunion de réseau",
    "plenary meeting": "réunion plénière",
    "policy brief": "note d’orientation",
    "policy lab": "laboratoire de politiques",
    "presentation": "présentation",
    "programme": "programme",
    "publication": "publication",
    "report": "rapport",
    "roundtable": "table ronde",
    "seminar": "séminaire",
    "study": "étude",
    "study visit": "visite d’étude",
    "summit": "sommet",
    "symposium": "symposium",
    "thematic seminar": "séminaire thématique",
    "training": "formation",
    "transcript": "transcription",
    "webinar": "webinaire",
    "workshop": "atelier",
}
# Nobody cites them. A word of the staff's own is taken for a report.
_WORKING_PAPERS = ("agenda", "convocation letter", "list of participants", "programme")
_NOT_CITED = {*_WORKING_PAPERS, *(FRENCH[one] for one in _WORKING_PAPERS)}


def called(type_: str, language: str) -> str:
    """The type in that language, a capital first; a word of the staff's own as it is."""
    word = FRENCH.get(type_, type_) if language == "fr" else type_
    return word[:1].upper() + word[1:]


def is_cited(type_: str) -> bool:
    """Whether a document of this type ("" for none) is a work of its own, as reports are."""
    return type_.casefold() not in _NOT_CITED
