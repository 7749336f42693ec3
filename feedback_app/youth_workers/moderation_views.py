"""What the pages of moderation show, ready to print."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import url_for

from feedback_app.domain.moderation.records import (
    Beside,
    CommentRecord,
    LastDecision,
    QueueFilter,
    QueueLine,
    ShelfCount,
)
from feedback_app.domain.moderation.states import Shelf
from feedback_app.domain.safeguarding.deadlines import due, is_staffed
from feedback_app.platform import clock
from feedback_app.platform.paging import Pages
from feedback_app.youth_workers.helping_words import helped_words
from feedback_app.youth_workers.moderation_filter import arguments_of
from feedback_app.youth_workers.moderation_machine import MachineView, covered_words, machine_view
from feedback_app.youth_workers.moderation_marks import Segment, segments
from feedback_app.youth_workers.moderation_words import (
    day_words,
    moment_words,
)

PREVIEW = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfTab:
    """A shelf as a link with its count."""

    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """One comment in the list. `covered` says why its words are not shown at once; "" when they are."""

    address: str
    question: str
    preview: str
    covered: str
    about: str
    standing: str
    not_analysed: bool
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """The list beside or instead of a comment."""

    lines: tuple[ListLine, ...]
    found: str
    pages: Pages
    is_narrowed: bool
    clear: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneView:
    """What has just been decided, and the way back; `undo` is "" where there is none."""

    words: str
    undo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideView:
    """Another text of the same response."""

    address: str
    question: str
    text: str
    covered: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentView:
    """One comment: what was asked, the words, and all that helps to decide."""

    question: str
    segments: tuple[Segment, ...]
    marks: tuple[str, ...]
    covered: str
    about: str
    helped: str
    standing: str
    shelf: str
    last: str
    may_undo: bool
    may_quote: bool
    is_read_first: bool
    is_escalated: bool
    redacted: bool
    quote: str
    #: A quote that stays in until somebody says that nobody in it needs help.
    quote_stays_in: bool
    waits_for_reader: bool
    waits_for_other: str
    machine: MachineView | None
    beside: tuple[BesideView, ...]
    #: Outside staffed hours: by when the lead looks at what is urgent.
    out_of_hours: str
    back: str
    next: str
    decide: str
    second_person: str
    redact: str
    escalate: str
    undo: str


def shelf_tabs(counts: tuple[ShelfCount, ...], wanted: QueueFilter) -> tuple[ShelfTab, ...]:
    """The shelves, each with how much stands on it."""
    found = [_tab(one.shelf, f"{one.shelf.words} ({count_words(one)})", wanted) for one in counts]
    return (*found, _tab(Shelf.ALL, Shelf.ALL.words, wanted))


def _tab(shelf: Shelf, label: str, wanted: QueueFilter) -> ShelfTab:
    arguments: dict[str, Any] = {} if shelf is Shelf.TO_READ else {"state": shelf.value}
    return ShelfTab(
        label=label, address=url_for("moderation.show_queue", **arguments), current=shelf is wanted.shelf
    )


def count_words(count: ShelfCount) -> str:
    """A count that was taken up to a limit."""
    return f"more than {count.count}" if count.more else str(count.count)


def list_view(
    lines: tuple[QueueLine, ...],
    count: ShelfCount,
    *,
    wanted: QueueFilter,
    pages: Pages,
    narrowed: bool,
    current: UUID | None = None,
) -> ListView:
    """The list of one page of the queue."""
    return ListView(
        lines=tuple(_line(one, wanted, current, pages.number) for one in lines),
        found=f"{count_words(count)} {'comment' if count.count == 1 else 'comments'}",
        pages=pages,
        is_narrowed=narrowed,
        clear=url_for("moderation.show_queue", state=wanted.shelf.value) if narrowed else "",
    )


def _line(line: QueueLine, wanted: QueueFilter, current: UUID | None, page: int) -> ListLine:
    return ListLine(
        address=address_of(line.id, wanted, **({"page": page} if page > 1 else {})),
        question=line.question,
        preview=shortened(line.text),
        covered=covered_words(line.read_first, line.kinds),
        about=f"{line.wave}, {day_words(line.day)}",
        standing="" if line.shelf is wanted.shelf else line.shelf.words,
        not_analysed=line.read_first is None,
        current=line.id == current,
    )


def shortened(text: str) -> str:
    """The beginning of a text in one line."""
    folded = " ".join(text.split())
    return folded if len(folded) <= PREVIEW else f"{folded[:PREVIEW].rstrip()}…"


def address_of(comment_id: UUID, wanted: QueueFilter, **more: Any) -> str:
    """The address of a comment within a part of the queue."""
    return url_for("moderation.show_comment", comment_id=comment_id, **arguments_of(wanted), **more)


def comment_view(
    comment: CommentRecord, *, wanted: QueueFilter, reader_id: UUID, following: UUID | None
) -> CommentView:
    """One comment for the person who reads it."""
    parts = segments(comment.text, comment.finding)
    arguments: dict[str, Any] = {"comment_id": comment.id, **arguments_of(wanted)}
    return CommentView(
        question=comment.question,
        segments=parts,
        marks=tuple(dict.fromkeys(part.mark for part in parts if part.mark)),
        covered=covered_words(comment.read_first, comment.finding.kinds if comment.finding else ()),
        about=f"{comment.wave}, {day_words(comment.day)}",
        helped=helped_words(comment.helping),
        standing=comment.shelf.words,
        shelf=comment.shelf.value,
        last=last_words(comment.last) if comment.last else "",
        may_undo=bool(comment.last and comment.last.may_be_undone),
        may_quote=comment.may_quote,
        is_read_first=bool(comment.read_first),
        is_escalated=comment.shelf is Shelf.ESCALATED,
        redacted=comment.redacted,
        quote=comment.quote.text if comment.quote else "",
        quote_stays_in=bool(comment.quote and comment.read_first and not comment.quote.cleared),
        waits_for_reader=comment.shelf is Shelf.SECOND_PERSON and not _own_quote(comment, reader_id),
        waits_for_other=_own_quote(comment, reader_id) if comment.shelf is Shelf.SECOND_PERSON else "",
        machine=machine_view(comment),
        beside=tuple(_beside(one, wanted) for one in comment.beside),
        out_of_hours=_out_of_hours(),
        back=url_for("moderation.show_queue", **arguments_of(wanted)),
        next=address_of(following, wanted) if following else "",
        decide=url_for("moderation.decide_comment", **arguments),
        second_person=url_for("moderation.take_second_step", **arguments),
        redact=url_for("moderation.redact_comment", **arguments),
        escalate=url_for("moderation.escalate_comment", **arguments),
        undo=url_for("moderation.undo_decision", **arguments),
    )


def _out_of_hours() -> str:
    now = clock.now()
    return "" if is_staffed(now) else moment_words(due(now, urgent=True))


def _own_quote(comment: CommentRecord, reader_id: UUID) -> str:
    """Why this person cannot confirm the quote; "" when they can."""
    if comment.quote is None or comment.quote.proposed_by == reader_id:
        return "You put this quote forward. Somebody else confirms it."
    if comment.quote.redacted_by == reader_id:
        return "You took words out of this comment. Somebody else confirms it."
    return ""


def last_words(last: LastDecision) -> str:
    """The last decision in a sentence."""
    because = f": {last.reason.words[0].lower()}{last.reason.words[1:]}" if last.reason else ""
    return f"{last.decision.words} by {last.who} on {day_words(last.on)}{because}."


def _beside(one: Beside, wanted: QueueFilter) -> BesideView:
    return BesideView(
        address=address_of(one.id, wanted),
        question=one.question,
        text=one.text,
        covered="Read first" if one.read_first else "",
        standing=one.shelf.words,
    )
