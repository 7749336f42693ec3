"""Surveys: waves are opened, watched, extended, paused and closed; what is asked, previews, exports."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.responses.exporting import Purpose, closed_answers, note_export
from feedback_app.domain.responses.queries import counts_a_day
from feedback_app.domain.waves import lifecycle
from feedback_app.domain.waves.definitions import DefinitionFlawed, all_newest
from feedback_app.domain.waves.drafts import drafts
from feedback_app.domain.waves.lifecycle import WaveStanding
from feedback_app.domain.waves.queries import all_waves, survey_of, wave_by_id
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE, choices
from feedback_app.platform.mode import in_demonstration
from feedback_app.platform.paging import page_asked_for, pages_of
from feedback_app.platform.problems import Conflict, Invalid
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.youth_workers.wave_asked import asked_page
from feedback_app.youth_workers.wave_days import since
from feedback_app.youth_workers.wave_export import export_response, write_file
from feedback_app.youth_workers.wave_forms import ConfirmForm, ExportForm, ExtendForm, OpenForm
from feedback_app.youth_workers.wave_links import preview_links
from feedback_app.youth_workers.wave_preview import preview
from feedback_app.youth_workers.wave_views import ConfirmPage, wave_page, waves_page
from surveys import words_in

bp = Blueprint("waves", __name__)

PAGE_SIZE = 20


@bp.get("/surveys")
@only(Role.ENGAGEMENT_OFFICER)
def show_waves() -> str:
    """The waves by where they stand, and the instruments they can be opened with."""
    now, number = clock.now(), page_asked_for()
    waves = all_waves(reading())
    ended = [wave for wave in waves if wave.standing(now) is WaveStanding.CLOSED]
    page = waves_page(
        [wave for wave in waves if wave.standing(now) is not WaveStanding.CLOSED],
        ended[(number - 1) * PAGE_SIZE : number * PAGE_SIZE],
        all_newest(reading()),
        drafts=drafts(reading()),
        pages=pages_of(len(ended), size=PAGE_SIZE, number=number),
        now=now,
    )
    return render_template("youth_workers/waves/list.html", page=page)


@bp.get("/surveys/open")
@only(Role.ENGAGEMENT_OFFICER)
def show_open() -> str:
    """The form for a new wave."""
    return render_template("youth_workers/waves/open.html", form=_open_form())


@bp.post("/surveys/open")
@only(Role.ENGAGEMENT_OFFICER)
def open_wave() -> Response:
    """Open a wave, now or at a moment to come."""
    form = _open_form()
    if form.validate_on_submit():
        try:
            with transaction() as writing:
                wave_id = lifecycle.open_wave(
                    writing,
                    slug=str(form.slug.data),
                    title=str(form.title.data or ""),
                    opens_at=form.opens_at(),
                    days=form.runs_days(),
                    by=signed_in_id(),
                    synthetic=in_demonstration(),
                )
            return redirect(url_for("waves.show_wave", wave_id=wave_id), 303)
        except DefinitionFlawed:
            form.slug.errors = ["This survey has something to mend first. Look under “Surveys to open”."]
        except (Conflict, Invalid) as problem:
            form.form_errors.append(str(problem))
    return make_response(render_template("youth_workers/waves/open.html", form=form), 422)


@bp.get("/surveys/<uuid:wave_id>")
@only(Role.ENGAGEMENT_OFFICER)
def show_wave(wave_id: UUID) -> str:
    """One wave: its dates, its counts and what can be done. :raise 404: there is none."""
    return _render_wave(wave_id, ExtendForm(formdata=None), ExportForm(formdata=None))


@bp.post("/surveys/<uuid:wave_id>/extend")
@only(Role.ENGAGEMENT_OFFICER)
def extend(wave_id: UUID) -> Response:
    """Let the wave run longer. :raise 409: it has ended, or has no end."""
    form = ExtendForm()
    if form.validate_on_submit():
        try:
            with transaction() as writing:
                lifecycle.extend(writing, wave_id, days=form.days.data or 0, by=signed_in_id())
            return _to_wave(wave_id)
        except lifecycle.WaveOverlaps as problem:
            form.days.errors = [str(problem)]
    return make_response(_render_wave(wave_id, form, ExportForm(formdata=None)), 422)


@bp.post("/surveys/<uuid:wave_id>/pause")
@only(Role.ENGAGEMENT_OFFICER)
def pause(wave_id: UUID) -> Response:
    """Let an open wave rest. :raise 409: it is not open."""
    return _do(lifecycle.pause, wave_id)


@bp.post("/surveys/<uuid:wave_id>/resume")
@only(Role.ENGAGEMENT_OFFICER)
def resume(wave_id: UUID) -> Response:
    """Let a paused wave go on. :raise 409: it is not paused."""
    return _do(lifecycle.resume, wave_id)


@bp.get("/surveys/<uuid:wave_id>/close")
@only(Role.ENGAGEMENT_OFFICER)
def ask_to_close(wave_id: UUID) -> str:
    """Ask before a wave is closed."""
    wave = wave_by_id(reading(), wave_id)
    page = ConfirmPage(
        title=f"Close {wave.title}",
        question="Close this wave now?",
        words="Nobody can start it any more, and it cannot be opened again. Who has started can send their "
        "answers for 30 minutes more. To stop for a while, pause it.",
        action=url_for("waves.close", wave_id=wave_id),
        submit_words="Yes, close it",
        back=url_for("waves.show_wave", wave_id=wave_id),
    )
    return render_template("youth_workers/waves/confirm.html", page=page, form=ConfirmForm())


@bp.post("/surveys/<uuid:wave_id>/close")
@only(Role.ENGAGEMENT_OFFICER)
def close(wave_id: UUID) -> Response:
    """End a wave for good. :raise 409: it is neither open nor paused."""
    return _do(lifecycle.close, wave_id)


@bp.get("/surveys/<uuid:wave_id>/call-off")
@only(Role.ENGAGEMENT_OFFICER)
def ask_to_call_off(wave_id: UUID) -> str:
    """Ask before a wave to come is called off."""
    wave = wave_by_id(reading(), wave_id)
    page = ConfirmPage(
        title=f"Call off {wave.title}",
        question="Call this wave off?",
        words="It will not open, and disappears from this list. Nobody has answered it yet.",
        action=url_for("waves.call_off", wave_id=wave_id),
        submit_words="Yes, call it off",
        back=url_for("waves.show_wave", wave_id=wave_id),
    )
    return render_template("youth_workers/waves/confirm.html", page=page, form=ConfirmForm())


@bp.post("/surveys/<uuid:wave_id>/call-off")
@only(Role.ENGAGEMENT_OFFICER)
def call_off(wave_id: UUID) -> Response:
    """Take back a wave that has not opened. :raise 409: it has."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        lifecycle.call_off(writing, wave_id, by=signed_in_id())
    return redirect(url_for("waves.show_waves"), 303)


