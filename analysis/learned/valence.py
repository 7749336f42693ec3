"""How good or bad single words sound to ten people each (VADER's lexicon, MIT), summed with "not" in mind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log1p, sqrt

from analysis.learned.parts import scale

_TURNED = -0.7
_EVEN = 15.0
_SILENT = dict.fromkeys(
    (
        "valence_good",
        "valence_bad",
        "valence_sum",
        "valence_last",
        "valence_balance",
        "valence_good_share",
        "valence_bad_share",
    ),
    0.0,
)


def valence_signals(
    words: Sequence[str], negated: Sequence[int], valences: Mapping[str, float]
) -> Mapping[str, float]:
    """The valence of the words as signals by name; a valence is -4 to 4."""
    rated = [place for place, word in enumerate(words) if word in valences]
    if not rated:
        return _SILENT
    good = bad = last = 0.0
    for place in rated:
        last = valences[words[place]] * (_TURNED if place in negated else 1.0)
        if last > 0:
            good += last
        else:
            bad -= last
    total, share = good - bad, scale(len(words))
    return {
        "valence_good": log1p(good),
        "valence_bad": log1p(bad),
        "valence_sum": total / sqrt(total * total + _EVEN),
        "valence_last": last / 4,
        "valence_balance": total / (good + bad + 1),
        "valence_good_share": good * share,
        "valence_bad_share": bad * share,
    }
