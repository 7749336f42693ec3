"""Forms on paper are typed in by their key numbers, twice, and settled where the two typings differ."""

import re
from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from feedback_app.domain.paper.queries import BothTypings, both_typings
from feedback_app.domain.paper.type_in import FormStored, FormWaits, Step, Typed, settle, type_in
from feedback_app.domain.people.queries import active_with_role
from feedback_app.domain.waves.queries import survey_of, wave_by_id
from feedback_app.domain.waves.standing import WaveRecord
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.problems import Refused
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id, signed_in_role
from feedback_app.platform.tasks import wake
from feedback_app.youth_workers.paper_entry_form import EntryForm, typed_fields
from feedback_app.youth_workers.paper_entry_views import entry_page
from feedback_app.youth_workers.paper_settle import SettleForm, Settling, settle_page
from surveys import AnswerProblems, Answers, Problem, read_answers
from surveys.keying import fields_typed

bp = Blueprint("paper_entry", __name__)

_NUMBER = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")
_DONE = {
    Step.TYPED_ONCE: "Form {number} is typed once. Type it again, best by somebody else, to check it.",
    Step.STORED: "Form {number} is stored. Shred the paper.",
}
_WORDS = "What is written on it is in the queue now, and a youth worker reads it."


@bp.get("/surveys/<uuid:wave_id>/paper/enter")
@only(Role.ENGAGEMENT_OFFICER, Role.YOUTH_WORKER)
def show_entry(wave_id: UUID) -> str:
    """The whole form on one page, to be typed in by its key numbers. :raise 404: there is no such wave."""
    wave = wave_by_id(reading(), wave_id)
    return _render(wave, EntryForm(survey_of(wave)), typed={}, done=_done())


@bp.post("/surveys/<uuid:wave_id>/paper/enter")
@only(Role.ENGAGEMENT_OFFICER, Role.YOUTH_WORKER)
def type_form(wave_id: UUID) -> Response:
    """Take one typing: the first is kept, the second is compared with it. :raise 409: the wave takes no paper now."""
    wave = wave_by_id(reading(), wave_id)
    form, typed = EntryForm(survey_of(wave)), typed_fields()
    found: Mapping[str, Problem] = {}
    try:
        answers = read_answers(survey_of(wave), fields_typed(survey_of(wave), typed))
        if form.validate_on_submit():
            return _take(wave, form, answers)
    except AnswerProblems as problems:
        form.validate_on_submit()
        found = problems.problems
    except (FormStored, FormWaits) as problem:
        form.number.errors = [str(problem)]
    return make_response(_render(wave, form, typed=typed, problems=found), 422)


@bp.get("/surveys/<uuid:wave_id>/paper/<uuid:entry_id>/settle")
@only(Role.ENGAGEMENT_OFFICER, Role.YOUTH_WORKER)
def show_settle(wave_id: UUID, entry_id: UUID) -> str:
    """Where two typings differ, side by side. :raise 403: an officer did not type it. :raise 404: it is not there."""
    wave, both = wave_by_id(reading(), wave_id), _both(wave_id, entry_id)
    page = settle_page(wave, survey_of(wave), both, Settling.none())
    return render_template("youth_workers/paper/settle.html", page=page, form=SettleForm(formdata=None))


@bp.post("/surveys/<uuid:wave_id>/paper/<uuid:entry_id>/settle")
@only(Role.ENGAGEMENT_OFFICER, Role.YOUTH_WORKER)
def settle_form(wave_id: UUID, entry_id: UUID) -> Response:
    """Store a form as it was settled. :raise 403: an officer did not type it. :raise 404: it is not there any more."""
    wave, both, form = wave_by_id(reading(), wave_id), _both(wave_id, entry_id), SettleForm()
    settling = Settling.sent(survey_of(wave), both)
    if form.validate_on_submit() and not settling.problems:
        try:
            with transaction() as writing:
                number = settle(writing, wave, entry_id, settling.cells, by=signed_in_id())
        except AnswerProblems as found:
            settling = settling.refused(survey_of(wave), found.problems)
        else:
            wake("analyse")
            return _to_entry(wave, Step.STORED, number)
    page = settle_page(wave, survey_of(wave), both, settling)
    return make_response(render_template("youth_workers/paper/settle.html", page=page, form=form), 422)


def _take(wave: WaveRecord, form: EntryForm, answers: Answers) -> Response:
    typed = Typed(
        page_id=form.page_id(),
        form_number=form.form_number(),
        language=str(form.language.data),
        answers=answers,
    )
    with transaction() as writing:
        outcome = type_in(writing, wave, typed, by=signed_in_id())
    if outcome.has_words or outcome.step is Step.STORED:
        wake("analyse")
    if outcome.step is Step.TO_SETTLE and outcome.entry_id is not None:
        return redirect(url_for("paper_entry.show_settle", wave_id=wave.id, entry_id=outcome.entry_id), 303)
    return _to_entry(wave, outcome.step, typed.form_number, has_words=outcome.has_words)


def _to_entry(wave: WaveRecord, step: Step, number: str, *, has_words: bool = False) -> Response:
    words = "1" if has_words else None
    address = url_for("paper_entry.show_entry", wave_id=wave.id, done=step.value, number=number, words=words)
    return redirect(address, 303)


def _done() -> tuple[str, str]:
    """What came of the form before this one, out of the address."""
    number = request.args.get("number", "")
    words = _DONE.get(request.args.get("done", ""))  # type: ignore[call-overload]  # a StrEnum is its value
    if words is None or not _NUMBER.fullmatch(number):
        return "", ""
    return words.format(number=number), _WORDS if request.args.get("words") == "1" else ""


def _both(wave_id: UUID, entry_id: UUID) -> BothTypings:
    """Both typings, for who has the paper in hand: an officer reads no words that somebody else typed."""
    both = both_typings(reading(), wave_id, entry_id)
    if signed_in_role() is Role.ENGAGEMENT_OFFICER and both.entry.second_by != signed_in_id():
        raise Refused("Who typed it the second time settles it, or a youth worker: they have the paper.")
    return both


def _render(
    wave: WaveRecord,
    form: EntryForm,
    *,
    typed: Mapping[str, str],
    problems: Mapping[str, Problem] | None = None,
    done: tuple[str, str] = ("", ""),
) -> str:
    page = entry_page(
        wave,
        survey_of(wave),
        form,
        typed=typed,
        problems=problems or {},
        leads=active_with_role(reading(), Role.SAFEGUARDING_LEAD),
        done=done,
    )
    return render_template("youth_workers/paper/enter.html", page=page, form=form)
