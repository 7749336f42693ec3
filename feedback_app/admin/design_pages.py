"""/design: every component in every state, on one page, while one develops."""

from flask import Blueprint, abort, render_template

from feedback_app.admin.design_samples import design_page, sample_form
from feedback_app.platform.access import anyone
from feedback_app.platform.mode import in_demonstration

bp = Blueprint("design", __name__)


@bp.get("/design")
@anyone
def show_design() -> str:
    """Every component in every state; only a demonstration has this page.

    :raise 404: this is a county's own installation.
    """
    if not in_demonstration():
        abort(404)
    return render_template("admin/design.html", page=design_page(), form=sample_form())
