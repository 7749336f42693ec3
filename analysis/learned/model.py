"""What the words of a comment say of its feeling and its outcomes, by the shipped weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import repeat
from math import exp, inf, log
from operator import add
from typing import NamedTuple

from analysis.learned.fields import FIRST_OUTCOME, field_of_each, packed, packed_feelings, unpacked
from analysis.learned.lines import along
from analysis.learned.parts import LETTERS, LETTERS_SHARE, MOST_WORDS, NEGATIONS, negated, pairs, runs, scale
from analysis.learned.signals import CROSSED
from analysis.learned.table import UNIT, FeelingWeights, OutcomeWeights
from analysis.learned.valence import valence_signals

TopicsOf = Callable[[str], tuple[str, ...]]
Likely = tuple[float, float, float]
_MOST_KEPT = 60_000
_MOST_TELLING = 3
#: They carry weight in a sum, and alone explain nothing to whoever reads why.
#: Fewer than topics leave out: there what everybody says is nothing, here it may be the reason.
_SMALL_WORDS = """
a about all an and are as at be because but by do for from had has have he her here him his i i'm if in is it it's its just me my of on or
our she so some someone something than that the their them then there they this those to too up us was we were what when where which who
will with would you your
"""
_SMALL = frozenset(_SMALL_WORDS.split())
#: What rounding may do to a sum of weights, and more.
_CLOSE = 1e-6


class Heard(NamedTuple):
    """The words of a comment under a question's kind, with what they add up to for each feeling and outcome."""

    words: list[str]
    kind: str
    totals: list[float]
    valences: Mapping[str, float]


class _Sums(dict[str, int]):
    """For each word the packed sum of its features, made when it is first met."""

    def __init__(self, of_word: Callable[[str], int]) -> None:
        self._of_word = of_word

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        made = self[word] = self._of_word(word)
        return made


class _Kind(NamedTuple):
    """What words and pairs of words weigh under one kind of question, packed, and what the signals do."""

    words: Mapping[str, int]
    pairs: Mapping[str, int]
    signals: Mapping[str, tuple[int, int]]


