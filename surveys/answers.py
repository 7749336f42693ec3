"""The one judge of what was sent: raw fields become Answers, or AnswerProblems by question code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from surveys.cleaning import clean_text
from surveys.conditions import has_words, shown_questions
from surveys.definition import TEXT_BOX_LENGTH, Kind, Question, Role, Survey, text_field
from surveys.helping import NOT_SAID, Helping, read_helping

RawFields: TypeAlias = Mapping[str, Sequence[str]]
"""A form's fields as they were sent: each name with every value it bears."""


class ProblemCode(StrEnum):
    """What is wrong with one answer; the audience layer says it in words.

    Parameters: `only_one` chosen · `alone` option · `too_many` most, chosen · `too_long` field, most, length.
    """

    NOT_OFFERED = "not_offered"
    ONLY_ONE = "only_one"
    ALONE = "alone"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One answer's problem: a code and its parameters, never anything that was written."""

    code: ProblemCode
    parameters: Mapping[str, int | str] = field(default_factory=dict)


class AnswerProblems(Exception):
    """Some answers cannot be taken as they are; holds a problem per question code and no answer."""

    def __init__(self, problems: Mapping[str, Problem]) -> None:
        super().__init__(f"{len(problems)} answers cannot be taken as they are")
        self.problems: Mapping[str, Problem] = dict(problems)


class TextField(NamedTuple):
    """Where a text came from; `quotable` only when the question allows it and she said yes."""

    field: str
    question: str
    quotable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What one young person answered, judged and cleaned; hidden questions' answers are not in it.

    `chosen` holds option codes in the definition's order, `texts` words by form field, blank ones left out.
    Its representation shows neither, so that no log can.
    """

    chosen: Mapping[str, tuple[str, ...]] = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)
    may_quote: bool
    wants_receipt: bool
    fields: tuple[TextField, ...] = field(repr=False)
    #: Whether somebody helped her; said beside the questions.
    helping: Helping = field(default=NOT_SAID, repr=False)

    def text_fields(self) -> tuple[TextField, ...]:
        """One (field, question code, quotable) for each text, in the survey's order."""
        return self.fields


def read_answers(survey: Survey, raw: RawFields) -> Answers:
    """Judge the fields of a form, a row of an import or a sheet of paper, all by the same rules.

    Every question may be blank. Fields the survey does not know are ignored (SAFETY R-20); answers to
    questions that her other answers hide are dropped before anything is complained of.
    Raises AnswerProblems; TypeError only where a caller gives a bare text in place of a field's values, as a
    form's multi-dict does when taken for a mapping: the other ticked boxes would be lost without a word.
    """
    sent = {question.code: _sent(question, raw) for question in survey.questions if question.is_choice}
    chosen = {code: _offered(survey.question(code), values) for code, values in sent.items() if values}
    texts = _texts(survey, raw, chosen)
    shown = shown_questions(survey, chosen, texts)
    problems: dict[str, Problem] = {}
    for question in survey.questions:
        if question.code in shown:
            problem = _problem(question, sent.get(question.code, ()), texts)
            if problem is not None:
                problems[question.code] = problem
    if problems:
        raise AnswerProblems(problems)
    return _answers(survey, shown, chosen, texts, helping=read_helping(raw))


def _values(raw: RawFields, name: str) -> Sequence[str]:
    values = raw.get(name, ())
    if isinstance(values, str):
        raise TypeError("a field must come with a list of all its values")
    return values


def _sent(question: Question, raw: RawFields) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in _values(raw, question.code) if value))


def _offered(question: Question, values: Sequence[str]) -> tuple[str, ...]:
    if len(values) == 1:
        return tuple(values) if any(option.code == values[0] for option in question.options) else ()
    sent = frozenset(values)
    return tuple(option.code for option in question.options if option.code in sent)


def _texts(survey: Survey, raw: RawFields, chosen: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for question in survey.questions:
        if question.max_length is not None:
            _take_text(texts, question.code, raw, question.max_length)
        for code in chosen.get(question.code, ()):
            option = question.option(code)
            if option.text_box:
                _take_text(texts, text_field(question, option), raw, TEXT_BOX_LENGTH)
    return texts


def _take_text(texts: dict[str, str], name: str, raw: RawFields, most: int) -> None:
    values = _values(raw, name)
    if values:
        text = clean_text("\n".join(value for value in values if value), most=most)
        if has_words(text):
            texts[name] = text


def _problem(question: Question, sent: Sequence[str], texts: Mapping[str, str]) -> Problem | None:
    if question.is_choice:
        return _problem_of_choice(question, sent) or _problem_of_boxes(question, texts)
    if question.max_length is not None:
        return _problem_of_length(question.code, question.max_length, texts)
    return None


def _problem_of_choice(question: Question, sent: Sequence[str]) -> Problem | None:
    if not sent:
        return None
    chosen = [option for option in question.options if option.code in sent]
    if len(chosen) < len(sent):
        return Problem(code=ProblemCode.NOT_OFFERED)
    if len(chosen) == 1:
        return None
    if question.kind is not Kind.MULTIPLE:
        return Problem(code=ProblemCode.ONLY_ONE, parameters={"chosen": len(chosen)})
    alone = next((option.code for option in chosen if option.exclusive), None)
    if alone is not None:
        return Problem(code=ProblemCode.ALONE, parameters={"option": alone})
    if question.most is not None and len(chosen) > question.most:
        return Problem(code=ProblemCode.TOO_MANY, parameters={"most": question.most, "chosen": len(chosen)})
    return None


def _problem_of_boxes(question: Question, texts: Mapping[str, str]) -> Problem | None:
    for option in question.options:
        if option.text_box:
            problem = _problem_of_length(text_field(question, option), TEXT_BOX_LENGTH, texts)
            if problem is not None:
                return problem
    return None


def _problem_of_length(name: str, most: int, texts: Mapping[str, str]) -> Problem | None:
    length = len(texts.get(name, ""))
    if length <= most:
        return None
    return Problem(code=ProblemCode.TOO_LONG, parameters={"field": name, "most": most, "length": length})


def _answers(
    survey: Survey,
    shown: frozenset[str],
    chosen: Mapping[str, tuple[str, ...]],
    texts: Mapping[str, str],
    *,
    helping: Helping,
) -> Answers:
    kept = {code: options for code, options in chosen.items() if code in shown}
    may_quote = _says_yes(survey, Role.MAY_QUOTE, kept)
    fields = tuple(_text_fields(survey, shown, texts, may_quote))
    return Answers(
        chosen=kept,
        texts={name: texts[name] for name, _, _ in fields},
        may_quote=may_quote,
        wants_receipt=_says_yes(survey, Role.WANTS_RECEIPT, kept),
        fields=fields,
        helping=helping,
    )


def _says_yes(survey: Survey, role: Role, chosen: Mapping[str, tuple[str, ...]]) -> bool:
    return any(
        not question.positive_codes.isdisjoint(chosen.get(question.code, ()))
        for question in survey.questions
        if question.role is role
    )


def _text_fields(
    survey: Survey, shown: frozenset[str], texts: Mapping[str, str], may_quote: bool
) -> list[TextField]:
    fields: list[TextField] = []
    for name in texts:
        code, box, _ = name.partition("__")
        if code in shown:
            quotable = may_quote and not box and survey.question(code).quotable
            fields.append(TextField(field=name, question=code, quotable=quotable))
    return fields
