"""How far two readers agree beyond chance: Cohen's kappa with its 95 % interval and its base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import TypeVar

from analysis.figures.counts import Z_95, Interval, wilson

Label = TypeVar("Label", bound=Hashable)


class NoKappa(StrEnum):
    """Why there is no kappa."""

    NO_PAIRS = "no_pairs"
    #: Both gave one and the same label throughout: chance alone would agree as well, and 0/0 says nothing.
    ONE_LABEL = "one_label"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kappa:
    """How far two readers agree on `n` things: 1 wholly, 0 as chance would, below 0 less than that.

    `agreed` of the `n` have the same label. Where `value` is None there is no `interval`, and `undefined` says why.
    """

    n: int
    agreed: int
    value: float | None
    interval: Interval | None
    undefined: NoKappa | None


def kappa(pairs: Sequence[tuple[Label, Label]]) -> Kappa:
    """Cohen's kappa of what two readers said of the same things (Cohen 1960).

    The interval is that of Fleiss, Cohen and Everitt (1969), within -1 and 1. Where the readers agree throughout their
    error would be 0 on however few things; there it reaches down to the kappa of Wilson's lower end of full agreement.
    """
    n, cells = len(pairs), Counter(pairs)
    agreed = sum(count for (one, other), count in cells.items() if one == other)
    if n == 0:
        return Kappa(n=0, agreed=0, value=None, interval=None, undefined=NoKappa.NO_PAIRS)
    rows, columns = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(rows[label] * columns[label] for label in rows) / (n * n)
    if by_chance == 1.0:
        return Kappa(n=n, agreed=agreed, value=None, interval=None, undefined=NoKappa.ONE_LABEL)
    observed = agreed / n
    value = (observed - by_chance) / (1 - by_chance)
    if agreed == n:
        low = (wilson(n, n).low - by_chance) / (1 - by_chance)
        return Kappa(
            n=n, agreed=n, value=1.0, interval=Interval(low=max(-1.0, low), high=1.0), undefined=None
        )
    margin = Z_95 * sqrt(_variance(cells, rows, columns, observed=observed, by_chance=by_chance))
    interval = Interval(low=max(-1.0, value - margin), high=min(1.0, value + margin))
    return Kappa(n=n, agreed=agreed, value=value, interval=interval, undefined=None)


def _variance(
    cells: Counter[tuple[Label, Label]],
    rows: Counter[Label],
    columns: Counter[Label],
    *,
    observed: float,
    by_chance: float,
) -> float:
    """Equation 13 of Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969) 323-327."""
    n = sum(cells.values())
    same = apart = 0.0
    for (one, other), count in cells.items():
        if one == other:
            margins = (rows[one] + columns[one]) / n
            same += count / n * ((1 - by_chance) - margins * (1 - observed)) ** 2
        else:
            apart += count / n * ((columns[one] + rows[other]) / n) ** 2
    taken = (observed * by_chance - 2 * by_chance + observed) ** 2
    spread = same + (1 - observed) ** 2 * apart - taken
    return max(0.0, spread) / (n * (1 - by_chance) ** 4)
