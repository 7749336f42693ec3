"""The answers of a question in a draft, and the condition under which it is shown."""

from dataclasses import dataclass

from flask import Blueprint, make_response, render_template, request, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.waves import drafts
from feedback_app.domain.waves.drafts import DraftRecord
from feedback_app.platform.database import transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id
from feedback_app.youth_workers import draft_edits as edits
from feedback_app.youth_workers.draft_condition import condition_page, condition_typed, with_condition
from feedback_app.youth_workers.draft_edit_page import EditPage, cut, edit_page, is_translated, save, show
from feedback_app.youth_workers.draft_edit_pages import KEEP, KEEP_HINT, question_of
from feedback_app.youth_workers.draft_forms import DraftForm, OptionForm
from feedback_app.youth_workers.draft_pages import MOVED_ON, to_draft
from surveys import Kind, Option, Question, Survey
from surveys.editing import add_option, change_option, change_question, move_option, remove_option

bp = Blueprint("draft_answers", __name__)

SCALES = (Kind.AGREE, Kind.FACES)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One answer in the list."""

    code: str
    words: str
    notes: tuple[str, ...]
    edit: str
    can_go_up: bool
    can_go_down: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersPage:
    """The answers of a question, in their order."""

    order: str
    title: str
    question: str
    shared: str
    back: str
    address: str
    names: tuple[str, ...]
    lines: tuple[AnswerLine, ...]


@bp.get("/surveys/instruments/<slug>/draft/questions/<code>/answers")
@only(Role.ENGAGEMENT_OFFICER)
def show_answers(slug: str, code: str) -> Response:
    """The answers of a question. :raise 404: it is no question that offers any."""
    draft, question = _choice(slug, code)
    return _render(draft, question, OptionForm(formdata=None, data={"revision": str(draft.revision)}))


@bp.post("/surveys/instruments/<slug>/draft/questions/<code>/answers")
@only(Role.ENGAGEMENT_OFFICER)
def add_answer(slug: str, code: str) -> Response:
    """Add an answer at the end of those of a question."""
    (draft, question), form = _choice(slug, code), OptionForm()
    return save(
        slug,
        form,
        change=lambda survey: add_option(survey, code, edits.new_option(survey.question(code), form)),
        what=f"The answer “{cut(str(form.text.data))}” was added",
        done=lambda: _to_answers(slug, code),
        again=lambda status: _render(draft, question, form, status),
    )


@bp.post("/surveys/instruments/<slug>/draft/questions/<code>/order")
@only(Role.ENGAGEMENT_OFFICER)
def order_answers(slug: str, code: str) -> Response:
    """Move an answer up or down, or remove it. :raise 409: the draft has moved on."""
    (_, question), form = _choice(slug, code), DraftForm()
    button = next((name for name in ("up", "down", "remove") if name in request.form), None)
    if not form.validate_on_submit() or button is None:
        return error_response(422, words=STALE_PAGE)
    option = request.form[button]
    named = next((one.text["en"] for one in question.options if one.code == option), "")

    def change(survey: Survey) -> Survey:
        if button == "remove":
            return remove_option(survey, code, option)
        return move_option(survey, code, option, by=-1 if button == "up" else 1)

    what = f"The answer “{cut(named)}” {'was removed' if button == 'remove' else f'went {button}'}"
    try:
        with transaction() as writing:
            drafts.change_draft(writing, slug, change, seen=form.seen, what=what, by=signed_in_id())
    except drafts.DraftChanged:
        return error_response(409, words=MOVED_ON)
    return _to_answers(slug, code, at="" if button == "remove" else f"at-{option}")


@bp.get("/surveys/instruments/<slug>/draft/questions/<code>/answers/<option>")
@only(Role.ENGAGEMENT_OFFICER)
def show_answer(slug: str, code: str, option: str) -> Response:
    """The form of an answer. :raise 404: the question does not offer it."""
    draft, question = _choice(slug, code)
    held = _option(question, option)
    form = OptionForm(formdata=None, data={"revision": str(draft.revision), **edits.option_typed(held)})
    return show(_answer_page(slug, question, held), form)


@bp.post("/surveys/instruments/<slug>/draft/questions/<code>/answers/<option>")
@only(Role.ENGAGEMENT_OFFICER)
def save_answer(slug: str, code: str, option: str) -> Response:
    """Change an answer; its code stays, so that figures know it again."""
    (_, question), form = _choice(slug, code), OptionForm()
    held = _option(question, option)
    return save(
        slug,
        form,
        change=lambda survey: change_option(survey, code, option, lambda one: edits.with_option(one, form)),
        what=f"The answer “{cut(held.text['en'])}” changed",
        done=lambda: _to_answers(slug, code, at=f"at-{option}"),
        again=lambda status: show(_answer_page(slug, question, held), form, status),
    )


@bp.get("/surveys/instruments/<slug>/draft/questions/<code>/condition")
@only(Role.ENGAGEMENT_OFFICER)
def show_condition(slug: str, code: str) -> Response:
    """The form of the condition under which a question is shown. :raise 404: there is no such question."""
    draft, question = question_of(slug, code)
    form = condition_typed(draft, question)
    return show(condition_page(draft, question), form)


@bp.post("/surveys/instruments/<slug>/draft/questions/<code>/condition")
@only(Role.ENGAGEMENT_OFFICER)
def save_condition(slug: str, code: str) -> Response:
    """Change when a question is shown."""
    draft, question = question_of(slug, code)
    form = condition_typed(draft, question, sent=True)
    if form.is_submitted() and form.says_nothing():
        form.how.errors = ["Tick what it hangs on, or choose “Always”."]
        return show(condition_page(draft, question), form, 422)
    return save(
        slug,
        form,
        change=lambda survey: change_question(survey, code, lambda one: with_condition(one, form, survey)),
        what=f"When “{cut(question.text['en'])}” is shown changed",
        done=lambda: to_draft(slug, at=f"at-{code}"),
        again=lambda status: show(condition_page(draft, question), form, status),
    )


def _choice(slug: str, code: str) -> tuple[DraftRecord, Question]:
    draft, question = question_of(slug, code)
    if not question.is_choice:
        raise Missing("This question offers no answers to choose from.")
    return draft, question


def _option(question: Question, code: str) -> Option:
    try:
        return question.option(code)
    except KeyError as error:
        raise Missing("This answer is not in the draft any more.") from error


def _to_answers(slug: str, code: str, *, at: str = "") -> Response:
    response = to_draft(slug)
    response.location = url_for("draft_answers.show_answers", slug=slug, code=code, _anchor=at or None)
    return response


def _names(question: Question) -> tuple[str, ...]:
    """The fields that fit answers of this kind of question."""
    if question.kind in SCALES:
        return ("text", "face", "positive", "opts_out")
    alone = ("exclusive",) if question.kind is Kind.MULTIPLE else ()
    return ("text", *alone, "text_box", "opts_out", "positive")


def _answer_page(slug: str, question: Question, option: Option) -> EditPage:
    keep = KEEP if is_translated(option.text) else ()
    return edit_page(
        "Change an answer",
        about=question.text["en"],
        back=url_for("draft_answers.show_answers", slug=slug, code=question.code),
        back_words="Back to the answers",
        groups=(("", (*_names(question), *keep)),),
        hints={
            "keep": KEEP_HINT,
            "text": f"It is “{option.code}” in every file. That stays, whatever the words say.",
        },
    )


def _render(draft: DraftRecord, question: Question, form: OptionForm, status: int = 200) -> Response:
    shared = sum(bool(question.scale) and one.scale == question.scale for one in draft.survey.questions)
    last = len(question.options) - 1
    address = url_for("draft_answers.show_answers", slug=draft.slug, code=question.code)
    page = AnswersPage(
        title="Answers to choose from",
        question=question.text["en"],
        shared=f"{shared} questions share these answers: a change here is one for all of them."
        if shared > 1
        else "",
        back=url_for("drafts.show_draft", slug=draft.slug, _anchor=f"at-{question.code}"),
        address=address,
        order=url_for("draft_answers.order_answers", slug=draft.slug, code=question.code),
        names=_names(question),
        lines=tuple(
            AnswerLine(
                code=option.code,
                words=option.text["en"],
                notes=_notes(option),
                edit=f"{address}/{option.code}",
                can_go_up=place > 0,
                can_go_down=place < last,
            )
            for place, option in enumerate(question.options)
        ),
    )
    order = DraftForm(formdata=None, data={"revision": form.revision.data})
    words = render_template("youth_workers/drafts/answers.html", page=page, form=form, forms={"order": order})
    return make_response(words, status)


def _notes(option: Option) -> tuple[str, ...]:
    notes = {
        "Stands alone": option.exclusive,
        "With a box to write in": option.text_box,
        "Outside the base": not option.meaningful,
        "Counts as agreeing, or yes": option.positive,
    }
    return tuple(words for words, holds in notes.items() if holds)