@bp.post("/surveys/<uuid:wave_id>/export")
@only(Role.ENGAGEMENT_OFFICER)
def export(wave_id: UUID) -> Response:
    """Closed answers as a file, and in the audit what they are for. :raise 409: too few people answered."""
    form = ExportForm()
    if not form.validate_on_submit():
        return make_response(_render_wave(wave_id, ExtendForm(formdata=None), form), 422)
    kind = str(form.form.data)
    wave = wave_by_id(reading(), wave_id)
    written = write_file(wave, closed_answers(reading(), wave), form=kind)
    with transaction() as writing:
        note_export(
            writing, wave, what=f"closed-{kind}", purpose=Purpose(form.purpose.data), by=signed_in_id()
        )
    return export_response(wave, written, form=kind)


@bp.get("/surveys/<uuid:wave_id>/preview")
@only(Role.ENGAGEMENT_OFFICER)
def preview_wave(wave_id: UUID) -> str:
    """The survey as young people see it in this wave; nothing can be sent from it."""
    return preview(survey_of(wave_by_id(reading(), wave_id)))


@bp.get("/surveys/<uuid:wave_id>/asked")
@only(Role.ENGAGEMENT_OFFICER)
def show_asked(wave_id: UUID) -> str:
    """What this wave asks, in the wording that was frozen into it."""
    wave = wave_by_id(reading(), wave_id)
    page = asked_page(
        survey_of(wave),
        title=f"What {wave.title} asks",
        back=url_for("waves.show_wave", wave_id=wave_id),
        back_words=f"Back to {wave.title}",
        previews=preview_links("waves.preview_wave", survey_of(wave), wave_id=wave_id),
    )
    return render_template("youth_workers/waves/asked.html", page=page)


def _open_form() -> OpenForm:
    form = OpenForm()
    form.slug.choices = choices(
        (instrument.slug, words_in(instrument.survey.title, "en")) for instrument in all_newest(reading())
    )
    return form


def _render_wave(wave_id: UUID, extend_form: ExtendForm, export_form: ExportForm) -> str:
    now = clock.now()
    wave = wave_by_id(reading(), wave_id)
    counts = dict(counts_a_day(reading(), wave_id, first=since(wave, now)))
    return render_template(
        "youth_workers/waves/wave.html",
        page=wave_page(wave, counts, now),
        form=export_form if export_form.errors else extend_form,
        forms={"extend": extend_form, "export": export_form, "confirm": ConfirmForm(formdata=None)},
    )


def _do(deed: Callable[..., None], wave_id: UUID) -> Response:
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        deed(writing, wave_id, by=signed_in_id())
    return _to_wave(wave_id)


def _to_wave(wave_id: UUID) -> Response:
    return redirect(url_for("waves.show_wave", wave_id=wave_id), 303)
