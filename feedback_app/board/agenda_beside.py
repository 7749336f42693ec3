"""Indicators on the board's page, and where they and young people say different things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from feedback_app.board.rag_words import RagShown, shown
from feedback_app.domain.indicators.facts import IndicatorReading
from feedback_app.domain.meetings.document import Quote
from feedback_app.domain.meetings.red_amber import direction_words, value_words
from feedback_app.domain.meetings.voice import Voice
from feedback_app.domain.meetings.voice_beside import OutcomeBeside, differing


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """One indicator beside an outcome; `direction` follows the figure, or is empty."""

    name: str
    rag: RagShown
    latest: str
    direction: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """An outcome whose indicators say otherwise than most comments: the sentence, the share with its base, examples."""

    anchor: str
    headline: str
    says: str
    indicators: tuple[IndicatorLine, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicShown:
    """A topic that no outcome covers: of how many comments, whether that changed, approved quotes."""

    name: str
    sentence: str
    change: str
    quotes: tuple[Quote, ...]


def topics_shown(voice: Voice) -> tuple[TopicShown, ...]:
    """The named topics, the most written about first."""
    if voice.topics is None:
        return ()
    return tuple(
        TopicShown(
            name=one.name,
            sentence=one.sentence,
            change=one.change,
            quotes=tuple(Quote(text=quote.text, about=quote.question) for quote in one.quotes),
        )
        for one in voice.topics.topics
    )


def anchor_of(code: str) -> str:
    """Where an outcome stands on the page."""
    return code.replace(".", "-")


def differing_shown(outcomes: Iterable[OutcomeBeside]) -> tuple[Differing, ...]:
    """Where figures and voices differ, Green beside complaints first."""
    return tuple(
        Differing(
            anchor=anchor_of(one.code),
            headline=one.headline,
            says=one.says,
            indicators=tuple(indicator_line(told) for told in one.told),
            quotes=tuple(Quote(text=quote.text, about=quote.question) for quote in one.examples),
        )
        for one in differing(outcomes)
    )


def indicator_line(reading: IndicatorReading) -> IndicatorLine:
    """An indicator as it stood, in words."""
    facts = reading.indicator.facts
    latest = "No figure" if reading.value is None else value_words(reading.value, facts.unit)
    return IndicatorLine(
        name=f"{facts.number} {facts.wording}",
        rag=shown(reading.rag.status),
        latest=f"{latest}, made up" if facts.synthetic and reading.value is not None else latest,
        direction="" if reading.previous is None else f", {direction_words(reading.rag)}",
        because=reading.rag.because,
    )
