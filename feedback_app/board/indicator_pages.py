"""/indicators: the register, each indicator, and the whole of it as a file."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from feedback_app.board import form_page
from feedback_app.board.form_page import FieldGroup, FormPage
from feedback_app.board.indicator_forms import ImportForm, IndicatorForm, indicator_form, indicator_from
from feedback_app.board.indicator_views import (
    STATUS_ORDER,
    ImportPage,
    RegisterPage,
    counted,
    indicator_page,
    register_line,
)
from feedback_app.board.paper_forms import ConfirmForm
from feedback_app.documents.csv import register_csv
from feedback_app.domain.indicators.exporting import export_lines
from feedback_app.domain.indicators.importing import FileRefused, Imported, import_file
from feedback_app.domain.indicators.queries import (
    availabilities_of,
    indicator_by_id,
    outcome_names,
    overrides_of,
    priorities,
    values_of,
)
from feedback_app.domain.indicators.readings import readings
from feedback_app.domain.indicators.record import NumberTaken, add_indicator, edit_indicator
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.mode import in_demonstration
from feedback_app.platform.paging import page_asked_for, pages_of, words_asked_for
from feedback_app.platform.problems import Problem
from feedback_app.platform.roles import Role
from feedback_app.platform.spreadsheets import plain
from feedback_app.platform.staff_access import only, signed_in_id

bp = Blueprint("indicators", __name__)

PAGE_SIZE = 25
MOST_PROBLEMS = 50
BY_STATUS = "status"


@bp.get("/indicators")
@only(Role.BOARD_OFFICER)
def show_register() -> str:
    """Every indicator as it stands today; `words` narrows by number, wording, owner or status."""
    words, number = words_asked_for(), page_asked_for()
    lines = [register_line(one) for one in readings(reading(), clock.today())]
    found = [one for one in lines if words.lower() in f"{one.number} {one.wording} {one.rag.words}".lower()]
    by_status = request.args.get("sort") == BY_STATUS
    if by_status:
        found.sort(key=lambda one: STATUS_ORDER.index(one.rag.words))
    page = RegisterPage(
        lines=tuple(found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]),
        words=words,
        by_status=by_status,
        counted=counted(found),
        pages=pages_of(len(found), size=PAGE_SIZE, number=number),
    )
    return render_template("board/register.html", page=page)


@bp.get("/indicators/new")
@only(Role.BOARD_OFFICER)
def show_new() -> Response:
    """The form for a new indicator."""
    return form_page.show(_page("New indicator", url_for("indicators.show_register")), _form(None))


@bp.post("/indicators/new")
@only(Role.BOARD_OFFICER)
def add() -> Response:
    """Add an indicator to the register."""
    form, page = _form(None), _page("New indicator", url_for("indicators.show_register"))
    if not form.validate_on_submit():
        return form_page.invalid(page, form)
    try:
        with transaction() as writing:
            facts = indicator_from(form, synthetic=in_demonstration())
            indicator_id = add_indicator(writing, facts, by=signed_in_id())
    except NumberTaken as problem:
        return form_page.refused(page, form, problem, at="number")
    return _to(indicator_id)


@bp.get("/indicators/<uuid:indicator_id>")
@only(Role.BOARD_OFFICER)
def show_indicator(indicator_id: UUID) -> str:
    """One indicator with its values. :raise 404: nothing in the register has this id."""
    session = reading()
    indicator_by_id(session, indicator_id)
    page = indicator_page(
        readings(session, clock.today(), [indicator_id])[0],
        values_of(session, [indicator_id]).get(indicator_id, []),
        availabilities_of(session, [indicator_id]).get(indicator_id, []),
        overrides_of(session, [indicator_id]).get(indicator_id, []),
        priorities={one.code: one.name for one in priorities(session)},
        outcomes=outcome_names(session),
    )
    return render_template("board/indicator.html", page=page, form=ConfirmForm())


@bp.get("/indicators/<uuid:indicator_id>/edit")
@only(Role.BOARD_OFFICER)
def show_edit(indicator_id: UUID) -> Response:
    """The form of an indicator's description."""
    held = indicator_by_id(reading(), indicator_id)
    page = _page("Describe the indicator", url_for("indicators.show_indicator", indicator_id=indicator_id))
    return form_page.show(page, _form(held.id))


