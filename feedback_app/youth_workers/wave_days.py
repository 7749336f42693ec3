"""A wave's responses day by day, protected, as a drawing, a sentence and a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from analysis.figures.suppression import SafeCount, protect_number
from feedback_app.domain.waves.lifecycle import WaveRecord
from feedback_app.platform import clock
from feedback_app.youth_workers import wave_words

MOST_DAYS_SHOWN = 28
_SMALLEST_SCALE = 10
_FULL_HEIGHT = 132
_STUB = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class DayColumn:
    """One day: where its column stands (per cent of the width) and how high it is (pixels)."""

    left_percent: str
    width_percent: str
    top: int
    height: int
    is_protected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysView:
    """The drawing of the days; without columns where there is nothing to draw yet."""

    sentence: str
    columns: tuple[DayColumn, ...]
    rows: tuple[tuple[str, str], ...]
    first: str
    last: str
    most: str


def since(wave: WaveRecord, now: datetime) -> date:
    """The first day to be shown: the latest 28 of those the wave has run."""
    return max(clock.in_london(wave.opens_at).date(), _last(wave, now) - timedelta(days=MOST_DAYS_SHOWN - 1))


def days_view(wave: WaveRecord, counts: Mapping[date, int], now: datetime) -> DaysView:
    """The days of a wave up to today or its end, each count through the gate (SAFETY R-40)."""
    first, last = since(wave, now), _last(wave, now)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    safe = [protect_number(counts.get(day, 0)) for day in days]
    known = [one.value for one in safe if one.value is not None]
    most = max(known, default=0)
    return DaysView(
        sentence=_sentence(days, safe, most),
        columns=tuple(
            _column(place, len(days), one, max(most, _SMALLEST_SCALE)) for place, one in enumerate(safe)
        ),
        rows=tuple((wave_words.day(day), one.text) for day, one in zip(days, safe, strict=True)),
        first=wave_words.short_day(first) if days else "",
        last=wave_words.short_day(last) if len(days) > 1 else "",
        most=str(most) if most else "",
    )


def _last(wave: WaveRecord, now: datetime) -> date:
    return clock.in_london(min(now, wave.ends_at or now)).date()


def _sentence(days: list[date], safe: list[SafeCount], most: int) -> str:
    if not any(one.value != 0 for one in safe):
        return "Nothing is counted on these days yet."
    if most == 0:
        return "Fewer than 8 responses came on each of these days."
    best = days[[one.value for one in safe].index(most)]
    return f"Most came on {wave_words.day(best)}: about {most}."


def _column(place: int, count: int, one: SafeCount, scale: int) -> DayColumn:
    height = _STUB if one.value is None else round(_FULL_HEIGHT * one.value / scale)
    return DayColumn(
        left_percent=f"{100 * place / count:.2f}",
        width_percent=f"{80 / count:.2f}",
        top=_FULL_HEIGHT - height,
        height=height,
        is_protected=one.is_protected,
    )
