"""Which comments of each wave are about a named topic, and how many: counted when a wave's counts move, never between."""

from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from analysis.topics import TopicTerm, TopicText, belongs, closeness
from feedback_app.domain.responses.models import Comment, Tally
from feedback_app.domain.topics.models import Topic, TopicComment, TopicCount
from feedback_app.domain.topics.states import TopicState
from feedback_app.domain.topics.terms import terms_in_force
from feedback_app.domain.topics.uncovered import uncovered
from feedback_app.domain.waves.models import Wave


def waves_to_count(session: Session) -> tuple[UUID, ...]:
    """The waves whose counts have moved since a named topic was counted in them, or in which one never was."""
    rows = session.execute(
        select(Wave.id)
        .join(Topic, Topic.state == TopicState.NAMED)
        .outerjoin(TopicCount, (TopicCount.topic_id == Topic.id) & (TopicCount.wave_id == Wave.id))
        .where(
            Wave.folded_responses > 0,
            (TopicCount.folded.is_(None)) | (TopicCount.folded != Wave.folded_responses),
        )
        .distinct()
    )
    return tuple(wave_id for (wave_id,) in rows)


def count_topics(session: Session, wave_id: UUID) -> int:
    """Count every named topic in a wave by its terms, in place of what was counted; returns how many topics.

    Figures move in batches, since this runs when the wave's counts have moved or somebody has decided (SAFETY R-46).
    """
    folded = session.get_one(Wave, wave_id).folded_responses
    base = session.scalar(
        select(func.sum(Tally.n)).where(Tally.wave_id == wave_id, Tally.subject == "comments")
    )
    texts = uncovered(session, wave_id)
    topics = session.scalars(select(Topic.id).where(Topic.state == TopicState.NAMED).order_by(Topic.id)).all()
    for topic_id in topics:
        members = _members(terms_in_force(session, topic_id), texts)
        _remember(session, wave_id, topic_id, members)
        session.execute(
            delete(TopicCount).where(TopicCount.topic_id == topic_id, TopicCount.wave_id == wave_id)
        )
        session.add(
            TopicCount(
                topic_id=topic_id,
                wave_id=wave_id,
                n=len(members),
                base=max(int(base or 0), len(members)),
                folded=folded,
            )
        )
    session.flush()
    return len(topics)


def _members(terms: tuple[TopicTerm, ...], texts: tuple[TopicText, ...]) -> list[TopicText]:
    """Those about the topic, the nearest first."""
    found = [one for one in texts if belongs(terms, one)]
    return sorted(found, key=lambda one: (-closeness(terms, one), len(one.text), one.text, one.id))


def _remember(session: Session, wave_id: UUID, topic_id: UUID, members: list[TopicText]) -> None:
    of_wave = select(Comment.id).where(Comment.wave_id == wave_id)
    session.execute(
        delete(TopicComment).where(TopicComment.topic_id == topic_id, TopicComment.comment_id.in_(of_wave))
    )
    session.add_all(
        TopicComment(topic_id=topic_id, comment_id=UUID(one.id), place=place)
        for place, one in enumerate(members)
    )
    session.flush()
