"""What pages learn of comments: frozen records, never rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from feedback_app.domain.findings.queries import FindingRecord
from feedback_app.domain.moderation.states import Decision, Reason, Shelf
from feedback_app.domain.responses.models import CommentState
from surveys import Helping

SHELF_OF: Mapping[CommentState, Shelf] = {
    CommentState.UNREAD: Shelf.TO_READ,
    CommentState.QUOTE_PROPOSED: Shelf.SECOND_PERSON,
    CommentState.HELD: Shelf.HELD,
    CommentState.QUOTE_CONFIRMED: Shelf.QUOTES,
    CommentState.COUNT_ONLY: Shelf.COUNTED,
    CommentState.ESCALATED: Shelf.ESCALATED,
    CommentState.SPAM: Shelf.SPAM,
}
STATE_ON: Mapping[Shelf, CommentState] = {shelf: state for state, shelf in SHELF_OF.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """What part of the queue somebody wants to see."""

    shelf: Shelf = Shelf.TO_READ
    wave_id: UUID | None = None
    read_first: bool = False
    question: str | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteToConfirm:
    """A quote in the list that waits for a second person; `by_oneself` when the reader had a hand in it."""

    text: str
    seen: str
    by_oneself: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLine:
    """One comment in the list. `read_first` is None until it has been analysed."""

    id: UUID
    question: str
    text: str
    wave: str
    day: date
    shelf: Shelf
    read_first: bool | None
    kinds: tuple[str, ...]
    quote: QuoteToConfirm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfCount:
    """How many comments stand on a shelf; `more` when there are more than were counted."""

    shelf: Shelf
    count: int
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRecord:
    """A proposed or confirmed quote and who had a hand in it."""

    text: str
    cleared: bool
    proposed_by: UUID
    redacted_by: UUID | None
    proposer: str
    confirmer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDecision:
    """The last decision that stands about a comment."""

    decision: Decision
    reason: Reason | None
    who: str
    on: date
    may_be_undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Another text of the same response."""

    id: UUID
    question: str
    text: str
    shelf: Shelf
    read_first: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRecord:
    """One comment with all that a person needs to decide about it."""

    id: UUID
    question: str
    text: str
    wave: str
    day: date
    shelf: Shelf
    may_quote: bool
    read_first: bool | None
    #: Stands for state and words as they are now; a deed says which it was decided upon.
    seen: str
    finding: FindingRecord | None
    quote: QuoteRecord | None
    last: LastDecision | None
    redacted: bool
    #: Who helped her to answer, and how, as she said it.
    helping: Helping
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveChoice:
    """A wave to filter by, with what it asked in people's own words: (field's question code, words)."""

    id: UUID
    title: str
    questions: tuple[tuple[str, str], ...]
