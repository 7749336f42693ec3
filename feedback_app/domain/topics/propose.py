"""Looks for topics in a wave, and keeps what was found as proposals for a person to name or to drop."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from analysis.topics import Proposal, Proposals, TopicTerm, nearness
from feedback_app.domain.audit.record import record
from feedback_app.domain.responses.models import Comment
from feedback_app.domain.topics.models import Topic, TopicComment, TopicLook
from feedback_app.domain.topics.states import TopicState
from feedback_app.domain.topics.terms import stored_terms, terms_of_all
from feedback_app.platform import clock

#: From so much in common on, a proposal may be more of a topic that is there.
NEAR_FROM = 0.5


def keep_proposals(session: Session, wave_id: UUID, found: Proposals, *, by: UUID | None = None) -> int:
    """Keep what was found in place of this wave's undecided proposals; returns how many are proposed.

    What comes near a dropped topic is not proposed again; what comes near a named one is offered as more of it.
    """
    session.execute(delete(Topic).where(Topic.wave_id == wave_id, Topic.state == TopicState.PROPOSED))
    session.flush()
    decided = terms_of_all(session)
    kept = 0
    for one in found.topics:
        near = _nearest(one.terms, decided)
        if near is not None and near[1] is TopicState.DROPPED:
            continue
        _keep(session, wave_id, one, near_id=None if near is None else near[0])
        kept += 1
    look = session.get(TopicLook, wave_id) or TopicLook(wave_id=wave_id)
    look.looked_on, look.given, look.read, look.found = clock.today(), found.given, found.read, kept
    session.add(look)
    record(session, "topics-proposed", by=by, subject="wave", subject_id=wave_id)
    return kept


def _nearest(
    terms: Sequence[TopicTerm], decided: Sequence[tuple[UUID, TopicState, Sequence[TopicTerm]]]
) -> tuple[UUID, TopicState] | None:
    near = [(nearness(terms, other), topic_id, state) for topic_id, state, other in decided]
    best = max(near, key=lambda one: (one[0], one[1].hex), default=None)
    return None if best is None or best[0] < NEAR_FROM else (best[1], best[2])


def _keep(session: Session, wave_id: UUID, one: Proposal, *, near_id: UUID | None) -> None:
    topic = Topic(
        wave_id=wave_id,
        near_id=near_id,
        terms=stored_terms(one.terms),
        stability=one.stability,
        found_on=clock.today(),
    )
    session.add(topic)
    session.flush()
    # Some may have been taken back while topics were looked for.
    ids = [UUID(member) for member in one.members]
    there = set(session.scalars(select(Comment.id).where(Comment.id.in_(ids))))
    first = {member: place for place, member in enumerate(one.typical)}
    ordered = sorted(ids, key=lambda member: first.get(str(member), len(ids)))
    session.add_all(
        TopicComment(topic_id=topic.id, comment_id=member, place=place)
        for place, member in enumerate(ordered)
        if member in there
    )
    session.flush()
