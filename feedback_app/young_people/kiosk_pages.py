"""/kiosk: a tablet is set up, shows the survey to one person after another, and sends what waited on it."""

from base64 import urlsafe_b64encode
from uuid import UUID

from flask import Blueprint, Response, abort, current_app, jsonify, make_response, render_template, url_for

from feedback_app.domain.kiosks.queries import KioskRecord, kiosk_by_id
from feedback_app.domain.kiosks.receive import open_waiting, receive, sealing_key
from feedback_app.domain.kiosks.set_up import is_token_of, use_link
from feedback_app.domain.waves.queries import survey_of, wave_by_id
from feedback_app.domain.waves.standing import WaveRecord, WaveStanding
from feedback_app.platform import clock
from feedback_app.platform.access import anyone
from feedback_app.platform.assets import Assets
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.shared_tablet import remember_tablet
from feedback_app.platform.tasks import wake
from feedback_app.questionnaire.kiosk_page import Tablet, render_kiosk
from feedback_app.questionnaire.page import language_asked_for
from feedback_app.young_people import ways_kept
from feedback_app.young_people.fields import first, read_fields
from feedback_app.young_people.kiosk_sent import NOW_FIELD, tablet_now, waiting_in

bp = Blueprint("kiosk", __name__)

WORKER = "js/kiosk_worker.js"


@bp.get("/kiosk/set-up")
@anyone
def show_set_up() -> str:
    """The page that a one-time link opens on the tablet; the secret stands behind its #, so no server is told it."""
    return render_template("young_people/kiosk_set_up.html")


@bp.post("/kiosk/set-up")
@anyone
def set_up() -> Response:
    """Make this tablet a kiosk, once, and give it the token that it sends with. :raise 404: the link was used."""
    fields = read_fields()
    with transaction() as session:
        made = use_link(session, first(fields, "link"))
    response = jsonify(kiosk=str(made.kiosk_id), token=made.token)
    remember_tablet(response)
    return response


@bp.get("/kiosk/worker.js")
@anyone
def send_worker() -> Response:
    """The service worker that lets a kiosk start without signal; asked for anew each time."""
    assets: Assets = current_app.extensions["assets"]
    return Response(assets.named(WORKER).plain, mimetype="text/javascript")


@bp.get("/kiosk/<uuid:kiosk_id>")
@anyone
def show_kiosk(kiosk_id: UUID) -> Response:
    """The survey as a kiosk shows it; who opens it elsewhere can send nothing. :raise 404: there is no such kiosk."""
    kiosk = kiosk_by_id(reading(), kiosk_id)
    wave = wave_by_id(reading(), kiosk.wave_id)
    survey = survey_of(wave)
    ways = ways_kept.ways_of_request()
    ways = ways.said_in(language_asked_for(survey, ways.language))
    return make_response(render_kiosk(survey, _tablet(kiosk, wave), ways))


@bp.post("/kiosk/<uuid:kiosk_id>/send")
@anyone
def send(kiosk_id: UUID) -> Response:
    """Store what waited, each answer once, and say by id what is stored, too late or unreadable.

    :raise 403: this is not the kiosk's tablet.
    :raise 404: there is no such kiosk.
    """
    fields = read_fields()
    kiosk = kiosk_by_id(reading(), kiosk_id)
    if not is_token_of(reading(), kiosk_id, first(fields, "token")):
        abort(403)
    wave = wave_by_id(reading(), kiosk.wave_id)
    waiting, broken = waiting_in(fields)
    opened = {one.submission_id: open_waiting(kiosk, wave, one) for one in waiting}
    broken += [submission_id for submission_id, found in opened.items() if found is None]
    now = tablet_now(first(fields, NOW_FIELD), now=clock.now())
    with transaction() as session:
        whole = [found for found in opened.values() if found is not None]
        received = receive(session, kiosk, wave, whole, tablet_now=now)
    if received.new:
        wake("analyse")
    return jsonify(stored=_ids(received.stored), late=_ids(received.late), broken=_ids(broken))


def _ids(ids: tuple[UUID, ...] | list[UUID]) -> list[str]:
    return [one.hex for one in ids]


def _tablet(kiosk: KioskRecord, wave: WaveRecord) -> Tablet:
    return Tablet(
        kiosk=str(kiosk.id),
        address=url_for("kiosk.show_kiosk", kiosk_id=kiosk.id),
        key=urlsafe_b64encode(sealing_key(kiosk.id)).decode().rstrip("="),
        standing=_standing(kiosk, wave),
        closes="" if wave.ends_at is None else wave.ends_at.isoformat(),
        survey_address=url_for("survey.show_survey", slug=wave.slug),
    )


def _standing(kiosk: KioskRecord, wave: WaveRecord) -> str:
    if not kiosk.is_on:
        return "off"
    match wave.standing(clock.now()):
        case WaveStanding.OPEN:
            return "open"
        case WaveStanding.CLOSED:
            return "closed"
        case _:
            return "resting"
