"""A wave on paper: the form to print, the forms that are typed once, and those to settle."""

from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from feedback_app.documents import paper
from feedback_app.documents.pdf import PdfUnavailable
from feedback_app.domain.paper.queries import entry_by_id, half_typed, page_of_entries
from feedback_app.domain.paper.type_in import remove
from feedback_app.domain.people.queries import names_of
from feedback_app.domain.waves.queries import all_waves, survey_of, wave_by_id
from feedback_app.domain.waves.standing import takes_paper
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE
from feedback_app.platform.paging import page_asked_for, pages_of, words_asked_for
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id, signed_in_role
from feedback_app.questionnaire.page import language_asked_for
from feedback_app.youth_workers.paper_form import paper_form
from feedback_app.youth_workers.paper_views import paper_page, paper_waves_page
from feedback_app.youth_workers.wave_forms import ConfirmForm
from feedback_app.youth_workers.wave_views import ConfirmPage

bp = Blueprint("paper", __name__)

PAGE_SIZE = 25


@bp.get("/surveys/paper")
@only(Role.ENGAGEMENT_OFFICER, Role.YOUTH_WORKER)
def show_waves() -> str:
    """The waves that take forms on paper now, and how many are half typed."""
    now = clock.now()
    waves = [wave for wave in all_waves(reading()) if takes_paper(wave, now)]
    page = paper_waves_page(waves, half_typed(reading()), now)
    return render_template("youth_workers/paper/waves.html", page=page)


@bp.get("/surveys/<uuid:wave_id>/paper")
@only(Role.ENGAGEMENT_OFFICER, Role.YOUTH_WORKER)
def show_paper(wave_id: UUID) -> str:
    """The form to print in each language, and the forms that are not stored yet. :raise 404: there is no such wave."""
    wave, words, number = wave_by_id(reading(), wave_id), words_asked_for(), page_asked_for()
    entries, total = page_of_entries(reading(), wave_id, words=words, page=number, size=PAGE_SIZE)
    people = frozenset(one for entry in entries for one in (entry.first_by, entry.second_by) if one)
    page = paper_page(
        wave,
        entries,
        names=names_of(reading(), people),
        total=total,
        words=words,
        pages=pages_of(total, size=PAGE_SIZE, number=number),
        for_officer=signed_in_role() is Role.ENGAGEMENT_OFFICER,
    )
    return render_template("youth_workers/paper/paper.html", page=page)


@bp.get("/surveys/<uuid:wave_id>/paper/form.pdf")
@only(Role.ENGAGEMENT_OFFICER, Role.YOUTH_WORKER)
def print_form(wave_id: UUID) -> Response:
    """The form as a PDF to print; `language` chooses among the survey's. :raise 404: there is no such wave."""
    wave = wave_by_id(reading(), wave_id)
    language = language_asked_for(survey_of(wave), request.args.get("language"))
    try:
        response = make_response(paper.write(paper_form(survey_of(wave), language)))
    except PdfUnavailable as problem:
        raise PdfUnavailable("The form can be printed from a machine that has them.") from problem
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f"attachment; filename={wave.slug}-on-paper-{language}.pdf"
    return response


@bp.get("/surveys/<uuid:wave_id>/paper/<uuid:entry_id>/remove")
@only(Role.ENGAGEMENT_OFFICER, Role.YOUTH_WORKER)
def ask_to_remove(wave_id: UUID, entry_id: UUID) -> str:
    """Ask before what was typed of a form is thrown away. :raise 404: it is not there."""
    entry = entry_by_id(reading(), wave_id, entry_id)
    page = ConfirmPage(
        title=f"Remove form {entry.form_number}",
        question="Throw away what was typed of this form?",
        words="You can then type it again from the beginning. What was written on it stays in the queue until a "
        "youth worker has read it.",
        action=url_for("paper.remove_entry", wave_id=wave_id, entry_id=entry_id),
        submit_words="Yes, throw it away",
        back=url_for("paper.show_paper", wave_id=wave_id),
    )
    return render_template("youth_workers/paper/confirm.html", page=page, form=ConfirmForm())


@bp.post("/surveys/<uuid:wave_id>/paper/<uuid:entry_id>/remove")
@only(Role.ENGAGEMENT_OFFICER, Role.YOUTH_WORKER)
def remove_entry(wave_id: UUID, entry_id: UUID) -> Response:
    """Throw away what was typed of a form; its words stay in the queue. :raise 404: it is not there."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE)
    with transaction() as writing:
        remove(writing, wave_id, entry_id, by=signed_in_id())
    return redirect(url_for("paper.show_paper", wave_id=wave_id), 303)
