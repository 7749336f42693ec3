"""Folds new responses into counts, ten or more at a time, so that no page reads every response.

Figures move only in batches (SAFETY R-46): one more answer shows nothing, ten show together. What was taken back goes
off with a batch too: with the next ten that come, when ten are owed, or once nothing more can be taken back.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Row, delete, exists, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from feedback_app.domain.responses.holding import NOT_HELD
from feedback_app.domain.responses.models import Comment, Owed, Relabelled, Response, ResponseSource, Tally
from feedback_app.domain.responses.owed import count_owed, owed_cells, settle
from feedback_app.domain.responses.queries import NOT_FOLDED, wave_of_waiting
from feedback_app.domain.responses.relabelled import count_relabelled, forget_relabelled
from feedback_app.domain.responses.reserved import ANSWER
from feedback_app.domain.waves.models import Wave
from feedback_app.domain.waves.queries import survey_of, wave_by_id
from feedback_app.domain.waves.standing import GRACE, paper_is_over
from feedback_app.domain.waves.taking_back import last_day
from feedback_app.platform import clock
from surveys import Helping, Kind, Survey, shown_questions

SMALLEST_BATCH = 10
#: How many responses one call folds at most, so that nobody waits long behind it.
LARGEST_BATCH = 200
_READ_BY_THE_MACHINE = ("theme", "comments", "feel")
_COUNTED = (
    Response.id,
    Response.day,
    Response.chosen,
    Response.source,
    Response.help_given,
    Response.helper_role,
)

Cell: TypeAlias = tuple[date, str, str, str]
"""Day, subject, row, column."""
ReadByMachine: TypeAlias = Callable[[Session, UUID, Sequence[UUID] | None, Sequence[str]], Mapping[Cell, int]]
"""The cells of findings of these responses of a wave (None: of all that are counted), and its questions of feeling."""

MoreMayCome: TypeAlias = Callable[[Session, UUID, datetime], bool]
"""Whether answers to a wave that has ended may still come from tablets that were without signal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """One response that is to be counted."""

    id: UUID
    day: date
    chosen: Mapping[str, Sequence[str]]
    helping: Helping
    #: Brought in by the staff, from paper or a file.
    is_brought: bool = False


def no_more_comes(_session: Session, _wave_id: UUID, _now: datetime) -> bool:
    """For waves without tablets."""
    return False


def fold(
    session: Session,
    *,
    now: datetime,
    read_by_machine: ReadByMachine,
    more_may_come: MoreMayCome = no_more_comes,
) -> int:
    """Count what waits, wave by wave, and say how many responses were counted.

    A response waits until all its comments are analysed; a wave until ten do, or until it has closed.
    `read_by_machine` gives the cells of findings: `domain.findings.cells.cells_of`. What withdrawn responses still
    count for goes off with the same batch. Comments with other labels than they are counted with follow with that
    batch too, or once ten of them have. What comes from tablets after the end waits for ten again while
    `more_may_come`: one that came alone would be read off the figures.
    """
    return sum(
        _fold_wave(session, wave_id, now, read_by_machine, is_awaited=more_may_come(session, wave_id, now))
        for wave_id in _waves_with_work(session)
    )


def recount(session: Session, wave_id: UUID, *, read_by_machine: ReadByMachine) -> None:
    """Make the counts of themes, sentiment and feelings again, from the labels that count now.

    What withdrawn responses still count for stays in until the next batch.
    """
    _lock(session, wave_id)
    session.execute(delete(Tally).where(Tally.wave_id == wave_id, Tally.subject.in_(_READ_BY_THE_MACHINE)))
    forget_relabelled(session, wave_id)
    feelings = _feeling_questions(survey_of(wave_by_id(session, wave_id)))
    cells = Counter(read_by_machine(session, wave_id, None, feelings))
    cells.update(owed_cells(session, wave_id, _READ_BY_THE_MACHINE))
    if cells:
        session.connection().execute(insert(Tally), _rows(wave_id, cells))


def _waves_with_work(session: Session) -> list[UUID]:
    waiting = session.scalars(select(Response.wave_id).where(NOT_FOLDED).distinct())
    owed = session.scalars(select(Owed.wave_id).distinct())
    relabelled = session.scalars(select(Relabelled.wave_id).distinct())
    return list(dict.fromkeys([*waiting, *owed, *relabelled]))


