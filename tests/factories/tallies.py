"""Folded counts of a wave, written as the folding writes them."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Tally
from surveys import Question

TABLE_DAY = date(2026, 3, 2)


def tally(
    session: Session, wave_id: UUID, subject: str, cells: Mapping[tuple[str, str], int], day: date = TABLE_DAY
) -> None:
    """Counts of one subject by row and column; nothing is stored where the count is 0."""
    for (row, col), n in cells.items():
        if n:
            session.add(Tally(wave_id=wave_id, day=day, subject=subject, row=row, col=col, n=n))
    session.flush()


def answered(
    session: Session, wave_id: UUID, question: Question, chosen: Mapping[str, int], day: date = TABLE_DAY
) -> None:
    """How often each option of a question was chosen, with the base that a single choice has."""
    tally(session, wave_id, "option", {(question.code, code): n for code, n in chosen.items()}, day)
    meaningful = sum(n for code, n in chosen.items() if question.option(code).meaningful)
    shown = {(question.code, "shown"): sum(chosen.values()), (question.code, "base"): meaningful}
    tally(session, wave_id, "answered", shown, day)


def responses(session: Session, wave_id: UUID, n: int, day: date = TABLE_DAY) -> None:
    """How many responses a wave has."""
    tally(session, wave_id, "responses", {("", ""): n}, day)
