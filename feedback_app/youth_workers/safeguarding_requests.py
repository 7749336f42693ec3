"""Requests to be contacted: pages for the safeguarding lead alone, on the blueprint of safeguarding."""

from uuid import UUID

from flask import make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.safeguarding.contact_requests import (
    count_open,
    finish,
    line_of,
    open_request,
    page_of_requests,
)
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE
from feedback_app.platform.paging import page_asked_for, pages_of
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.youth_workers.moderation_forms import first_words
from feedback_app.youth_workers.safeguarding_forms import OutcomeForm, ReadForm
from feedback_app.youth_workers.safeguarding_pages import PAGE_SIZE, bp
from feedback_app.youth_workers.safeguarding_request_views import request_page, requests_page

__all__ = ["bp"]


@bp.get("/safeguarding/contact-requests")
@only(Role.SAFEGUARDING_LEAD)
def show_requests() -> str:
    """The requests to be contacted, without their words."""
    number = page_asked_for()
    lines, total = page_of_requests(reading(), page=number, size=PAGE_SIZE)
    page = requests_page(
        lines, waiting=count_open(reading()), pages=pages_of(total, size=PAGE_SIZE, number=number)
    )
    return render_template("youth_workers/safeguarding_requests.html", page=page)


@bp.get("/safeguarding/contact-requests/<uuid:request_id>")
@only(Role.SAFEGUARDING_LEAD)
def show_request(request_id: UUID) -> str:
    """One request, closed. :raise 404: there is none."""
    page = request_page(line_of(reading(), request_id))
    return _page(page, OutcomeForm(formdata=None))


@bp.post("/safeguarding/contact-requests/<uuid:request_id>/read")
@only(Role.SAFEGUARDING_LEAD)
def read_request(request_id: UUID) -> str | Response:
    """Open a request; the reading is noted."""
    if not ReadForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        record = open_request(writing, request_id, by=signed_in_id())
    return _page(request_page(record, record), OutcomeForm(formdata=None))


@bp.post("/safeguarding/contact-requests/<uuid:request_id>/finish")
@only(Role.SAFEGUARDING_LEAD)
def finish_request(request_id: UUID) -> str | Response:
    """Note what came of a request."""
    form = OutcomeForm()
    if not form.validate_on_submit():
        return make_response(_page(request_page(line_of(reading(), request_id)), form), 422)
    with transaction() as writing:
        finish(writing, request_id, by=signed_in_id(), outcome=str(form.outcome.data))
    return redirect(url_for("safeguarding.show_requests"), 303)


def _page(page: object, form: OutcomeForm) -> str:
    return render_template(
        "youth_workers/safeguarding_request.html",
        page=page,
        form=form,
        read=ReadForm(formdata=None),
        problem=first_words(form),
    )
