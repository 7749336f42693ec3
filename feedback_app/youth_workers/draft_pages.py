"""Drafts of surveys: begun, looked at, put in order, taken back, checked, used for the next wave, deleted."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.waves import drafts
from feedback_app.domain.waves.definitions import DefinitionFlawed, is_instrument, newest
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE
from feedback_app.platform.problems import Conflict, Invalid
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.youth_workers.draft_forms import CopyForm, DraftForm
from feedback_app.youth_workers.draft_views import begin_page, check_page, draft_page, use_page
from feedback_app.youth_workers.wave_forms import ConfirmForm
from feedback_app.youth_workers.wave_preview import preview
from feedback_app.youth_workers.wave_views import ConfirmPage
from surveys import Survey, words_in
from surveys.editing import move_question, move_section, remove_question

bp = Blueprint("drafts", __name__)

MOVED_ON = (
    "Somebody else changed this draft since you opened the page. Nothing was changed now. "
    "Go back, look at it again, and press the button once more."
)
#: What the buttons of the list do: the name of a button, and the change it makes to what its value names.
ORDER: dict[str, tuple[str, Callable[[Survey, str], Survey]]] = {
    "up": ("“{}” went up", lambda survey, code: move_question(survey, code, by=-1)),
    "down": ("“{}” went down", lambda survey, code: move_question(survey, code, by=1)),
    "remove": ("“{}” was removed", remove_question),
    "section_up": ("The section “{}” went up", lambda survey, code: move_section(survey, code, by=-1)),
    "section_down": ("The section “{}” went down", lambda survey, code: move_section(survey, code, by=1)),
}


@bp.get("/surveys/instruments/<slug>/draft")
@only(Role.ENGAGEMENT_OFFICER)
def show_draft(slug: str) -> str:
    """The draft of an instrument, or the forms to begin one. :raise 404: there is no such instrument."""
    if slug not in drafts.drafts(reading()):
        page = begin_page(newest(reading(), slug).survey)
        forms = {"begin": ConfirmForm(formdata=None), "other": CopyForm(formdata=None)}
        return render_template(
            "youth_workers/drafts/begin.html", page=page, forms=forms, form=CopyForm(formdata=None)
        )
    draft = drafts.draft_of(reading(), slug)
    form = DraftForm(formdata=None, data={"revision": str(draft.revision)})
    return render_template("youth_workers/drafts/draft.html", page=draft_page(draft), form=form)


@bp.post("/surveys/instruments/<slug>/draft")
@only(Role.ENGAGEMENT_OFFICER)
def begin(slug: str) -> Response:
    """Begin a draft of the next version. :raise 409: one has been begun already."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        drafts.begin_draft(writing, slug, by=signed_in_id())
    return to_draft(slug)


@bp.post("/surveys/instruments/<slug>/draft/copy")
@only(Role.ENGAGEMENT_OFFICER)
def copy(slug: str) -> Response:
    """Begin a draft of a new instrument with the questions of this one."""
    form = CopyForm()
    if form.validate_on_submit():
        try:
            with transaction() as writing:
                drafts.begin_copy(
                    writing,
                    slug,
                    as_slug=str(form.slug.data),
                    title=str(form.title.data),
                    by=signed_in_id(),
                )
            return to_draft(str(form.slug.data))
        except (Conflict, Invalid) as problem:
            form.slug.errors = [str(problem)]
    page = begin_page(newest(reading(), slug).survey)
    forms = {"begin": ConfirmForm(formdata=None), "other": form}
    words = render_template("youth_workers/drafts/begin.html", page=page, forms=forms, form=form)
    return make_response(words, 422)


@bp.post("/surveys/instruments/<slug>/draft/order")
@only(Role.ENGAGEMENT_OFFICER)
def order(slug: str) -> Response:
    """Move a question or a section up or down, or remove a question. :raise 409: the draft has moved on."""
    form = DraftForm()
    button = next((name for name in ORDER if name in request.form), None)
    if not form.validate_on_submit() or button is None:
        return error_response(422, words=STALE_PAGE)
    code = request.form[button]
    said, change = ORDER[button]
    named = _named(drafts.draft_of(reading(), slug).survey, code, of_section="section" in button)
    try:
        with transaction() as writing:
            drafts.change_draft(
                writing,
                slug,
                partial(_changed, change=change, code=code),
                seen=form.seen,
                what=said.format(named),
                by=signed_in_id(),
            )
    except drafts.DraftChanged:
        return error_response(409, words=MOVED_ON)
    except Invalid as problem:
        return error_response(422, words=f"{problem} A survey keeps one question at least.")
    where = "at-section-" if "section" in button else "at-"
    return to_draft(slug, at="" if button == "remove" else f"{where}{code}")


