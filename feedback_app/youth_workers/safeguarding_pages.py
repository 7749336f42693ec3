"""Safeguarding: escalations and requests to be contacted, for the safeguarding lead alone."""

from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.contact_requests import count_open
from feedback_app.domain.safeguarding.handle import Step, read_whole, take_step
from feedback_app.domain.safeguarding.queue import count_waiting, page_of_escalations, read_escalation
from feedback_app.domain.safeguarding.reading import WholeResponse
from feedback_app.domain.safeguarding.states import Deed, Route
from feedback_app.domain.safeguarding.unsealing import read_kept, read_original
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE, StaffForm
from feedback_app.platform.paging import page_asked_for, pages_of
from feedback_app.platform.problems import Invalid, Missing
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.youth_workers.moderation_forms import first_words
from feedback_app.youth_workers.safeguarding_case import forms_of_case
from feedback_app.youth_workers.safeguarding_forms import (
    AcknowledgeForm,
    KeptForm,
    NoteForm,
    OriginalForm,
    ReadForm,
    RouteForm,
)
from feedback_app.youth_workers.safeguarding_views import case_page, queue_page

bp = Blueprint("safeguarding", __name__)

PAGE_SIZE = 25


@bp.get("/safeguarding")
@only(Role.SAFEGUARDING_LEAD)
def show_queue() -> str:
    """Escalations: open ones first, by the time they are due."""
    finished, number = request.args.get("state") == "finished", page_asked_for()
    lines, total = page_of_escalations(
        reading(), reader=_reader(), finished=finished, page=number, size=PAGE_SIZE
    )
    page = queue_page(
        lines,
        waiting=count_waiting(reading(), reader=_reader()),
        requests=count_open(reading()),
        finished=finished,
        pages=pages_of(total, size=PAGE_SIZE, number=number),
    )
    return render_template("youth_workers/safeguarding_queue.html", page=page)


@bp.get("/safeguarding/<uuid:escalation_id>")
@only(Role.SAFEGUARDING_LEAD)
def show_escalation(escalation_id: UUID) -> str:
    """One escalation. :raise 404: there is none, or it is about who asks."""
    return _case_page(escalation_id)


@bp.post("/safeguarding/<uuid:escalation_id>/acknowledge")
@only(Role.SAFEGUARDING_LEAD)
def acknowledge(escalation_id: UUID) -> str | Response:
    """Say that somebody has it in hand."""
    return _step(escalation_id, "acknowledge", AcknowledgeForm(), Deed.ACKNOWLEDGE)


@bp.post("/safeguarding/<uuid:escalation_id>/route")
@only(Role.SAFEGUARDING_LEAD)
def pass_on(escalation_id: UUID) -> str | Response:
    """Note where it was passed on to, and why."""
    return _step(escalation_id, "route", RouteForm(prefix="route"), Deed.ROUTE)


@bp.post("/safeguarding/<uuid:escalation_id>/close")
@only(Role.SAFEGUARDING_LEAD)
def close(escalation_id: UUID) -> str | Response:
    """Close it with what came of it."""
    return _step(escalation_id, "close", NoteForm(prefix="close"), Deed.CLOSE)


@bp.post("/safeguarding/<uuid:escalation_id>/reopen")
@only(Role.SAFEGUARDING_LEAD)
def reopen(escalation_id: UUID) -> str | Response:
    """Open a closed one again."""
    return _step(escalation_id, "reopen", NoteForm(prefix="reopen"), Deed.REOPEN)


@bp.post("/safeguarding/<uuid:escalation_id>/return")
@only(Role.SAFEGUARDING_LEAD)
def send_back(escalation_id: UUID) -> str | Response:
    """Send an escalation made by mistake back to the queue."""
    return _step(escalation_id, "send_back", NoteForm(prefix="return"), Deed.RETURN)


@bp.post("/safeguarding/<uuid:escalation_id>/response")
@only(Role.SAFEGUARDING_LEAD)
def read_response(escalation_id: UUID) -> str | Response:
    """Open the whole response; the reading is noted."""
    if not ReadForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        whole = read_whole(writing, escalation_id, reader=_reader())
    return _case_page(escalation_id, response=whole)


@bp.post("/safeguarding/<uuid:escalation_id>/original")
@only(Role.SAFEGUARDING_LEAD)
def read_sealed(escalation_id: UUID) -> str | Response:
    """Open a sealed original for a reason; the reading is noted, and the rest of the response stays closed."""
    form = OriginalForm(prefix=f"original-{request.args.get('place', '')[:3]}")
    if not form.validate_on_submit():
        words, _ = first_words(form)
        return make_response(_case_page(escalation_id, problem=words), 422)
    try:
        comment_id = UUID(str(form.comment.data))
    except ValueError:
        raise Missing("There is no such comment.") from None
    with transaction() as writing:
        words = read_original(
            writing, escalation_id, comment_id, reader=_reader(), reason=str(form.reason.data)
        )
    return _case_page(escalation_id, original=words)


@bp.post("/safeguarding/<uuid:escalation_id>/kept")
@only(Role.SAFEGUARDING_LEAD)
def read_kept_words(escalation_id: UUID) -> str | Response:
    """Open the words of a response that was taken back, for a reason; the reading is noted."""
    form = KeptForm(prefix="kept")
    if not form.validate_on_submit():
        return make_response(_case_page(escalation_id, {"kept": form}), 422)
    with transaction() as writing:
        words = read_kept(writing, escalation_id, reader=_reader(), reason=str(form.reason.data))
    return _case_page(escalation_id, original=words)


def _reader() -> Reader:
    return Reader(person_id=signed_in_id(), is_lead=True)


def _step(escalation_id: UUID, which: str, form: StaffForm, deed: Deed) -> str | Response:
    if not form.validate_on_submit():
        return make_response(_case_page(escalation_id, {which: form}), 422)
    step = Step(
        deed=deed,
        note=str(form["note"].data or "") if "note" in form else "",
        route=Route(form["route"].data) if "route" in form and form["route"].data else None,
        reference=str(form["reference"].data or "") if "reference" in form else "",
    )
    try:
        with transaction() as writing:
            take_step(writing, escalation_id, step, reader=_reader())
    except Invalid as problem:
        field = form["route"] if step.route is None and "route" in form else form["reference"]
        field.errors = [str(problem)]
        return make_response(_case_page(escalation_id, {which: form}), 422)
    return redirect(url_for("safeguarding.show_escalation", escalation_id=escalation_id), 303)


def _case_page(
    escalation_id: UUID,
    sent: dict[str, StaffForm] | None = None,
    *,
    problem: str = "",
    response: WholeResponse | None = None,
    original: str = "",
) -> str:
    case = read_escalation(reading(), escalation_id, reader=_reader())
    page = case_page(case, response=response, original=original)
    forms = forms_of_case(sent=sent, problem=problem)
    return render_template("youth_workers/safeguarding_case.html", page=page, forms=forms)
