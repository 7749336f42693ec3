"""/surveys/instruments/<slug>/translations: what each language says and lacks, and who confirmed it."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.translations.confirm import confirm, take_back
from feedback_app.domain.translations.queries import confirmations
from feedback_app.domain.waves.definitions import newest
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.questionnaire.draft_words import PAGES, remember
from feedback_app.youth_workers.translation_form import TranslationForm
from feedback_app.youth_workers.translation_views import (
    LanguageLine,
    TranslationsPage,
    pages_page,
    survey_page,
)
from feedback_app.youth_workers.wave_forms import ConfirmForm

bp = Blueprint("translations", __name__)

CHANGED = "The words have changed since this page was opened. Read them again before you confirm them."


class NotALanguage(Missing):
    """The instrument does not speak this language."""


@bp.get("/surveys/instruments/<slug>/translations")
@only(Role.ENGAGEMENT_OFFICER)
def show_translations(slug: str) -> str:
    """How much of an instrument each language says, what it lacks, and who confirmed it; `pages` for the words around.

    :raise 404: there is no such instrument.
    """
    return _render(slug, _page(slug))


@bp.post("/surveys/instruments/<slug>/translations/<language>/confirm")
@only(Role.ENGAGEMENT_OFFICER)
def confirm_translation(slug: str, language: str) -> Response:
    """Note who read a translation and found it right; it holds for these very words.

    :raise 404: there is no such instrument or language. :raise 409: it is confirmed already.
    """
    page = _page(slug)
    line = _line(page, language)
    form = TranslationForm(prefix=language)
    is_whole = form.validate_on_submit()
    if is_whole and form.fingerprint.data != line.fingerprint:
        form.form_errors.append(CHANGED)
    if form.errors:
        return make_response(_render(slug, page, wrong=(language, form)), 422)
    with transaction() as writing:
        confirm(
            writing,
            slug=slug,
            language=language,
            fingerprint=line.fingerprint,
            read_by=str(form.read_by.data),
            by=signed_in_id(),
        )
    return _back(slug)


@bp.post("/surveys/instruments/<slug>/translations/<language>/take-back")
@only(Role.ENGAGEMENT_OFFICER)
def take_translation_back(slug: str, language: str) -> Response:
    """Make a confirmed translation a draft again.

    :raise 404: nobody has confirmed it.
    """
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE)
    with transaction() as writing:
        take_back(writing, slug=slug, language=language, by=signed_in_id())
    return _back(slug)


def _page(slug: str) -> TranslationsPage:
    standing = confirmations(reading())
    return (
        pages_page(standing) if slug == PAGES else survey_page(slug, newest(reading(), slug).survey, standing)
    )


def _line(page: TranslationsPage, language: str) -> LanguageLine:
    for line in page.languages:
        if line.tag == language and line.fingerprint:
            return line
    raise NotALanguage("There are no words in this language.")


def _render(slug: str, page: TranslationsPage, *, wrong: tuple[str, TranslationForm] | None = None) -> str:
    forms = {line.tag: TranslationForm(formdata=None, prefix=line.tag) for line in page.languages}
    if wrong is not None:
        forms[wrong[0]] = wrong[1]
    for line in page.languages:
        forms[line.tag].fingerprint.data = line.fingerprint
    return render_template(
        "youth_workers/translations.html",
        page=page,
        form=wrong[1] if wrong is not None else ConfirmForm(formdata=None),
        forms=forms | {"take-back": ConfirmForm(formdata=None)},
    )


def _back(slug: str) -> Response:
    remember(confirmations(reading()))
    return redirect(url_for("translations.show_translations", slug=slug), 303)
