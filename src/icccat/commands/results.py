"""The records of a search, and why each is among them: for people, and for programs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from icccat.commands.selection import context_of, total_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from icccat.commands.session import Session
    from icccat.records.columns import Column
    from icccat.records.record import Record
    from icccat.search.found import Shown
    from icccat.search.index import Index
    from icccat.search.match import Answer
    from icccat.search.reasons import Reason
    from icccat.search.tree import Query as Tree
    from icccat.terminal.marks import Marks


class Results:
    """The records of an answer that are shown, by their numbers, in that order."""

    def __init__(self, index: Index, answer: Answer, numbers: Sequence[int]) -> None:
        self.index, self.answer, self.numbers = index, answer, numbers

    @cached_property
    def records(self) -> list[Record]:
        """The records."""
        return self.index.read(self.numbers)

    @cached_property
    def _shown(self) -> Shown:
        from icccat.search.found import Shown  # noqa: PLC0415 (a pipe need not know)

        return Shown(self.answer, self.numbers)

    @cached_property
    def reasons(self) -> list[Reason]:
        """Why each of them was found."""
        from icccat.search.reasons import reason  # noqa: PLC0415 (a pipe need not know)

        return [reason(self._shown, number) for number in self.numbers]

    def rows(self) -> list[dict[str, Any]]:
        """What JSON says of that."""
        from icccat.formats.json import found_row  # noqa: PLC0415 (only when asked for)

        return [found_row(one.score, one.matched, one.step) for one in self.reasons]

    def marks(self, columns: Sequence[Column], language: str) -> dict[str, Marks]:
        """What is marked in these columns, by `kind.id`; if nothing, where else the words stand."""
        from icccat.search.reasons import standing  # noqa: PLC0415 (only for people)
        from icccat.terminal.marks import Marks, is_marked  # noqa: PLC0415 (likewise)

        found: dict[str, Marks] = {}
        for record, why in zip(self.records, self.reasons, strict=True):
            elsewhere = None
            if why.words and not is_marked(record, columns, why.words, language):
                elsewhere = standing(record, why.words, self.index.records, language)
            found[record.key] = Marks(why.runs, elsewhere)
        return found

    def explained(self, query: Tree) -> list[str]:
        """The query as it was understood, and for each record which word matched where and how."""
        from icccat.search.explain import explain, explain_record  # noqa: PLC0415 (when asked for)

        records = zip(self.records, self.numbers, strict=True)
        found = (explain_record(one.id, self._shown, number) for one, number in records)
        return [*explain(query), *found]

    def nearby(self, query: Tree, language: str) -> list[str]:
        """What is near to a query that found nothing."""
        from icccat.search.nearby import nearby  # noqa: PLC0415 (only where there is nothing)

        return nearby(query, self.answer, self.index, language)

    def narrowing(self, today: dt.date, language: str) -> list[tuple[str, list[str]]]:
        """The terms that would narrow the answer, all of it, not only what is shown."""
        from icccat.search.narrowing import MOST, narrowing  # noqa: PLC0415 (only for people)

        if len(self.answer.scores) > MOST:
            return []
        context = context_of(self.index, today)
        return narrowing(self.index, self.answer.scores, context, language)


def show_results(
    session: Session, results: Results, query: Tree, columns: Sequence[Column], *, header: bool
) -> None:
    """Show the records and what would narrow them; or, where there are none, what is near."""
    language = session.terminal.language
    near = [] if results.numbers else results.nearby(query, language)
    total = total_of(results.index, query, results.answer)
    session.show(results.records, columns, total, header=header, results=results, near=near)
    if session.is_for_people:
        from icccat.terminal.counts import show_counts  # noqa: PLC0415 (only for people)

        show_counts(session.terminal, results.narrowing(session.today, language))
