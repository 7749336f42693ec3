"""What a person decides about a topic: its name, that it is part of another, that it is none; and the way back."""

from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

import analysis
from feedback_app.domain.audit.record import record
from feedback_app.domain.topics.models import Topic, TopicCount
from feedback_app.domain.topics.states import NameNotFit, NoReason, NoSuchTopic, NothingToDo, TopicState
from feedback_app.platform import clock

LONGEST_NAME = 60
LONGEST_REASON = 200


def name_topic(session: Session, topic_id: UUID, name: str, *, by: UUID) -> None:
    """Name a proposed topic, or name a named one anew. Raises NoSuchTopic, NothingToDo or NameNotFit."""
    topic = _topic(session, topic_id, TopicState.PROPOSED, TopicState.NAMED)
    topic.name = _fit_name(session, " ".join(name.split()), but=topic_id)
    _decided(session, topic, TopicState.NAMED, "topic-named", by=by)


def merge_topic(session: Session, topic_id: UUID, into_id: UUID, reason: str, *, by: UUID) -> None:
    """Count a topic as part of a named one from now on. Raises NoSuchTopic, NothingToDo or NoReason."""
    topic = _topic(session, topic_id, TopicState.PROPOSED, TopicState.NAMED)
    into = _topic(session, into_id, TopicState.NAMED)
    if into.id == topic.id:
        raise NothingToDo("A topic cannot be part of itself.")
    has_parts = session.scalar(
        select(func.count()).where(Topic.into_id == topic.id, Topic.state == TopicState.MERGED)
    )
    if has_parts:
        raise NothingToDo("Other topics are part of this one. Take them out of it first.")
    topic.reason, topic.into_id = _fit_reason(reason), into.id
    _decided(session, topic, TopicState.MERGED, "topic-merged", by=by)
    _count_anew(session, into.id)


def drop_topic(session: Session, topic_id: UUID, reason: str, *, by: UUID) -> None:
    """Say that a topic is none; what comes near it is not proposed again. Raises NoSuchTopic, NothingToDo or NoReason."""
    topic = _topic(session, topic_id, TopicState.PROPOSED, TopicState.NAMED)
    topic.reason = _fit_reason(reason)
    _decided(session, topic, TopicState.DROPPED, "topic-dropped", by=by)


def undo(session: Session, topic_id: UUID, *, by: UUID) -> None:
    """Take the last decision back: it is named again where it had a name, else proposed. Raises NoSuchTopic, NothingToDo."""
    topic = _topic(session, topic_id, TopicState.NAMED, TopicState.DROPPED, TopicState.MERGED)
    former, into_id = topic.state, topic.into_id
    if former is TopicState.NAMED:
        topic.name = None
    elif topic.name is not None:
        _fit_name(session, topic.name, but=topic.id)
    after = TopicState.PROPOSED if topic.name is None else TopicState.NAMED
    topic.reason, topic.into_id = "", None
    _decided(session, topic, after, "topic-undone", by=by)
    if former is TopicState.MERGED and into_id is not None:
        _count_anew(session, into_id)


def _topic(session: Session, topic_id: UUID, *states: TopicState) -> Topic:
    topic = session.scalar(select(Topic).where(Topic.id == topic_id).with_for_update())
    if topic is None:
        raise NoSuchTopic("There is no such topic any more.")
    if topic.state not in states:
        raise NothingToDo("Somebody else decided about this topic meanwhile. Look at how it stands now.")
    return topic


def _fit_name(session: Session, name: str, *, but: UUID) -> str:
    if not name:
        raise NameNotFit("Write a name.")
    if len(name) > LONGEST_NAME:
        raise NameNotFit(f"Use at most {LONGEST_NAME} characters.")
    for span in analysis.analyse(name, "").personal:
        raise NameNotFit(
            f"“{name[span.start : span.end]}” may show who somebody is. Name the topic after what it is about."
        )
    taken = session.scalars(select(Topic.name).where(Topic.state == TopicState.NAMED, Topic.id != but))
    if name.casefold() in {(one or "").casefold() for one in taken}:
        raise NameNotFit("Another topic has this name. Merge the two, or choose another.")
    return name


def _fit_reason(reason: str) -> str:
    said = " ".join(reason.split())
    if not said:
        raise NoReason("Say why, in a few words.")
    if len(said) > LONGEST_REASON:
        raise NoReason(f"Use at most {LONGEST_REASON} characters.")
    return said


def _decided(session: Session, topic: Topic, state: TopicState, deed: str, *, by: UUID) -> None:
    topic.state, topic.decided_by, topic.decided_on = state, by, clock.today()
    session.flush()
    _count_anew(session, topic.id)
    record(session, deed, by=by, subject="topic", subject_id=topic.id)


def _count_anew(session: Session, topic_id: UUID) -> None:
    """What is counted of a topic no longer holds; the job counts it again."""
    session.execute(delete(TopicCount).where(TopicCount.topic_id == topic_id))
