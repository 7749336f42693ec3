"""Kiosks of a wave: tablets are given a set-up link, listed, and switched off and on."""

from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.kiosks import keep
from feedback_app.domain.kiosks.keep import NewLink
from feedback_app.domain.kiosks.queries import kiosks_of
from feedback_app.domain.venues.queries import open_venues
from feedback_app.domain.waves.queries import wave_by_id
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE, choices
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.youth_workers.kiosk_forms import KioskForm
from feedback_app.youth_workers.kiosk_views import kiosks_page, link_page
from feedback_app.youth_workers.wave_forms import ConfirmForm

bp = Blueprint("kiosks", __name__)


@bp.get("/surveys/<uuid:wave_id>/kiosk")
@only(Role.ENGAGEMENT_OFFICER)
def show_kiosks(wave_id: UUID) -> str:
    """The kiosks of a wave, and the form for another. :raise 404: there is no such wave."""
    return _render(wave_id, _form())


@bp.post("/surveys/<uuid:wave_id>/kiosk")
@only(Role.ENGAGEMENT_OFFICER)
def make_kiosk(wave_id: UUID) -> Response:
    """Add a kiosk and show its set-up link once. :raise 404: there is no such wave."""
    form = _form()
    wave_by_id(reading(), wave_id)
    if not form.validate_on_submit():
        return make_response(_render(wave_id, form), 422)
    venue_id = UUID(form.venue.data) if form.venue.data else None
    with transaction() as writing:
        link = keep.make_kiosk(
            writing, wave_id, name=str(form.name.data), venue_id=venue_id, by=signed_in_id()
        )
    return _show(wave_id, link)


@bp.post("/surveys/<uuid:wave_id>/kiosk/<uuid:kiosk_id>/link")
@only(Role.ENGAGEMENT_OFFICER)
def make_link(wave_id: UUID, kiosk_id: UUID) -> Response:
    """Make another set-up link and show it once; an older one ends. :raise 404: there is no such kiosk."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        link = keep.new_link(writing, wave_id, kiosk_id, by=signed_in_id())
    return _show(wave_id, link)


@bp.post("/surveys/<uuid:wave_id>/kiosk/<uuid:kiosk_id>/off")
@only(Role.ENGAGEMENT_OFFICER)
def switch_off(wave_id: UUID, kiosk_id: UUID) -> Response:
    """Let a kiosk take no new answers; what waits on it may still be sent. :raise 404: there is no such kiosk."""
    return _switch(wave_id, kiosk_id, off=True)


@bp.post("/surveys/<uuid:wave_id>/kiosk/<uuid:kiosk_id>/on")
@only(Role.ENGAGEMENT_OFFICER)
def switch_on(wave_id: UUID, kiosk_id: UUID) -> Response:
    """Let a kiosk that was switched off go on. :raise 404: there is no such kiosk."""
    return _switch(wave_id, kiosk_id, off=False)


def _switch(wave_id: UUID, kiosk_id: UUID, *, off: bool) -> Response:
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        keep.switch(writing, wave_id, kiosk_id, off=off, by=signed_in_id())
    return redirect(url_for("kiosks.show_kiosks", wave_id=wave_id), 303)


def _form() -> KioskForm:
    form = KioskForm()
    venues = [(str(venue.id), venue.name) for venue in open_venues(reading())]
    form.venue.choices = choices([("", "None"), *venues])
    return form


def _render(wave_id: UUID, form: KioskForm) -> str:
    wave = wave_by_id(reading(), wave_id)
    page = kiosks_page(wave, kiosks_of(reading(), wave_id), has_venues=len(form.venue.choices or ()) > 1)
    return render_template(
        "youth_workers/kiosks.html", page=page, form=form, forms={"confirm": ConfirmForm(formdata=None)}
    )


def _show(wave_id: UUID, link: NewLink) -> Response:
    return make_response(render_template("youth_workers/kiosk_link.html", page=link_page(wave_id, link)))
