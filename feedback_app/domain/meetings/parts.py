"""The parts of a paper as frozen records: what forms read and write, and what `assemble` prints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from analysis.figures.rag import Rag
from feedback_app.domain.meetings.document import FrontRow
from feedback_app.domain.meetings.kinds import ActionStatus, PaperStatus, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """What is said of a meeting and its paper as a whole. `held_on`: the board's own meetings since the last report."""

    report_date: date
    title: str
    purpose: Purpose = Purpose.NONE
    held_on: tuple[date, ...] = ()
    front: tuple[FrontRow, ...] = ()
    priorities_heading: str = ""
    commentary: str = ""
    forward_plan: str = ""
    shows_voice: bool = True
    synthetic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityPart:
    """What a paper says of one priority, section by section; prose in restricted Markdown."""

    priority_code: str
    heading: str = ""
    focus: str = ""
    progress_heading: str = ""
    progress_focus: str = ""
    deliverable: str = ""
    progress: str = ""
    next_review: date | None = None
    commentary_heading: str = ""
    commentary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPart:
    """One indicator in a paper's table."""

    indicator_id: UUID
    rag: Rag | None = None
    rag_because: str = ""
    doing: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPart:
    """Another item that was discussed."""

    title: str
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationPart:
    """What the board is asked, beginning with its verb."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPart:
    """An agreed action."""

    text: str
    owner: str
    due_on: date | None = None
    status: ActionStatus = ActionStatus.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexPart:
    """An annex and whether it is held here."""

    label: str
    title: str
    held: bool = False
    address: str = ""


ListPart = IndicatorPart | ItemPart | RecommendationPart | ActionPart | AnnexPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A part of a list with its id, in its place."""

    id: UUID
    position: int
    part: ListPart


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting in a list. `name` is its report's date as ISO text."""

    id: UUID
    name: str
    report_date: date
    title: str
    status: PaperStatus
    synthetic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper as it stands in the tables."""

    meeting: MeetingLine
    facts: MeetingFacts
    priorities: tuple[PriorityPart, ...]
    indicators: tuple[Placed, ...]
    items: tuple[Placed, ...]
    recommendations: tuple[Placed, ...]
    actions: tuple[Placed, ...]
    annexes: tuple[Placed, ...]
