"""Flaws that would make a survey impossible to judge: repeated codes, options that do not fit, odd conditions."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from surveys.conditions import atoms
from surveys.definition import HasWords, Is, Kind, Question, Survey
from surveys.flaws import Flaw, FlawCode


def structural_flaws(survey: Survey) -> tuple[Flaw, ...]:
    """Every flaw that `load` refuses; none when the survey can be shown and judged."""
    flaws = [*_repeated_codes(survey), *_repeated_roles(survey)]
    for question in survey.questions:
        flaws += _options(survey, question)
        flaws += _settings(survey, question)
    flaws += _conditions(survey)
    return tuple(flaws)


def flaw_of(survey: Survey, question: Question, code: FlawCode, wrong: str, advice: str) -> Flaw:
    """A flaw that stands at this question."""
    return Flaw(
        code=code,
        wrong=wrong,
        advice=advice,
        source=survey.source,
        line=question.line,
        question=question.code,
    )


def _repeated_codes(survey: Survey) -> Iterator[Flaw]:
    advice = "Give one of them another code."
    for section, line in _repeats((section.code, section.line) for section in survey.sections):
        yield Flaw(
            code=FlawCode.REPEATED_CODE,
            wrong=f"the section code “{section}” is used twice.",
            advice=advice,
            source=survey.source,
            line=line,
        )
    for question, line in _repeats((question.code, question.line) for question in survey.questions):
        yield Flaw(
            code=FlawCode.REPEATED_CODE,
            wrong="this question code is used twice.",
            advice=advice,
            source=survey.source,
            line=line,
            question=question,
        )
    for holder in survey.questions:
        for option, line in _repeats((option.code, option.line) for option in holder.options):
            yield Flaw(
                code=FlawCode.REPEATED_CODE,
                wrong=f"the option code “{option}” is used twice.",
                advice=advice,
                source=survey.source,
                line=line,
                question=holder.code,
            )


def _repeats(codes: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    seen: set[str] = set()
    for code, line in codes:
        if code in seen:
            yield code, line
        seen.add(code)


def _repeated_roles(survey: Survey) -> Iterator[Flaw]:
    seen: set[str] = set()
    for question in survey.questions:
        if question.role is None:
            continue
        if question.role in seen:
            yield flaw_of(
                survey,
                question,
                FlawCode.ROLE,
                f"another question already has the role “{question.role}”.",
                "Keep the role on one of them.",
            )
        seen.add(question.role)
        if question.kind is not Kind.SINGLE or len(question.positive_codes) != 1:
            yield flaw_of(
                survey,
                question,
                FlawCode.ROLE,
                f"a question with the role “{question.role}” must have exactly one yes.",
                "Make it kind single and write “positive: yes” at one option.",
            )


def _options(survey: Survey, question: Question) -> Iterator[Flaw]:
    def flaw(wrong: str, advice: str) -> Flaw:
        return flaw_of(survey, question, FlawCode.OPTIONS, wrong, advice)

    if not question.is_choice:
        if question.options:
            yield flaw(
                f"kind {question.kind} has no options.", "Delete them, or choose kind single or multiple."
            )
        return
    if len(question.options) < 2:
        yield flaw("it needs two options or more.", "Add them under “options:”, or name a scale.")
    if question.kind is not Kind.MULTIPLE and any(option.exclusive for option in question.options):
        yield flaw(
            "only kind multiple has exclusive options.", "Delete “exclusive”: here one is chosen anyway."
        )
    if question.kind in (Kind.AGREE, Kind.FACES):
        yield from _scale(survey, question)


def _scale(survey: Survey, question: Question) -> Iterator[Flaw]:
    if not question.positive_codes:
        yield flaw_of(
            survey,
            question,
            FlawCode.OPTIONS,
            "nobody can tell which answers are the positive ones.",
            "Write “positive: yes” at them, for instance at “Strongly agree” and “Agree”.",
        )
    for option in question.options:
        if option.meaningful is (option.face is None) or (option.positive and not option.meaningful):
            yield Flaw(
                code=FlawCode.OPTIONS,
                wrong=f"the option “{option.code}” does not fit a scale.",
                advice="Give it a face, or write “meaningful: no” and neither a face nor positive.",
                source=survey.source,
                line=option.line,
                question=question.code,
            )


def _settings(survey: Survey, question: Question) -> Iterator[Flaw]:
    misplaced = (
        ("most", question.most is not None and question.kind is not Kind.MULTIPLE, "kind multiple"),
        ("max_length", question.max_length is not None and not question.is_text, "a text kind"),
        ("quotable", question.quotable and not question.is_text, "a text kind"),
        ("in_index", question.in_index and question.kind is not Kind.AGREE, "kind agree"),
    )
    for name, is_misplaced, fits in misplaced:
        if is_misplaced:
            yield flaw_of(
                survey,
                question,
                FlawCode.OPTIONS,
                f"“{name}” only belongs to {fits}.",
                f"Delete the line “{name}”.",
            )


def _conditions(survey: Survey) -> Iterator[Flaw]:
    earlier: dict[str, Question] = {}
    for question in survey.questions:
        if question.shown_when is not None:
            for atom in atoms(question.shown_when):
                said = _wrong_with(atom, earlier, survey)
                if said is not None:
                    yield Flaw(
                        code=FlawCode.CONDITION,
                        wrong=said[0],
                        advice=said[1],
                        source=survey.source,
                        line=atom.line or question.line,
                        question=question.code,
                    )
        earlier[question.code] = question


def _wrong_with(atom: Is | HasWords, earlier: dict[str, Question], survey: Survey) -> tuple[str, str] | None:
    looked_at = earlier.get(atom.question)
    if looked_at is None:
        if survey.has_question(atom.question):
            return f"it looks at “{atom.question}”, which comes later.", "Move that question further up."
        return f"it looks at “{atom.question}”, which is no question.", "Use the code of an earlier question."
    match atom:
        case Is():
            offered = [option.code for option in looked_at.options]
            unknown = [code for code in atom.options if code not in offered]
            if unknown:
                return (
                    f"“{looked_at.code}” has no option “{unknown[0]}”.",
                    f"Use one of these: {', '.join(offered) or 'it has none'}.",
                )
        case HasWords():
            if not looked_at.is_text:
                return f"“{looked_at.code}” is not answered in words.", "Use “is: option” instead."
        case _:
            assert_never(atom)
    return None
