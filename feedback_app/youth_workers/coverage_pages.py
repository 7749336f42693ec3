"""Who has answered a wave so far: by district, by age, by place, beside the population."""

from uuid import UUID

from flask import Blueprint, render_template

from analysis.figures.suppression import protect
from feedback_app.domain.responses.coverage import population
from feedback_app.domain.responses.queries import counts, counts_a_day
from feedback_app.domain.venues.queries import venue_table
from feedback_app.domain.waves.queries import survey_of, wave_by_id
from feedback_app.platform import clock
from feedback_app.platform.database import reading
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only
from feedback_app.youth_workers.coverage_views import coverage_page
from feedback_app.youth_workers.wave_days import since

bp = Blueprint("coverage", __name__)


@bp.get("/surveys/<uuid:wave_id>/coverage")
@only(Role.ENGAGEMENT_OFFICER)
def show_coverage(wave_id: UUID) -> str:
    """Who has answered so far, by what the gate lets out. :raise 404: there is no such wave."""
    now, wave = clock.now(), wave_by_id(reading(), wave_id)
    page = coverage_page(
        wave,
        survey_of(wave),
        counts(reading(), wave_id),
        days=dict(counts_a_day(reading(), wave_id, first=since(wave, now))),
        population=population(),
        venues=protect(venue_table(reading(), wave_id)),
        now=now,
    )
    return render_template("youth_workers/waves/coverage.html", page=page)
