"""The audit, without content."""

from flask import Blueprint, render_template

from feedback_app.admin.views import AuditPage, audit_row
from feedback_app.domain.audit.queries import page_of_entries
from feedback_app.domain.people.queries import names_of
from feedback_app.platform.database import reading
from feedback_app.platform.paging import page_asked_for, pages_of
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only

bp = Blueprint("audit", __name__)

PAGE_SIZE = 50


@bp.get("/admin/audit")
@only(Role.ADMINISTRATOR)
def show_audit() -> str:
    """Who did what, newest first."""
    number = page_asked_for()
    lines, total = page_of_entries(reading(), page=number, size=PAGE_SIZE)
    names = names_of(reading(), frozenset(line.actor_id for line in lines if line.actor_id))
    page = AuditPage(
        rows=tuple(audit_row(line, names) for line in lines),
        total=total,
        pages=pages_of(total, size=PAGE_SIZE, number=number),
    )
    return render_template("admin/audit.html", page=page)
