"""What young people say of an outcome beside the status of its indicators: when the two say different things.

One rule, from published figures alone (SAFETY R-47): most say it is bad (or good) where the lower end of the 95 % Wilson
interval of that share is above half, on a base of at least 10. Green beside "most say it is bad" is pointed out, and Red
beside "most say it is good" as well.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from analysis.figures.counts import Interval, wilson
from analysis.figures.rag import Rag
from analysis.figures.suppression import SMALLEST_BASE, SafeGridRow

MORE_THAN_HALF = 0.5
_ALMOST_ALL, _MOST = "almost all", "most"
#: "Almost all" is all but 7 at most from a base of 40 on, and all but 2 at most below it; "most" is all but 7 at most.
_LARGE, _SEVEN, _TWO = 40, 7, 2


class Verdict(StrEnum):
    """What may be said of a share."""

    MOST = "most"
    NOT_MOST = "not_most"
    #: Protected, or too few people.
    CANNOT_SAY = "cannot_say"


class Contrast(StrEnum):
    """How an outcome's indicators stand to what young people say."""

    GREEN_BUT_BAD = "green_but_bad"
    RED_BUT_GOOD = "red_but_good"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceShare:
    """The share of comments on an outcome in one column of a published grid.

    `count` and `base` are published figures, or None where they are protected; `interval` (0-1) is of those two.
    `in_words` are "almost all" or "most" where these stand in place of a number, else empty.
    """

    count: int | None
    base: int | None
    base_text: str
    share_percent: int | None
    interval: Interval | None
    in_words: str
    verdict: Verdict


def voice_share(row: SafeGridRow, columns: Sequence[str], column: str) -> VoiceShare:
    """The share of one column in a row of a published grid. Raises ValueError for a column that is not there."""
    at = columns.index(column)
    base = row.base.value
    if row.withheld or base is None or base < SMALLEST_BASE:
        return VoiceShare(
            count=None,
            base=None,
            base_text=row.base.text,
            share_percent=None,
            interval=None,
            in_words="",
            verdict=Verdict.CANNOT_SAY,
        )
    cell = row.cells[at]
    in_words = cell.text if cell.text in (_ALMOST_ALL, _MOST) else ""
    least = _least(in_words, base) if in_words else cell.value
    return VoiceShare(
        count=cell.value,
        base=base,
        base_text=row.base.text,
        share_percent=cell.share_percent,
        interval=None if cell.value is None else wilson(cell.value, base),
        in_words=in_words,
        verdict=_verdict(least, base),
    )


def contrast(negative: VoiceShare, positive: VoiceShare, statuses: Collection[Rag]) -> Contrast:
    """Whether the published statuses of an outcome's indicators say otherwise than most comments on it."""
    if negative.verdict is Verdict.MOST and Rag.GREEN in statuses:
        return Contrast.GREEN_BUT_BAD
    if positive.verdict is Verdict.MOST and Rag.RED in statuses:
        return Contrast.RED_BUT_GOOD
    return Contrast.NONE


def _least(in_words: str, base: int) -> int:
    """The smallest number that these words can stand for on a published base."""
    return base - (_TWO if in_words == _ALMOST_ALL and base < _LARGE else _SEVEN)


def _verdict(count: int | None, base: int) -> Verdict:
    if count is None:
        return Verdict.CANNOT_SAY
    return Verdict.MOST if wilson(count, base).low > MORE_THAN_HALF else Verdict.NOT_MOST
