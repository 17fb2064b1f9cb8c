"""A query that is wrong is shown mended, as words that can be pasted."""

from __future__ import annotations

import pytest
from asking import parse, parse_arguments

from icccat.errors import QueryError
from icccat.search.corrections import fixed


@pytest.mark.parametrize(
    ("arguments", "correction"),
    [
        ("villle:oslo", "ville:oslo"),
        ("refugees|villle:oslo|women", "refugees|ville:oslo|women"),
        ("public space|datte:2019", "public space|date:2019"),
        ("colours:red", ""),
        ("kind:metting", "kind:meeting"),
        ("kind:video,metting,seriess", "kind:video,meeting,series"),
        ("country:Finnland", "country:finland"),
        ("country:United Kingdmo", "country:GB"),
        ("country:United Kingdom,Nroway", "country:United Kingdom,norway"),
        ("country:United|Kingdmo|oslo", "country:GB|oslo"),
        ("attendance:in|persn", 'attendance:"in person"'),
        ("kind:metting|oslo", "kind:meeting|oslo"),
        ("date:last yaer", "date:last-year"),
        ("lang:frnch", "lang:french"),
        ("has:reprt", "has:report"),
        ("missing:polcy-brief", 'missing:"policy brief"'),
        ("saved:portgual", "saved:portugal"),
        ("saved:nothing", ""),
        ("date:2019-02-30", "date:2019-02-28"),
        ("date:2020-02-30..", "date:2020-02-29.."),
        ("date:..2019-13", "date:..2019-12"),
        ("date:2019-02-30..2019-14", "date:2019-02-28..2019-12"),
        ("date:20/6/2019", "date:2019-06-20"),
        ("date:5/6/2019", ""),
        ("date:2020..2019", "date:2019..2020"),
        ("date:last-yaer", "date:last-year"),
        ('date:"30 February 2019"', ""),
        ("number:4..2", "number:2..4"),
        ("(hate OR haine", "(hate OR haine)"),
        ("((a OR b|c", "((a OR b))|c"),
        ("(a", "(a)"),
        ("a)", "a"),
        (")", ""),
        ("kind:video (a", "kind:video (a)"),
        ('"abc', '"abc"'),
        ('ville:"La Haye', 'ville:"La Haye"'),
        ("kind:video “abc def|oslo", "kind:video “abc def”|oslo"),
        ("«abc", "«abc»"),
        ("knid:vidoe|datte:2019-02-30", "kind:video|date:2019-02-28"),
        ("titel:a|titel:b|titel:c|titel:d|titel:e", "title:a|title:b|title:c|title:d|title:e"),
        ("titel:a|titel:b|titel:c|titel:d|titel:e|titel:f", ""),
        ("villle:oslo|OR", ""),
        ("OR|oslo", ""),
        ("title:", ""),
    ],
)
def test_a_correction(arguments: str, correction: str) -> None:
    """Up to five mistakes are mended at once; where one is not clear, there is no correction."""
    with pytest.raises(QueryError) as caught:
        parse_arguments(arguments.split("|"))
    assert "|".join(caught.value.correction) == correction


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("datte:2", 'there is no field "datte" (did you mean date?)'),
        ("titel:a datte:2", 'there is no field "titel" (did you mean title?)'),
        ("(a OR", "a word to look for is missing here"),
        ("a) OR", "this bracket was not opened"),
        ("colours:red", 'there is no field "colours"'),
    ],
)
def test_a_query_that_is_mended_in_part(text: str, sentence: str) -> None:
    """Where no correction would be right, the sentence says what is near."""
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert (caught.value.lines, caught.value.correction) == ((sentence,), ())


def test_a_correction_of_a_text() -> None:
    """A query given as one text is mended as one."""
    with pytest.raises(QueryError) as caught:
        parse("refugees villle:oslo (a")
    assert caught.value.correction == ("refugees ville:oslo (a)",)


@pytest.mark.parametrize(
    ("fix", "expected"),
    [
        ((0, 2, "x"), ["x", "cd", "ef"]),
        ((1, 1, "x"), ["axb", "cd", "ef"]),
        ((2, 2, "x"), ["abx", "cd", "ef"]),
        ((3, 3, "x"), ["ab", "xcd", "ef"]),
        ((8, 8, "x"), ["ab", "cd", "efx"]),
        ((1, 4, "x"), ["axd", "ef"]),
        ((0, 8, ""), [""]),
    ],
)
def test_fixed(fix: tuple[int, int, str], expected: list[str]) -> None:
    """Words keep their ends, but for those that the change goes across."""
    assert fixed(("ab", "cd", "ef"), fix) == tuple(expected)
