"""What a draft says: the words before its first question, its sections and its questions."""

from collections.abc import Mapping
from typing import TypeVar

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.waves.drafts import DraftRecord, draft_of
from feedback_app.platform.database import reading
from feedback_app.platform.forms import choices
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only
from feedback_app.youth_workers import draft_edits as edits
from feedback_app.youth_workers.draft_edit_page import EditPage, cut, edit_page, is_translated, save, show
from feedback_app.youth_workers.draft_forms import (
    DraftForm,
    NewQuestionForm,
    NewSectionForm,
    QuestionForm,
    SectionForm,
    WordsForm,
)
from feedback_app.youth_workers.draft_pages import to_draft
from surveys import Question, Section, words_in
from surveys.editing import add_section, change_question, change_section

bp = Blueprint("draft_edits", __name__)

_Form = TypeVar("_Form", bound=DraftForm)
KEEP: tuple[str, ...] = ("keep",)
KEEP_HINT = "Without this tick the changed words stand in English until they are translated anew."


@bp.get("/surveys/instruments/<slug>/draft/words")
@only(Role.ENGAGEMENT_OFFICER)
def show_words(slug: str) -> Response:
    """The form of what is said before the first question. :raise 404: there is no draft."""
    draft = draft_of(reading(), slug)
    return show(_words_page(draft), _filled(WordsForm, draft, edits.words_typed(draft.survey)))


@bp.post("/surveys/instruments/<slug>/draft/words")
@only(Role.ENGAGEMENT_OFFICER)
def save_words(slug: str) -> Response:
    """Change what is said before the first question."""
    draft, form = draft_of(reading(), slug), WordsForm()
    return save(
        slug,
        form,
        change=lambda survey: edits.with_words(survey, form),
        what="The words before the first question changed",
        done=lambda: to_draft(slug),
        again=lambda status: show(_words_page(draft), form, status),
    )


@bp.get("/surveys/instruments/<slug>/draft/sections/<section>")
@only(Role.ENGAGEMENT_OFFICER)
def show_section(slug: str, section: str) -> Response:
    """The form of a section's words. :raise 404: there is no such section."""
    draft, held = _section(slug, section)
    typed = {"title": held.title["en"], "intro": words_in(held.intro, "en") if held.intro else ""}
    return show(_section_page(draft, held), _filled(SectionForm, draft, typed))


@bp.post("/surveys/instruments/<slug>/draft/sections/<section>")
@only(Role.ENGAGEMENT_OFFICER)
def save_section(slug: str, section: str) -> Response:
    """Change the words over a section."""
    (draft, held), form = _section(slug, section), SectionForm()
    return save(
        slug,
        form,
        change=lambda survey: change_section(survey, section, lambda one: edits.with_titles(one, form)),
        what=f"The section “{cut(held.title['en'])}” changed",
        done=lambda: to_draft(slug, at=f"at-section-{section}"),
        again=lambda status: show(_section_page(draft, held), form, status),
    )


@bp.get("/surveys/instruments/<slug>/draft/new-section")
@only(Role.ENGAGEMENT_OFFICER)
def show_new_section(slug: str) -> Response:
    """The form for a section with its first question. :raise 404: there is no draft."""
    draft = draft_of(reading(), slug)
    return show(_new_section_page(slug), _filled(NewSectionForm, draft, {}))


@bp.post("/surveys/instruments/<slug>/draft/new-section")
@only(Role.ENGAGEMENT_OFFICER)
def add_new_section(slug: str) -> Response:
    """Add a section with its first question at the end of the draft."""
    draft, form = draft_of(reading(), slug), NewSectionForm()
    question = edits.new_question(draft.survey, text=str(form.text.data or ""), kind=str(form.kind.data))
    return save(
        slug,
        form,
        change=lambda survey: add_section(survey, title=str(form.title.data), question=question),
        what=f"The section “{cut(str(form.title.data))}” was added",
        done=lambda: _to_question(slug, question),
        again=lambda status: show(_new_section_page(slug), form, status),
    )


@bp.get("/surveys/instruments/<slug>/draft/new-question")
@only(Role.ENGAGEMENT_OFFICER)
def show_new_question(slug: str) -> Response:
    """The form for a question; `section` says where it goes. :raise 404: there is no draft."""
    draft = draft_of(reading(), slug)
    asked = request.args.get("section", "")
    codes = [section.code for section in draft.survey.sections]
    typed = {"section": asked if asked in codes else codes[-1]}
    return show(_new_question_page(slug), _with_sections(_filled(NewQuestionForm, draft, typed), draft))


