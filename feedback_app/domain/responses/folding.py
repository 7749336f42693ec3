"""Folds new responses into counts, ten or more at a time, so that no page reads every response.

Figures move only in batches (SAFETY R-46): one more answer shows nothing, ten show together.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import delete, exists, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Comment, Response, Tally
from feedback_app.domain.responses.queries import NOT_FOLDED, wave_of_waiting
from feedback_app.domain.waves.models import Wave
from feedback_app.domain.waves.queries import survey_of, wave_by_id
from surveys import Kind, Survey, shown_questions

SMALLEST_BATCH = 10
#: How many responses one call folds at most, so that nobody waits long behind it.
LARGEST_BATCH = 200
_READ_BY_THE_MACHINE = ("theme", "comments", "feel")

Cell: TypeAlias = tuple[date, str, str, str]
"""Day, subject, row, column."""
ReadByMachine: TypeAlias = Callable[[Session, UUID, Sequence[UUID] | None, Sequence[str]], Mapping[Cell, int]]
"""The cells of findings of these responses of a wave (None: of all that are counted), and its questions of feeling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """One response that is to be counted."""

    id: UUID
    day: date
    chosen: Mapping[str, Sequence[str]]


def fold(session: Session, *, now: datetime, read_by_machine: ReadByMachine) -> int:
    """Count what waits, wave by wave, and say how many responses were counted.

    A response waits until all its comments are analysed; a wave until ten do, or until it has closed.
    `read_by_machine` gives the cells of findings: `domain.findings.cells.cells_of`.
    """
    return sum(_fold_wave(session, wave_id, now, read_by_machine) for wave_id in _waves_with_work(session))


def recount(session: Session, wave_id: UUID, *, read_by_machine: ReadByMachine) -> None:
    """Make the counts of themes, sentiment and feelings again, after everything was analysed anew."""
    _lock(session, wave_id)
    session.execute(delete(Tally).where(Tally.wave_id == wave_id, Tally.subject.in_(_READ_BY_THE_MACHINE)))
    feelings = _feeling_questions(survey_of(wave_by_id(session, wave_id)))
    cells = read_by_machine(session, wave_id, None, feelings)
    if cells:
        session.connection().execute(insert(Tally), _rows(wave_id, cells))


def _waves_with_work(session: Session) -> list[UUID]:
    return list(session.scalars(select(Response.wave_id).where(NOT_FOLDED).distinct()))


def _fold_wave(session: Session, wave_id: UUID, now: datetime, read_by_machine: ReadByMachine) -> int:
    wave = _lock(session, wave_id)
    if wave is None:
        return 0
    waiting = _waiting(session, wave_id)
    if not waiting or (len(waiting) < SMALLEST_BATCH and not _has_closed(wave, now)):
        return 0
    survey = survey_of(wave_by_id(session, wave_id))
    ids = [one.id for one in waiting]
    cells = _answer_cells(survey, waiting, _texts(session, ids))
    cells.update(read_by_machine(session, wave_id, ids, _feeling_questions(survey)))
    _add(session, wave_id, cells)
    session.execute(update(Response).where(Response.id.in_(ids)).values(folded=True))
    session.execute(
        update(Wave).where(Wave.id == wave_id).values(folded_responses=Wave.folded_responses + len(ids))
    )
    return len(ids)


def _lock(session: Session, wave_id: UUID) -> Wave | None:
    return session.scalar(select(Wave).where(Wave.id == wave_id).with_for_update(skip_locked=True))


def _has_closed(wave: Wave, now: datetime) -> bool:
    return any(end is not None and now >= end for end in (wave.closes_at, wave.closed_at))


def _waiting(session: Session, wave_id: UUID) -> list[_Waiting]:
    unread_by_machine = exists().where(Comment.response_id == Response.id, Comment.read_first.is_(None))
    rows = session.execute(
        select(Response.id, Response.day, Response.chosen)
        .where(wave_of_waiting == wave_id, NOT_FOLDED, ~unread_by_machine)
        .limit(LARGEST_BATCH)
    )
    return [_Waiting(id=row.id, day=row.day, chosen=row.chosen) for row in rows]


def _texts(session: Session, ids: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    texts: dict[UUID, dict[str, str]] = {}
    for row in session.execute(
        select(Comment.response_id, Comment.field, Comment.text).where(Comment.response_id.in_(ids))
    ):
        texts.setdefault(row.response_id, {})[row.field] = row.text
    return texts


def _answer_cells(
    survey: Survey, waiting: Iterable[_Waiting], texts: Mapping[UUID, Mapping[str, str]]
) -> Counter[Cell]:
    cells: Counter[Cell] = Counter()
    for one in waiting:
        written = texts.get(one.id, {})
        shown = shown_questions(survey, one.chosen, written)
        cells[one.day, "responses", "", ""] += 1
        for question in survey.questions:
            if question.code not in shown or question.kind is Kind.INFORMATION:
                continue
            options = one.chosen.get(question.code, ())
            means_something = any(question.option(option).meaningful for option in options)
            cells[one.day, "answered", question.code, "shown"] += 1
            cells[one.day, "answered", question.code, "base"] += means_something or question.code in written
            cells[one.day, "answered", question.code, "blank"] += not options and question.code not in written
            for option in options:
                cells[one.day, "option", question.code, option] += 1
    return +cells


def _feeling_questions(survey: Survey) -> tuple[str, ...]:
    return tuple(question.code for question in survey.questions if question.kind is Kind.FACES)


def _rows(wave_id: UUID, cells: Mapping[Cell, int]) -> list[dict[str, object]]:
    return [
        {"wave_id": wave_id, "day": day, "subject": subject, "row": row, "col": col, "n": n}
        for (day, subject, row, col), n in sorted(cells.items())
    ]


def _add(session: Session, wave_id: UUID, cells: Mapping[Cell, int]) -> None:
    connection = session.connection()
    made: Any = sqlite.insert(Tally) if connection.dialect.name == "sqlite" else postgresql.insert(Tally)
    added = made.on_conflict_do_update(
        index_elements=[column.name for column in Tally.__table__.primary_key],
        set_={"n": Tally.n + made.excluded.n},
    )
    connection.execute(added, _rows(wave_id, cells))