def _fold_wave(
    session: Session, wave_id: UUID, now: datetime, read_by_machine: ReadByMachine, *, is_awaited: bool
) -> int:
    wave = _lock(session, wave_id)
    if wave is None:
        return 0
    waiting = _waiting(session, wave_id)
    is_whole = len(waiting) >= SMALLEST_BATCH
    is_a_batch = is_whole or bool(waiting) and _are_the_last(waiting, wave, now, is_awaited=is_awaited)
    owed = count_owed(session, wave_id)
    moves = is_a_batch or owed >= SMALLEST_BATCH or bool(owed) and _is_past_taking_back(wave, now)
    if moves:
        settle(session, wave_id)
    if is_a_batch:
        _count_in(session, wave_id, waiting, read_by_machine)
    if (relabelled := count_relabelled(session, wave_id)) and (moves or relabelled >= SMALLEST_BATCH):
        recount(session, wave_id, read_by_machine=read_by_machine)
    return len(waiting) if is_a_batch else 0


def _count_in(
    session: Session, wave_id: UUID, waiting: Sequence[_Waiting], read_by_machine: ReadByMachine
) -> None:
    ids = [one.id for one in waiting]
    _add(session, wave_id, _cells(session, wave_id, waiting, read_by_machine))
    session.execute(update(Response).where(Response.id.in_(ids)).values(folded=True))
    session.execute(
        update(Wave).where(Wave.id == wave_id).values(folded_responses=Wave.folded_responses + len(ids))
    )


def cells_counted(
    session: Session, wave_id: UUID, response_ids: Sequence[UUID], *, read_by_machine: ReadByMachine
) -> Counter[Cell]:
    """What these responses of a wave count for, as folding them counts it."""
    rows = session.execute(select(*_COUNTED).where(Response.id.in_(response_ids)))
    return _cells(session, wave_id, [_read(row) for row in rows], read_by_machine)


def _cells(
    session: Session, wave_id: UUID, responses: Sequence[_Waiting], read_by_machine: ReadByMachine
) -> Counter[Cell]:
    survey = survey_of(wave_by_id(session, wave_id))
    ids = [one.id for one in responses]
    cells = _answer_cells(survey, responses, _texts(session, ids))
    cells.update(read_by_machine(session, wave_id, ids, _feeling_questions(survey)))
    return cells


def _lock(session: Session, wave_id: UUID) -> Wave | None:
    """The wave's row, held against whoever folds or takes back, and not against answers that come meanwhile."""
    held = select(Wave).where(Wave.id == wave_id).with_for_update(skip_locked=True, key_share=True)
    return session.scalar(held)


def _is_past_taking_back(wave: Wave, now: datetime) -> bool:
    ended = wave.closes_at or wave.closed_at
    return ended is not None and clock.in_london(now).date() > last_day(ended, ended.date())


def _has_closed(wave: Wave, now: datetime) -> bool:
    return any(end is not None and now >= end for end in (wave.closes_at, wave.closed_at))


def _are_the_last(waiting: Sequence[_Waiting], wave: Wave, now: datetime, *, is_awaited: bool) -> bool:
    """Whether these need not wait for ten: the wave has ended.

    Late paper, and what tablets send late, wait while more may come (SAFETY R-46).
    """
    if not _has_closed(wave, now):
        return False
    ended = wave.closed_at or wave.closes_at
    if is_awaited and ended is not None and now > ended + GRACE:
        return False
    return paper_is_over(ended, now) or not all(one.is_brought for one in waiting)


def _waiting(session: Session, wave_id: UUID) -> list[_Waiting]:
    unread_by_machine = exists().where(
        Comment.response_id == Response.id, Comment.read_first.is_(None), Comment.question_code != ANSWER
    )
    rows = session.execute(
        select(*_COUNTED)
        .where(wave_of_waiting == wave_id, NOT_FOLDED, NOT_HELD, ~unread_by_machine)
        .limit(LARGEST_BATCH)
    )
    return [_read(row) for row in rows]


def _read(row: Row[*tuple[Any, ...]]) -> _Waiting:
    return _Waiting(
        id=row.id,
        day=row.day,
        chosen=row.chosen,
        helping=Helping(given=row.help_given, role=row.helper_role),
        is_brought=row.source is ResponseSource.IMPORT,
    )


def _texts(session: Session, ids: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    texts: dict[UUID, dict[str, str]] = {}
    for row in session.execute(
        select(Comment.response_id, Comment.field, Comment.text).where(
            Comment.response_id.in_(ids), Comment.question_code != ANSWER
        )
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
        cells[one.day, "help", one.helping.given or "", ""] += 1
        cells[one.day, "helper", one.helping.role or "", ""] += one.helping.was_helped
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
