"""The tables of topics: what was proposed, which comments are about it, and how many there were in each wave."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.domain.topics.states import TopicState
from feedback_app.platform.database import Identified, Model


class Topic(Identified, Model):
    """A topic. Its terms assign the comments of each wave to it; no comment's words are in it."""

    __tablename__ = "topic"

    #: The wave it was found in.
    wave_id: Mapped[UUID] = mapped_column(ForeignKey("wave.id", ondelete="CASCADE"), index=True)
    state: Mapped[TopicState] = mapped_column(default=TopicState.PROPOSED)
    name: Mapped[str | None]
    #: Why it was dropped or merged.
    reason: Mapped[str] = mapped_column(default="")
    into_id: Mapped[UUID | None] = mapped_column(ForeignKey("topic.id", ondelete="SET NULL"))
    #: A named topic that it may be more of.
    near_id: Mapped[UUID | None] = mapped_column(ForeignKey("topic.id", ondelete="SET NULL"))
    #: [{"term", "words", "weight"}]: each used in five responses or more, none of them personal.
    terms: Mapped[list[Any]]
    stability: Mapped[float]
    found_on: Mapped[date]
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    decided_on: Mapped[date | None]

    __table_args__ = (
        sa.CheckConstraint("state <> 'named' OR name IS NOT NULL", name="a_named_one_has_a_name"),
    )


class TopicComment(Model):
    """That a comment is about a topic, and how typical it is of it: 0 is the most typical."""

    __tablename__ = "topic_comment"

    topic_id: Mapped[UUID] = mapped_column(ForeignKey("topic.id", ondelete="CASCADE"), primary_key=True)
    comment_id: Mapped[UUID] = mapped_column(
        ForeignKey("comment.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    place: Mapped[int]

    __table_args__ = ({"sqlite_with_rowid": False},)


class TopicCount(Model):
    """How many comments of a wave are about a topic as of a batch; true counts, to be protected before they are shown."""

    __tablename__ = "topic_count"

    topic_id: Mapped[UUID] = mapped_column(ForeignKey("topic.id", ondelete="CASCADE"), primary_key=True)
    wave_id: Mapped[UUID] = mapped_column(ForeignKey("wave.id", ondelete="CASCADE"), primary_key=True)
    n: Mapped[int]
    #: How many comments the wave's counts held then.
    base: Mapped[int]
    #: How many responses the wave's counts held then: it is counted again when that moves (SAFETY R-46).
    folded: Mapped[int]


class TopicLook(Model):
    """When topics were last looked for in a wave, and in how much of it."""

    __tablename__ = "topic_look"

    wave_id: Mapped[UUID] = mapped_column(ForeignKey("wave.id", ondelete="CASCADE"), primary_key=True)
    looked_on: Mapped[date]
    #: Comments that no outcome covers, and how many of them were read.
    given: Mapped[int]
    read: Mapped[int]
    found: Mapped[int]
