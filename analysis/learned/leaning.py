"""What a county has learned on top of the shipped weights, as sums to be added to what the words say; no library needed.

Only feelings and outcomes lean. "Read first", personal details and abuse do not know of it: no county's labels can
make a worry weigh less (SAFETY R-57, R-58).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from analysis.learned.fields import COUNT
from analysis.learned.parts import pairs, scale

NameOf = Callable[[str], str]
"""The name under which a word or a pair of words stands in the table; nothing can be read from it without the key."""
_MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaningWeights:
    """For each feature what it adds to the feelings (negative, positive) and outcomes, by place; `start` for each comment."""

    start: Sequence[float]
    features: Mapping[str, Mapping[int, float]]

    def as_dict(self) -> dict[str, object]:
        """Plain data, fit for JSON: numbers and names that are no words."""
        return {
            "start": list(self.start),
            "features": {
                name: {str(place): weight for place, weight in weights.items()}
                for name, weights in self.features.items()
            },
        }

    @classmethod
    def from_dict(cls, kept: Mapping[str, object]) -> LeaningWeights:
        """What `as_dict` gave. Raises ValueError where it is something else."""
        start, features = kept.get("start"), kept.get("features")
        if not isinstance(start, list) or len(start) != COUNT or not isinstance(features, dict):
            raise ValueError("these are no learned weights")
        return cls(
            start=tuple(float(number) for number in start),
            features={
                str(name): {int(place): float(weight) for place, weight in weights.items()}
                for name, weights in features.items()
            },
        )


class Leaning:
    """The weights with the key to their names; a word costs one look-up after its first."""

    def __init__(self, weights: LeaningWeights, name_of: NameOf) -> None:
        self._weights, self._name_of = weights, name_of
        self._met: dict[str, Mapping[int, float]] = {}

    def lean(self, words: Sequence[str]) -> list[float]:
        """What these words add to each feeling and outcome."""
        totals = list(self._weights.start)
        share = scale(len(words))
        for feature in (*words, *pairs(words)):
            for place, weight in self._of(feature).items():
                totals[place] += weight * share
        return totals

    def each(self, words: Sequence[str], place: int) -> list[float]:
        """What each word alone says for one place, half of a pair for each of its two."""
        said = [self._of(word).get(place, 0.0) for word in words]
        for at, pair in enumerate(pairs(words)):
            half = self._of(pair).get(place, 0.0) / 2
            for near in (at - 1, at):
                if half and 0 <= near < len(words):
                    said[near] += half
        return said

    def _of(self, feature: str) -> Mapping[int, float]:
        known = self._met.get(feature)
        if known is None:
            if len(self._met) >= _MOST_KEPT:
                self._met.clear()
            known = self._met[feature] = self._weights.features.get(self._name_of(feature), {})
        return known
