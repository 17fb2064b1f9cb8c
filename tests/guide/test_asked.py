"""The words of each question, what Enter stands for, and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from guiding import setting, talked

from icccat.guide.asked import question
from icccat.guide.question import Question

if TYPE_CHECKING:
    from icccat.guide.setting import Setting

VIDEO, FRENCH = setting("video"), setting("video", reader="fr")
LIKE = setting("video", like="refugee-inclusion")
MEETING = setting("meeting", like="policy-lab-helsinki")
KEYS = "Enter: what is in brackets; -: leave it out; <: go back; Ctrl-C: stop"


def asked(answers: list[str], among: Setting = VIDEO) -> Question:
    """The question after these answers, what it offers aside."""
    found = question(talked(among, answers), among)
    return found._replace(offers=())


def test_questions() -> None:
    """Each has a label and an example in the reader's language, or the words to choose from."""
    assert asked(["Cities"], FRENCH) == Question("Date", "as in 20 juin 2019")
    assert asked([]) == Question(
        "Title (English)", "as in The intercultural approach to refugee inclusion"
    )
    assert asked(["Cities", "", ""]) == Question("Topics", "one or more, as in refugees", many=True)
    assert asked(["Cities", "", "", "media"]) == Question(
        "Topics", "another one, or Enter: no more", many=True
    )
    menu = ["Cities", "", "", "-"]
    assert asked([*menu, "version"]) == Question(
        "Version", "a number or a word", listed=("1 full", "2 short", "3 trailer")
    )
    assert asked([*menu, "audiences"]).hint == "one or more, by number or word"
    assert asked([*menu, "titre forgé"], FRENCH).listed == ("1 oui", "2 non")
    assert asked([*menu, "id"]).hint.startswith("by which other records name it")


def test_defaults() -> None:
    """Enter stands for what was answered, else for what the most similar record has."""
    assert asked(["Cities", "", ""], LIKE).default == "refugees"
    assert asked(["Cities", "", "", "", "audiences"], LIKE).default == (
        "policy makers; practitioners"
    )
    assert asked(["Cities", "", "", "", "notes"], LIKE).default == ""
    menu = ["Cities", "", "", "-"]
    assert asked([*menu, "supplied", "1", "supplied"]).default == "1"
    assert asked(["Lab", "", "", "number"], MEETING).default == ""
    assert asked(["Lab", "", "", "series", "", "number"], MEETING).default == "4"


def test_defaults_of_options() -> None:
    """What was given as an option is shown as people write it, a wrong date as it was given."""
    given = {"title": ["A"], "date": ["2019-06-20"], "supplied": ["true"], "since": ["x"]}
    for name, default in {"date": "20 June 2019", "supplied": "yes"}.items():
        talk = talked(VIDEO, ["", "-", name], given)
        assert question(talk, VIDEO).default == default
    talk = talked(VIDEO, ["", "-", "date"], {"title": ["A"], "date": ["never"]})
    assert question(talk, VIDEO).default == "never"


def test_the_menu() -> None:
    """What was answered stands above, what may be is listed, each with its number."""
    topic = setting("topic")
    assert asked(["Peace"], topic) == Question(
        "More?",
        "a number or a name; Enter adds the topic",
        ("1 label (English): Peace",),
        ("2 label (French)", "3 also", "4 broader", "5 match", "6 id"),
    )
    offers = question(talked(topic, ["Peace"]), topic).offers
    assert [offer.value for offer in offers][:2] == ["label (English)", "label (French)"]


@pytest.mark.parametrize(
    ("answers", "lines"),
    [
        (
            ["Cities", "", "", "?"],
            [
                "Topics: ids of topics of the vocabulary",
                "as in refugees",
                "several: one after another, or separated by ;",
                "known so far: media; refugees",
                KEYS,
            ],
        ),
        (
            ["Cities", "", "", "-", "version", "?"],
            ["Version: full, short or trailer", "as in full", KEYS],
        ),
        (
            ["Cities", "", "", "-", "id", "?"],
            ["Id: by which other records name it: small letters, digits and hyphens", KEYS],
        ),
        (
            ["Media and Diversity", "?"],
            ["y: yes, go on; n: no, stop, and nothing is saved; <: go back"],
        ),
    ],
)
def test_help(answers: list[str], lines: list[str]) -> None:
    """? explains what is asked, what is known, and the keys."""
    assert [one.text for one in talked(VIDEO, answers).said] == lines


def test_help_of_the_menu() -> None:
    """? at the menu says what each field holds, or is for."""
    topic = setting("topic")
    assert [one.text for one in talked(topic, ["Peace", "?"]).said] == [
        "1 label (English): Peace",
        "2 label (French): its name",
        "3 also: other names of it, in any language",
        "4 broader: id of the wider topic it is part of",
        "5 match: address of the same concept in a published thesaurus",
        "6 id: by which other records name it: small letters, digits and hyphens",
        KEYS,
    ]


def test_long_help_is_cut() -> None:
    """Of many values that are known the first are named."""
    [known] = (
        one.text
        for one in talked(VIDEO, ["Cities", "", "", "-", "languages", "?"]).said
        if one.text.startswith("known")
    )
    assert (known.count(";"), known[-1]) == (19, "…")


def test_questions_of_yes_or_no() -> None:
    """They say so."""
    near = asked(["Media and Diversity"])
    assert near == Question("Is it another one? Go on?", "y or n")
    twin = ["The intercultural approach to refugee inclusion", "y", "20/6/2019", "", "-", ""]
    assert asked(twin) == Question("Add it all the same?", "y or n")