@bp.post("/surveys/instruments/<slug>/draft/new-question")
@only(Role.ENGAGEMENT_OFFICER)
def add_new_question(slug: str) -> Response:
    """Add a question at the end of a section."""
    draft = draft_of(reading(), slug)
    form = _with_sections(NewQuestionForm(), draft)
    question = edits.new_question(draft.survey, text=str(form.text.data or ""), kind=str(form.kind.data))
    return save(
        slug,
        form,
        change=lambda survey: edits.with_new(survey, str(form.section.data), question),
        what=f"“{cut(question.text['en'])}” was added",
        done=lambda: _to_question(slug, question),
        again=lambda status: show(_new_question_page(slug), form, status),
    )


@bp.get("/surveys/instruments/<slug>/draft/questions/<code>")
@only(Role.ENGAGEMENT_OFFICER)
def show_question(slug: str, code: str) -> Response:
    """The form of a question. :raise 404: there is no such question."""
    draft, question = question_of(slug, code)
    return show(_question_page(draft, question), _filled(QuestionForm, draft, edits.question_typed(question)))


@bp.post("/surveys/instruments/<slug>/draft/questions/<code>")
@only(Role.ENGAGEMENT_OFFICER)
def save_question(slug: str, code: str) -> Response:
    """Change a question; its code stays, so that figures know it again."""
    (draft, question), form = question_of(slug, code), QuestionForm()
    return save(
        slug,
        form,
        change=lambda survey: change_question(
            survey, code, lambda one: edits.with_settings(one, form, survey)
        ),
        what=f"“{cut(question.text['en'])}” changed",
        done=lambda: to_draft(slug, at=f"at-{code}"),
        again=lambda status: show(_question_page(draft, question), form, status),
    )


def question_of(slug: str, code: str) -> tuple[DraftRecord, Question]:
    """A question of a draft. Raises Missing."""
    draft = draft_of(reading(), slug)
    if not draft.survey.has_question(code):
        raise Missing("This question is not in the draft any more.")
    return draft, draft.survey.question(code)


def _section(slug: str, code: str) -> tuple[DraftRecord, Section]:
    draft = draft_of(reading(), slug)
    for section in draft.survey.sections:
        if section.code == code:
            return draft, section
    raise Missing("This section is not in the draft any more.")


def _filled(kind: type[_Form], draft: DraftRecord, typed: Mapping[str, object]) -> _Form:
    return kind(formdata=None, data={"revision": str(draft.revision), **typed})


def _with_sections(form: NewQuestionForm, draft: DraftRecord) -> NewQuestionForm:
    form.section.choices = choices([(section.code, section.title["en"]) for section in draft.survey.sections])
    return form


def _to_question(slug: str, question: Question) -> Response:
    return to_draft(slug, at=f"at-{question.code}")


def _back(slug: str) -> str:
    return url_for("drafts.show_draft", slug=slug)


def _words_page(draft: DraftRecord) -> EditPage:
    survey = draft.survey
    texts = (survey.title, survey.purpose, survey.beside_text, *survey.intro)
    names = ("title", "purpose", "intro", "beside_text", "minutes")
    return edit_page(
        "Words before the first question",
        back=_back(draft.slug),
        groups=(("", names + KEEP if is_translated(*texts) else names),),
        hints={
            "intro": "Who reads the answers, how soon, and where help is. Sentences of 20 words at most.",
            "beside_text": "Who reads it, and that no names are wanted.",
            "keep": KEEP_HINT,
        },
    )


def _section_page(draft: DraftRecord, section: Section) -> EditPage:
    keep = KEEP if is_translated(section.title, section.intro) else ()
    return edit_page(
        "Words over a section",
        back=_back(draft.slug),
        groups=(("", ("title", "intro", *keep)),),
        hints={"keep": KEEP_HINT},
    )


def _new_section_page(slug: str) -> EditPage:
    return edit_page(
        "Add a section", back=_back(slug), groups=(("", ("title", "text", "kind")),), submit_words="Add it"
    )


def _new_question_page(slug: str) -> EditPage:
    return edit_page(
        "Add a question",
        about="What it measures and its answers come next.",
        back=_back(slug),
        groups=(("", ("text", "kind", "section")),),
        submit_words="Add it",
    )


def _question_page(draft: DraftRecord, question: Question) -> EditPage:
    keep = KEEP if is_translated(question.text, question.hint) else ()
    return edit_page(
        "Change a question",
        about=f"Its column is “{question.code}” in every file. It stays, whatever the words say.",
        back=_back(draft.slug),
        groups=(
            ("", ("text", "hint", *keep, "kind", "most", "max_length")),
            ("Why it is asked", ("outcome", "coverage", "purpose")),
            ("What else is to be known", edits.SETTINGS),
        ),
        hints={
            "text": "Other words make another question: its figures are not compared with earlier waves.",
            "kind": "Answers that do not fit another kind go.",
            "most": "Only where several can be chosen. Empty: as many as she likes.",
            "max_length": "Only for a text.",
            "keep": KEEP_HINT,
            "no_opt_out_because": "Otherwise one of the answers must say it.",
        },
    )
