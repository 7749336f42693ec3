"""Whether the process is up, and whether it can take an answer."""

from flask import Blueprint, Response
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from feedback_app.platform.access import anyone
from feedback_app.platform.database import reading
from feedback_app.platform.tasks import tasks

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@anyone
def show_alive() -> Response:
    """The process is up."""
    return Response("ok\n", mimetype="text/plain")


@bp.get("/readyz")
@anyone
def show_ready() -> Response:
    """200 when the database and the task queue answer, else 503 with which does not."""
    broken = [
        name
        for name, works in (("database", _database_answers()), ("tasks", tasks().is_reachable()))
        if not works
    ]
    if broken:
        return Response(f"not ready: {', '.join(broken)}\n", 503, mimetype="text/plain")
    return Response("ready\n", mimetype="text/plain")


def _database_answers() -> bool:
    try:
        reading().execute(text("SELECT version_num FROM alembic_version"))
    except SQLAlchemyError:
        return False
    return True
