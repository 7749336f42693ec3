"""What becomes of a question when it is to be answered in another way."""

from dataclasses import replace

from surveys.definition import (
    CHOICE_KINDS,
    ENGLISH,
    TEXT_KINDS,
    Face,
    Kind,
    Option,
    Question,
    Survey,
)
from surveys.loading import USUAL_LENGTH
from surveys.usual_words import RATHER_NOT_SAY

LONGEST_CODE = 40
_SCALES = frozenset({Kind.AGREE, Kind.FACES})
_AGREE = ("Strongly agree", "Agree", "Not sure", "Disagree", "Strongly disagree")
_FEEL = ("Very happy", "Happy", "Not sure", "Unhappy", "Very unhappy")


def with_kind(question: Question, kind: Kind, survey: Survey) -> Question:
    """The question answered in another way: what does not fit any more goes, what it then needs comes.

    A scale that another question of the survey uses already is taken for this one too.
    """
    if kind is question.kind:
        return question
    is_choice = kind in CHOICE_KINDS
    options = tuple(_fitting(option, kind) for option in question.options) if is_choice else ()
    changed = replace(
        question,
        kind=kind,
        options=options,
        scale=question.scale if kind in _SCALES and question.kind in _SCALES else "",
        most=question.most if kind is Kind.MULTIPLE else None,
        max_length=USUAL_LENGTH.get(kind),
        quotable=question.quotable and kind in TEXT_KINDS,
        in_index=question.in_index and kind is Kind.AGREE,
        role=question.role if kind is Kind.SINGLE else None,
    )
    if kind in _SCALES and not any(option.face for option in options):
        scale, options = _usual_scale(survey, kind)
        return replace(changed, scale=scale, options=options)
    return changed


def _fitting(option: Option, kind: Kind) -> Option:
    return replace(
        option,
        exclusive=option.exclusive and kind is Kind.MULTIPLE,
        face=option.face if kind in _SCALES else None,
    )


def _usual_scale(survey: Survey, kind: Kind) -> tuple[str, tuple[Option, ...]]:
    """The name and the answers of the scale that this survey uses for the kind, else the usual five and a way out."""
    for question in survey.questions:
        if question.kind is kind and question.options:
            return question.scale, question.options
    words = _AGREE if kind is Kind.AGREE else _FEEL
    told = [
        Option(code=text.lower().replace(" ", "_"), text={ENGLISH: text}, face=face, positive=place < 2)
        for place, (text, face) in enumerate(zip(words, Face, strict=True))
    ]
    aside = Option(code="rather_not_say", text={ENGLISH: RATHER_NOT_SAY}, meaningful=False)
    return "", (*told, aside)
