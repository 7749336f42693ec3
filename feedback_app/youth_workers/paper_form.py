"""A definition as a form on paper, in each of its languages: its own words, and ours about ticking and handing in."""

from collections.abc import Iterator

from flask import current_app
from flask_babel import gettext

from feedback_app.documents.paper import PaperForm, PaperOption, PaperQuestion, PaperSection
from feedback_app.platform.languages import page_direction, page_language, speaking
from feedback_app.platform.settings import Settings
from feedback_app.questionnaire.building import filled
from feedback_app.questionnaire.condition_words import answer_this_if
from feedback_app.questionnaire.contact_words import said_contacts
from surveys import ENGLISH, Kind, Question, Survey, Words, words_in
from surveys.keying import asked_on_paper

LINES_FOR_A_TEXT, LINES_FOR_A_WORD = 6, 2
#: The longest option, in characters, with which three or two columns of boxes still fit.
THREE_COLUMNS, TWO_COLUMNS = 18, 34


def paper_form(survey: Survey, language: str) -> PaperForm:
    """The form as it is printed in one language; what is not translated yet is in English."""
    with speaking(language):
        return PaperForm(
            language=page_language(),
            direction=page_direction(),
            title=words_in(survey.title, language),
            purpose=words_in(survey.purpose, language),
            promises=tuple(words_in(line, language) for line in survey.intro),
            number_label=gettext("Form number"),
            number_hint=gettext("A worker writes this."),
            how_title=gettext("How to fill this in"),
            how=_how(),
            handing_title=gettext("When you have finished"),
            handing_in=_handing_in(),
            help_title=gettext("Need help now? Don't wait for us."),
            helps=tuple(_helps()),
            sections=sections(survey, language),
        )


def sections(survey: Survey, language: str) -> tuple[PaperSection, ...]:
    """The sections as they are printed, with the numbers by which conditions name questions."""
    numbers = filled(survey, language=language).numbers
    asked = {question.code for question in asked_on_paper(survey)}
    made = (
        PaperSection(
            title=words_in(section.title, language),
            intro=_said(section.intro, language),
            questions=tuple(
                _question(question, survey, number=str(numbers.get(question.code, "")), language=language)
                for question in section.questions
                if question.code in asked
            ),
        )
        for section in survey.sections
    )
    return tuple(section for section in made if section.questions)


def _question(question: Question, survey: Survey, *, number: str, language: str) -> PaperQuestion:
    when = ""
    if question.shown_when is not None and number:
        numbers = filled(survey, language=language).numbers
        when = answer_this_if(question.shown_when, survey, numbers=numbers, language=language)
    return PaperQuestion(
        number=number,
        words=words_in(question.text, language),
        hint=_said(question.hint, language),
        when=when,
        how=_how_to_answer(question),
        beside=_said(survey.beside_text, language) if question.is_text else "",
        options=tuple(
            PaperOption(key=key, words=words_in(option.text, language), line=option.text_box)
            for key, option in enumerate(question.options, start=1)
        ),
        columns=_columns(question, language),
        lines=_lines(question),
    )


def _said(words: Words | None, language: str) -> str:
    return "" if words is None else words_in(words, language)


def _how_to_answer(question: Question) -> str:
    if question.is_text:
        return ""
    if question.kind is not Kind.MULTIPLE:
        return str(gettext("Tick one box."))
    return str(gettext("You can tick more than one box."))


def _columns(question: Question, language: str) -> int:
    longest = max((len(words_in(option.text, language)) for option in question.options), default=0)
    if longest <= THREE_COLUMNS and not any(option.text_box for option in question.options):
        return 3
    return 2 if longest <= TWO_COLUMNS else 1


def _lines(question: Question) -> int:
    if not question.is_text:
        return 0
    return LINES_FOR_A_TEXT if question.kind is Kind.LONG_TEXT else LINES_FOR_A_WORD


def _how() -> tuple[str, ...]:
    return (
        gettext("Don't write your name on this paper."),
        gettext("Put a tick in the box. If you made a mistake, cross the box out and tick another."),
        gettext("The small numbers beside the boxes are for us. You can leave them."),
    )


def _handing_in() -> tuple[str, ...]:
    return (
        gettext("Fold the paper and put it in the envelope. Close the envelope."),
        gettext("Give the envelope to a worker, or put it in the box."),
        gettext("A worker types in what you ticked and what you wrote. Then the paper is shredded."),
    )


def _helps() -> Iterator[tuple[str, str]]:
    settings: Settings = current_app.extensions["settings"]
    with speaking(ENGLISH):
        for contact in said_contacts(demonstration=settings.demonstration):
            yield contact.name, contact.ways[0].words
