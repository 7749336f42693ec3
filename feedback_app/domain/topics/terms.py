"""Terms of topics as they are kept, and those that count: a topic's own and those of what was merged into it."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.topics import TopicTerm
from feedback_app.domain.topics.models import Topic
from feedback_app.domain.topics.states import TopicState

_DECIDED = (TopicState.NAMED, TopicState.DROPPED)


def stored_terms(terms: Iterable[TopicTerm]) -> list[dict[str, Any]]:
    """Terms as plain JSON."""
    return [{"term": one.term, "words": one.words, "weight": one.weight} for one in terms]


def read_terms(stored: Iterable[Any]) -> tuple[TopicTerm, ...]:
    """Terms as they were stored."""
    return tuple(
        TopicTerm(term=one["term"], words=one["words"], weight=float(one["weight"])) for one in stored
    )


def terms_in_force(session: Session, topic_id: UUID) -> tuple[TopicTerm, ...]:
    """The terms of a topic and of those merged into it, each with its greatest weight, the heaviest first."""
    rows = session.scalars(
        select(Topic.terms).where(
            (Topic.id == topic_id) | ((Topic.into_id == topic_id) & (Topic.state == TopicState.MERGED))
        )
    )
    heaviest: dict[str, TopicTerm] = {}
    for one in (term for stored in rows for term in read_terms(stored)):
        if one.term not in heaviest or heaviest[one.term].weight < one.weight:
            heaviest[one.term] = one
    return tuple(sorted(heaviest.values(), key=lambda one: (-one.weight, one.term)))


def terms_of_all(session: Session) -> Sequence[tuple[UUID, TopicState, tuple[TopicTerm, ...]]]:
    """Every topic that was named or dropped, with its terms."""
    rows = session.execute(select(Topic.id, Topic.state).where(Topic.state.in_(_DECIDED)).order_by(Topic.id))
    return [(row.id, row.state, terms_in_force(session, row.id)) for row in rows.all()]
