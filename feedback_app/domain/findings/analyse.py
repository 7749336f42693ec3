"""From waiting to analysed: comments are taken under a lease, read outside any transaction, and stored in batches.

A worker that dies leaves its lease to run out; another then takes the comment again. What has no finding yet
keeps `read_first` empty, and the queue shows it among those to be read first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

import analysis
from analysis.learned.leaning import Leaning
from feedback_app.domain.findings.in_force import Labels, labels_in_force
from feedback_app.domain.findings.models import Finding, FindingTheme
from feedback_app.domain.findings.versions import AS_SHIPPED, InUse, read_by_another
from feedback_app.domain.findings.wording import question_words
from feedback_app.domain.responses.models import Comment, Response
from feedback_app.domain.responses.relabelled import note_relabelled
from feedback_app.domain.waves.models import Wave
from feedback_app.platform.logging import log_failure

BATCH = 20
LEASE = timedelta(seconds=30)
#: How long a comment that could not be analysed is left alone before it is tried again.
AFTER_FAILURE = timedelta(hours=1)


_comments = (
    select(Comment, Wave.definition, Response.language)
    .join(Wave, Wave.id == Comment.wave_id)
    .join(Response, Response.id == Comment.response_id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A comment to be analysed, with what was asked, and the language of the page it was written on."""

    comment_id: UUID
    text: str
    question: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysed:
    """A comment and what was found in it; None where the analysis failed."""

    comment_id: UUID
    text: str
    finding: "analysis.Finding | None"
    version: str = analysis.VERSION


@cache
def warm_up() -> None:
    """Load the word lists once, before somebody's comment has to wait for them."""
    analysis.analyse("Ready.", "")


def take_waiting(session: Session, *, now: datetime, size: int = BATCH) -> tuple[Waiting, ...]:
    """Take some comments without a finding under a lease; what another worker has taken is passed over."""
    rows = session.execute(
        _comments.where(
            Comment.read_first.is_(None), or_(Comment.leased_until.is_(None), Comment.leased_until < now)
        )
        .order_by(Comment.id)
        .limit(size)
        .with_for_update(of=Comment, skip_locked=True)
    ).all()
    for comment, _, _ in rows:
        comment.leased_until = now + LEASE
    return tuple(_waiting(comment, definition, page) for comment, definition, page in rows)


def take_any(session: Session, *, after: UUID | None, size: int = BATCH) -> tuple[Waiting, ...]:
    """The next comments in the order of their random keys, analysed or not: to go over everything again."""
    found = _comments
    if after is not None:
        found = found.where(Comment.id > after)
    return tuple(
        _waiting(comment, definition, page)
        for comment, definition, page in session.execute(found.order_by(Comment.id).limit(size))
    )


def _waiting(comment: Comment, definition: str, page: str) -> Waiting:
    question = question_words(definition, comment.field)
    return Waiting(comment_id=comment.id, text=comment.text, question=question, page=page)


def take_read_by_another(session: Session, *, size: int = BATCH) -> tuple[Waiting, ...]:
    """Some comments that were read by another learned version than the one in use."""
    found = _comments.join(Finding, Finding.comment_id == Comment.id).where(read_by_another(session))
    return tuple(
        _waiting(comment, definition, page)
        for comment, definition, page in session.execute(found.order_by(Comment.id).limit(size))
    )


def read_all(waiting: Iterable[Waiting], by: InUse = AS_SHIPPED) -> tuple[Analysed, ...]:
    """Analyse, outside any transaction; a text that breaks the analysis costs no other its turn.

    `by` is the version to read by: `versions.in_use`.
    """
    return tuple(
        Analysed(comment_id=one.comment_id, text=one.text, finding=_finding(one, by.leaning), version=by.name)
        for one in waiting
    )


def _finding(one: Waiting, leaning: Leaning | None) -> "analysis.Finding | None":
    try:
        return analysis.analyse(one.text, one.question, page=one.page, leaning=leaning)
    except Exception as error:  # whatever one text does, the others are read and this one stays in the queue
        log_failure("analysis-failed", error)
        return None


def store(session: Session, analysed: Sequence[Analysed], *, now: datetime) -> int:
    """Store findings in place of earlier ones; returns how many.

    A comment whose words changed meanwhile is left to be analysed again. Where the labels that count are others than
    before, it is noted, and the counts follow.
    """
    texts = dict(
        session.execute(
            select(Comment.id, Comment.text)
            .where(Comment.id.in_([one.comment_id for one in analysed]))
            .order_by(Comment.id)
            .with_for_update()
        ).all()
    )
    before, stored = labels_in_force(session, list(texts)), 0
    for one in analysed:
        if texts.get(one.comment_id) != one.text:
            _set_free(session, one.comment_id, until=None)
        elif one.finding is None:
            _set_free(session, one.comment_id, until=now + AFTER_FAILURE)
        else:
            _replace(session, one.comment_id, one.finding, one.version)
            stored += 1
    _note_changes(session, before)
    return stored


def _note_changes(session: Session, before: Mapping[UUID, Labels]) -> None:
    session.flush()
    after = labels_in_force(session, list(before))
    for comment_id in sorted(before):
        if after[comment_id] != before[comment_id]:
            note_relabelled(session, comment_id)


def _set_free(session: Session, comment_id: UUID, *, until: datetime | None) -> None:
    session.execute(update(Comment).where(Comment.id == comment_id).values(leased_until=until))


def _replace(session: Session, comment_id: UUID, found: "analysis.Finding", version: str) -> None:
    session.execute(delete(FindingTheme).where(FindingTheme.comment_id == comment_id))
    session.execute(delete(Finding).where(Finding.comment_id == comment_id))
    session.add(
        Finding(
            comment_id=comment_id,
            version=version,
            language=found.language,
            sentiment=None if found.sentiment is None else str(found.sentiment),
            score=found.score,
            confidence=found.confidence,
            sure=found.is_sure,
            read_first=found.concern.read_first,
            kinds=[str(kind) for kind in found.concern.kinds],
            because=list(found.concern.because),
            personal=[
                {"start": span.start, "end": span.end, "kind": str(span.kind)} for span in found.personal
            ],
            abusive=found.abusive,
        )
    )
    session.flush()
    session.add_all(
        FindingTheme(
            comment_id=comment_id,
            code=str(theme.code),
            confidence=theme.confidence,
            because=list(theme.because),
        )
        for theme in found.themes
    )
    session.execute(
        update(Comment)
        .where(Comment.id == comment_id)
        .values(read_first=found.concern.read_first, leased_until=None)
    )
