"""The queue: every comment, whatever its flags; flags only order it (SAFETY R-55, R-57)."""

from itertools import product
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, false, func, literal, or_, select, true, union_all
from sqlalchemy.orm import Session

from feedback_app.domain.findings.in_force import themes_in_force
from feedback_app.domain.findings.queries import FindingRecord, findings_of
from feedback_app.domain.findings.wording import question_words, questions_of
from feedback_app.domain.moderation.models import Quote
from feedback_app.domain.moderation.records import (
    SHELF_OF,
    STATE_ON,
    QueueFilter,
    QueueLine,
    QuoteToConfirm,
    ShelfCount,
    WaveChoice,
)
from feedback_app.domain.moderation.seen import seen_mark
from feedback_app.domain.moderation.states import Shelf
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.safeguarding.conflicts import Reader, responses_hidden_from
from feedback_app.domain.waves.models import Wave

COUNTED_TO = 999


def page_of_queue(
    session: Session, wanted: QueueFilter, *, reader: Reader, page: int, size: int
) -> tuple[tuple[QueueLine, ...], ShelfCount]:
    """One page of the queue and how many comments the filter finds (counted to 999).

    First what is not analysed yet or marked "read first", then the rest; within each the oldest day first,
    and within a day in the order of random keys: never in the order in which they came.
    """
    order = _in_order(wanted, reader, most=page * size)
    ids = list(session.scalars(order.offset((page - 1) * size).limit(size)))
    rows = session.execute(
        select(Comment, Wave.title, Wave.definition, Quote)
        .join(Wave, Wave.id == Comment.wave_id)
        .outerjoin(Quote, Quote.comment_id == Comment.id)
        .where(Comment.id.in_(ids))
    ).all()
    findings = findings_of(session, ids)
    lines = (
        _line(comment, title, definition, findings.get(comment.id), _to_confirm(comment, quote, reader))
        for comment, title, definition, quote in rows
    )
    return tuple(sorted(lines, key=lambda line: ids.index(line.id))), _count(session, wanted, reader)


def _line(
    comment: Comment, wave: str, definition: str, finding: FindingRecord | None, quote: QuoteToConfirm | None
) -> QueueLine:
    return QueueLine(
        id=comment.id,
        question=question_words(definition, comment.field),
        text=comment.text,
        wave=wave,
        day=comment.day,
        shelf=SHELF_OF[comment.state],
        read_first=comment.read_first,
        kinds=finding.kinds if finding else (),
        quote=quote,
    )


def _in_order(
    wanted: QueueFilter, reader: Reader, *, most: int, after: Comment | None = None
) -> Select[UUID]:
    """The ids of the first `most` comments of the queue, or of those after one, in its order.

    Put together from pieces that the index (state, read_first, day) gives in order, so that no page sorts every
    comment there is.
    """
    states = list(CommentState) if wanted.shelf is Shelf.ALL else [STATE_ON[wanted.shelf]]
    flags = (None, True) if wanted.read_first else (None, True, False)
    pieces = []
    for state, flag in product(states, flags):
        later = 1 if flag is False else 0
        piece = (
            _matching(wanted, reader, Comment.id, Comment.day, literal(later).label("later"))
            .where(Comment.state == state, Comment.read_first.is_(flag), *_after(after, later))
            .order_by(Comment.day, Comment.id)
            .limit(most)
        )
        pieces.append(select(piece.subquery()))
    found = union_all(*pieces).subquery()
    return select(found.c.id).order_by(found.c.later, found.c.day, found.c.id)


def _after(here: Comment | None, later: int) -> list[ColumnElement[bool]]:
    """What follows a comment in its own part of the order; all of a later part, nothing of an earlier one."""
    if here is None:
        return []
    own = 1 if here.read_first is False else 0
    if later != own:
        return [true() if later > own else false()]
    return [Comment.day >= here.day, or_(Comment.day > here.day, Comment.id > here.id)]


def _to_confirm(comment: Comment, quote: Quote | None, reader: Reader) -> QuoteToConfirm | None:
    if quote is None or comment.state is not CommentState.QUOTE_PROPOSED:
        return None
    by_oneself = reader.person_id in (quote.proposed_by, quote.redacted_by)
    return QuoteToConfirm(text=quote.text, seen=seen_mark(comment), by_oneself=by_oneself)


def _matching(wanted: QueueFilter, reader: Reader, *columns: Any) -> Select[Any]:
    found = select(*columns).select_from(Comment).where(*_conditions(wanted))
    return found.where(Comment.response_id.not_in(responses_hidden_from(reader)))


def _conditions(wanted: QueueFilter) -> list[ColumnElement[bool]]:
    held: list[ColumnElement[bool]] = []
    if wanted.shelf is not Shelf.ALL:
        held.append(Comment.state == STATE_ON[wanted.shelf])
    if wanted.wave_id is not None:
        held.append(Comment.wave_id == wanted.wave_id)
    if wanted.read_first:
        held.append(or_(Comment.read_first.is_(None), Comment.read_first.is_(True)))
    if wanted.question is not None:
        held.append(Comment.question_code == wanted.question)
    if wanted.theme is not None:
        themes = themes_in_force()
        held.append(Comment.id.in_(select(themes.c.comment_id).where(themes.c.code == wanted.theme)))
    return held


def _count(session: Session, wanted: QueueFilter, reader: Reader) -> ShelfCount:
    some = _matching(wanted, reader, Comment.id).limit(COUNTED_TO + 1).subquery()
    count = session.scalar(select(func.count()).select_from(some)) or 0
    return ShelfCount(shelf=wanted.shelf, count=min(count, COUNTED_TO), more=count > COUNTED_TO)


def count_shelves(session: Session, *, reader: Reader) -> tuple[ShelfCount, ...]:
    """How many comments stand on each shelf, each counted to 999, in one statement."""
    parts = []
    for shelf in STATE_ON:
        some = _matching(QueueFilter(shelf=shelf), reader, Comment.id).limit(COUNTED_TO + 1).subquery()
        parts.append(select(literal(shelf.value).label("shelf"), func.count().label("n")).select_from(some))
    counts = {row.shelf: row.n for row in session.execute(union_all(*parts))}
    return tuple(
        ShelfCount(shelf=shelf, count=min(counts[shelf], COUNTED_TO), more=counts[shelf] > COUNTED_TO)
        for shelf in Shelf
        if shelf is not Shelf.ALL
    )


def next_after(session: Session, comment_id: UUID, wanted: QueueFilter, *, reader: Reader) -> UUID | None:
    """The comment that follows in this part of the queue, else its first other one, else None."""
    here = session.get(Comment, comment_id)
    if here is not None:
        following = session.scalar(_in_order(wanted, reader, most=1, after=here).limit(1))
        if following is not None:
            return following
    return next(
        (one for one in session.scalars(_in_order(wanted, reader, most=2).limit(2)) if one != comment_id),
        None,
    )


def waves_to_choose(session: Session) -> tuple[WaveChoice, ...]:
    """The waves, newest first, with the questions they asked in free text."""
    rows = session.execute(
        select(Wave.id, Wave.title, Wave.definition).order_by(Wave.opens_at.desc(), Wave.id).limit(50)
    )
    return tuple(
        WaveChoice(id=row.id, title=row.title, questions=_text_questions(row.definition)) for row in rows
    )


def _text_questions(definition: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (question.code, question_words(definition, question.code))
        for question in questions_of(definition)
        if question.is_text or any(option.text_box for option in question.options)
    )
