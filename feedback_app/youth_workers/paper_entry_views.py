"""What the page for typing a form in shows: the whole form, compact, with its key numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import url_for

from feedback_app.domain.people.queries import PersonRecord
from feedback_app.domain.waves.standing import WaveRecord
from feedback_app.questionnaire.building import filled
from feedback_app.questionnaire.condition_words import answer_this_if
from feedback_app.questionnaire.problems import field_of, in_words
from feedback_app.questionnaire.views import ProblemLine
from feedback_app.youth_workers.paper_entry_form import PREFIX, EntryForm
from surveys import ENGLISH, Kind, Option, Problem, Question, Survey, text_field, words_in
from surveys.keying import asked_on_paper


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryText:
    """A field for words; `rows` high."""

    id: str
    label: str
    value: str
    rows: int
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryQuestion:
    """One question: where its key numbers are typed, and its fields for words. `keys` are numbers and their words."""

    id: str
    number: str
    words: str
    when: str
    hint: str
    keys: tuple[tuple[str, str], ...]
    value: str
    error: str
    texts: tuple[EntryText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """The page on which a form is typed in. `done` says what came of the one before."""

    title: str
    back: str
    action: str
    done: str
    done_words: str
    problems: tuple[ProblemLine, ...]
    questions: tuple[EntryQuestion, ...]
    has_languages: bool
    leads: tuple[tuple[str, str], ...]


def entry_page(
    wave: WaveRecord,
    survey: Survey,
    form: EntryForm,
    *,
    typed: Mapping[str, str],
    problems: Mapping[str, Problem],
    leads: tuple[PersonRecord, ...],
    done: tuple[str, str] = ("", ""),
) -> EntryPage:
    """The page with what was typed still in it."""
    return EntryPage(
        title=f"Type in paper forms: {wave.title}",
        back=url_for("paper.show_paper", wave_id=wave.id),
        action=url_for("paper_entry.type_form", wave_id=wave.id),
        done=done[0],
        done_words=done[1],
        problems=tuple(_problem_lines(survey, form, problems)),
        questions=tuple(
            _question(question, survey, typed, problems.get(question.code))
            for question in asked_on_paper(survey)
            if question.kind is not Kind.INFORMATION
        ),
        has_languages=len(survey.languages) > 1,
        leads=tuple((lead.name, lead.email) for lead in leads),
    )


def _problem_lines(survey: Survey, form: EntryForm, problems: Mapping[str, Problem]) -> Iterator[ProblemLine]:
    for words in form.form_errors:
        yield ProblemLine(words=str(words), address="")
    for field in (form.page, form.number, form.language):
        if field.errors:
            yield ProblemLine(
                words=str(field.errors[0]), address="" if field is form.page else f"#{field.id}"
            )
    numbers = filled(survey).numbers
    for question in survey.questions:
        if question.code in problems:
            problem = problems[question.code]
            said = in_words(problem, question, language=ENGLISH)
            yield ProblemLine(
                words=f"Question {numbers[question.code]}: {said}",
                address=f"#{PREFIX}{field_of(problem, question)}",
            )


def _question(
    question: Question, survey: Survey, typed: Mapping[str, str], problem: Problem | None
) -> EntryQuestion:
    numbers = filled(survey).numbers
    error = "" if problem is None else in_words(problem, question, language=ENGLISH)
    wrong = "" if problem is None else field_of(problem, question)
    when = ""
    if question.shown_when is not None:
        when = answer_this_if(question.shown_when, survey, numbers=numbers, language=ENGLISH)
    return EntryQuestion(
        id=f"{PREFIX}{question.code}" if question.is_choice else "",
        number=str(numbers[question.code]),
        words=words_in(question.text, ENGLISH),
        when=when,
        hint=_hint(question),
        keys=tuple(
            (str(key), words_in(option.text, ENGLISH)) for key, option in enumerate(question.options, start=1)
        ),
        value=typed.get(question.code, "") if question.is_choice else "",
        error=error if wrong == question.code and question.is_choice else "",
        texts=tuple(_texts(question, typed, error=error, wrong=wrong)),
    )


def _texts(question: Question, typed: Mapping[str, str], *, error: str, wrong: str) -> Iterator[EntryText]:
    if question.is_text:
        yield _text(question.code, "What is written there", typed, rows=3, error=error)
    for option in question.options:
        if option.text_box:
            name = text_field(question, option)
            yield _text(name, _beside(question, option), typed, rows=1, error=error if wrong == name else "")


def _text(name: str, label: str, typed: Mapping[str, str], *, rows: int, error: str) -> EntryText:
    return EntryText(id=f"{PREFIX}{name}", label=label, value=typed.get(name, ""), rows=rows, error=error)


def _beside(question: Question, option: Option) -> str:
    return f"Written beside “{words_in(option.text, ENGLISH)}”"


def _hint(question: Question) -> str:
    if question.is_text:
        return ""
    if question.kind is not Kind.MULTIPLE:
        return "One number"
    return "Numbers, with a blank between"
