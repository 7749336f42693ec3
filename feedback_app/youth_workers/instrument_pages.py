"""Instruments between their waves: what the next wave asks, previews, and definitions as files, out and in."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.waves.definitions import import_definition, newest
from feedback_app.domain.waves.drafts import keep_as_draft
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.problems import Conflict, Invalid
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.youth_workers.instrument_views import (
    DefinitionFileForm,
    ImportPage,
    download,
    flawed_page,
)
from feedback_app.youth_workers.wave_asked import asked_page
from feedback_app.youth_workers.wave_links import Link, instrument_tools, preview_links
from feedback_app.youth_workers.wave_preview import preview
from surveys import DefinitionError, words_in
from surveys.definition_files import DefinitionFile, read_definition
from surveys.xlsform_writing import write_xlsform

bp = Blueprint("instruments", __name__)


@bp.get("/surveys/instruments/<slug>")
@only(Role.ENGAGEMENT_OFFICER)
def show_instrument(slug: str) -> str:
    """What the next wave of an instrument will ask. :raise 404: there is no such instrument."""
    survey = newest(reading(), slug).survey
    here = url_for("instruments.show_instrument", slug=slug)
    page = asked_page(
        survey,
        title=f"What the next {words_in(survey.title, 'en')} asks",
        back=url_for("waves.show_waves"),
        back_words="Back to surveys",
        previews=preview_links("instruments.preview_instrument", survey, slug=slug),
        tools=(
            *instrument_tools(slug),
            Link(words="As a YAML file", address=f"{here}/definition.yaml", about="A text that can be read."),
            Link(words="As an XLSForm", address=f"{here}/definition.xlsx", about="For a spreadsheet."),
        ),
    )
    return render_template("youth_workers/waves/asked.html", page=page)


@bp.get("/surveys/instruments/<slug>/preview")
@only(Role.ENGAGEMENT_OFFICER)
def preview_instrument(slug: str) -> str:
    """The survey as young people will see it in the next wave. :raise 404: there is no such instrument."""
    return preview(newest(reading(), slug).survey)


@bp.get("/surveys/instruments/<slug>/definition.yaml")
@only(Role.ENGAGEMENT_OFFICER)
def as_yaml(slug: str) -> Response:
    """The newest definition as the YAML text that is kept of it. :raise 404: there is no such instrument."""
    instrument = newest(reading(), slug)
    return download(instrument.source.encode(), f"{slug}-{instrument.survey.version}.yaml")


@bp.get("/surveys/instruments/<slug>/definition.xlsx")
@only(Role.ENGAGEMENT_OFFICER)
def as_xlsform(slug: str) -> Response:
    """The newest definition as an XLSForm workbook. :raise 404: there is no such instrument."""
    survey = newest(reading(), slug).survey
    return download(write_xlsform(survey), f"{slug}-{survey.version}.xlsx")


@bp.get("/surveys/instruments/import")
@only(Role.ENGAGEMENT_OFFICER)
def show_import() -> Response:
    """The form for a definition file, YAML or XLSForm."""
    return _import_answer(DefinitionFileForm(formdata=None), ImportPage(), 200)


@bp.post("/surveys/instruments/import")
@only(Role.ENGAGEMENT_OFFICER)
def take_in() -> Response:
    """Check a definition file, and take it in or say what is wrong and where."""
    form = DefinitionFileForm()
    sent = form.file.data
    if not form.validate_on_submit() or not sent:
        form.file.errors = [*form.file.errors, "Choose a YAML file or an XLSForm workbook."]
        return _import_answer(form, ImportPage(), 422)
    try:
        held = read_definition(sent.read(), name=sent.filename or "the file")
    except DefinitionError as error:
        form.file.errors = ["Nothing was taken in. What is wrong stands below."]
        return _import_answer(form, flawed_page(error.problems), 422)
    try:
        return _take(held, form)
    except (Conflict, Invalid) as problem:
        form.file.errors = [f"Nothing was taken in. {problem}"]
        return _import_answer(form, ImportPage(notes=held.notes), 422)


def _take(held: DefinitionFile, form: DefinitionFileForm) -> Response:
    """Take a file in that could be read: for the next wave, or as a draft."""
    slug, flaws = held.survey.slug, held.flaws()
    as_draft = bool(form.as_draft.data)
    if flaws and not as_draft:
        form.file.errors = ["Nothing was taken in. What is to be mended first stands below."]
        return _import_answer(form, flawed_page(flaws, notes=held.notes), 422)
    with transaction() as writing:
        if as_draft:
            keep_as_draft(writing, held.survey, by=signed_in_id())
        else:
            import_definition(writing, held.text, by=signed_in_id(), name=slug)
    address = url_for("drafts.show_draft" if as_draft else "instruments.show_instrument", slug=slug)
    if not held.notes:
        return redirect(address, 303)
    done = f"“{slug}” was taken in{' as a draft' if as_draft else ', and the next wave opens with it'}."
    page = ImportPage(done=done, done_address=address, notes=held.notes)
    return _import_answer(DefinitionFileForm(formdata=None), page, 200)


def _import_answer(form: DefinitionFileForm, page: ImportPage, status: int) -> Response:
    return make_response(render_template("youth_workers/waves/import.html", page=page, form=form), status)