@bp.post("/indicators/<uuid:indicator_id>/edit")
@only(Role.BOARD_OFFICER)
def save(indicator_id: UUID) -> Response:
    """Describe an indicator anew; published papers keep the old words."""
    held = indicator_by_id(reading(), indicator_id)
    form = _form(None)
    page = _page("Describe the indicator", url_for("indicators.show_indicator", indicator_id=indicator_id))
    if not form.validate_on_submit():
        return form_page.invalid(page, form)
    try:
        with transaction() as writing:
            facts = indicator_from(form, synthetic=held.facts.synthetic)
            edit_indicator(writing, indicator_id, facts, by=signed_in_id())
    except NumberTaken as problem:
        return form_page.refused(page, form, problem, at="number")
    return _to(indicator_id)


@bp.get("/indicators/export.csv")
@only(Role.BOARD_OFFICER)
def export() -> Response:
    """The register and its values as CSV; import accepts it again."""
    response = make_response("\ufeff" + register_csv(export_lines(reading())))
    response.mimetype = "text/csv"
    response.headers["Content-Disposition"] = 'attachment; filename="indicators.csv"'
    return response


@bp.get("/indicators/import")
@only(Role.BOARD_OFFICER)
def show_import() -> str:
    """The form for a CSV file."""
    return render_template(
        "board/import.html", page=ImportPage(problems=(), more=0, done=""), form=ImportForm()
    )


@bp.post("/indicators/import")
@only(Role.BOARD_OFFICER)
def take_in() -> Response:
    """Take a CSV file in: all of it or nothing, with what is wrong by line."""
    form = ImportForm()
    sent = form.file.data
    if not form.validate_on_submit() or not sent:
        form.file.errors = [*form.file.errors, "Choose a CSV file."]
        return _import_answer(form, ImportPage(problems=(), more=0, done=""), 422)
    try:
        with transaction() as writing:
            brought = import_file(writing, sent.read(), by=signed_in_id(), unwrap=plain)
    except FileRefused as refused:
        form.file.errors = ["Nothing was taken in. What is wrong stands below."]
        shown, more = refused.problems[:MOST_PROBLEMS], max(0, len(refused.problems) - MOST_PROBLEMS)
        return _import_answer(form, ImportPage(problems=shown, more=more, done=""), 422)
    except Problem as problem:
        form.file.errors = [f"Nothing was taken in. {problem}"]
        return _import_answer(form, ImportPage(problems=(), more=0, done=""), 422)
    return _import_answer(
        ImportForm(formdata=None), ImportPage(problems=(), more=0, done=_told(brought)), 200
    )


def _told(brought: Imported) -> str:
    unused = f" Columns not used: {', '.join(brought.unused_columns)}." if brought.unused_columns else ""
    return (
        f"{brought.indicators_added} indicators added, {brought.indicators_changed} changed; "
        f"{brought.values_added} values added, {brought.values_corrected} corrected.{unused}"
    )


def _import_answer(form: ImportForm, page: ImportPage, status: int) -> Response:
    return make_response(render_template("board/import.html", page=page, form=form), status)


def _form(indicator_id: UUID | None) -> IndicatorForm:
    session = reading()
    facts = None if indicator_id is None else indicator_by_id(session, indicator_id).facts
    return indicator_form(facts, {one.code: one.name for one in priorities(session)}, outcome_names(session))


def _to(indicator_id: UUID) -> Response:
    return redirect(url_for("indicators.show_indicator", indicator_id=indicator_id), 303)


def _page(title: str, back: str) -> FormPage:
    named = ("number", "framework", "wording", "definition", "theme", "priority", "outcomes")
    kept = ("owner", "source", "frequency", "next_update")
    aim = (
        "unit",
        "good_is",
        "baseline",
        "baseline_on",
        "target",
        "target_on",
        "target_origin",
        "rule",
        "tolerance",
    )
    return FormPage(
        title=title,
        back_words="Back",
        back_address=back,
        submit_words="Save",
        groups=(
            FieldGroup(title="", names=named),
            FieldGroup(title="Who keeps it", names=kept),
            FieldGroup(title="What it is to reach", names=aim),
        ),
        hints={
            "number": "As printed: 1.10 is not 1.1.",
            "theme": "For charts and lists, such as Mental health waiting times.",
            "baseline": "It does not change later.",
            "tolerance": "5 is usual.",
        },
    )
