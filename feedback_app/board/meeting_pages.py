"""/board/reports: meetings, the overview of each paper, and publishing, withdrawing and deleting it."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from feedback_app.board import form_page
from feedback_app.board.form_page import ConfirmPage, FieldGroup, FormPage
from feedback_app.board.indicator_names import indicator_names
from feedback_app.board.paper_forms import ConfirmForm, NewMeetingForm
from feedback_app.board.paper_views import MeetingsPage, meeting_shown, paper_page, publish_page
from feedback_app.domain.indicators.queries import indicators, priorities
from feedback_app.domain.meetings.assemble import assemble, report
from feedback_app.domain.meetings.edit import DateTaken, remove_meeting
from feedback_app.domain.meetings.kinds import PaperStatus
from feedback_app.domain.meetings.publish import publish, withdraw
from feedback_app.domain.meetings.queries import find_meeting, meetings, paper
from feedback_app.domain.meetings.sections import day_words
from feedback_app.domain.meetings.start import start_paper
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE
from feedback_app.platform.mode import in_demonstration
from feedback_app.platform.paging import page_asked_for, pages_of
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id

bp = Blueprint("board_reports", __name__)

PAGE_SIZE = 20
USUAL_TITLE = "Report to Health and Wellbeing Board"


@bp.get("/board/reports")
@only(Role.BOARD_OFFICER)
def show_meetings() -> str:
    """Every meeting, the newest first."""
    found, number = meetings(reading()), page_asked_for()
    unpublished = [one.name for one in found if one.status is not PaperStatus.PUBLISHED]
    shown = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    page = MeetingsPage(
        meetings=tuple(meeting_shown(one, min(unpublished, default=None)) for one in shown),
        pages=pages_of(len(found), size=PAGE_SIZE, number=number),
    )
    return render_template("board/meetings.html", page=page)


@bp.get("/board/reports/new")
@only(Role.BOARD_OFFICER)
def show_new_meeting() -> Response:
    """The form for a new meeting."""
    return form_page.show(_new_page(), NewMeetingForm(data={"title": USUAL_TITLE}))


@bp.post("/board/reports/new")
@only(Role.BOARD_OFFICER)
def add_meeting() -> Response:
    """Add a meeting; its paper starts from the last one."""
    form = NewMeetingForm()
    report_date = form.report_date.day()
    if not form.validate_on_submit() or report_date is None:
        return form_page.invalid(_new_page(), form)
    try:
        with transaction() as writing:
            name = start_paper(
                writing,
                report_date,
                str(form.title.data).strip(),
                synthetic=in_demonstration(),
                by=signed_in_id(),
            )
    except DateTaken as problem:
        return form_page.refused(_new_page(), form, problem, at="report_date")
    return redirect(url_for("board_reports.show_paper", name=name), 303)


@bp.get("/board/reports/<name>")
@only(Role.BOARD_OFFICER)
def show_paper(name: str) -> str:
    """The overview of a paper. :raise 404: no meeting has this name."""
    session = reading()
    whole = paper(session, name)
    page = paper_page(
        whole,
        {one.code: one.name for one in priorities(session)},
        indicator_names(indicators(session)),
        report(session, whole.meeting.name),
    )
    return render_template("board/paper_overview.html", page=page)


@bp.get("/board/reports/<name>/publish")
@only(Role.BOARD_OFFICER)
def show_publish(name: str) -> str:
    """The paper exactly as everybody will see it, and the button."""
    session = reading()
    whole = paper(session, name)
    page = publish_page(whole, assemble(session, whole.meeting.name))
    return render_template("board/publish.html", page=page, form=ConfirmForm())


@bp.post("/board/reports/<name>/publish")
@only(Role.BOARD_OFFICER)
def publish_paper(name: str) -> Response:
    """Freeze the paper and show it to everybody. :raise 409: it is published. :raise 422: it asks for no decision."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        publish(writing, name, by=signed_in_id())
    return redirect(url_for("board_reports.show_paper", name=name), 303)


@bp.get("/board/reports/<name>/withdraw")
@only(Role.BOARD_OFFICER)
def show_withdraw(name: str) -> str:
    """Asks before a paper is withdrawn."""
    meeting = find_meeting(reading(), name)
    page = ConfirmPage(
        title=f"Withdraw the paper of {day_words(meeting.report_date)}?",
        words=(
            "Nobody outside sees it any more. You can change it and publish it again, with the figures of that day.",
        ),
        submit_words="Withdraw it",
        action=url_for("board_reports.withdraw_paper", name=name),
        back_words="No, leave it published",
        back_address=url_for("board_reports.show_paper", name=name),
    )
    return form_page.confirm(page, ConfirmForm())


@bp.post("/board/reports/<name>/withdraw")
@only(Role.BOARD_OFFICER)
def withdraw_paper(name: str) -> Response:
    """Take a published paper back. :raise 409: it is not published."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        withdraw(writing, name, by=signed_in_id())
    return redirect(url_for("board_reports.show_paper", name=name), 303)


@bp.get("/board/reports/<name>/delete")
@only(Role.BOARD_OFFICER)
def show_delete(name: str) -> str:
    """Asks before a meeting is deleted."""
    meeting = find_meeting(reading(), name)
    page = ConfirmPage(
        title=f"Delete the meeting of {day_words(meeting.report_date)}?",
        words=("Its draft goes with it, every part of it. This cannot be undone.",),
        submit_words="Delete it",
        action=url_for("board_reports.delete_meeting", name=name),
        back_words="No, keep it",
        back_address=url_for("board_reports.show_paper", name=name),
    )
    return form_page.confirm(page, ConfirmForm())


@bp.post("/board/reports/<name>/delete")
@only(Role.BOARD_OFFICER)
def delete_meeting(name: str) -> Response:
    """Delete a meeting and its draft. :raise 409: its paper is published."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        remove_meeting(writing, name, by=signed_in_id())
    return redirect(url_for("board_reports.show_meetings"), 303)


def _new_page() -> FormPage:
    return FormPage(
        title="New meeting",
        intro="The paper starts from the last one: priorities, indicators and open actions come along.",
        back_words="Papers",
        back_address=url_for("board_reports.show_meetings"),
        submit_words="Add meeting",
        groups=(FieldGroup(title="", names=("report_date", "title")),),
        hints={"report_date": "Its name in addresses and commands. For example 31/12/2026."},
    )
