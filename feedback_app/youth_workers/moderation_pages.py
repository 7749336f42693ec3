"""Moderation: the queue, one comment, and what is decided about it."""

from typing import Any
from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Field

from feedback_app.domain.moderation.confirm import confirm_quote
from feedback_app.domain.moderation.decide import Choice, NotCleared, ReasonNeeded, decide, undo
from feedback_app.domain.moderation.label import labels_of
from feedback_app.domain.moderation.queries import read_comment
from feedback_app.domain.moderation.queue import next_after
from feedback_app.domain.moderation.redact import Wish, redact
from feedback_app.domain.moderation.states import Decision, Reason
from feedback_app.domain.safeguarding.escalate import Concern, colleagues, escalate
from feedback_app.domain.safeguarding.states import Kind
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE, choices
from feedback_app.platform.problems import Invalid
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.platform.tasks import wake
from feedback_app.youth_workers.label_pages import tells_nothing
from feedback_app.youth_workers.label_views import labels_part, without_hidden_labels
from feedback_app.youth_workers.moderation_desk import (
    CommentForms,
    forms_for,
    list_for,
    list_page,
    spans_of,
)
from feedback_app.youth_workers.moderation_filter import arguments_of, filter_asked_for
from feedback_app.youth_workers.moderation_forms import (
    DecideForm,
    EscalateForm,
    RedactForm,
    SecondPersonForm,
    UndoForm,
)
from feedback_app.youth_workers.moderation_reader import reader_signed_in
from feedback_app.youth_workers.moderation_views import comment_view
from feedback_app.youth_workers.reply_pages import part_beside

bp = Blueprint("moderation", __name__)

READERS = (Role.YOUTH_WORKER, Role.SAFEGUARDING_LEAD)


@bp.get("/moderation")
@only(*READERS)
def show_queue() -> str:
    """The queue, or the part of it that was asked for."""
    page, forms = list_page(reader_signed_in())
    return render_template("youth_workers/moderation_queue.html", page=page, forms=forms)


@bp.get("/moderation/<uuid:comment_id>")
@only(*READERS)
def show_comment(comment_id: UUID) -> str:
    """One comment. :raise 404: there is none, or it is not for this person."""
    return _comment_page(comment_id)


@bp.post("/moderation/<uuid:comment_id>/decide")
@only(*READERS)
def decide_comment(comment_id: UUID) -> str | Response:
    """Quote, count only, hold or spam; then the next comment.

    :raise 403: there is no yes to being quoted. :raise 409: somebody else was first.
    """
    form = DecideForm(prefix="decide")
    if not form.validate_on_submit():
        return _comment_again(comment_id, "decide", form)
    choice = Choice(
        decision=Decision(form.decision.data),
        seen=str(form.seen.data),
        reason=Reason(form.reason.data) if form.reason.data else None,
        words=form.words.data or None,
        cleared=bool(form.cleared.data),
    )
    following = _following(comment_id)
    try:
        with transaction() as writing:
            decide(writing, comment_id, choice, reader=reader_signed_in())
    except Invalid as problem:
        _field_of(problem, form).errors = [str(problem)]
        return _comment_again(comment_id, "decide", form)
    return _onward(comment_id, following)


@bp.post("/moderation/<uuid:comment_id>/publish")
@only(*READERS)
def take_second_step(comment_id: UUID) -> str | Response:
    """Confirm another's quote, or send it back. :raise 403: one's own. :raise 409: somebody else was first."""
    form = SecondPersonForm(prefix="second")
    if not form.validate_on_submit():
        return _comment_again(comment_id, "second", form)
    following = _following(comment_id)
    try:
        with transaction() as writing:
            if form.decision.data == Decision.CONFIRM.value:
                confirm_quote(writing, comment_id, reader=reader_signed_in(), seen=str(form.seen.data))
            else:
                reason = Reason(form.reason.data) if form.reason.data else None
                back = Choice(decision=Decision.SEND_BACK, seen=str(form.seen.data), reason=reason)
                decide(writing, comment_id, back, reader=reader_signed_in())
    except Invalid as problem:
        form.reason.errors = [str(problem)]
        return _comment_again(comment_id, "second", form)
    return _onward(comment_id, following)


