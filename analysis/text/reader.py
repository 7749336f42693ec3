"""One comment read by every part of the analysis in turn."""

from __future__ import annotations

from analysis.learned.leaning import Leaning
from analysis.text.abuse import is_abusive
from analysis.text.concern import concern
from analysis.text.finding import Finding
from analysis.text.hearing import hear
from analysis.text.language import ENGLISH, guess_on_a_page
from analysis.text.personal import personal
from analysis.text.sentiment import feeling
from analysis.text.sources import read, sources
from analysis.text.themes import themes

#: Changes whenever the same text could be read differently.
VERSION = "2026-11-24.8"


def analyse(
    text: str, question: str | None = None, *, page: str = ENGLISH, leaning: Leaning | None = None
) -> Finding:
    """Everything the analysis finds in a comment, read with the question it answers. Takes any text; the same gives the same.

    `page` is the language of the page it was written on: on another than English, words in doubt are not scored.
    `leaning` is what a county has learned; it touches feelings and outcomes, and never "read first".
    """
    reading = read(text)
    hits = sources().in_text.find(reading.words)
    language = guess_on_a_page(reading, page)
    worry = concern(reading, hits)
    heard = hear(reading, question, leaning)
    felt = feeling(reading, hits, question, worry, heard) if language == ENGLISH else None
    return Finding(
        language=language,
        sentiment=felt.sentiment if felt else None,
        score=felt.score if felt else None,
        confidence=felt.confidence if felt else 0.0,
        is_sure=felt.is_sure if felt else False,
        themes=themes(reading, hits, heard, leaning),
        concern=worry,
        personal=personal(reading),
        abusive=is_abusive(reading, hits),
    )
