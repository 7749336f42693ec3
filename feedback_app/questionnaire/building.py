"""Builds what the survey page shows from a definition, and from what was sent where something has to be put right."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext
from markupsafe import Markup

from feedback_app.questionnaire.condition_words import answer_this_if
from feedback_app.questionnaire.problems import field_of, in_words
from feedback_app.questionnaire.views import Choice, ProblemLine, QuestionView, SectionView, TextBox
from feedback_app.questionnaire.ways import is_easy
from surveys import (
    ENGLISH,
    TEXT_BOX_LENGTH,
    Face,
    Kind,
    Option,
    Problem,
    Question,
    RawFields,
    Section,
    Survey,
    Words,
    condition_tree,
    is_in,
    text_field,
    words_in,
)
from surveys.cleaning import clean_text

FACES = {face: number for number, face in enumerate(Face, start=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A survey with what was sent to it, and what is wrong with that; both empty for a fresh page."""

    survey: Survey
    language: str
    raw: RawFields
    problems: Mapping[str, Problem]
    numbers: Mapping[str, int]

    def said(self, words: Words | None) -> str:
        """A text of the definition in the page's language, "" where there is none."""
        return "" if words is None else words_in(words, self.language)

    def shown(self, words: Words | None) -> str:
        """The same for a place that can say that a piece is in English though the page is not."""
        said = self.said(words)
        if words is None or is_in(words, self.language):
            return said
        return Markup('<span lang="en" dir="ltr">{}</span>').format(said)

    def pictured(self, name: str) -> str:
        """The name of a picture where the page shows pictures, "" elsewhere."""
        return name if is_easy(self.language) else ""

    def sent(self, name: str) -> tuple[str, ...]:
        """Every value that was sent under a name."""
        values = self.raw.get(name, ())
        return (values,) if isinstance(values, str) else tuple(values)

    def typed(self, name: str) -> str:
        """What was typed under a name, whole, safe to print."""
        text = "\n".join(self.sent(name))
        return clean_text(text, most=len(text))


def filled(
    survey: Survey,
    *,
    language: str = ENGLISH,
    raw: RawFields | None = None,
    problems: Mapping[str, Problem] | None = None,
) -> Filled:
    """A survey ready to be built into a page."""
    asked = [question.code for question in survey.questions if question.kind is not Kind.INFORMATION]
    return Filled(
        survey=survey,
        language=language,
        raw=raw or {},
        problems=problems or {},
        numbers={code: number for number, code in enumerate(asked, start=1)},
    )


def sections(form: Filled) -> tuple[SectionView, ...]:
    """The sections as they are shown."""
    return tuple(_section(section, form) for section in form.survey.sections)


def problem_lines(form: Filled) -> tuple[ProblemLine, ...]:
    """The lines of the error summary, in the order of the questions."""
    lines = []
    for question in form.survey.questions:
        problem = form.problems.get(question.code)
        if problem is not None:
            words = in_words(problem, question, language=form.language)
            lines.append(
                ProblemLine(
                    words=f"{form.said(question.text)} {words}", address=f"#{field_of(problem, question)}"
                )
            )
    return tuple(lines)


def _section(section: Section, form: Filled) -> SectionView:
    return SectionView(
        code=section.code,
        title=form.shown(section.title),
        intro=form.shown(section.intro),
        questions=tuple(_question(question, form) for question in section.questions),
    )


def _question(question: Question, form: Filled) -> QuestionView:
    problem = form.problems.get(question.code)
    error = "" if problem is None else in_words(problem, question, language=form.language)
    hint = form.shown(question.hint)
    when = _when(question, form)
    beside = form.shown(form.survey.beside_text) if question.is_text else ""
    lines = {"when": when, "hint": hint, "beside": beside, "error": error}
    described_by = " ".join(f"{question.code}-{name}" for name, words in lines.items() if words)
    return QuestionView(
        code=question.code,
        id=question.code,
        number=str(form.numbers.get(question.code, "")),
        title=form.shown(question.text),
        is_group=question.is_choice,
        is_information=question.kind is Kind.INFORMATION,
        is_own=question.is_text or question.sensitive,
        shown_when="" if question.shown_when is None else json.dumps(condition_tree(question.shown_when)),
        described_by=described_by,
        choices=tuple(_choice(option, question, form) for option in question.options),
        box=_long_box(question, form, described_by, wrong=bool(error)) if question.is_text else None,
        picture=form.pictured(question.picture),
        **lines,
    )


def _when(question: Question, form: Filled) -> str:
    if question.shown_when is None or question.kind is Kind.INFORMATION:
        return ""
    return answer_this_if(question.shown_when, form.survey, numbers=form.numbers, language=form.language)


def _choice(option: Option, question: Question, form: Filled) -> Choice:
    first = option is question.options[0]
    return Choice(
        id=question.code if first else f"{question.code}-{option.code}",
        name=question.code,
        value=option.code,
        kind="checkbox" if question.kind is Kind.MULTIPLE else "radio",
        label=form.shown(option.text),
        checked=option.code in form.sent(question.code),
        alone=option.exclusive,
        face=FACES[option.face] if option.face is not None else 0,
        box=_box_beside(option, question, form) if option.text_box else None,
        picture=form.pictured(option.picture),
    )


def _box_beside(option: Option, question: Question, form: Filled) -> TextBox:
    name = text_field(question, option)
    problem = form.problems.get(question.code)
    hint = form.shown(form.survey.beside_text)
    return TextBox(
        id=name,
        name=name,
        value=form.typed(name),
        most=TEXT_BOX_LENGTH,
        long=False,
        label=gettext("Tell us more, if you like"),
        hint=hint,
        described_by=f"{name}-hint" if hint else "",
        wrong=problem is not None and problem.parameters.get("field") == name,
    )


def _long_box(question: Question, form: Filled, described_by: str, *, wrong: bool) -> TextBox:
    return TextBox(
        id=question.code,
        name=question.code,
        value=form.typed(question.code),
        most=question.max_length or TEXT_BOX_LENGTH,
        long=question.kind is Kind.LONG_TEXT,
        label="",
        hint="",
        described_by=described_by,
        wrong=wrong,
    )
