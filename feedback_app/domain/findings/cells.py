"""Labels that count, as cells to be counted: themes, sentiment by question, and sentiment beside feelings."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.findings.in_force import sentiment_in_force, themes_in_force
from feedback_app.domain.findings.models import Checked, Finding
from feedback_app.domain.responses.models import Comment, CommentState, Response
from feedback_app.domain.responses.reserved import ANSWER

#: Where the language is not English there is no sentiment.
NO_SENTIMENT = "none"

Cell: TypeAlias = tuple[date, str, str, str]


def cells_of(
    session: Session, wave_id: UUID, response_ids: Sequence[UUID] | None, feelings: Sequence[str]
) -> Counter[Cell]:
    """How many comments of these responses (None: of all that are counted) fall into each cell, by day.

    Spam is not counted, and neither are the boxes beside an option and her answers to replies. `feelings` are the questions answered by faces.
    """
    counted: tuple[Any, ...] = (
        Comment.wave_id == wave_id,
        Comment.field == Comment.question_code,
        Comment.question_code != ANSWER,
        Comment.state != CommentState.SPAM,
        Response.folded.is_(True) if response_ids is None else Response.id.in_(response_ids),
    )
    cells = _by_sentiment(session, counted)
    if feelings:
        cells.update(_by_feeling(session, counted, feelings))
    return cells


def _by_sentiment(session: Session, counted: Sequence[Any]) -> Counter[Cell]:
    sentiment, theme = func.coalesce(sentiment_in_force(), NO_SENTIMENT), themes_in_force()
    comments = (
        select(Comment.day, Comment.question_code, sentiment, func.count())
        .join(Finding, Finding.comment_id == Comment.id)
        .outerjoin(Checked, Checked.comment_id == Comment.id)
        .join(Response, Response.id == Comment.response_id)
        .where(*counted)
        .group_by(Comment.day, Comment.question_code, sentiment)
    )
    themes = (
        select(Comment.day, theme.c.code, sentiment, func.count())
        .join(Finding, Finding.comment_id == Comment.id)
        .outerjoin(Checked, Checked.comment_id == Comment.id)
        .join(theme, theme.c.comment_id == Comment.id)
        .join(Response, Response.id == Comment.response_id)
        .where(*counted)
        .group_by(Comment.day, theme.c.code, sentiment)
    )
    cells: Counter[Cell] = Counter()
    for subject, statement in (("comments", comments), ("theme", themes)):
        for day, row, col, n in session.execute(statement):
            cells[day, subject, row, col] += n
    return cells


def _by_feeling(session: Session, counted: Sequence[Any], feelings: Sequence[str]) -> Counter[Cell]:
    rows = session.execute(
        select(Response.day, Response.chosen, sentiment_in_force())
        .join(Comment, Comment.response_id == Response.id)
        .join(Finding, Finding.comment_id == Comment.id)
        .outerjoin(Checked, Checked.comment_id == Comment.id)
        .where(*counted)
    )
    cells: Counter[Cell] = Counter()
    for day, chosen, sentiment in rows:
        for question in feelings:
            for option in chosen.get(question, ()):
                cells[day, "feel", option, sentiment or NO_SENTIMENT] += 1
    return cells
