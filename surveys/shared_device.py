"""A survey as it is asked on a device that others use next: without what only makes sense on one's own."""

from dataclasses import replace
from functools import lru_cache

from surveys.conditions import atoms
from surveys.definition import Role, Survey


@lru_cache(maxsize=64)
def for_shared_device(survey: Survey) -> Survey:
    """The survey without the offer of a receipt (SAFETY R-33); a section that had nothing else goes with it.

    A question that others depend on stays.
    """
    conditions = [question.shown_when for question in survey.questions if question.shown_when is not None]
    needed = {atom.question for condition in conditions for atom in atoms(condition)}
    sections = []
    for section in survey.sections:
        kept = tuple(
            question
            for question in section.questions
            if question.role is not Role.WANTS_RECEIPT or question.code in needed
        )
        if kept:
            sections.append(replace(section, questions=kept))
    return replace(survey, sections=tuple(sections))
