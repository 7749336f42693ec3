"""What an instrument asks, as staff read it: every question with its answers, its purpose and when it is shown."""

from dataclasses import dataclass

from feedback_app.questionnaire.condition_words import answer_this_if
from feedback_app.youth_workers import wave_words
from feedback_app.youth_workers.moderation_words import LANGUAGES, THEMES
from feedback_app.youth_workers.wave_links import Link
from surveys import ENGLISH, Flaw, Question, Survey, check, words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question; `notes` says what else is to be known of it."""

    code: str
    number: str
    words: str
    kind: str
    purpose: str
    when: str
    notes: tuple[str, ...]
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSection:
    """Questions under one heading."""

    code: str
    title: str
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPage:
    """A definition as staff read it."""

    title: str
    about: str
    back: str
    back_words: str
    previews: tuple[Link, ...]
    tools: tuple[Link, ...]
    flaws: tuple[str, ...]
    sections: tuple[AskedSection, ...]


def asked_page(
    survey: Survey,
    *,
    title: str,
    back: str,
    back_words: str,
    previews: tuple[Link, ...],
    tools: tuple[Link, ...] = (),
) -> AskedPage:
    """What a definition asks, with its flaws."""
    count = len(numbers_of(survey))
    minutes = "1 minute" if survey.minutes == 1 else f"{survey.minutes} minutes"
    return AskedPage(
        title=title,
        about=f"Version {survey.version}, {count} questions, about {minutes}. "
        f"In {', '.join(LANGUAGES.get(tag, tag) for tag in survey.languages)}.",
        back=back,
        back_words=back_words,
        previews=previews,
        tools=tools,
        flaws=tuple(_flaw(flaw) for flaw in check(survey)),
        sections=asked_sections(survey),
    )


def asked_sections(survey: Survey) -> tuple[AskedSection, ...]:
    """The questions under their headings, numbered through the whole survey."""
    numbers = numbers_of(survey)
    return tuple(
        AskedSection(
            code=section.code,
            title=words_in(section.title, ENGLISH),
            questions=tuple(_question(question, survey, numbers) for question in section.questions),
        )
        for section in survey.sections
    )


def numbers_of(survey: Survey) -> dict[str, int]:
    """The number of each question that is answered, from 1, as pages print it."""
    asked = [question.code for question in survey.questions if question.is_choice or question.is_text]
    return {code: number for number, code in enumerate(asked, start=1)}


def _flaw(flaw: Flaw) -> str:
    where = f"Question {flaw.question}: " if flaw.question else ""
    return f"{where}{flaw.wrong} {flaw.advice}"


def _question(question: Question, survey: Survey, numbers: dict[str, int]) -> AskedQuestion:
    when = ""
    if question.shown_when is not None:
        when = answer_this_if(question.shown_when, survey, numbers=numbers, language=ENGLISH)
    return AskedQuestion(
        code=question.code,
        number=str(numbers.get(question.code, "")),
        words=words_in(question.text, ENGLISH),
        kind=wave_words.kind(question),
        purpose=_purpose(question),
        when=when,
        notes=_notes(question),
        options=tuple(words_in(option.text, ENGLISH) for option in question.options),
    )


def _purpose(question: Question) -> str:
    if question.outcome is not None:
        return f"Measures: {THEMES.get(question.outcome, question.outcome)}."
    if question.coverage:
        return "Shows who answered."
    return question.purpose


def _notes(question: Question) -> tuple[str, ...]:
    notes = {
        "Sensitive": question.sensitive,
        "May be quoted, if she says yes and two people agree": question.quotable,
        "Part of the index": question.in_index,
    }
    return tuple(words for words, holds in notes.items() if holds)
