"""The condition of a question as ticks beside the answers of earlier questions, and back."""

from dataclasses import replace
from typing import Any

from flask import url_for

from feedback_app.domain.waves.drafts import DraftRecord
from feedback_app.questionnaire.condition_words import answer_this_if
from feedback_app.youth_workers.draft_edit_page import EditPage, edit_page
from feedback_app.youth_workers.draft_forms import (
    ALL,
    ALWAYS,
    ANY,
    AS_IT_IS,
    HAS_WORDS,
    ConditionForm,
    condition_form,
    field_of,
)
from feedback_app.youth_workers.wave_asked import numbers_of
from surveys import ENGLISH, AllOf, AnyOf, Condition, HasWords, Is, Question, Survey
from surveys.relevant import all_of, any_of


def earlier_questions(survey: Survey, question: Question) -> list[Question]:
    """The questions before this one that are answered at all: a condition can only look at those."""
    place = [one.code for one in survey.questions].index(question.code)
    return [one for one in survey.questions[:place] if one.is_choice or one.is_text]


def condition_typed(draft: DraftRecord, question: Question, *, sent: bool = False) -> ConditionForm:
    """The form: as it was sent, or filled in with the condition as it stands."""
    earlier = earlier_questions(draft.survey, question)
    how, ticked = _ticks(question.shown_when)
    typed: dict[str, Any] = {} if sent else {"how": how, "revision": str(draft.revision)}
    if not sent:
        typed |= {field_of(one): ticked.get(one.code, []) for one in earlier}
    return condition_form(earlier, keeps=how == AS_IT_IS, sent=sent, **typed)


def with_condition(question: Question, form: ConditionForm, survey: Survey) -> Question:
    """The question with the condition that was ticked."""
    how = form.how.data
    if how == AS_IT_IS:
        return question
    parts = [part for one in earlier_questions(survey, question) if (part := _part(one, form)) is not None]
    if how == ALWAYS or not parts:
        return replace(question, shown_when=None)
    return replace(question, shown_when=any_of(parts) if how == ANY else all_of(parts))


def condition_page(draft: DraftRecord, question: Question) -> EditPage:
    """The page of the form."""
    survey, condition = draft.survey, question.shown_when
    said = "It is always shown now."
    if condition is not None:
        numbers = numbers_of(survey)
        said = f"Now: {answer_this_if(condition, survey, numbers=numbers, language=ENGLISH)}"
    earlier = tuple(field_of(one) for one in earlier_questions(survey, question))
    return edit_page(
        "When a question is shown",
        about=f"{question.text[ENGLISH]} {said}",
        back=url_for("drafts.show_draft", slug=draft.slug, _anchor=f"at-{question.code}"),
        groups=(("", ("how",)), ("What it hangs on", earlier)),
        hints={"how": "Within one question any of the ticked answers will do."},
    )


def _part(question: Question, form: ConditionForm) -> Condition | None:
    ticked = tuple(form.ticked(question))
    if not ticked:
        return None
    return (
        HasWords(question=question.code) if question.is_text else Is(question=question.code, options=ticked)
    )


def _ticks(condition: Condition | None) -> tuple[str, dict[str, list[str]]]:
    """How the ticks join, and those of each question; groups within groups have none and can only stay."""
    if condition is None:
        return ALWAYS, {}
    parts: tuple[Condition, ...] = (
        condition.conditions if isinstance(condition, AnyOf | AllOf) else (condition,)
    )
    how = ALL if isinstance(condition, AllOf) else ANY
    ticked: dict[str, list[str]] = {}
    for part in parts:
        if not isinstance(part, Is | HasWords) or part.question in ticked:
            return AS_IT_IS, {}
        ticked[part.question] = list(part.options) if isinstance(part, Is) else [HAS_WORDS]
    return how, ticked
