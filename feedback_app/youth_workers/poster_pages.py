"""Posters of a wave: a page with a QR code for each place and language, and what came through each place."""

from uuid import UUID

from flask import Blueprint, make_response, render_template
from werkzeug.wrappers import Response

from analysis.figures.suppression import protect
from feedback_app.documents import poster
from feedback_app.documents.pdf import PdfUnavailable
from feedback_app.documents.poster import Size
from feedback_app.domain.audit.record import record
from feedback_app.domain.venues.counting import codes_for
from feedback_app.domain.venues.queries import open_venues, venue_table
from feedback_app.domain.waves.queries import survey_of, wave_by_id
from feedback_app.domain.waves.standing import WaveRecord
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.forms import choices
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.youth_workers.language_names import language_names
from feedback_app.youth_workers.poster_views import posters, posters_page
from feedback_app.youth_workers.venue_forms import PosterForm

bp = Blueprint("posters", __name__)

#: More pages in one file take longer than anybody waits.
MOST_PAGES = 60


@bp.get("/surveys/<uuid:wave_id>/posters")
@only(Role.ENGAGEMENT_OFFICER)
def show_posters(wave_id: UUID) -> str:
    """The form for posters, and how many answers came through each place. :raise 404: there is no such wave."""
    wave = wave_by_id(reading(), wave_id)
    return _render(wave, _form(wave))


@bp.post("/surveys/<uuid:wave_id>/posters")
@only(Role.ENGAGEMENT_OFFICER)
def make_posters(wave_id: UUID) -> Response:
    """The posters as one PDF; a place that has no code in this wave is given one. :raise 404: there is no such wave."""
    wave = wave_by_id(reading(), wave_id)
    form = _form(wave)
    if form.validate_on_submit() and _is_short_enough(form):
        return _pdf(wave, form)
    return make_response(_render(wave, form), 422)


def _pdf(wave: WaveRecord, form: PosterForm) -> Response:
    chosen = [venue for venue in open_venues(reading()) if str(venue.id) in (form.venues.data or [])]
    languages = [tag for tag in survey_of(wave).languages if tag in (form.languages.data or [])]
    with transaction() as writing:
        codes = codes_for(writing, wave.id, [venue.id for venue in chosen])
        record(writing, "made-posters", by=signed_in_id(), subject="wave", subject_id=wave.id)
    try:
        drawn = poster.write(
            posters(wave, chosen, codes, languages=languages),
            title=f"Posters for {wave.title}",
            size=Size(form.size.data),
        )
    except PdfUnavailable as problem:
        raise PdfUnavailable("Posters can be made on a machine that has them.") from problem
    response = make_response(drawn)
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f"attachment; filename=posters-{wave.slug}-{form.size.data}.pdf"
    return response


def _form(wave: WaveRecord) -> PosterForm:
    form = PosterForm()
    form.venues.choices = choices((str(venue.id), venue.name) for venue in open_venues(reading()))
    form.languages.choices = choices(language_names(survey_of(wave).languages))
    return form


def _is_short_enough(form: PosterForm) -> bool:
    if len(form.venues.data or []) * len(form.languages.data or []) <= MOST_PAGES:
        return True
    form.venues.errors = [
        f"These are more than {MOST_PAGES} posters. Choose fewer places or languages at a time."
    ]
    return False


def _render(wave: WaveRecord, form: PosterForm) -> str:
    page = posters_page(
        wave, has_venues=bool(form.venues.choices), figures=protect(venue_table(reading(), wave.id))
    )
    return render_template("youth_workers/posters.html", page=page, form=form)
