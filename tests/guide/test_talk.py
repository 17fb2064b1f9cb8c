"""Conversations: what follows from which answer, back and forth, to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from guiding import RECORDS, setting, talked
from hypothesis import given
from hypothesis import strategies as st

from icccat.guide.asked import GO_ON, MENU, TWICE, question
from icccat.guide.talk import answer, begin

if TYPE_CHECKING:
    from icccat.guide.setting import Setting
    from icccat.guide.talk import Talk

VIDEO, MEETING, PLACE, TOPIC = map(setting, ("video", "meeting", "place", "topic"))
KNOWN = "The intercultural approach to refugee inclusion"


def lines(talk: Talk) -> list[str]:
    """What is said before the next question."""
    return [one.text for one in talk.said]


def test_the_usual_way() -> None:
    """What is needed is asked, then what people look for, then the rest is offered."""
    talk = talked(VIDEO, ["Cities", "20 juin 2019", "", "media; refugees"])
    assert (talk.asked, lines(talk)) == (MENU, [])
    talk = talked(VIDEO, ["Cities", "20 juin 2019", "", "media; refugees", ""])
    assert (talk.end, dict(talk.answers)) == (
        "add",
        {"title.en": ["Cities"], "date": ["2019-06-20"], "topics": ["media", "refugees"]},
    )


def test_what_was_given_is_not_asked() -> None:
    """Options stand; text by language has its language in its name."""
    talk = talked(VIDEO, [], {"title.fr": ["Villes"], "topics": ["media"], "date": ["2019"]})
    assert (talk.ahead, dict(talk.answers)) == (
        ("url",),
        {"title.fr": ["Villes"], "topics": ["media"], "date": ["2019"]},
    )


def test_what_is_needed() -> None:
    """Neither an empty answer nor - leaves out what is needed."""
    for text in ("", "-"):
        talk = talked(VIDEO, [text])
        assert (talk.asked, lines(talk)) == ("title.en", ["it is needed: every video has one"])


def test_a_wrong_answer() -> None:
    """It is asked again; Enter then takes what was probably meant."""
    answers = ["Cities", "", "", "refuges"]
    talk = talked(VIDEO, answers)
    assert (talk.asked, lines(talk)) == (
        "topics",
        ['there is no topic "refuges" (did you mean refugees?)'],
    )
    assert question(talk, VIDEO).default == "refugees"
    assert talked(VIDEO, [*answers, ""]).answers["topics"] == ["refugees"]


def test_a_list() -> None:
    """One item after another, until an empty answer; a mistake in between loses nothing."""
    answers = ["Cities", "", "", "media", "mdeia"]
    talk = talked(VIDEO, answers)
    assert (talk.asked, question(talk, VIDEO).default, talk.answers["topics"]) == (
        *("topics", "media"),
        ["media"],
    )
    talk = talked(VIDEO, [*answers[:-1], "refugees", ""])
    assert (talk.asked, talk.answers["topics"]) == (MENU, ["media", "refugees"])
    talk = talked(VIDEO, [*answers[:-1], "refugees; media"])
    assert (talk.asked, talk.answers["topics"]) == (MENU, ["media", "refugees"])


def test_a_near_duplicate() -> None:
    """It is shown right after the title; only yes goes on, and no stops."""
    talk = talked(VIDEO, [KNOWN])
    assert (talk.asked, lines(talk)) == (
        GO_ON,
        [f'it may be video.refugee-inclusion again: "{KNOWN}", 20 June 2019 (the same title)'],
    )
    assert talked(VIDEO, [KNOWN, ""]).asked == GO_ON
    assert talked(VIDEO, [KNOWN, "y"]).asked == "date"
    assert talked(VIDEO, [KNOWN, "n"]).end == "stop"
    assert talked(VIDEO, [KNOWN, "<"]).asked == "title.en"


def test_back() -> None:
    """The question before has the answer that was given; at the first there is no way back."""
    talk = talked(VIDEO, ["Cities", "20 juin 2019", "<"])
    assert (talk.asked, question(talk, VIDEO).default) == ("date", "20 juin 2019")
    talk = talked(VIDEO, ["Cities", "20 juin 2019", "<", "<"])
    assert (talk.asked, question(talk, VIDEO).default) == ("title.en", "Cities")
    talk = talked(VIDEO, ["<"])
    assert (talk.asked, lines(talk)) == ("title.en", ["this is the first question"])


@pytest.mark.parametrize("text", ["8", "version", "Version", "vers", "version of", "titel"])
def test_the_menu(text: str) -> None:
    """A field is taken up by its number, its name, its label or an only beginning."""
    expected = {"vers": MENU, "version of": "version_of", "titel": MENU}
    assert talked(VIDEO, ["Cities", "", "", "-", text]).asked == expected.get(text, "version")


def test_the_menu_has_no_such_field() -> None:
    """The nearest is named."""
    talk = talked(VIDEO, ["Cities", "", "", "-", "speeker"])
    assert lines(talk) == ['there is no field "speeker" among them (did you mean speakers?)']


def test_an_answer_is_corrected_and_left_out() -> None:
    """The menu takes up what was answered; its answer is in brackets, and - takes it away."""
    talk = talked(VIDEO, ["Cities", "2019", "", "-", "date"])
    assert question(talk, VIDEO).default == "2019"
    assert "date" not in talked(VIDEO, ["Cities", "2019", "", "-", "date", "-"]).answers


def test_a_period() -> None:
    """A meeting's first answer of dates may hold both."""
    talk = talked(MEETING, ["Lab", "3-4 June 2024"])
    assert (talk.answers["start"], talk.answers["end"]) == (["2024-06-03"], ["2024-06-04"])


