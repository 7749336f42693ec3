"""/board/promises: what the board decided because of young people, written, published and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from feedback_app.board import form_page
from feedback_app.board.form_page import FieldGroup, FormPage
from feedback_app.board.paper_forms import ConfirmForm
from feedback_app.board.promise_forms import PromiseForm, promise_form, promise_from
from feedback_app.domain.indicators.queries import outcome_names
from feedback_app.domain.meetings.sections import day_words
from feedback_app.domain.promises.facts import PromiseRecord
from feedback_app.domain.promises.queries import promise_by_id, promises
from feedback_app.domain.promises.record import (
    SayWhatChanged,
    SayWhyNot,
    add_promise,
    edit_promise,
    set_published,
)
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE
from feedback_app.platform.mode import in_demonstration
from feedback_app.platform.paging import Pages, page_asked_for, pages_of, words_asked_for
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id

bp = Blueprint("promises", __name__)

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """One promise in the list; `action` publishes it, or takes it back."""

    you_said: str
    decision: str
    theme: str
    who: str
    status: str
    published: bool
    synthetic: bool
    address: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesPage:
    """The list of promises."""

    promises: tuple[PromiseLine, ...]
    words: str
    pages: Pages


@bp.get("/board/promises")
@only(Role.BOARD_OFFICER)
def show_promises() -> str:
    """Every promise, those that nobody outside sees yet first."""
    words, number = words_asked_for(), page_asked_for()
    found = promises(reading(), words=words)
    page = PromisesPage(
        promises=tuple(_line(one) for one in found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]),
        words=words,
        pages=pages_of(len(found), size=PAGE_SIZE, number=number),
    )
    return render_template("board/promises.html", page=page, form=ConfirmForm())


@bp.get("/board/promises/new")
@only(Role.BOARD_OFFICER)
def show_new_promise() -> Response:
    """The form for a new promise."""
    return form_page.show(_page("New promise"), promise_form(None, outcome_names(reading())))


@bp.post("/board/promises/new")
@only(Role.BOARD_OFFICER)
def add() -> Response:
    """Write a promise down; nobody outside sees it yet."""
    return _saved(_page("New promise"), None)


@bp.get("/board/promises/<uuid:promise_id>")
@only(Role.BOARD_OFFICER)
def show_promise(promise_id: UUID) -> Response:
    """The form of a promise. :raise 404: no promise has this id."""
    held = promise_by_id(reading(), promise_id)
    return form_page.show(_page("Change the promise"), promise_form(held.facts, outcome_names(reading())))


@bp.post("/board/promises/<uuid:promise_id>")
@only(Role.BOARD_OFFICER)
def save(promise_id: UUID) -> Response:
    """Change a promise."""
    promise_by_id(reading(), promise_id)
    return _saved(_page("Change the promise"), promise_id)


@bp.post("/board/promises/<uuid:promise_id>/publish")
@only(Role.BOARD_OFFICER)
def publish(promise_id: UUID) -> Response:
    """Show a promise to everybody."""
    return _set(promise_id, published=True)


@bp.post("/board/promises/<uuid:promise_id>/take-back")
@only(Role.BOARD_OFFICER)
def take_back(promise_id: UUID) -> Response:
    """Take a promise back; it can be published again."""
    return _set(promise_id, published=False)


def _saved(page: FormPage, promise_id: UUID | None) -> Response:
    form: PromiseForm = promise_form(None, outcome_names(reading()))
    if not form.validate_on_submit():
        return form_page.invalid(page, form)
    facts = promise_from(form, synthetic=in_demonstration())
    try:
        with transaction() as writing:
            if promise_id is None:
                add_promise(writing, facts, by=signed_in_id())
            else:
                edit_promise(writing, promise_id, facts, by=signed_in_id())
    except SayWhyNot as problem:
        return form_page.refused(page, form, problem, at="why_not")
    except SayWhatChanged as problem:
        return form_page.refused(page, form, problem, at="what_changed")
    return redirect(url_for("promises.show_promises"), 303)


def _set(promise_id: UUID, *, published: bool) -> Response:
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        set_published(writing, promise_id, published=published, by=signed_in_id())
    return redirect(url_for("promises.show_promises"), 303)


def _line(one: PromiseRecord) -> PromiseLine:
    due = "" if one.facts.due_on is None else f", by {day_words(one.facts.due_on)}"
    deed = "promises.take_back" if one.published else "promises.publish"
    return PromiseLine(
        you_said=one.facts.you_said,
        decision=one.facts.decision,
        theme=one.theme_words,
        who=f"{one.facts.owner}{due}",
        status=one.facts.status.words,
        published=one.published,
        synthetic=one.facts.synthetic,
        address=url_for("promises.show_promise", promise_id=one.id),
        action=url_for(deed, promise_id=one.id),
    )


def _page(title: str) -> FormPage:
    later = ("status", "why_not", "what_changed", "evidence", "young_people_say")
    return FormPage(
        title=title,
        intro="Write it as young people will read it: short sentences, no jargon, nobody's name who is not paid for it.",
        back_words="Promises",
        back_address=url_for("promises.show_promises"),
        submit_words="Save",
        groups=(
            FieldGroup(title="", names=("you_said", "theme", "decision", "owner", "due_on")),
            FieldGroup(title="What came of it", names=later),
        ),
        hints={
            "owner": "A role, such as Head of youth services.",
            "due_on": "For example 31/12/2026.",
            "why_not": "Needed where it is not possible.",
            "what_changed": "Needed where it is done.",
        },
    )
