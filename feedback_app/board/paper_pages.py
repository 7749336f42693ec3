"""The parts of a paper, each with its form: front sheet, prose, priorities, and the lists."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from feedback_app.board import form_page
from feedback_app.board.indicator_names import indicator_names
from feedback_app.board.paper_form_pages import (
    front_facts,
    front_form,
    front_page,
    part_page,
    priority_page,
    remove_page,
    words_page,
)
from feedback_app.board.paper_forms import ConfirmForm, FrontForm, PlacedForm, PriorityForm, WordsForm
from feedback_app.board.part_reading import part_form, part_from, priority_form, priority_from
from feedback_app.domain.indicators.queries import indicators, priorities
from feedback_app.domain.meetings import edit
from feedback_app.domain.meetings.kinds import Part
from feedback_app.domain.meetings.parts import PriorityPart
from feedback_app.domain.meetings.queries import paper, placed_part
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE
from feedback_app.platform.problems import Missing, Problem
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id

bp = Blueprint("paper_parts", __name__)


class NoSuchList(Missing):
    """A paper has no such list or priority."""

    def __str__(self) -> str:
        return "Papers have no such part."


@bp.get("/board/reports/<name>/front")
@only(Role.BOARD_OFFICER)
def show_front(name: str) -> Response:
    """The form of the paper as a whole."""
    return form_page.show(front_page(name), front_form(paper(reading(), name).facts))


@bp.post("/board/reports/<name>/front")
@only(Role.BOARD_OFFICER)
def save_front(name: str) -> Response:
    """Change the paper as a whole; its name follows its date. :raise 404: no meeting has this name."""
    form, before = FrontForm(), paper(reading(), name).facts
    report_date = form.report_date.day()
    if not form.validate_on_submit() or report_date is None:
        return form_page.invalid(front_page(name), form)
    try:
        with transaction() as writing:
            renamed = edit.edit_meeting(
                writing, name, front_facts(form, before, report_date), by=signed_in_id()
            )
    except edit.DateTaken as problem:
        return form_page.refused(front_page(name), form, problem, at="report_date")
    except Problem as problem:
        return form_page.refused(front_page(name), form, problem)
    return _back(renamed)


@bp.get("/board/reports/<name>/words")
@only(Role.BOARD_OFFICER)
def show_words(name: str) -> Response:
    """The form of the prose that belongs to no priority."""
    facts = paper(reading(), name).facts
    form = WordsForm(data={"commentary": facts.commentary, "forward_plan": facts.forward_plan})
    return form_page.show(words_page(name), form)


@bp.post("/board/reports/<name>/words")
@only(Role.BOARD_OFFICER)
def save_words(name: str) -> Response:
    """Change that prose."""
    form, session = WordsForm(), reading()
    paper(session, name)
    if not form.validate_on_submit():
        return form_page.invalid(words_page(name), form)
    commentary, forward_plan = str(form.commentary.data or ""), str(form.forward_plan.data or "")
    try:
        with transaction() as writing:
            edit.edit_words(
                writing, name, commentary=commentary, forward_plan=forward_plan, by=signed_in_id()
            )
    except Problem as problem:
        return form_page.refused(words_page(name), form, problem)
    return _back(name)


@bp.get("/board/reports/<name>/priorities/<code>")
@only(Role.BOARD_OFFICER)
def show_priority(name: str, code: str) -> Response:
    """The form of what the paper says of one priority. :raise 404: there is no such priority."""
    title = _priority_name(code)
    found = {one.priority_code: one for one in paper(reading(), name).priorities}
    form = priority_form(found.get(code, PriorityPart(priority_code=code)))
    return form_page.show(priority_page(name, title), form)


@bp.post("/board/reports/<name>/priorities/<code>")
@only(Role.BOARD_OFFICER)
def save_priority(name: str, code: str) -> Response:
    """Change what the paper says of one priority."""
    form, title = PriorityForm(), _priority_name(code)
    paper(reading(), name)
    if not form.validate_on_submit():
        return form_page.invalid(priority_page(name, title), form)
    try:
        with transaction() as writing:
            edit.save_priority(writing, name, priority_from(form, code), by=signed_in_id())
    except Problem as problem:
        return form_page.refused(priority_page(name, title), form, problem)
    return _back(name)


@bp.get("/board/reports/<name>/<kind>/new")
@only(Role.BOARD_OFFICER)
def show_new_part(name: str, kind: str) -> Response:
    """The form of a new part of a list. :raise 404: papers have no such list."""
    part = _kind(kind)
    paper(reading(), name)
    return form_page.show(part_page(name, part, None), _part_form(part))


@bp.post("/board/reports/<name>/<kind>/new")
@only(Role.BOARD_OFFICER)
def add_part(name: str, kind: str) -> Response:
    """Add a part to a list."""
    part = _kind(kind)
    paper(reading(), name)
    return _saved(name, part, None, _part_form(part))


@bp.get("/board/reports/<name>/<kind>/<uuid:part_id>")
@only(Role.BOARD_OFFICER)
def show_part(name: str, kind: str, part_id: UUID) -> Response:
    """The form of a part of a list. :raise 404: the paper has no such part."""
    part = _kind(kind)
    placed = placed_part(paper(reading(), name), part, part_id)
    form = part_form(part, placed, indicator_names(indicators(reading())))
    return form_page.show(part_page(name, part, part_id), form)


@bp.post("/board/reports/<name>/<kind>/<uuid:part_id>")
@only(Role.BOARD_OFFICER)
def save_part(name: str, kind: str, part_id: UUID) -> Response:
    """Change a part of a list."""
    part = _kind(kind)
    placed_part(paper(reading(), name), part, part_id)
    return _saved(name, part, part_id, _part_form(part))


@bp.get("/board/reports/<name>/<kind>/<uuid:part_id>/remove")
@only(Role.BOARD_OFFICER)
def show_remove(name: str, kind: str, part_id: UUID) -> str:
    """Asks before a part is taken out."""
    part = _kind(kind)
    placed_part(paper(reading(), name), part, part_id)
    return form_page.confirm(remove_page(name, part, part_id), ConfirmForm())


@bp.post("/board/reports/<name>/<kind>/<uuid:part_id>/remove")
@only(Role.BOARD_OFFICER)
def remove_part(name: str, kind: str, part_id: UUID) -> Response:
    """Take a part out of its list. :raise 409: the paper is published."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        edit.remove_part(writing, name, _kind(kind), part_id, by=signed_in_id())
    return _back(name)


def _saved(name: str, kind: Part, part_id: UUID | None, form: PlacedForm) -> Response:
    page = part_page(name, kind, part_id)
    if not form.validate_on_submit():
        return form_page.invalid(page, form)
    position = None if form.place.data is None else int(form.place.data) - 1
    try:
        with transaction() as writing:
            edit.save_part(
                writing, name, part_from(form), part_id=part_id, position=position, by=signed_in_id()
            )
    except edit.StatusNeedsReason as problem:
        return form_page.refused(page, form, problem, at="rag_because")
    except edit.IndicatorTwice as problem:
        return form_page.refused(page, form, problem, at="indicator")
    except Problem as problem:
        return form_page.refused(page, form, problem)
    return _back(name)


def _part_form(kind: Part) -> PlacedForm:
    return part_form(kind, None, indicator_names(indicators(reading())))


def _kind(kind: str) -> Part:
    if kind not in {one.value for one in Part}:
        raise NoSuchList
    return Part(kind)


def _priority_name(code: str) -> str:
    for one in priorities(reading()):
        if one.code == code:
            return one.name
    raise NoSuchList


def _back(name: str) -> Response:
    return redirect(url_for("board_reports.show_paper", name=name), 303)
