"""/board: the standing agenda item beside the indicators, and the papers to read."""

from __future__ import annotations

from flask import Blueprint, make_response, render_template
from werkzeug.wrappers import Response

from feedback_app.board.agenda_views import agenda_page
from feedback_app.board.paper_views import read_page
from feedback_app.documents.files import file_of
from feedback_app.documents.pdf import PdfUnavailable
from feedback_app.domain.meetings.agenda import agenda
from feedback_app.domain.meetings.assemble import report
from feedback_app.domain.meetings.kinds import PaperStatus
from feedback_app.domain.meetings.queries import find_meeting, meetings
from feedback_app.domain.promises.queries import published
from feedback_app.platform.database import reading
from feedback_app.platform.errors import error_response
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only

bp = Blueprint("agenda", __name__)

LAST_PROMISES = 3


@bp.get("/board")
@only(Role.BOARD_MEMBER, Role.BOARD_OFFICER)
def show_agenda() -> str:
    """What young people told us beside the indicators, what is asked, the last promises, earlier papers."""
    session = reading()
    papers = [one for one in meetings(session) if one.status is PaperStatus.PUBLISHED]
    page = agenda_page(agenda(session), published(session, limit=LAST_PROMISES), papers)
    return render_template("board/agenda.html", page=page)


@bp.get("/board/papers/<name>")
@only(Role.BOARD_MEMBER, Role.BOARD_OFFICER)
def show_paper(name: str) -> str:
    """A paper: a published one as it was frozen, a draft as it stands now. :raise 404: no meeting has this name."""
    session = reading()
    meeting = find_meeting(session, name)
    page = read_page(meeting, report(session, meeting.name))
    return render_template("board/paper.html", page=page)


@bp.get("/board/papers/<name>/<kind>")
@only(Role.BOARD_MEMBER, Role.BOARD_OFFICER)
def send_paper(name: str, kind: str) -> Response:
    """A paper as a file: html, pdf, docx or csv. :raise 404: no such meeting or kind."""
    session = reading()
    try:
        file = file_of(report(session, find_meeting(session, name).name), kind)
    except PdfUnavailable as problem:
        return error_response(503, words=str(problem))
    response = make_response(file.content)
    response.mimetype = file.mimetype
    response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response
