"""Writing back to who sent a response with a receipt: anonymously on both sides."""

from uuid import UUID, uuid4

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length

from feedback_app.domain.moderation.queries import read_comment
from feedback_app.domain.replies.queries import conversation_about, reply_to_take_back
from feedback_app.domain.replies.rules import MOST_CHARACTERS
from feedback_app.domain.replies.write import NotAReply, take_back_reply, write_reply
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE, StaffForm
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id, signed_in_role
from feedback_app.youth_workers.moderation_filter import arguments_of, filter_asked_for
from feedback_app.youth_workers.moderation_forms import first_words
from feedback_app.youth_workers.reply_views import ReplyPart, reply_page, reply_part, take_back_page

bp = Blueprint("replies", __name__)

WRITERS = (Role.YOUTH_WORKER, Role.SAFEGUARDING_LEAD)


class ReplyForm(StaffForm):
    """A reply; the same opening of the form is written once."""

    form_id = HiddenField(validators=[InputRequired(STALE)])
    words = TextAreaField(
        "Your reply",
        [
            InputRequired("Write something first."),
            Length(max=MOST_CHARACTERS, message=f"Use at most {MOST_CHARACTERS} characters."),
        ],
    )


class TakeBackForm(StaffForm):
    """A button; only the token."""


@bp.get("/moderation/<uuid:comment_id>/reply")
@only(*WRITERS)
def show_reply(comment_id: UUID) -> str:
    """The form to write back, with what was written so far. :raise 404: there is no such comment for this person."""
    return _page(comment_id, ReplyForm(formdata=None, prefix="reply", form_id=uuid4().hex))


@bp.post("/moderation/<uuid:comment_id>/reply")
@only(*WRITERS)
def send_reply(comment_id: UUID) -> str | Response:
    """Write back, once. :raise 403: there is no receipt, or it is for the safeguarding lead to write."""
    form = ReplyForm(prefix="reply")
    form_id = _id_of(form)
    if not form.validate_on_submit() or form_id is None:
        return make_response(_page(comment_id, form), 422)
    try:
        with transaction() as writing:
            write_reply(writing, comment_id, text=str(form.words.data), form_id=form_id, reader=_reader())
    except NotAReply as problem:
        form.words.errors = [str(problem)]
        return make_response(_page(comment_id, form), 422)
    return _to_the_comment(comment_id)


@bp.get("/moderation/<uuid:comment_id>/reply/<uuid:reply_id>/take-back")
@only(*WRITERS)
def ask_to_take_back(comment_id: UUID, reply_id: UUID) -> str:
    """Ask before a reply is taken back. :raise 404: it is not there any more."""
    turn = reply_to_take_back(reading(), comment_id, reply_id, reader=_reader())
    page = take_back_page(turn, comment_id, arguments_of(filter_asked_for()))
    return render_template(
        "youth_workers/moderation_reply_take_back.html", page=page, form=TakeBackForm(formdata=None)
    )


@bp.post("/moderation/<uuid:comment_id>/reply/<uuid:reply_id>/take-back")
@only(*WRITERS)
def take_back(comment_id: UUID, reply_id: UUID) -> Response:
    """Take a reply back; she does not see it any more. :raise 404: it is not there any more."""
    if not TakeBackForm().validate_on_submit():
        return error_response(422, words=STALE)
    with transaction() as writing:
        take_back_reply(writing, comment_id, reply_id, reader=_reader())
    return _to_the_comment(comment_id)


def part_beside(comment_id: UUID, reader: Reader) -> ReplyPart:
    """The conversation as it stands beside a comment."""
    talk = conversation_about(reading(), comment_id, reader=reader)
    return reply_part(talk, comment_id, arguments_of(filter_asked_for()))


def _page(comment_id: UUID, form: ReplyForm) -> str:
    reader = _reader()
    comment = read_comment(reading(), comment_id, reader=reader)
    page = reply_page(
        comment,
        conversation_about(reading(), comment_id, reader=reader),
        is_lead=reader.is_lead,
        arguments=arguments_of(filter_asked_for()),
    )
    problem, at = first_words(form)
    return render_template(
        "youth_workers/moderation_reply_page.html", page=page, form=form, problem=problem, at=at
    )


def _id_of(form: ReplyForm) -> UUID | None:
    try:
        return UUID(str(form.form_id.data))
    except ValueError:
        form.form_errors.append(STALE)
        form.form_id.data = uuid4().hex
        return None


def _reader() -> Reader:
    return Reader(person_id=signed_in_id(), is_lead=signed_in_role() is Role.SAFEGUARDING_LEAD)


def _to_the_comment(comment_id: UUID) -> Response:
    arguments = arguments_of(filter_asked_for())
    address = url_for("moderation.show_comment", comment_id=comment_id, _anchor="talk-title", **arguments)
    return redirect(address, 303)
