"""How likely the words of a comment speak of each outcome, by the shipped weights, and which words say so most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import exp

from analysis.learned.lines import along
from analysis.learned.parts import MOST_WORDS, pairs, scale
from analysis.learned.table import UNIT, OutcomeWeights

TopicsOf = Callable[[str], tuple[str, ...]]
_MOST_KEPT = 60_000
_THERE = 0.5
_MOST_TELLING = 3


def outcome_parts(
    words: Sequence[str], topics_of: TopicsOf, signals: Mapping[str, float]
) -> dict[str, float]:
    """Every feature of a comment with its value; what fitting sees. Topics stand behind "@", signals behind "="."""
    few = words[:MOST_WORDS]
    value = scale(len(few))
    found: dict[str, float] = {}
    for name in (*few, *pairs(few), *(f"@{topic}" for word in few for topic in topics_of(word))):
        found[name] = found.get(name, 0.0) + value
    for word in few:
        for topic in topics_of(word):
            found[f"@@{topic}"] = _THERE
    return {**found, **{f"={name}": amount for name, amount in signals.items()}}


class OutcomeModel:
    """The weights with the sums of each word kept, so that a word costs one look-up after its first."""

    def __init__(self, weights: OutcomeWeights, topics_of: TopicsOf) -> None:
        self._weights = weights
        self._topics_of = topics_of
        self._sums: dict[str, tuple[tuple[tuple[int, float], ...], tuple[str, ...]]] = {}

    def likely(self, words: Sequence[str], signals: Mapping[str, float]) -> list[float]:
        """How likely each outcome is meant (0-1), in the order of the weights' codes."""
        table, few = self._weights.features, words[:MOST_WORDS]
        totals = self._in_words(few)
        there = {topic for word in few for topic in self._sums[word][1]}
        named = [(f"@@{topic}", _THERE) for topic in sorted(there)]
        for name, amount in (*named, *((f"={name}", amount) for name, amount in signals.items())):
            for place, weight in table.get(name, ()):
                totals[place] += weight * amount
        return [_chance(total / UNIT) for total in totals]

    def _in_words(self, words: Sequence[str]) -> list[float]:
        table, sums = self._weights.features, self._sums
        if len(sums) >= _MOST_KEPT:
            sums.clear()
        totals = [0.0] * len(self._weights.codes)
        for word in words:
            for place, weight in (sums.get(word) or self._sum_of(word))[0]:
                totals[place] += weight
        for pair in pairs(words):
            found = table.get(pair)
            if found is not None:
                for place, weight in found:
                    totals[place] += weight
        value = scale(len(words))
        return [total * value + start for total, start in zip(totals, self._weights.start, strict=True)]

    def meant(self, likely: Sequence[float]) -> Iterator[tuple[int, float]]:
        """The places of the outcomes that are likely enough, each with how often such a guess was right (0-1)."""
        for place, chance in enumerate(likely):
            if chance >= self._weights.enough:
                yield place, along(self._weights.confidence, chance)

    def most_telling(self, words: Sequence[str], place: int) -> list[int]:
        """The places of up to three words that say most for that outcome, in the order of the text; one at least."""
        few = words[:MOST_WORDS]
        said = [dict((self._sums.get(word) or self._sum_of(word))[0]).get(place, 0.0) for word in few]
        for at, pair in enumerate(pairs(few)):
            weight = dict(self._weights.features.get(pair, ())).get(place, 0)
            for near in (at - 1, at):
                if 0 <= near < len(few):
                    said[near] += weight / 2
        best = sorted(range(len(few)), key=lambda at: (-said[at], at))[:_MOST_TELLING]
        return sorted(at for at in best if said[at] > 0 or at == best[0])

    def _sum_of(self, word: str) -> tuple[tuple[tuple[int, float], ...], tuple[str, ...]]:
        table, topics = self._weights.features, self._topics_of(word)
        totals: dict[int, float] = {}
        for name in (word, *(f"@{topic}" for topic in topics)):
            for place, weight in table.get(name, ()):
                totals[place] = totals.get(place, 0.0) + weight
        self._sums[word] = tuple(sorted(totals.items())), topics
        return self._sums[word]


def _chance(total: float) -> float:
    return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))
