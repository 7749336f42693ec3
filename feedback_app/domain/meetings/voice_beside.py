"""What young people say of each outcome beside the status of its indicators, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.figures.contrast import Contrast, VoiceShare, contrast, voice_share
from analysis.figures.counts import Interval
from analysis.figures.rag import Rag
from analysis.figures.suppression import SMALLEST_BASE_FOR_PERCENT, SafeGrid
from feedback_app.domain.indicators.facts import IndicatorReading
from feedback_app.domain.meetings.tallies import NEGATIVE, POSITIVE
from feedback_app.domain.meetings.trust_words import mark, sentiment_withheld, theme_withheld
from feedback_app.domain.meetings.voice import Voice
from feedback_app.domain.moderation.publishing import PublishableText

EXAMPLES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeBeside:
    """One outcome: the sentence of how comments on it sound, and its indicators as they stood.

    `says` is never empty; `told` are the indicators that say otherwise, where `contrast` is not none.
    """

    code: str
    name: str
    says: str
    has_share: bool
    indicators: tuple[IndicatorReading, ...]
    contrast: Contrast
    told: tuple[IndicatorReading, ...]
    examples: tuple[PublishableText, ...]

    @property
    def headline(self) -> str:
        """Where figures and voices differ, in a sentence; nothing where they do not."""
        numbers = _listed([one.indicator.facts.number for one in self.told])
        status = "is" if len(self.told) == 1 else "are"
        if self.contrast is Contrast.GREEN_BUT_BAD:
            return f"{self.name}: {numbers} {status} Green, while most comments on it sound negative."
        if self.contrast is Contrast.RED_BUT_GOOD:
            return f"{self.name}: {numbers} {status} Red, while most comments on it sound positive."
        return ""


def outcomes_beside(voice: Voice, readings: Sequence[IndicatorReading]) -> tuple[OutcomeBeside, ...]:
    """Each outcome of the plan in its order; readings are those of the paper's day.

    Shares come from the published grid alone, statuses are those published (SAFETY R-40, R-47).
    """
    return tuple(_outcome(voice, code, name, readings) for code, name in voice.wordings.items())


def differing(outcomes: Iterable[OutcomeBeside]) -> tuple[OutcomeBeside, ...]:
    """Where figures and voices differ: Green beside complaints first, then Red beside praise."""
    found = [one for one in outcomes if one.contrast is not Contrast.NONE]
    return tuple(sorted(found, key=lambda one: one.contrast is not Contrast.GREEN_BUT_BAD))


def _outcome(voice: Voice, code: str, name: str, readings: Sequence[IndicatorReading]) -> OutcomeBeside:
    beside = tuple(one for one in readings if code in one.indicator.facts.outcome_codes)
    grid = None if voice.survey is None else voice.survey.sentiments
    negative, positive = _share(grid, name, NEGATIVE), _share(grid, name, POSITIVE)
    found = Contrast.NONE
    if negative is not None and positive is not None:
        found = contrast(negative, positive, {one.rag.status for one in beside})
    says = _says(voice, code, name, negative)
    if found is Contrast.RED_BUT_GOOD and positive is not None:
        says = f"{says} {share_sentence(positive, POSITIVE)}"
    otherwise = {Contrast.GREEN_BUT_BAD: Rag.GREEN, Contrast.RED_BUT_GOOD: Rag.RED}.get(found)
    return OutcomeBeside(
        code=code,
        name=name,
        says=says,
        has_share=negative is not None and negative.base is not None,
        indicators=beside,
        contrast=found,
        told=tuple(one for one in beside if one.rag.status is otherwise),
        examples=tuple(one for one in voice.quotes if code in one.themes)[:EXAMPLES],
    )


def _share(grid: SafeGrid | None, name: str, column: str) -> VoiceShare | None:
    if grid is None:
        return None
    found = next((one for one in grid.rows if one.label == name), None)
    return None if found is None else voice_share(found, grid.columns, column)


def _says(voice: Voice, code: str, name: str, share: VoiceShare | None) -> str:
    if voice.survey is None:
        return "No wave has opened yet."
    if not voice.trust.shows_sentiment:
        return sentiment_withheld(voice.trust)
    if code in voice.trust.withheld:
        return theme_withheld(voice.trust, code, name)
    if share is None:
        return "No comment on this has been counted yet."
    sentence = share_sentence(share, NEGATIVE)
    return sentence if share.base is None else f"{sentence.removesuffix('.')}{mark(voice.trust, code)}."


def share_sentence(share: VoiceShare, sounds: str) -> str:
    """How many comments on an outcome sound so, with the 95 % interval; counts in words on a base under 50."""
    if share.base is None:
        return f"{share.base_text[0].upper()}{share.base_text[1:]} comments are on this, so how they sound is not shown."
    if share.in_words:
        return f"{share.in_words.capitalize()} of about {share.base} comments on this sound {sounds}."
    if share.count is None or share.interval is None:
        return f"How many of about {share.base} comments on this sound {sounds} cannot be shown without showing too few."
    if share.count == 0:
        return f"None of about {share.base} comments on this sound {sounds}."
    if share.base < SMALLEST_BASE_FOR_PERCENT or share.share_percent is None:
        low, high = _counted(share.interval, share.base)
        return f"About {share.count} of about {share.base} comments on this sound {sounds} (95 % interval: {low} to {high})."
    low, high = round(100 * share.interval.low), round(100 * share.interval.high)
    return f"{share.share_percent} % of {share.base} comments on this sound {sounds} (95 % interval {low} to {high})."


def _counted(interval: Interval, base: int) -> tuple[int, int]:
    """An interval on a small base in comments, since there are no per cent."""
    return round(interval.low * base), round(interval.high * base)


def _listed(numbers: Sequence[str]) -> str:
    if len(numbers) == 1:
        return f"indicator {numbers[0]}"
    return f"indicators {', '.join(numbers[:-1])} and {numbers[-1]}" if numbers else ""