class Model:
    """The weights for feelings and outcomes together; a word costs one look-up after its first."""

    def __init__(self, feelings: FeelingWeights, outcomes: OutcomeWeights, topics_of: TopicsOf) -> None:
        self._feelings, self._outcomes, self._topics_of = feelings, outcomes, topics_of
        self._starts = [start / UNIT for start in outcomes.start]
        self._lowest = _log_odds(outcomes.enough) - _CLOSE
        self._packs = _packs(outcomes)
        self._letters = {
            name.removeprefix(LETTERS): packed_feelings(*weight)
            for name, weight in feelings.words.items()
            if name.startswith(LETTERS)
        }
        self._under_any = _Sums(self._under_any_question)
        self._kinds = self._by_kind(feelings)

    def _by_kind(self, feelings: FeelingWeights) -> dict[str, _Kind]:
        of_kind: dict[str, dict[str, int]] = {}
        for name, weight in feelings.words.items():
            if " " in name:
                kind, _, pair = name.rpartition("|")
                of_kind.setdefault(kind, {})[pair] = LETTERS_SHARE * packed_feelings(*weight)
        under_any = self._packs | _added(of_kind.pop("", {}), self._packs)
        return {
            kind: _Kind(
                words=_Sums(partial(self._under, kind)),
                pairs=under_any | _added(of_kind.get(kind, {}), under_any),
                signals=_signals_under(kind, feelings.signals),
            )
            for kind in feelings.confidence
        }

    def hear(self, words: list[str], sentences: Sequence[int], kind: str) -> Heard:
        """What the words add up to under a question of that kind."""
        few = words if len(words) <= MOST_WORDS else words[:MOST_WORDS]
        under = self._kinds[kind]
        total = sum(map(under.words.__getitem__, few))
        total += sum(map(under.pairs.get, pairs(few), repeat(0)))
        after_not: list[int] = []
        if not NEGATIONS.isdisjoint(few):
            after_not = list(negated(few, sentences))
            total += sum([self._felt(f"~{few[place]}") for place in after_not])
        share = scale(len(few)) / (UNIT * LETTERS_SHARE)
        return Heard(
            words=few,
            kind=kind,
            totals=[number * share for number in unpacked(total)],
            valences=valence_signals(few, after_not, self._feelings.valences),
        )

    def feeling(self, heard: Heard, measured: Mapping[str, float]) -> Likely:
        """How likely negative, neutral and positive are, with what was measured of the whole comment."""
        weights = self._kinds[heard.kind].signals
        against, speaks = map(float, weights["start"])
        for signals in (measured, heard.valences):
            for name, value in signals.items():
                if value and name in weights:
                    weight = weights[name]
                    against += value * weight[0]
                    speaks += value * weight[1]
        return _softmax(heard.totals[0] + against / UNIT, heard.totals[1] + speaks / UNIT)

    def confidence(self, kind: str, probability: float) -> float:
        """How often a guess with that probability was right under such a question (0-1)."""
        return along(self._feelings.confidence[kind], probability)

    def outcomes(self, heard: Heard, signals: Mapping[str, float]) -> Iterator[tuple[int, float]]:
        """The places of the outcomes that are likely enough, each with how often such a guess was right (0-1)."""
        weights = self._outcomes
        totals, lowest = self.outcome_totals(heard, signals), self._lowest
        for place, total in [(place, total) for place, total in enumerate(totals) if total >= lowest]:
            chance = 1 / (1 + exp(-max(min(total, 30.0), -30.0)))
            if chance >= weights.enough:
                yield place, along(weights.confidence, chance)

    def outcome_totals(self, heard: Heard, signals: Mapping[str, float]) -> list[float]:
        """The log-odds of each outcome, by its place."""
        totals = list(map(add, self._starts, heard.totals[FIRST_OUTCOME:]))
        for name, amount in signals.items():
            for place, weight in self._outcomes.features.get(f"={name}", ()):
                totals[place] += weight * amount / UNIT
        return totals

    def most_telling(self, heard: Heard, place: int, more: Sequence[float] | None = None) -> list[int]:
        """The places of up to three words that say most for that outcome, in the order of the text; one at least.

        Small words are passed by where another word says something for it.
        `more` is what each word says besides the shipped weights.
        """
        words, packs, at_field = heard.words, self._packs, FIRST_OUTCOME + place
        summed = field_of_each(map(self._under_any.__getitem__, words), at_field)
        said = [number / LETTERS_SHARE for number in summed]
        if more is not None:
            said = [one + UNIT * other for one, other in zip(said, more, strict=True)]
        known = [(at, packs[pair]) for at, pair in enumerate(pairs(words)) if pair in packs]
        for (at, _), number in zip(known, field_of_each([pack for _, pack in known], at_field), strict=True):
            half = number / LETTERS_SHARE / 2
            for near in (at - 1, at):
                if 0 <= near < len(words):
                    said[near] += half
        telling = [at for at, word in enumerate(words) if said[at] > 0 and word not in _SMALL]
        best = sorted(telling or range(len(words)), key=said.__getitem__, reverse=True)[:_MOST_TELLING]
        return sorted([at for at in best if said[at] > 0 or at == best[0]])

    def _under_any_question(self, word: str) -> int:
        """The packed sum of a word, of its letters and of what it is about, times LETTERS_SHARE."""
        packs = self._packs
        of_letters = sum(map(self._letters.get, runs(word), repeat(0)))
        of_topics = sum([packs.get(f"@{topic}", 0) for topic in self._topics_of(word)])
        return self._felt(word) + of_letters + packs.get(word, 0) + of_topics

    def _under(self, kind: str, word: str) -> int:
        """The same with what the word weighs under one kind of question alone."""
        return self._under_any[word] + self._felt(f"{kind}|{word}")

    def _felt(self, name: str) -> int:
        weight = self._feelings.words.get(name)
        return LETTERS_SHARE * packed_feelings(*weight) if weight else 0


def _added(some: Mapping[str, int], others: Mapping[str, int]) -> dict[str, int]:
    """Some numbers with those of the same name added."""
    return {name: number + others.get(name, 0) for name, number in some.items()}


def _packs(outcomes: OutcomeWeights) -> dict[str, int]:
    """The packed weights of each feature for outcomes, times LETTERS_SHARE."""
    return {
        name: LETTERS_SHARE * packed([(FIRST_OUTCOME + place, weight) for place, weight in weights])
        for name, weights in outcomes.features.items()
    }


def _signals_under(kind: str, weights: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """The weights of signals under one kind of question, those crossed with it added in."""
    found = {name: weight for name, weight in weights.items() if "|" not in name}
    for name, crossed in (("start", f"{kind}|"), *((name, f"{kind}|{name}") for name in CROSSED)):
        (one, other), (more, further) = found.get(name, (0, 0)), weights.get(crossed, (0, 0))
        found[name] = (one + more, other + further)
    return found


def _log_odds(chance: float) -> float:
    return log(chance / (1 - chance)) if 0 < chance < 1 else -inf


def _softmax(against: float, speaks: float) -> Likely:
    highest = max(against, speaks, 0.0)
    powers = exp(against - highest), exp(-highest), exp(speaks - highest)
    whole = sum(powers)
    return powers[0] / whole, powers[1] / whole, powers[2] / whole
