"""Labels of a comment: the machine's are confirmed or mended on the comment's page. They decide nothing about it."""

from uuid import UUID

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.findings.correct import Said
from feedback_app.domain.moderation.label import say_labels, take_back_labels
from feedback_app.platform.database import transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE, choices
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only
from feedback_app.youth_workers.moderation_filter import arguments_of, filter_asked_for
from feedback_app.youth_workers.moderation_forms import AGREES, SAID_THEMES, LabelsForm, UndoForm
from feedback_app.youth_workers.moderation_reader import reader_signed_in
from feedback_app.youth_workers.moderation_words import THEMES

bp = Blueprint("labels", __name__)

READERS = (Role.YOUTH_WORKER, Role.SAFEGUARDING_LEAD)


def tells_nothing() -> bool:
    """Whether the way to the comment leaves open what the machine says of it: a list by theme does not."""
    return filter_asked_for().theme is None


@bp.post("/moderation/<uuid:comment_id>/labels")
@only(*READERS)
def say(comment_id: UUID) -> Response:
    """Set the feeling or the themes of a comment, or agree with the machine's. :raise 409: it is not read yet."""
    form = LabelsForm(prefix="labels")
    form.themes.choices = choices(THEMES.items())
    if not form.validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        say_labels(writing, comment_id, _said(form), reader=reader_signed_in(), may_be_blind=tells_nothing())
    return _back(comment_id)


@bp.post("/moderation/<uuid:comment_id>/labels/undo")
@only(*READERS)
def undo(comment_id: UUID) -> Response:
    """Take back what one said last of a comment's labels. :raise 409: there is nothing of one's own."""
    if not UndoForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        take_back_labels(writing, comment_id, reader=reader_signed_in())
    return _back(comment_id)


def _said(form: LabelsForm) -> Said:
    pressed = str(form.said.data)
    if pressed == AGREES:
        return Said(agrees=True)
    if pressed == SAID_THEMES:
        return Said(themes=form.themes.data or [])
    return Said(sentiment=pressed)


def _back(comment_id: UUID) -> Response:
    arguments = arguments_of(filter_asked_for())
    address = url_for("moderation.show_comment", comment_id=comment_id, _anchor="labels-title", **arguments)
    return redirect(address, 303)
