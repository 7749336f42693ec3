"""How likely the words of a comment are negative, neutral and positive, by the shipped weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp

from analysis.learned.lines import along
from analysis.learned.parts import END, LETTERS_WEIGHT, MOST_WORDS, NEGATIONS, START, letters, negated, scale
from analysis.learned.table import UNIT, FeelingWeights, feeling_weights
from analysis.learned.valence import valence_signals

_NONE = (0, 0)
_MOST_KEPT = 60_000
_CROSSED = (
    "valence_good", "valence_bad", "valence_sum", "balance", "praise", "complaint", "wish", "polarity", "length",
)  # fmt: skip

Likely = tuple[float, float, float]


class FeelingModel:
    """The weights with the sums of each word kept, so that a word costs one look-up after its first."""

    def __init__(self, weights: FeelingWeights) -> None:
        self._weights = weights
        self._sums: dict[str, dict[str, tuple[float, float]]] = {}

    def likely(
        self, words: Sequence[str], sentences: Sequence[int], kind: str, measured: Mapping[str, float]
    ) -> Likely:
        """How likely negative, neutral and positive are; `measured` is what was measured of the whole comment."""
        against, speaks = self._in_words(words[:MOST_WORDS], sentences, kind)
        signals = whole_signals(words, sentences, kind, measured, self._weights.valences)
        of_signal = self._weights.signals
        for name, value in signals.items():
            weight = of_signal.get(name)
            if weight is not None:
                against += value * weight[0]
                speaks += value * weight[1]
        return _softmax(against / UNIT, speaks / UNIT)

    def confidence(self, kind: str, probability: float) -> float:
        """How often a guess with that probability was right under such a question (0-1)."""
        return along(self._weights.confidence[kind], probability)

    def _in_words(self, words: Sequence[str], sentences: Sequence[int], kind: str) -> tuple[float, float]:
        table, sums = self._weights.words, self._sums.setdefault(kind, {})
        against = speaks = 0.0
        before, crossed = START, f"{kind}|"
        for word in (*words, END):
            if word is not END:
                one = sums.get(word) or self._sum_of(word, kind)
                against += one[0]
                speaks += one[1]
            pair = f"{before} {word}"
            if (found := table.get(pair)) is not None:
                against += found[0]
                speaks += found[1]
            if (found := table.get(crossed + pair)) is not None:
                against += found[0]
                speaks += found[1]
            before = word
        if not NEGATIONS.isdisjoint(words):
            for place in negated(words, sentences):
                found = table.get("~" + words[place], _NONE)
                against += found[0]
                speaks += found[1]
        share = scale(len(words))
        return against * share, speaks * share

    def _sum_of(self, word: str, kind: str) -> tuple[float, float]:
        table = self._weights.words
        found = [table.get(word, _NONE), table.get(f"{kind}|{word}", _NONE)]
        runs = [table.get(run, _NONE) for run in letters(word)]
        against, speaks = (
            sum(weight[side] for weight in found) + LETTERS_WEIGHT * sum(weight[side] for weight in runs)
            for side in (0, 1)
        )
        sums = self._sums[kind]
        if len(sums) >= _MOST_KEPT:
            sums.clear()
        sums[word] = (against, speaks)
        return against, speaks


def whole_signals(
    words: Sequence[str],
    sentences: Sequence[int],
    kind: str,
    measured: Mapping[str, float],
    valences: Mapping[str, float],
) -> dict[str, float]:
    """What is measured of the whole comment, with the valence of its words, crossed with the question's kind."""
    few = words[:MOST_WORDS]
    after_not = () if NEGATIONS.isdisjoint(few) else negated(few, sentences)
    signals = {**measured, **valence_signals(few, after_not, valences)}
    for name in _CROSSED:
        signals[f"{kind}|{name}"] = signals[name]
    signals[f"{kind}|"] = 1.0
    signals["start"] = 1.0
    return signals


def _softmax(against: float, speaks: float) -> Likely:
    highest = max(against, speaks, 0.0)
    powers = exp(against - highest), exp(-highest), exp(speaks - highest)
    whole = sum(powers)
    return powers[0] / whole, powers[1] / whole, powers[2] / whole


@lru_cache(maxsize=1)
def shipped() -> FeelingModel:
    """The model with the weights that ship with the product."""
    return FeelingModel(feeling_weights())
