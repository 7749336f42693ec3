"""Takes back everything that one person sent; nothing of it can be brought back (SAFETY R-33).

One transaction takes the response, its texts, what the machine found in them, what was decided about them, the words
that were put forward or approved as quotes, the sealed originals, the replies and her answers. What stays:

- the figures until the next batch, so that none tells by falling who went (SAFETY R-46; `responses.owed`);
- papers that are published already, which are frozen;
- the record of a safeguarding case without her words; while a case is open, also what was escalated, sealed, where the
  county keeps it so (WITHDRAWAL_KEEPS_OPEN_CASES);
- that one more response of the wave was taken back: a number without a day or an id (SAFETY R-87), and two keyed
  hashes that stop a resent form and an old export from bringing it back.

The audit says nothing: a line of it would tell the minute in which she did it (SAFETY R-03).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.replies.queries import conversation_of
from feedback_app.domain.responses.folding import cells_counted
from feedback_app.domain.responses.models import Comment, Response
from feedback_app.domain.responses.owed import owe
from feedback_app.domain.responses.reserved import ANSWER
from feedback_app.domain.responses.withdrawn import is_withdrawn, keep_marks, mark_of_response
from feedback_app.domain.safeguarding.taken_back import part_from
from feedback_app.domain.waves.models import Wave
from feedback_app.domain.waves.taking_back import last_day
from feedback_app.platform import clock
from feedback_app.platform.database import overwrite_what_is_deleted
from feedback_app.platform.problems import Conflict, Missing
from feedback_app.platform.taking_back import keeps_open_cases


class TooLate(Conflict):
    """The last day on which it could be taken back has passed."""


class Outcome(StrEnum):
    """What came of it."""

    GONE = "gone"
    WAS_GONE = "was_gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatGoes:
    """What would go: how many texts, replies and answers, and until when she can take it back."""

    texts: int
    replies: int
    answers: int
    until: date
    is_too_late: bool


def what_goes(session: Session, response_id: UUID) -> WhatGoes:
    """What taking it back would take. Raises Missing."""
    row = session.execute(
        select(Response.day, Wave.closes_at)
        .join(Wave, Wave.id == Response.wave_id)
        .where(Response.id == response_id, Response.receipt_hash.is_not(None))
    ).one_or_none()
    if row is None:
        raise Missing("There is no such response.")
    turns = conversation_of(session, response_id)
    codes = session.scalars(select(Comment.question_code).where(Comment.response_id == response_id))
    until = last_day(row.closes_at, row.day)
    return WhatGoes(
        texts=sum(code != ANSWER for code in codes),
        replies=sum(not turn.is_hers for turn in turns),
        answers=sum(turn.is_hers for turn in turns),
        until=until,
        is_too_late=clock.today() > until,
    )


def withdraw(session: Session, response_id: UUID) -> Outcome:
    """Delete a response with everything that came of it. Twice is once.

    Raises TooLate after the last day, Missing where there never was such a response or it has no receipt.
    """
    if is_withdrawn(session, mark_of_response(response_id)):
        return Outcome.WAS_GONE
    wave = _wave_held(session, response_id)
    comments = select(Comment.id).where(Comment.response_id == response_id).order_by(Comment.id)
    session.execute(comments.with_for_update())
    response = session.scalar(select(Response).where(Response.id == response_id).with_for_update())
    if response is None or wave is None:
        return _gone_meanwhile(session, response_id)
    if response.receipt_hash is None:
        raise Missing("There is no such response.")
    if clock.today() > last_day(wave.closes_at, response.day):
        raise TooLate("The last day to take this back has passed.")
    if response.folded:
        counted = cells_counted(session, wave.id, [response.id], read_by_machine=cells_of)
        owe(session, wave.id, counted)
    _take_away(session, response)
    return Outcome.GONE


def _wave_held(session: Session, response_id: UUID) -> Wave | None:
    """The wave's row, locked, so that nothing is folded meanwhile; answers still come in."""
    of_the_response = select(Response.wave_id).where(Response.id == response_id).scalar_subquery()
    held = select(Wave).where(Wave.id == of_the_response).with_for_update(key_share=True)
    return session.scalar(held)


def _gone_meanwhile(session: Session, response_id: UUID) -> Outcome:
    if is_withdrawn(session, mark_of_response(response_id)):
        return Outcome.WAS_GONE
    raise Missing("There is no such response.")


def _take_away(session: Session, response: Response) -> None:
    part_from(session, response.id, keep_words=keeps_open_cases())
    keep_marks(session, response.id, response.submission_hash)
    session.flush()
    overwrite_what_is_deleted(session)
    session.execute(delete(Response).where(Response.id == response.id))
    session.execute(
        update(Wave)
        .where(Wave.id == response.wave_id)
        .values(withdrawn_responses=Wave.withdrawn_responses + 1)
    )
