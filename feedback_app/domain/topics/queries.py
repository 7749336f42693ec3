"""Reads topics: for who decides about them, with figures through the gate, and for the board the named ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from analysis.figures.counts import RawTable, TableKind
from analysis.figures.suppression import SafeCount, SafeTable, protect, protect_number, rounded
from feedback_app.domain.moderation.publishing import PublishableText, quotable
from feedback_app.domain.responses.models import Comment
from feedback_app.domain.safeguarding.conflicts import Reader, responses_hidden_from
from feedback_app.domain.topics.models import Topic, TopicComment, TopicCount, TopicLook
from feedback_app.domain.topics.states import NoSuchTopic, TopicState
from feedback_app.domain.topics.terms import terms_in_force
from feedback_app.domain.waves.models import Wave

TITLE = "New topics that no outcome covers"
MOST_TYPICAL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRecord:
    """A topic as those see it who decide about it. `size` is fit to publish; `terms` are words, the heaviest first."""

    id: UUID
    state: TopicState
    name: str
    terms: tuple[str, ...]
    size: SafeCount
    stability: float
    wave: str
    found_on: date
    reason: str
    into: str
    near: str
    near_id: UUID | None

    @property
    def label(self) -> str:
        """Its name, or its first words while it has none."""
        return self.name or ", ".join(self.terms[:3])


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """When topics were last looked for in a wave; `given` and `read` are fit to publish."""

    wave: str
    looked_on: date
    given: SafeCount
    read: SafeCount
    is_part: bool
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Typical:
    """A typical comment, for who may read the queue."""

    id: UUID
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTopic:
    """A named topic for the board: its name and its approved quotes."""

    name: str
    quotes: tuple[PublishableText, ...]


def all_topics(session: Session) -> tuple[TopicRecord, ...]:
    """Every topic: proposed ones first, then by name, the latest found first."""
    rows = session.execute(
        select(Topic, Wave.title)
        .join(Wave, Wave.id == Topic.wave_id)
        .order_by(Topic.found_on.desc(), Topic.id)
    ).all()
    names = {topic.id: topic.name or "" for topic, _ in rows}
    sizes = _sizes(session)
    found = [_record(session, topic, title, names, sizes.get(topic.id, 0)) for topic, title in rows]
    order = list(TopicState)
    return tuple(
        sorted(
            found,
            key=lambda one: (order.index(one.state), one.name.casefold(), -(one.size.value or 0), one.terms),
        )
    )


def find_topic(session: Session, topic_id: UUID) -> TopicRecord:
    """One topic. Raises NoSuchTopic."""
    found = next((one for one in all_topics(session) if one.id == topic_id), None)
    if found is None:
        raise NoSuchTopic("There is no such topic any more.")
    return found


def typical_comments(session: Session, topic_id: UUID, *, reader: Reader) -> tuple[Typical, ...]:
    """The most typical comments that this person may see (SAFETY R-60)."""
    rows = session.execute(
        select(Comment.id, Comment.text)
        .join(TopicComment, TopicComment.comment_id == Comment.id)
        .where(TopicComment.topic_id == topic_id, Comment.response_id.not_in(responses_hidden_from(reader)))
        .order_by(TopicComment.place, Comment.id)
        .limit(MOST_TYPICAL)
    )
    return tuple(Typical(id=row.id, text=row.text) for row in rows)


def approved_comments(session: Session, topic_id: UUID) -> tuple[PublishableText, ...]:
    """The quotes on a topic that two people let through (SAFETY R-44), the most typical first."""
    places = {
        row.comment_id: row.place
        for row in session.execute(
            select(TopicComment.comment_id, TopicComment.place).where(TopicComment.topic_id == topic_id)
        )
    }
    waves = session.scalars(select(Comment.wave_id).where(Comment.id.in_(list(places))).distinct()).all()
    found = [one for one in quotable(session, wave_ids=waves) if one.comment_id in places]
    return tuple(sorted(found, key=lambda one: (places[one.comment_id], one.text)))


def looks(session: Session) -> tuple[Look, ...]:
    """Where topics have been looked for, the latest wave first."""
    rows = session.execute(
        select(TopicLook, Wave.title).join(Wave, Wave.id == TopicLook.wave_id).order_by(Wave.opens_at.desc())
    )
    return tuple(
        Look(
            wave=title,
            looked_on=look.looked_on,
            given=protect_number(look.given),
            read=protect_number(look.read),
            is_part=look.read < look.given,
            found=look.found,
        )
        for look, title in rows
    )


def topic_table(session: Session, wave_id: UUID) -> SafeTable | None:
    """How many comments of a wave are about each named topic, of all that were counted; None where none was counted.

    In the order of the published figures, which give away no more than they do.
    """
    rows = session.execute(
        select(Topic.name, TopicCount.n, TopicCount.base)
        .join(TopicCount, TopicCount.topic_id == Topic.id)
        .where(TopicCount.wave_id == wave_id, Topic.state == TopicState.NAMED)
    ).all()
    if not rows:
        return None
    counted = {str(row.name): int(row.n) for row in rows}
    ordered = sorted(counted, key=lambda name: (-_published(counted[name]), name.casefold()))
    return protect(
        RawTable.of(
            TITLE,
            {name: counted[name] for name in ordered},
            base=max(row.base for row in rows),
            kind=TableKind.MULTIPLE,
        )
    )


def named_topics(session: Session, quotes: Sequence[PublishableText]) -> tuple[NamedTopic, ...]:
    """The named topics in the order of their names, each with those of these quotes that are about it."""
    topics = session.execute(
        select(Topic.id, Topic.name).where(Topic.state == TopicState.NAMED).order_by(Topic.name)
    ).all()
    members: dict[UUID, set[UUID]] = {}
    for row in session.execute(
        select(TopicComment.topic_id, TopicComment.comment_id).where(
            TopicComment.comment_id.in_([one.comment_id for one in quotes])
        )
    ):
        members.setdefault(row.topic_id, set()).add(row.comment_id)
    return tuple(
        NamedTopic(
            name=str(row.name),
            quotes=tuple(one for one in quotes if one.comment_id in members.get(row.id, ())),
        )
        for row in topics
    )


def _published(count: int) -> int:
    shown = protect_number(count).value
    return rounded(shown or 0)


def _sizes(session: Session) -> dict[UUID, int]:
    rows = session.execute(select(TopicComment.topic_id, func.count()).group_by(TopicComment.topic_id))
    return {topic_id: n for topic_id, n in rows}


def _record(session: Session, topic: Topic, wave: str, names: Mapping[UUID, str], size: int) -> TopicRecord:
    return TopicRecord(
        id=topic.id,
        state=topic.state,
        name=topic.name or "",
        terms=tuple(one.words for one in terms_in_force(session, topic.id)),
        size=protect_number(size),
        stability=topic.stability,
        wave=wave,
        found_on=topic.found_on,
        reason=topic.reason,
        into=names.get(topic.into_id, "") if topic.into_id else "",
        near=names.get(topic.near_id, "") if topic.near_id else "",
        near_id=topic.near_id,
    )
