"""How comments are read: versions are compared, put to use and rolled back; nothing is used before somebody has seen it."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.findings.agreement import agreement_of
from feedback_app.domain.findings.versions import (
    all_versions,
    before_the_one_in_use,
    progress,
    roll_back,
    use_version,
    version_named,
)
from feedback_app.domain.waves.queries import all_waves
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.platform.tasks import wake
from feedback_app.youth_workers.reading_views import reading_page, use_page
from feedback_app.youth_workers.wave_forms import ConfirmForm

bp = Blueprint("reading", __name__)


@bp.get("/surveys/reading")
@only(Role.ENGAGEMENT_OFFICER)
def show_versions() -> str:
    """The versions of the reading, how far people and the machine agree, and how far reading anew has come."""
    waves = [wave.id for wave in all_waves(reading())]
    page = reading_page(all_versions(reading()), progress(reading()), agreement_of(reading(), waves))
    return render_template("youth_workers/reading/versions.html", page=page)


@bp.get("/surveys/reading/<version>/use")
@only(Role.ENGAGEMENT_OFFICER)
def ask_to_use(version: str) -> str:
    """Show how a version compares, and ask before it is used. :raise 404: there is none."""
    wanted = version_named(reading(), version)
    page = use_page(wanted, title=f"Use {wanted.name}", action=url_for("reading.put_to_use", version=version))
    return render_template("youth_workers/reading/use.html", page=page, form=ConfirmForm())


@bp.post("/surveys/reading/<version>/use")
@only(Role.ENGAGEMENT_OFFICER)
def put_to_use(version: str) -> Response:
    """Read all comments by this version from now on. :raise 409: it was learned on another reading."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        use_version(writing, version, by=signed_in_id())
    return _reads_anew()


@bp.get("/surveys/reading/roll-back")
@only(Role.ENGAGEMENT_OFFICER)
def ask_to_roll_back() -> str:
    """Ask before going back to the version used before. :raise 409: the shipped one is in use."""
    wanted = version_named(reading(), before_the_one_in_use(reading()))
    page = use_page(wanted, title=f"Roll back to {wanted.name}", action=url_for("reading.roll_back_version"))
    return render_template("youth_workers/reading/use.html", page=page, form=ConfirmForm())


@bp.post("/surveys/reading/roll-back")
@only(Role.ENGAGEMENT_OFFICER)
def roll_back_version() -> Response:
    """Go back to the version used before the one in use. :raise 409: the shipped one is in use."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        roll_back(writing, by=signed_in_id())
    return _reads_anew()


def _reads_anew() -> Response:
    wake("read-anew")
    return redirect(url_for("reading.show_versions"), 303)
