"""Wave against wave: when a difference between published shares may be called a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from analysis.figures.counts import Interval, share, whole_percent, wilson
from analysis.figures.suppression import SMALLEST_BASE_FOR_PERCENT, SafeTable, published_count

AGREE = ("Strongly agree", "Agree")


class ChangeVerdict(StrEnum):
    """What may be said of the difference between two waves."""

    ROSE = "rose"
    FELL = "fell"
    NO_CLEAR_CHANGE = "no_clear_change"
    CANNOT_SAY = "cannot_say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The difference of a share between two waves in whole percentage points, and the sentence that says it."""

    points: int | None
    verdict: ChangeVerdict
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Published:
    count: int
    base: int

    @property
    def percent(self) -> int:
        return whole_percent(self.count, self.base)


def change(before: SafeTable, after: SafeTable, labels: Sequence[str]) -> Change:
    """How the share of people in these rows moved from one wave to the next, by published figures only (SAFETY R-47).

    It is called a change only where the 95 % interval of the difference leaves out 0 and both bases are at least 50.
    """
    first, second = _published(before, labels), _published(after, labels)
    if first is None or second is None:
        return Change(
            points=None,
            verdict=ChangeVerdict.CANNOT_SAY,
            sentence="We cannot say whether this changed: too few people answered to compare the two.",
        )
    points = second.percent - first.percent
    interval = difference(first.count, first.base, second.count, second.base)
    verdict = _verdict(interval)
    return Change(points=points, verdict=verdict, sentence=_sentence(first.percent, second.percent, verdict))


def difference(first_count: int, first_base: int, second_count: int, second_base: int) -> Interval:
    """Newcombe's 95 % interval for the second share minus the first (-1 to 1), from their Wilson intervals."""
    first, second = share(first_count, first_base), share(second_count, second_base)
    around_first, around_second = wilson(first_count, first_base), wilson(second_count, second_base)
    low = sqrt((second - around_second.low) ** 2 + (around_first.high - first) ** 2)
    high = sqrt((around_second.high - second) ** 2 + (first - around_first.low) ** 2)
    return Interval(low=second - first - low, high=second - first + high)


def be_supported_index(tables: Sequence[SafeTable], agree: Sequence[str] = AGREE) -> int | None:
    """The mean share (whole per cent) of people who agree over these questions; None where any cannot be published."""
    shares = []
    for table in tables:
        published = _published(table, agree)
        if published is None:
            return None
        shares.append(100 * share(published.count, published.base))
    return int(sum(shares) / len(shares) + 0.5) if shares else None


def _published(table: SafeTable, labels: Sequence[str]) -> _Published | None:
    count, base = published_count(table, labels), table.base.value
    if count is None or base is None or base < SMALLEST_BASE_FOR_PERCENT:
        return None
    return _Published(count=count, base=base)


def _verdict(interval: Interval) -> ChangeVerdict:
    if interval.low > 0:
        return ChangeVerdict.ROSE
    return ChangeVerdict.FELL if interval.high < 0 else ChangeVerdict.NO_CLEAR_CHANGE


def _sentence(first: int, second: int, verdict: ChangeVerdict) -> str:
    if verdict is ChangeVerdict.NO_CLEAR_CHANGE:
        return f"No clear change: {first} % before, {second} % now. The difference could be chance."
    return f"This {verdict.value} from {first} % to {second} %."
