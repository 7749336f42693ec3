"""The tables of meetings and of the parts of their papers. Prose is kept as typed, in restricted Markdown."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from analysis.figures.rag import Rag
from feedback_app.domain.meetings.kinds import ActionStatus, PaperStatus, Purpose
from feedback_app.platform.database import Identified, Model


class Meeting(Identified, Model):
    """One meeting of the board and its paper; the report's date is its name in addresses and commands."""

    __tablename__ = "meeting"

    report_date: Mapped[date] = mapped_column(unique=True)
    #: The board's own meetings since the last report, as ISO dates: not the report's date.
    held_on: Mapped[list[str]]
    title: Mapped[str]
    purpose: Mapped[Purpose] = mapped_column(default=Purpose.NONE)
    priorities_heading: Mapped[str] = mapped_column(default="")
    #: The red-and-amber section's paragraph of no priority.
    commentary: Mapped[str] = mapped_column(default="")
    forward_plan: Mapped[str] = mapped_column(default="")
    #: Whether "What young people told us" stands under Be Supported with its figures.
    shows_voice: Mapped[bool] = mapped_column(default=True)
    #: A demonstration's paper; it says so.
    synthetic: Mapped[bool] = mapped_column(default=False)
    status: Mapped[PaperStatus] = mapped_column(default=PaperStatus.DRAFT)
    published_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    #: The document as it was published; later values and words never change it.
    document: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))

    __table_args__ = (
        sa.CheckConstraint("status <> 'published' OR document IS NOT NULL", name="published_is_frozen"),
    )


class PaperPart(Identified, Model):
    """A row of a list in a paper, in its place."""

    __abstract__ = True

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]


class FrontSheetRow(PaperPart):
    """One line of the front sheet."""

    __tablename__ = "front_sheet_row"

    label: Mapped[str]
    value: Mapped[str]
    address: Mapped[str] = mapped_column(default="")


class PaperPriority(PaperPart):
    """What a paper says of one priority: a heading and a focus of its own in each section."""

    __tablename__ = "paper_priority"

    priority_code: Mapped[str] = mapped_column(ForeignKey("priority.code"))
    #: In "Priorities".
    heading: Mapped[str] = mapped_column(default="")
    focus: Mapped[str] = mapped_column(default="")
    #: In "Progress reports".
    progress_heading: Mapped[str] = mapped_column(default="")
    progress_focus: Mapped[str] = mapped_column(default="")
    deliverable: Mapped[str] = mapped_column(default="")
    progress: Mapped[str] = mapped_column(default="")
    #: The first day of the month in which it is reviewed; the sentence about it stands in the prose.
    next_review: Mapped[date | None]
    #: In the note on red and amber.
    commentary_heading: Mapped[str] = mapped_column(default="")
    commentary: Mapped[str] = mapped_column(default="")

    __table_args__ = (sa.UniqueConstraint("meeting_id", "priority_code"),)


class PaperIndicator(PaperPart):
    """One indicator in a paper's table."""

    __tablename__ = "paper_indicator"

    indicator_id: Mapped[UUID] = mapped_column(ForeignKey("indicator.id"))
    #: A status printed in this paper alone, set by a person with a reason.
    rag: Mapped[Rag | None]
    rag_because: Mapped[str] = mapped_column(default="")
    #: "What is being done to improve performance?"
    doing: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    __table_args__ = (
        sa.UniqueConstraint("meeting_id", "indicator_id"),
        sa.CheckConstraint("rag IS NULL OR rag_because <> ''", name="override_has_a_reason"),
    )


class PaperItem(PaperPart):
    """Another item that was discussed."""

    __tablename__ = "paper_item"

    title: Mapped[str]
    body: Mapped[str] = mapped_column(default="")


class PaperRecommendation(PaperPart):
    """What the board is asked to do; lettered by its place, beginning with its verb."""

    __tablename__ = "paper_recommendation"

    text: Mapped[str]


class PaperAction(PaperPart):
    """An agreed action with its owner."""

    __tablename__ = "paper_action"

    text: Mapped[str]
    owner: Mapped[str]
    due_on: Mapped[date | None]
    status: Mapped[ActionStatus] = mapped_column(default=ActionStatus.OPEN)


class PaperAnnex(PaperPart):
    """An annex: whether it is held here is said, for papers name annexes that are not."""

    __tablename__ = "paper_annex"

    label: Mapped[str]
    title: Mapped[str]
    held: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str] = mapped_column(default="")
