"""Whether any answers at all can show a question."""

from collections.abc import Iterator
from itertools import combinations, islice, product

from surveys.conditions import atoms, shown_questions
from surveys.definition import HasWords, Is, Kind, Question, Survey

_MOST_TRIED = 20_000


def can_be_shown(survey: Survey, question: Question) -> bool:
    """Whether some answers show the question; tries 20,000 combinations and then takes it as shown.

    Conditions only ever ask for something to be chosen or written, so that the options nobody looks at
    can be left out. Expects a survey without structural flaws.
    """
    looked_at = _looked_at(survey, question)
    answers = [_possible(survey.question(code), options) for code, options in looked_at.items()]
    tried = 0
    for combination in islice(product(*answers), _MOST_TRIED):
        tried += 1
        given = dict(zip(looked_at, combination, strict=True))
        texts = {code: "words" for code, options in given.items() if options == ("words",)}
        if question.code in shown_questions(survey, given, texts):
            return True
    return tried == _MOST_TRIED


def _looked_at(survey: Survey, question: Question) -> dict[str, set[str]]:
    """Each question that decides, directly or through another, with its options that matter."""
    found: dict[str, set[str]] = {}
    waiting = [question]
    while waiting:
        condition = waiting.pop().shown_when
        for atom in atoms(condition) if condition is not None else ():
            if atom.question not in found:
                waiting.append(survey.question(atom.question))
            options = found.setdefault(atom.question, set())
            match atom:
                case Is():
                    options.update(atom.options)
                case HasWords():
                    pass
    return found


def _possible(question: Question, options: set[str]) -> list[tuple[str, ...]]:
    if question.is_text:
        return [("words",), ()]
    alone: list[tuple[str, ...]] = [(code,) for code in sorted(options)]
    if question.kind is not Kind.MULTIPLE:
        return [*alone, ()]
    return [*_together(question, options), *alone, ()]


def _together(question: Question, options: set[str]) -> Iterator[tuple[str, ...]]:
    joinable = sorted(code for code in options if not question.option(code).exclusive)
    most = min(question.most or len(joinable), len(joinable))
    if most > 1:
        yield from islice(combinations(joinable, most), _MOST_TRIED)
