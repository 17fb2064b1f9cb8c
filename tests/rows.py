"""Rows of a file for tests, and the plan that is made of them."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from builders import records_of

from icccat.formats.incoming import Row, Sheet
from icccat.records.incoming import There, Wanted
from icccat.records.incoming.plan import plan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icccat.records.incoming.plan import Plan

SMALL = """\
[topic.media]
label.en = "Media"
label.fr = "Médias"

[topic.refugees]
label.en = "Refugees"
label.fr = "Réfugiés"

[place."Lisbon, PT"]
also = ["Lisboa"]

[series.policy-lab]
title.en = "Policy labs"
since = "2017-11"

[video.inclusion]
title.en = "The intercultural approach to refugee inclusion"
title.fr = "L’approche interculturelle de l’inclusion des réfugiés"
date = 2019-06-20
version = "full"
topics = ["refugees", "media"]
duration = "8:05"
licence = "4.0"
url = "https://vimeo.com/1"
colour = "blue"

[video.women]
title.fr = "Les femmes dans la ville"
date = "2019-06"
url = "https://vimeo.com/2"

[meeting.lab]
title = "Inclusive Integration Policy Lab"
series = "policy-lab"
number = 3
start = 2019-05-28
end = 2019-05-29
places = ["Helsinki, FI"]
[[meeting.lab.documents]]
title.en = "Report of the meeting"
title.fr = "Rapport de la réunion"
url = "https://rm.coe.int/report"
type = "report"
reference = "ICC(2019)1"
[[meeting.lab.documents]]
title = "Agenda"
date = 2019-05-01
"""


def sheet(*rows: Mapping[str, object], name: str = "") -> Sheet:
    """A sheet with these rows, on lines 2, 3, …; its headings are all that they have."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    return Sheet(name, headings, [Row(f"line {n}", row) for n, row in enumerate(rows, 2)])


def there(text: str = SMALL, language: str = "en") -> There:
    """What is in the catalogue of this text."""
    return There(records_of(text, wrong=True), tomllib.loads(text), language)


def planned(
    *rows: Mapping[str, object],
    text: str = SMALL,
    wanted: Wanted = Wanted(),  # noqa: B008 (a tuple)
    answers: Mapping[str, str] | None = None,
    name: str = "",
) -> Plan:
    """The plan that these rows make."""
    return plan([sheet(*rows, name=name)], there(text), wanted, answers)


def told(found: Plan) -> list[str]:
    """What is wrong in a plan, a line each: `line 2, title: …`."""
    return [
        f"{one.place}{', ' * bool(one.heading)}{one.heading}: {one.message}"
        for one in found.findings
    ]


def after(found: Plan) -> dict[str, object]:
    """The tables of the records that change, as they then are."""
    return {change.key: change.after for change in found.changes}