def test_what_is_wrong_as_a_whole() -> None:
    """What no field shows by itself is asked again before the record is added."""
    talk = talked(MEETING, ["Lab", "June 2024", "-", "end", "May 2024", ""])
    assert (talk.ahead, lines(talk)) == (
        ("end",),
        ["it ends on 2024-05, before it starts on 2024-06"],
    )
    given = {"title": ["Lab"], "topics": ["nothing"], "host": ["a\u202eb"]}
    talk = talked(MEETING, ["-", ""], given)
    assert talk.ahead == ("topics", "host.en")
    assert question(talk, MEETING).default == "nothing"


def test_a_twin() -> None:
    """The same title and date are added a second time only after a yes."""
    answers = [KNOWN, "y", "20/06/2019", "", "-", ""]
    talk = talked(VIDEO, answers)
    assert (talk.asked, lines(talk)) == (
        TWICE,
        ["the same title and date, or the same link, is there already: video.refugee-inclusion"],
    )
    yes, no = talked(VIDEO, [*answers, "y"]), talked(VIDEO, [*answers, "n"])
    assert (yes.end, yes.twice, no.end) == ("add", True, "stop")


def test_no_id_can_be_made() -> None:
    """Where the title and the date make no id that is free, it is asked for."""
    talk = talked(VIDEO, ["Media Diversity", "", "", "-", ""])
    assert (talk.asked, lines(talk)) == (
        "id",
        ["no id can be made of the title and date that is not taken: give one with --id"],
    )
    for text, said in {
        "media": 'the id "media" is taken by topic.media',
        "A B": 'the id "A B" is hard to type: use small letters, digits and hyphens',
    }.items():
        assert lines(answer(talk, VIDEO, text)) == [said]
    assert answer(answer(talk, VIDEO, "media-2"), VIDEO, "").end == "add"


def test_a_place() -> None:
    """A place is asked for its id, which is its name."""
    talk = talked(PLACE, ["Oslo"])
    sentence = '"Oslo" is not a place: write City, CC or CC, as in Helsinki, FI'
    assert (talk.asked, lines(talk)) == ("id", [sentence])
    assert talked(PLACE, ["Oslo, NO", ""]).end == "add"
    assert dict(talked(PLACE, ["Oslo, NO", ""]).answers) == {"id": ["Oslo, NO"]}


def test_a_model() -> None:
    """What a record is modelled on is there to be changed; its title is in brackets."""
    model = RECORDS["meeting"]["policy-lab-helsinki"]
    talk = begin(MEETING, {}, model)
    assert question(talk, MEETING).default == "Inclusive Integration Policy Lab, third meeting"
    assert (talk.ahead, talk.answers["number"]) == (("title.en", "start", "topics"), ["4"])
    talk = begin(PLACE, {}, RECORDS["place"]["Helsinki, FI"])
    assert (talk.asked, dict(talk.answers), question(talk, PLACE).default) == ("id", {}, "")


ANSWERS = st.one_of(
    st.sampled_from(
        [
            *("", "-", "<", "?", "y", "n", "1", "8", "12", "id", "topics", "media", "refuges"),
            *("end", "3-4 June 2024", "2019", KNOWN, "a; b", "Oslo, NO", "number", "documents"),
        ]
    ),
    st.text(max_size=8),
)


@given(st.sampled_from([VIDEO, MEETING, PLACE, TOPIC]), st.lists(ANSWERS, max_size=25))
def test_any_answers(among: Setting, answers: list[str]) -> None:
    """Whatever is answered, there is a next question or an end; and back leads to the first."""
    talk = begin(among, {})
    first = talk.asked
    for text in answers:
        if talk.end:
            break
        talk = answer(talk, among, text)
        assert question(talk, among).label
    while talk.before is not None:
        talk = answer(talk, among, "<")
    assert talk.asked == first
    assert talk.answers == {}
