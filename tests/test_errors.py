"""A failure carries its lines and its exit code; a problem says where it is."""

from __future__ import annotations

import pytest

from icccat.errors import (
    Failure,
    Level,
    NothingFound,
    Problem,
    QueryError,
    Refused,
    Unsafe,
)


@pytest.mark.parametrize(
    ("failure", "code"), [(Failure, 1), (NothingFound, 1), (Refused, 2), (Unsafe, 3)]
)
def test_failures(failure: type[Failure], code: int) -> None:
    """Each has all its lines, and the exit code of the command that it ends."""
    raised = failure("one thing", "another")
    assert (raised.exit_code, raised.lines, str(raised)) == (
        code,
        ("one thing", "another"),
        "one thing\nanother",
    )


def test_query_error() -> None:
    """A query that is wrong is refused with the query and the place in it."""
    raised = QueryError("topic:", 6, "a value is missing")
    assert (raised.exit_code, raised.lines) == (2, ("a value is missing",))
    assert (raised.text, raised.place) == ("topic:", 6)


def test_problem() -> None:
    """Its place is written as people read it, and its level as they write it."""
    problem = Problem(Level.ERROR, ("meeting", "oslo", "start"), "it is no date")
    assert problem.where == "meeting.oslo.start"
    assert (str(problem.level), problem.mend, problem.line) == ("error", "", 0)
    assert [str(level) for level in Level] == ["error", "warning", "advice"]
