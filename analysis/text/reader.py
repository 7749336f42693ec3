"""One comment read by every part of the analysis in turn."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.learned.leaning import Leaning
from analysis.text.abuse import is_abusive
from analysis.text.concern import concern
from analysis.text.finding import Concern, Finding, PersonalSpan, ThemeMatch
from analysis.text.hearing import hear
from analysis.text.language import ENGLISH, guess_on_a_page
from analysis.text.personal import personal
from analysis.text.sentiment import Feeling, feeling
from analysis.text.sources import read, sources
from analysis.text.themes import themes

#: Changes whenever the same text could be read differently.
VERSION = "2026-11-24.11"


def analyse(
    text: str, question: str | None = None, *, page: str = ENGLISH, leaning: Leaning | None = None
) -> Finding:
    """Everything the analysis finds in a comment, read with the question it answers. Takes any text; the same gives the same.

    `page` is the language of the page it was written on: on another than English, words in doubt are not scored.
    `leaning` is what a county has learned; it touches feelings and outcomes, and never "read first".
    """
    return analyse_all([(text, question)], page=page, leaning=leaning)[0]


def analyse_all(
    comments: Sequence[tuple[str, str | None]], *, page: str = ENGLISH, leaning: Leaning | None = None
) -> list[Finding]:
    """The same for each of many comments with its question, in their order.

    Every part reads all of them before the next part does, so that its tables stay near the processor: a quarter faster.
    """
    questions = [question for _, question in comments]
    readings = [read(text) for text, _ in comments]
    find = sources().in_text.find
    hits = [find(reading.words) for reading in readings]
    languages = [guess_on_a_page(reading, page) for reading in readings]
    worries = list(map(concern, readings, hits))
    heard = [hear(reading, question, leaning) for reading, question in zip(readings, questions, strict=True)]
    felt = [
        feeling(*one) if language == ENGLISH else None
        for language, *one in zip(languages, readings, hits, questions, worries, heard, strict=True)
    ]
    outcomes = [themes(*one, leaning) for one in zip(readings, hits, heard, strict=True)]
    spans = list(map(personal, readings))
    return [
        _finding(
            one, language=language, themes=named, concern=worry, personal=told, abusive=is_abusive(*both)
        )
        for one, language, named, worry, told, *both in zip(
            felt, languages, outcomes, worries, spans, readings, hits, strict=True
        )
    ]


def _finding(
    felt: Feeling | None,
    *,
    language: str,
    themes: tuple[ThemeMatch, ...],
    concern: Concern,
    personal: tuple[PersonalSpan, ...],
    abusive: bool,
) -> Finding:
    return Finding(
        language=language,
        sentiment=felt.sentiment if felt else None,
        score=felt.score if felt else None,
        confidence=felt.confidence if felt else 0.0,
        is_sure=felt.is_sure if felt else False,
        themes=themes,
        concern=concern,
        personal=personal,
        abusive=abusive,
    )
