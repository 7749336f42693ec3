"""Reads the folded counts of a wave, or of some days of it, and gives raw tables for the gate; never reads responses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from analysis.figures.counts import RawGrid, RawGridRow, RawTable, TableKind
from feedback_app.domain.responses.models import Response, Tally
from feedback_app.domain.waves.models import Wave
from surveys import ENGLISH, Kind, Option, Question, words_in

SENTIMENTS = ("positive", "neutral", "negative", "none")
NOT_ANSWERED = "Not answered"
#: As the partial index says it, so that both databases use it.
NOT_FOLDED = text("NOT response.folded")
#: A wave's id that leads to no other index: SQLite would walk the whole wave to find the few that wait.
wave_of_waiting = func.coalesce(Response.wave_id, Response.wave_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The counts of a wave as of the last batch: true ones, to be protected before anybody sees them.

    `cells` holds how many by (subject, row, column), as the table of tallies names them.
    """

    cells: Mapping[tuple[str, str, str], int] = field(repr=False)

    @property
    def responses(self) -> int:
        """How many responses are counted."""
        return self.cells.get(("responses", "", ""), 0)

    def answered(self, question: Question) -> int:
        """How many gave an answer that means something: the base of the question."""
        return self.cells.get(("answered", question.code, "base"), 0)

    def shown(self, question: Question) -> int:
        """How many were asked the question."""
        return self.cells.get(("answered", question.code, "shown"), 0)

    def table(self, question: Question) -> RawTable:
        """One closed question: its options, its base, and what stands outside the base on lines of its own.

        Labels are the options' English words; every option is there, chosen or not.
        """
        title = words_in(question.text, ENGLISH)
        meaningful = {
            _label(option): self._chosen(question, option) for option in question.options if option.meaningful
        }
        aside = {
            _label(option): self._chosen(question, option)
            for option in question.options
            if not option.meaningful
        }
        aside[NOT_ANSWERED] = self.cells.get(("answered", question.code, "blank"), 0)
        if question.kind is Kind.MULTIPLE:
            base = self.answered(question)
            return RawTable.of(title, meaningful, base=base, kind=TableKind.MULTIPLE, aside=aside)
        return RawTable.of(title, meaningful, aside=aside)

    def themes(self) -> RawGrid:
        """Comments by theme (its code) and sentiment; a comment may have several themes."""
        return self._grid("theme", "Themes by sentiment")

    def comments(self) -> RawGrid:
        """Comments by question (its code) and sentiment: the base of the themes."""
        return self._grid("comments", "Comments by question", rows_are_parts=True)

    def feelings(self) -> RawGrid:
        """Comments by the feeling their writer chose (the option's code) and the sentiment estimated."""
        return self._grid("feel", "Feeling chosen beside sentiment estimated", rows_are_parts=True)

    def _chosen(self, question: Question, option: Option) -> int:
        return self.cells.get(("option", question.code, option.code), 0)

    def _grid(self, subject: str, title: str, *, rows_are_parts: bool = False) -> RawGrid:
        rows = sorted({row for kind, row, _ in self.cells if kind == subject})
        return RawGrid(
            title=title,
            columns=SENTIMENTS,
            rows=tuple(
                RawGridRow(
                    label=row, counts=tuple(self.cells.get((subject, row, col), 0) for col in SENTIMENTS)
                )
                for row in rows
            ),
            rows_are_parts=rows_are_parts,
        )


def counts(session: Session, wave_id: UUID, *, first: date | None = None, last: date | None = None) -> Counts:
    """The counts of a wave; of the days from `first` to `last`, both included, where they are given."""
    within = [Tally.wave_id == wave_id]
    if first is not None:
        within.append(Tally.day >= first)
    if last is not None:
        within.append(Tally.day <= last)
    rows = session.execute(
        select(Tally.subject, Tally.row, Tally.col, func.sum(Tally.n))
        .where(*within)
        .group_by(Tally.subject, Tally.row, Tally.col)
    )
    return Counts(cells={(subject, row, col): int(n) for subject, row, col, n in rows})


def counts_a_day(
    session: Session, wave_id: UUID, *, first: date | None = None
) -> tuple[tuple[date, int], ...]:
    """How many responses are counted for each day that has any, earliest first; true counts, to be protected.

    Only from the day `first` on, where it is given.
    """
    within = [Tally.wave_id == wave_id, Tally.subject == "responses"]
    if first is not None:
        within.append(Tally.day >= first)
    rows = session.execute(select(Tally.day, Tally.n).where(*within).order_by(Tally.day))
    return tuple((day, n) for day, n in rows)


def stored(session: Session, wave_id: UUID) -> int:
    """How many responses are stored, counted or not yet; a true count, never published as it is."""
    counted = session.scalar(select(Wave.folded_responses).where(Wave.id == wave_id)) or 0
    waiting = session.scalar(
        select(func.count()).select_from(Response).where(wave_of_waiting == wave_id, NOT_FOLDED)
    )
    return counted + (waiting or 0)


def _label(option: Option) -> str:
    return words_in(option.text, ENGLISH)