@bp.post("/moderation/<uuid:comment_id>/redact")
@only(*READERS)
def redact_comment(comment_id: UUID) -> str | Response:
    """Take words out for good; the original is sealed. :raise 409: the words have changed since."""
    form = RedactForm(prefix="redact")
    form.suggested.choices = choices((value, value) for value in request.form.getlist("redact-suggested"))
    try:
        if not form.validate_on_submit():
            return _comment_again(comment_id, "redact", form)
        wish = Wish(
            seen=str(form.seen.data),
            cuts=spans_of([str(form.spans.data or ""), *(form.suggested.data or [])]),
            words=tuple(word for part in (form.words.data or "").split(",") if (word := part.strip())),
        )
        with transaction() as writing:
            redact(writing, comment_id, wish, reader=reader_signed_in())
    except Invalid as problem:
        form.words.errors = [str(problem)]
        return _comment_again(comment_id, "redact", form)
    arguments = arguments_of(filter_asked_for())
    return redirect(url_for("moderation.show_comment", comment_id=comment_id, **arguments), 303)


@bp.post("/moderation/<uuid:comment_id>/escalate")
@only(*READERS)
def escalate_comment(comment_id: UUID) -> str | Response:
    """Hand a comment to the safeguarding lead, who is told by mail; then the next comment."""
    form = EscalateForm(prefix="escalate")
    form.about.choices = _staff_choices()
    if not form.validate_on_submit():
        return _comment_again(comment_id, "escalate", form)
    concern = Concern(
        kinds=tuple(Kind(kind) for kind in form.kinds.data or ()),
        reason=str(form.reason.data),
        urgent=bool(form.urgent.data),
        about_person_id=UUID(form.about.data) if form.about.data else None,
    )
    following = _following(comment_id)
    try:
        with transaction() as writing:
            escalate(writing, comment_id, concern, reader=reader_signed_in())
    except Invalid as problem:
        (form.kinds if not concern.kinds else form.reason).errors = [str(problem)]
        return _comment_again(comment_id, "escalate", form)
    wake("tell-escalated")
    return _onward(comment_id, following, escalated=True)


@bp.post("/moderation/<uuid:comment_id>/undo")
@only(*READERS)
def undo_decision(comment_id: UUID) -> Response:
    """Take the last decision back and show the comment. :raise 409: there is none any more."""
    if not UndoForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        undo(writing, comment_id, reader=reader_signed_in())
    arguments = arguments_of(filter_asked_for())
    return redirect(url_for("moderation.show_comment", comment_id=comment_id, **arguments), 303)


def _field_of(problem: Invalid, form: DecideForm) -> Field:
    match problem:
        case ReasonNeeded():
            return form.reason
        case NotCleared():
            return form.cleared
        case _:
            return form.words


def _staff_choices() -> list[Any]:
    people = colleagues(reading(), but=signed_in_id())
    return choices([("", "No"), *((str(one.id), f"Yes, about {one.name}") for one in people)])


def _following(comment_id: UUID) -> UUID | None:
    """What comes next in this part of the queue, looked up before the comment leaves it."""
    return next_after(reading(), comment_id, filter_asked_for(), reader=reader_signed_in())


def _onward(comment_id: UUID, following: UUID | None, *, escalated: bool = False) -> Response:
    done = {"escalated": "yes"} if escalated else {"done": str(comment_id)}
    arguments = {**arguments_of(filter_asked_for()), **done}
    if following is None:
        return redirect(url_for("moderation.show_queue", **arguments), 303)
    return redirect(url_for("moderation.show_comment", comment_id=following, **arguments), 303)


def _comment_again(comment_id: UUID, which: str, form: object) -> Response:
    """The same page with what was typed and what is wrong."""
    return make_response(_comment_page(comment_id, {which: form}), 422)


def _comment_page(comment_id: UUID, sent: dict[str, object] | None = None) -> str:
    reader, wanted = reader_signed_in(), filter_asked_for()
    comment = read_comment(reading(), comment_id, reader=reader)
    labels = labels_of(reading(), comment_id, reader=reader, may_be_blind=tells_nothing())
    comment = without_hidden_labels(comment, labels)
    following = next_after(reading(), comment_id, wanted, reader=reader)
    page = list_for(
        reader,
        comment=comment_view(comment, wanted=wanted, reader_id=reader.person_id, following=following),
        current=comment_id,
    )
    forms: CommentForms = forms_for(comment, staff=_staff_choices(), sent=sent or {})
    reply = part_beside(comment_id, reader)
    return render_template(
        "youth_workers/moderation_comment.html",
        page=page,
        forms=forms,
        reply=reply,
        labels=labels_part(comment_id, labels, arguments_of(wanted)),
    )