@bp.post("/surveys/instruments/<slug>/draft/undo")
@only(Role.ENGAGEMENT_OFFICER)
def undo(slug: str) -> Response:
    """Take the last change back. :raise 409: the draft has moved on, or there is nothing to take back."""
    form = DraftForm()
    if not form.validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    try:
        with transaction() as writing:
            drafts.take_back(writing, slug, seen=form.seen, by=signed_in_id())
    except drafts.DraftChanged:
        return error_response(409, words=MOVED_ON)
    return to_draft(slug)


@bp.get("/surveys/instruments/<slug>/draft/preview")
@only(Role.ENGAGEMENT_OFFICER)
def preview_draft(slug: str) -> str:
    """The draft as young people would see it, in the language asked for. :raise 404: there is no draft."""
    return preview(drafts.draft_of(reading(), slug).survey)


@bp.get("/surveys/instruments/<slug>/draft/check")
@only(Role.ENGAGEMENT_OFFICER)
def check_draft(slug: str) -> str:
    """What is to be mended before the draft can be used, each with where to mend it. :raise 404: there is no draft."""
    page = check_page(drafts.draft_of(reading(), slug))
    return render_template("youth_workers/drafts/check.html", page=page)


@bp.get("/surveys/instruments/<slug>/draft/use")
@only(Role.ENGAGEMENT_OFFICER)
def ask_to_use(slug: str) -> str:
    """Ask before the draft becomes what the next wave asks. :raise 404: there is no draft."""
    draft = drafts.draft_of(reading(), slug)
    held = newest(reading(), slug).survey if is_instrument(reading(), slug) else None
    version = drafts.next_version(reading(), slug, begun_from=draft.begun_from)
    form = DraftForm(formdata=None, data={"revision": str(draft.revision)})
    page = use_page(draft, version=version, newest=held)
    return render_template("youth_workers/drafts/use.html", page=page, form=form)


@bp.post("/surveys/instruments/<slug>/draft/use")
@only(Role.ENGAGEMENT_OFFICER)
def use(slug: str) -> Response:
    """Make the draft what the next wave asks. :raise 409: the draft has moved on."""
    form = DraftForm()
    if not form.validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    try:
        with transaction() as writing:
            drafts.use_draft(writing, slug, seen=form.seen, by=signed_in_id())
    except drafts.DraftChanged:
        return error_response(409, words=MOVED_ON)
    except DefinitionFlawed:
        return redirect(url_for("drafts.check_draft", slug=slug), 303)
    return redirect(url_for("instruments.show_instrument", slug=slug), 303)


@bp.get("/surveys/instruments/<slug>/draft/delete")
@only(Role.ENGAGEMENT_OFFICER)
def ask_to_delete(slug: str) -> str:
    """Ask before a draft is deleted. :raise 404: there is no draft."""
    title = words_in(drafts.draft_of(reading(), slug).survey.title, "en")
    page = ConfirmPage(
        title=f"Delete the draft of {title}",
        question="Delete this draft?",
        words="Everything you wrote in it goes, and cannot be brought back. Waves and their words stay.",
        action=url_for("drafts.delete", slug=slug),
        submit_words="Yes, delete it",
        back=url_for("drafts.show_draft", slug=slug),
        back_words="Back to the draft",
    )
    return render_template("youth_workers/waves/confirm.html", page=page, form=ConfirmForm())


@bp.post("/surveys/instruments/<slug>/draft/delete")
@only(Role.ENGAGEMENT_OFFICER)
def delete(slug: str) -> Response:
    """Delete a draft with its earlier states. :raise 404: there is no draft."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        drafts.delete_draft(writing, slug, by=signed_in_id())
    return redirect(url_for("waves.show_waves"), 303)


def to_draft(slug: str, *, at: str = "") -> Response:
    """To the page of a draft, at the question that was changed."""
    return redirect(url_for("drafts.show_draft", slug=slug, _anchor=at or None), 303)


def _changed(survey: Survey, *, change: Callable[[Survey, str], Survey], code: str) -> Survey:
    return change(survey, code)


def _named(survey: Survey, code: str, *, of_section: bool) -> str:
    if of_section:
        found = [section.title for section in survey.sections if section.code == code]
        return words_in(found[0], "en")[:80] if found else code[:40]
    return words_in(survey.question(code).text, "en")[:80] if survey.has_question(code) else code[:40]
