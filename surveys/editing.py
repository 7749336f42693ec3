"""Changes to a survey that is being written: each takes a Survey and gives another, with codes kept as they are.

A code names a question or an option in figures across waves, so that wording can change and the code does not.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar, assert_never

from surveys.definition import (
    ENGLISH,
    AllOf,
    AnyOf,
    Condition,
    HasWords,
    Is,
    Option,
    Question,
    Section,
    Survey,
    Words,
)
from surveys.editing_kinds import LONGEST_CODE, with_kind
from surveys.translations import keyed_words
from surveys.xlsform_columns import as_code

__all__ = [
    "add_option",
    "add_question",
    "add_section",
    "change_option",
    "change_question",
    "change_section",
    "copy_as",
    "doubted",
    "move_option",
    "move_question",
    "move_section",
    "new_code",
    "remove_option",
    "remove_question",
    "reworded",
    "with_kind",
]

_T = TypeVar("_T")


def reworded(words: Words | None, english: str, *, keep: bool) -> Words | None:
    """These words with other English; translations go unless they are kept, the same English changes
    nothing, and None is what nobody says.
    """
    if not english:
        return None
    if words is None or words[ENGLISH] == english:
        return words or {ENGLISH: english}
    return {**words, ENGLISH: english} if keep else {ENGLISH: english}


def doubted(before: Survey, after: Survey) -> Survey:
    """The changed survey, in which nobody has confirmed a language whose words stand beside other English now."""
    earlier, confirmed = keyed_words(before), dict(after.confirmed_by)
    for key, words in keyed_words(after).items():
        held = earlier.get(key, words)
        if held[ENGLISH] != words[ENGLISH]:
            confirmed |= {tag: "" for tag in confirmed if tag in words and held.get(tag) == words[tag]}
    return replace(after, confirmed_by=confirmed)


def new_code(text: str, taken: Iterable[str], *, instead: str = "question") -> str:
    """A code made of the first words of a text, that nothing else has."""
    whole = as_code(text)[: LONGEST_CODE - 4].rpartition("_")[0] if len(as_code(text)) > 24 else as_code(text)
    stem = whole if whole and not whole[0].isdigit() else f"{instead}_{whole}".strip("_")
    held = set(taken)
    return next(
        code
        for number in range(1, 10_000)
        if (code := stem if number == 1 else f"{stem}_{number}") not in held
    )


def copy_as(survey: Survey, *, slug: str, title: str) -> Survey:
    """The same questions as the first version of another instrument."""
    return replace(survey, slug=slug, version=1, title={ENGLISH: title})


def change_section(survey: Survey, code: str, change: Callable[[Section], Section]) -> Survey:
    """The survey with one section changed. Raises KeyError."""
    if all(section.code != code for section in survey.sections):
        raise KeyError(code)
    return _with(survey, [change(one) if one.code == code else one for one in survey.sections])


def add_section(survey: Survey, *, title: str, question: Question) -> Survey:
    """The survey with a section more, at its end, that holds one question."""
    code = new_code(title, (section.code for section in survey.sections), instead="part")
    section = Section(code=code, title={ENGLISH: title}, questions=(question,))
    return _with(survey, [*survey.sections, section])


def move_section(survey: Survey, code: str, *, by: int) -> Survey:
    """The survey with a section one place up (-1) or down (1); at either end nothing changes. Raises KeyError."""
    place = _place([section.code for section in survey.sections], code)
    return _with(survey, _moved(survey.sections, place, by))


def add_question(survey: Survey, section: str, question: Question) -> Survey:
    """The survey with a question more at the end of a section. Raises KeyError."""
    return change_section(survey, section, lambda one: replace(one, questions=(*one.questions, question)))


def change_question(survey: Survey, code: str, change: Callable[[Question], Question]) -> Survey:
    """The survey with one question changed. Raises KeyError."""
    survey.question(code)
    return _each_question(survey, lambda one: change(one) if one.code == code else one)


def remove_question(survey: Survey, code: str) -> Survey:
    """The survey without a question; a section that is empty then goes too. Raises KeyError."""
    survey.question(code)
    sections = [
        replace(section, questions=tuple(one for one in section.questions if one.code != code))
        for section in survey.sections
    ]
    return _with(survey, [section for section in sections if section.questions])


def move_question(survey: Survey, code: str, *, by: int) -> Survey:
    """The survey with a question one place up (-1) or down (1), into the next section where it stood at an end.

    The only question of its section stays, and so does one at the survey's own end. Raises KeyError.
    """
    here = _place([code in [one.code for one in section.questions] for section in survey.sections], True)
    questions = survey.sections[here].questions
    place = _place([one.code for one in questions], code)
    if 0 <= place + by < len(questions):
        moved = replace(survey.sections[here], questions=_moved(questions, place, by))
        return _with(survey, [moved if i == here else one for i, one in enumerate(survey.sections)])
    if len(questions) == 1 or not 0 <= here + by < len(survey.sections):
        return survey
    sections = list(survey.sections)
    there = sections[here + by]
    sections[here] = replace(sections[here], questions=tuple(one for one in questions if one.code != code))
    joined = (*there.questions, questions[place]) if by < 0 else (questions[place], *there.questions)
    sections[here + by] = replace(there, questions=joined)
    return _with(survey, sections)


def add_option(survey: Survey, code: str, option: Option) -> Survey:
    """The survey with an answer more to a question, and to those that share its scale. Raises KeyError."""
    return _options(survey, code, lambda held: (*held, option))


def change_option(survey: Survey, code: str, option: str, change: Callable[[Option], Option]) -> Survey:
    """The survey with an answer changed, for every question that shares the scale. Raises KeyError."""
    survey.question(code).option(option)
    return _options(survey, code, lambda held: tuple(change(o) if o.code == option else o for o in held))


def remove_option(survey: Survey, code: str, option: str) -> Survey:
    """The survey without an answer, for every question that shares the scale. Raises KeyError."""
    survey.question(code).option(option)
    return _options(survey, code, lambda held: tuple(one for one in held if one.code != option))


def move_option(survey: Survey, code: str, option: str, *, by: int) -> Survey:
    """The survey with an answer one place up (-1) or down (1), in every question that shares the scale."""
    place = _place([one.code for one in survey.question(code).options], option)
    return _options(survey, code, lambda held: _moved(held, place, by))


def _options(survey: Survey, code: str, change: Callable[[tuple[Option, ...]], tuple[Option, ...]]) -> Survey:
    asked = survey.question(code)
    options = change(asked.options)

    def changed(one: Question) -> Question:
        shares = bool(asked.scale) and one.scale == asked.scale
        if not shares and one.code != code:
            return one
        return replace(one, options=options, scale=one.scale if options else "")

    return _each_question(survey, changed)


def _each_question(survey: Survey, change: Callable[[Question], Question]) -> Survey:
    return _with(
        survey,
        [
            replace(section, questions=tuple(change(question) for question in section.questions))
            for section in survey.sections
        ],
    )


def _with(survey: Survey, sections: Sequence[Section]) -> Survey:
    """The survey with these sections; conditions lose their looks at what is not there any more."""
    changed = replace(survey, sections=tuple(sections))
    kept = tuple(
        replace(
            section,
            questions=tuple(
                replace(one, shown_when=one.shown_when and _possible(one.shown_when, changed))
                for one in section.questions
            ),
        )
        for section in sections
    )
    return replace(changed, sections=kept)


def _possible(condition: Condition, survey: Survey) -> Condition | None:
    match condition:
        case Is():
            if not survey.has_question(condition.question):
                return None
            offered = {option.code for option in survey.question(condition.question).options}
            options = tuple(code for code in condition.options if code in offered)
            return replace(condition, options=options) if options else None
        case HasWords():
            is_there = survey.has_question(condition.question) and survey.question(condition.question).is_text
            return condition if is_there else None
        case AnyOf() | AllOf():
            parts = [_possible(part, survey) for part in condition.conditions]
            held = tuple(part for part in parts if part is not None)
            if len(held) < 2:
                return held[0] if held else None
            return replace(condition, conditions=held)
        case _:
            assert_never(condition)


def _place(codes: Sequence[object], code: object) -> int:
    for place, held in enumerate(codes):
        if held == code:
            return place
    raise KeyError(code)


def _moved(held: Sequence[_T], place: int, by: int) -> tuple[_T, ...]:
    to = min(max(place + by, 0), len(held) - 1)
    moved = [one for i, one in enumerate(held) if i != place]
    moved.insert(to, held[place])
    return tuple(moved)
