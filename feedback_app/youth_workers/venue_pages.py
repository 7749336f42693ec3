"""Venues: places where posters hang and tablets lie; made, renamed, archived and brought back."""

from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.venues.keep import VenueNameTaken, add_venue, change_venue, set_archived
from feedback_app.domain.venues.queries import page_of_venues, venue_by_id
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE
from feedback_app.platform.paging import page_asked_for, pages_of, words_asked_for
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.youth_workers.venue_forms import VenueForm
from feedback_app.youth_workers.venue_views import VenuePage, new_venue_page, venue_page, venues_page
from feedback_app.youth_workers.wave_forms import ConfirmForm

bp = Blueprint("venues", __name__)

PAGE_SIZE = 25


@bp.get("/surveys/venues")
@only(Role.ENGAGEMENT_OFFICER)
def show_venues() -> str:
    """The places that are offered, by name; `words` narrows, `archived=1` shows the archived ones."""
    words, number, archived = words_asked_for(), page_asked_for(), request.args.get("archived") == "1"
    venues, total = page_of_venues(reading(), words=words, archived=archived, page=number, size=PAGE_SIZE)
    page = venues_page(
        venues,
        total=total,
        words=words,
        archived=archived,
        pages=pages_of(total, size=PAGE_SIZE, number=number),
    )
    return render_template("youth_workers/venues/list.html", page=page)


@bp.get("/surveys/venues/new")
@only(Role.ENGAGEMENT_OFFICER)
def show_new_venue() -> str:
    """The form for a new place."""
    return _render(new_venue_page(), VenueForm())


@bp.post("/surveys/venues/new")
@only(Role.ENGAGEMENT_OFFICER)
def add() -> str | Response:
    """Add a place."""
    form = VenueForm()
    if form.validate_on_submit():
        try:
            with transaction() as writing:
                add_venue(writing, form.facts(), by=signed_in_id())
            return redirect(url_for("venues.show_venues"), 303)
        except VenueNameTaken as problem:
            form.name.errors = [str(problem)]
    return make_response(_render(new_venue_page(), form), 422)


@bp.get("/surveys/venues/<uuid:venue_id>")
@only(Role.ENGAGEMENT_OFFICER)
def show_venue(venue_id: UUID) -> str:
    """The form of one place. :raise 404: there is none."""
    venue = venue_by_id(reading(), venue_id)
    form = VenueForm(data={"name": venue.name, "kind": venue.kind.value, "district": venue.district})
    return _render(venue_page(venue), form)


@bp.post("/surveys/venues/<uuid:venue_id>")
@only(Role.ENGAGEMENT_OFFICER)
def change(venue_id: UUID) -> str | Response:
    """Describe a place anew; its posters stay good. :raise 404: there is none."""
    venue, form = venue_by_id(reading(), venue_id), VenueForm()
    if form.validate_on_submit():
        try:
            with transaction() as writing:
                change_venue(writing, venue_id, form.facts(), by=signed_in_id())
            return redirect(url_for("venues.show_venues"), 303)
        except VenueNameTaken as problem:
            form.name.errors = [str(problem)]
    return make_response(_render(venue_page(venue), form), 422)


@bp.post("/surveys/venues/<uuid:venue_id>/archive")
@only(Role.ENGAGEMENT_OFFICER)
def archive(venue_id: UUID) -> Response:
    """Offer a place no longer; what is counted stays, and it can be brought back. :raise 404: there is none."""
    return _set(venue_id, archived=True)


@bp.post("/surveys/venues/<uuid:venue_id>/bring-back")
@only(Role.ENGAGEMENT_OFFICER)
def bring_back(venue_id: UUID) -> Response:
    """Offer an archived place again. :raise 404: there is none."""
    return _set(venue_id, archived=False)


def _set(venue_id: UUID, *, archived: bool) -> Response:
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE)
    with transaction() as writing:
        set_archived(writing, venue_id, archived=archived, by=signed_in_id())
    return redirect(url_for("venues.show_venues"), 303)


def _render(page: VenuePage, form: VenueForm) -> str:
    confirm = ConfirmForm(formdata=None)
    return render_template(
        "youth_workers/venues/venue.html", page=page, form=form, forms={"confirm": confirm}
    )
