"""`icccat add`: the lines that are put, and what is refused with the file as it was."""

from __future__ import annotations

import json
from shlex import split
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

VIDEO = """\
[video.media-again]
title.en = "The Media, again"
title.fr = "Les médias, encore"
title.uk = "Знову медіа"
description.en = "What media do; and do not."
date = "2020-02"
series = "policy-lab"
part = 2
version = "full"
version_of = "media-diversity"
audiences = ["teachers", "young people"]
topics = ["media", "refugees"]
languages = ["en", "fr"]
subtitles = ["fr"]
speakers = ["Fernando Medina", "Ana Silva"]
producer = "Lusófona University"
occasion.en = "World Radio Day"
occasion.fr = "Journée mondiale de la radio"
places = ["Lisbon, PT", "FR"]
duration = "8:05"
url = "https://vimeo.com/1"
status = "published"
licence = "CC BY 4.0"
supplied = true
notes = "To check."
source = "https://www.coe.int"

[[video.media-again.documents]]
title.en = "Leaflet"
url = "https://rm.coe.int/leaflet"
type = "publication"

[[video.media-again.documents]]
title.en = "Transcript"

"""
MEETING = """\
[meeting.policy-lab-fourth-meeting]
title.en = "Policy lab, fourth meeting"
type = "policy lab"
series = "policy-lab"
number = 4
start = 2019-11-30
end = 2019-12-01
places = ["Lisbon, PT"]
attendance = "hybrid"
venue.en = "Forum Lisboa"
venue.fr = "Forum de Lisbonne"
host.en = "City of Lisbon"
organisers = ["Council of Europe"]
participants = ["Neuchâtel", "The \\"quoted\\" one"]
participant_count = 40
topics = ["media"]
languages = ["pt"]
status = "held"
recordings = ["media-diversity"]
supplied = false

[[meeting.policy-lab-fourth-meeting.documents]]
title.en = "Report"
url = "https://rm.coe.int/r4"
type = "report"

[[meeting.policy-lab-fourth-meeting.documents]]
title.en = "Agenda"
type = "agenda"

"""


def test_a_whole_video(icccat: Icccat, catalogue: Path) -> None:
    """Every option of a video becomes a line, in the order of its fields, at the place of its id.

    A list is given by repeating its option; a language without an option of its own with --set.
    """
    before = catalogue.read_text(encoding="utf-8")
    words = split("""
        --source https://www.coe.int
        --title 'The Media, again'
        --title-fr 'Les médias, encore'
        --set 'title.uk=Знову медіа'
        --set 'description=What media do; and do not.'
        --date 2020-02
        --series policy-lab
        --part 2
        --version full
        --version-of media-diversity
        --audience teachers
        --audience 'young people'
        --set 'topics=media; refugees'
        --language EN
        --language fr
        --subtitle fr
        --speaker 'Fernando Medina'
        --speaker 'Ana Silva'
        --producer 'Lusófona University'
        --occasion 'World Radio Day'
        --occasion-fr 'Journée mondiale de la radio'
        --place 'Lisbon, PT'
        --place FR
        --duration 8:05
        --url https://vimeo.com/1
        --document 'Leaflet | https://rm.coe.int/leaflet | publication'
        --document Transcript
        --status published
        --licence 'CC BY 4.0'
        --supplied yes
        --notes 'To check.'
    """)
    answer = icccat("add", "video", *words)
    assert answer == (
        0,
        "media-again\n",
        "added video.media-again to catalogue.toml; icccat undo takes it back\n",
    )
    heading = "[video.media-diversity]"
    assert catalogue.read_text(encoding="utf-8") == before.replace(heading, VIDEO + heading)


def test_a_whole_meeting(icccat: Icccat, catalogue: Path) -> None:
    """Every option of a meeting becomes a line, each document a block of its own."""
    before = catalogue.read_text(encoding="utf-8")
    words = split("""
        --title 'Policy lab, fourth meeting'
        --type 'policy lab'
        --series policy-lab
        --number 4
        --start 2019-11-30
        --end 2019-12-01
        --place 'Lisbon, PT'
        --attendance hybrid
        --venue 'Forum Lisboa'
        --venue-fr 'Forum de Lisbonne'
        --host 'City of Lisbon'
        --organiser 'Council of Europe'
        --participant Neuchâtel
        --participant 'The "quoted" one'
        --participant-count 40
        --topic media
        --language pt
        --document 'Report | https://rm.coe.int/r4 | report'
        --document 'Agenda | | agenda'
        --status held
        --recording media-diversity
        --supplied false
    """)
    answer = icccat("add", "meeting", *words)
    assert answer.code == 0
    heading = "# Two days, with the ministry.\n[meeting.policy-lab-helsinki]"
    assert catalogue.read_text(encoding="utf-8") == before.replace(heading, MEETING + heading)


