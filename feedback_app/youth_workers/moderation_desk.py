"""Puts the desk together: the list, the comment beside it, and the forms under both."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import request, url_for

from feedback_app.domain.moderation.excerpts import first_sentences
from feedback_app.domain.moderation.queries import read_comment
from feedback_app.domain.moderation.queue import count_shelves, page_of_queue, waves_to_choose
from feedback_app.domain.moderation.records import CommentRecord, QueueFilter, QueueLine
from feedback_app.domain.moderation.redact import Cut, NothingToTakeOut
from feedback_app.domain.moderation.states import Shelf
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.platform.database import reading
from feedback_app.platform.forms import StaffForm, choices
from feedback_app.platform.paging import Pages, page_asked_for, pages_of
from feedback_app.platform.problems import Missing
from feedback_app.youth_workers.moderation_filter import (
    arguments_of,
    filter_asked_for,
    filter_form,
    is_narrowed,
)
from feedback_app.youth_workers.moderation_forms import (
    DecideForm,
    EscalateForm,
    FilterForm,
    RedactForm,
    SecondPersonForm,
    UndoForm,
    first_words,
)
from feedback_app.youth_workers.moderation_views import (
    CommentView,
    DoneView,
    ListView,
    ShelfTab,
    list_view,
    shelf_tabs,
)
from feedback_app.youth_workers.moderation_words import day_words, personal_words

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class ToConfirm:
    """A quote in the list, to be confirmed there; `quote` is "" when all of the words will be printed."""

    question: str
    text: str
    quote: str
    about: str
    address: str
    action: str
    by_oneself: bool
    cleared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """The list without a comment open."""

    title: str
    tabs: tuple[ShelfTab, ...]
    listing: ListView
    to_confirm: tuple[ToConfirm, ...]
    done: DoneView | None
    empty_title: str
    empty_words: str
    first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueForms:
    """The forms of the list."""

    filter: FilterForm
    undo: UndoForm
    confirm: tuple[SecondPersonForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentPage:
    """A comment with the list beside it."""

    tabs: tuple[ShelfTab, ...]
    listing: ListView
    comment: CommentView
    done: DoneView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentForms:
    """The forms of one comment; `problem` is what was wrong with the one that was sent, `at` its field."""

    decide: DecideForm
    second: SecondPersonForm
    redact: RedactForm
    escalate: EscalateForm
    undo: UndoForm
    problem: str
    at: str
    open: str


def list_page(reader: Reader) -> tuple[QueuePage, QueueForms]:
    """The list that was asked for, with its forms."""
    wanted = filter_asked_for()
    lines, listing = _listing(reader, wanted)
    title, words = _empty(wanted)
    waiting = [line for line in lines if line.quote is not None and wanted.shelf is Shelf.SECOND_PERSON]
    page = QueuePage(
        title=f"Comments: {wanted.shelf.words.lower()}",
        tabs=shelf_tabs(count_shelves(reading(), reader=reader), wanted),
        listing=listing,
        to_confirm=tuple(_to_confirm(line, wanted) for line in waiting),
        done=_done(reader),
        empty_title=title,
        empty_words=words,
        first=listing.lines[0].address if listing.lines else "",
    )
    forms = QueueForms(
        filter=filter_form(wanted, waves_to_choose(reading())),
        undo=UndoForm(formdata=None),
        confirm=tuple(_confirm_form(line) for line in waiting),
    )
    return page, forms


def list_for(reader: Reader, *, comment: CommentView, current: UUID) -> CommentPage:
    """The page of one comment."""
    wanted = filter_asked_for()
    _, listing = _listing(reader, wanted, current)
    return CommentPage(
        tabs=shelf_tabs(count_shelves(reading(), reader=reader), wanted),
        listing=listing,
        comment=comment,
        done=_done(reader),
    )


def _listing(
    reader: Reader, wanted: QueueFilter, current: UUID | None = None
) -> tuple[tuple[QueueLine, ...], ListView]:
    number = page_asked_for()
    lines, count = page_of_queue(reading(), wanted, reader=reader, page=number, size=PAGE_SIZE)
    so_far = number * PAGE_SIZE + (1 if len(lines) == PAGE_SIZE else 0)
    total = max(count.count, so_far) if count.more else count.count
    pages: Pages = pages_of(total, size=PAGE_SIZE, number=number)
    view = list_view(lines, count, wanted=wanted, pages=pages, narrowed=is_narrowed(wanted), current=current)
    return lines, view


def _empty(wanted: QueueFilter) -> tuple[str, str]:
    if is_narrowed(wanted):
        return "Nothing here with this filter", "Clear the filter to see the rest."
    if wanted.shelf is Shelf.TO_READ:
        return "Everything has been read", "New comments appear here by themselves as young people send them."
    if wanted.shelf is Shelf.SECOND_PERSON:
        return (
            "Nothing waits for a second person",
            "When a colleague puts a quote forward, you confirm it here.",
        )
    return f"Nothing under “{wanted.shelf.words}”", "What is decided so will stand here."


def _to_confirm(line: QueueLine, wanted: QueueFilter) -> ToConfirm:
    quote = line.quote
    arguments = arguments_of(wanted)
    return ToConfirm(
        question=line.question,
        text=line.text,
        quote=quote.text if quote and quote.text != line.text else "",
        about=f"{line.wave}, {day_words(line.day)}",
        address=url_for("moderation.show_comment", comment_id=line.id, **arguments),
        action=url_for("moderation.take_second_step", comment_id=line.id, **arguments),
        by_oneself=quote.by_oneself if quote else True,
        cleared=bool(line.read_first),
    )


def _confirm_form(line: QueueLine) -> SecondPersonForm:
    form = SecondPersonForm(formdata=None, prefix="second")
    form.seen.data = line.quote.seen if line.quote else ""
    return form


def _done(reader: Reader) -> DoneView | None:
    """What was just decided, named in the address by the comment's id; of an escalation not even that."""
    if request.args.get("escalated"):
        return DoneView(words="Escalated. The safeguarding lead is told by mail now.", undo="")
    try:
        comment_id = UUID(request.args.get("done", ""))
        comment = read_comment(reading(), comment_id, reader=reader)
    except (ValueError, Missing):
        return None
    if comment.last is None or not comment.last.may_be_undone:
        return None
    arguments = arguments_of(filter_asked_for())
    return DoneView(
        words=f"{comment.last.decision.words}.",
        undo=url_for("moderation.undo_decision", comment_id=comment_id, **arguments),
    )