@pytest.mark.parametrize(
    ("words", "lines", "follows"),
    [
        (
            "topic --label Housing --label-fr Logement --also homes --broader refugees",
            (
                '[topic.housing]\nlabel.en = "Housing"\nlabel.fr = "Logement"\n'
                'also = ["homes"]\nbroader = "refugees"\n'
            ),
            "[topic.media]",
        ),
        (
            "series --title Anti-rumours --since 2015 --url https://x.org",
            (
                '[series.anti-rumours]\ntitle.en = "Anti-rumours"\nsince = "2015"\n'
                'url = "https://x.org"\n'
            ),
            "[series.policy-lab]",
        ),
        (
            "place --id 'Lisbon, PT' --also Lisboa --also Lisbonne",
            '[place."Lisbon, PT"]\nalso = ["Lisboa", "Lisbonne"]\n',
            "[series.policy-lab]",
        ),
    ],
)
def test_what_describes_the_others(
    icccat: Icccat, catalogue: Path, words: str, lines: str, follows: str
) -> None:
    """Topics, series and places are added likewise."""
    before = catalogue.read_text(encoding="utf-8")
    assert icccat("add", *split(words)).code == 0
    after = catalogue.read_text(encoding="utf-8")
    assert after == before.replace(follows, f"{lines}\n{follows}")


@pytest.mark.parametrize(
    ("options_", "id_"),
    [
        (["--title", "Ευρώπη των πόλεων"], "evropi-ton-poleon"),
        (["--title", "Знову медіа"], "znovu-media"),
        (["--title", "日本の都市", "--date", "2020", "--place", "Kyoto, JP"], "video-2020-kyoto"),
        (["--title", "日本の都市"], "video"),
        (["--title", "???", "--date", "2020-03"], "video-2020-03"),
        (["--title-fr", "L’été à Neuchâtel"], "ete-neuchatel"),
        (["--title", "Media and diversity", "--date", "2020"], "media-diversity-2020"),
        (["--title", "Once", "--title", "Twice"], "twice"),
        (["--title", "Any", "--id", "chosen"], "chosen"),
    ],
)
def test_ids(icccat: Icccat, options_: list[str], id_: str) -> None:
    """An id is made of the title, else of kind, date and place; the date tells two apart."""
    assert icccat("add", "video", *options_).out == f"{id_}\n"
    shown = json.loads(icccat("show", id_, "--json").out)
    assert [record["id"] for record in shown["records"]] == [id_]


@pytest.mark.parametrize(
    ("words", "note"),
    [
        (
            "--audience 'policy maker'",
            (
                '--audience: "policy maker" has not been used under audiences before'
                " (did you mean policy makers?)"
            ),
        ),
        (
            "--id 'Has Space'",
            '--id: the id "Has Space" is hard to type: use small letters, digits and hyphens',
        ),
    ],
)
def test_warnings(icccat: Icccat, words: str, note: str) -> None:
    """What is unusual is said, and the record is added."""
    code, out, err = icccat("add", "video", "--title", "X", *split(words))
    assert code == 0
    assert (
        err == f"{note}\nadded video.{out.strip()} to catalogue.toml; icccat undo takes it back\n"
    )


def test_probably_the_same(icccat: Icccat) -> None:
    """A record that is probably there already is named with its title and date; it is added."""
    words = ["--title", "Inclusive Integration Policy Labs, third meeting", "--start", "2019-05"]
    answer = icccat("add", "meeting", *words, "--id", "lab")
    assert answer == (
        0,
        "lab\n",
        (
            "--title: it may be meeting.policy-lab-helsinki again:"
            ' "Inclusive Integration Policy Lab, third meeting", 28–29 May 2019'
            " (titles 97% alike, maybe at the same time)\n"
            "added meeting.lab to catalogue.toml; icccat undo takes it back\n"
        ),
    )


def test_the_same_again(icccat: Icccat, catalogue: Path) -> None:
    """With --yes the same title and date are added again, under another id."""
    same = ["--title", "Refugee inclusion, in short", "--date", "2019-06"]
    answer = icccat("add", "video", *same, "--yes")
    assert answer[:2] == (0, "refugee-inclusion-short-2019\n")
    lines = '[video.refugee-inclusion-short-2019]\ntitle.en = "Refugee inclusion, in short"\n'
    assert lines in catalogue.read_text(encoding="utf-8")


def test_dry_run(icccat: Icccat, catalogue: Path) -> None:
    """What would be added is shown, and the file and its folder are as they were."""
    before = catalogue.read_bytes()
    answer = icccat("add", "meeting", "--title", "X", "--type", "policy labb", "--dry-run")
    assert answer == (
        0,
        '[meeting.x]\ntitle.en = "X"\ntype = "policy labb"\n',
        (
            '--type: "policy labb" has not been used under type before (did you mean policy lab?)\n'
            "nothing was added\n"
        ),
    )
    assert catalogue.read_bytes() == before
    assert [path.name for path in catalogue.parent.iterdir()] == ["catalogue.toml"]


@pytest.mark.parametrize("more", [["--dry-run"], []])
def test_json(icccat: Icccat, more: list[str]) -> None:
    """The record that was added, or would be, in the envelope."""
    answer = icccat("add", "video", "--title", "X", "--date", "2026-06-20", "--json", *more)
    assert json.loads(answer.out) == {
        "schema": "icccat/1",
        "type": "records",
        "count": 1,
        "total": 1,
        "records": [{"kind": "video", "id": "x", "title": {"en": "X"}, "date": "2026-06-20"}],
    }


def test_for_a_person(icccat: Icccat) -> None:
    """The card of the new record is shown, what it refers to by its title."""
    answer = icccat("--plain", "add", "video", "--title", "X", "--topic", "media")
    title = "title (English): X\ntitle (French): no French title\n"
    card = f"{title}video: x\ntopics: Media (media)\n"
    assert answer == (0, card, "added video.x to catalogue.toml; icccat undo takes it back\n")