def forms_for(comment: CommentRecord, *, staff: list[Any], sent: dict[str, Any]) -> CommentForms:
    """The forms of a comment; the one that was sent keeps what was typed."""
    decide = sent.get("decide") or DecideForm(
        formdata=None, prefix="decide", words=first_sentences(comment.text)
    )
    second = sent.get("second") or SecondPersonForm(formdata=None, prefix="second")
    redact = sent.get("redact") or RedactForm(formdata=None, prefix="redact")
    escalate = sent.get("escalate") or EscalateForm(formdata=None, prefix="escalate")
    for form in (decide, second, redact):
        form.seen.data = comment.seen
    redact.suggested.choices = _suggestions(comment)
    redact.spans.data = ""
    escalate.about.choices = staff
    name, form = next(iter(sent.items()), ("", None))
    problem, at = first_words(form) if isinstance(form, StaffForm) else ("", "")
    return CommentForms(
        decide=decide,
        second=second,
        redact=redact,
        escalate=escalate,
        undo=UndoForm(formdata=None),
        problem=problem,
        at=at,
        open=name,
    )


def _suggestions(comment: CommentRecord) -> list[Any]:
    spans = comment.finding.personal if comment.finding else ()
    return choices(
        (f"{span.start}-{span.end}", f"{comment.text[span.start : span.end]} ({personal_words(span.kind)})")
        for span in spans
        if span.end <= len(comment.text)
    )


def spans_of(texts: list[str]) -> tuple[Cut, ...]:
    """Ranges written "3-7,12-20". Raises NothingToTakeOut when they are not."""
    try:
        parts = [part for text in texts for part in text.split(",") if part]
        return tuple((int(start), int(end)) for start, end in (part.split("-", 1) for part in parts))
    except ValueError:
        raise NothingToTakeOut("What was chosen could not be read. Choose the words again.") from None
