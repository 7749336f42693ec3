"""How strongly the words of a comment speak of somebody who is hurt or may be: learned weights, summed for each sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.text.groups import Groups, word_groups
from analysis.text.reading import Word

FOLDER = Path(__file__).parents[1] / "learned" / "weights"
START = "^"
_MOST_WORDS = 2_000


class Spoken(NamedTuple):
    """How much a sentence speaks of worry: its number and its weight."""

    sentence: int
    weight: int


Entry = tuple[int, Mapping[str, int], str]
_NOTHING: Mapping[str, int] = {}
_MOST_KNOWN = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Whole numbers by what they weigh: a word, a word after another, groups that follow one another, a find of the lists."""

    start: int
    words: Mapping[str, int]
    pairs: Mapping[str, Mapping[str, int]]
    groups: Mapping[str, int]
    lists: Mapping[str, int]
    #: Words met so far with all there is to know of each.
    known: dict[str, Entry] = field(default_factory=dict, compare=False)

    def meet(self, word: str, group: str) -> Entry:
        """The weight of a word, of the words before it, and its group; kept, up to a limit."""
        if len(self.known) >= _MOST_KNOWN:
            self.known.clear()
        entry = self.known[word] = self.words.get(word, 0), self.pairs.get(word, _NOTHING), group
        return entry


class Worry:
    """The learned weights, asked about the words of one comment."""

    def __init__(
        self, weights: Weights, kinds: Mapping[str, Weights], *, enough: int, doubtful: int, groups: Groups
    ) -> None:
        self._weights = weights
        self._kinds = kinds
        self.enough = enough
        self.doubtful = doubtful
        self._groups = groups

    def sentences(self, words: list[Word], signs: Iterable[tuple[int, str]]) -> list[Spoken]:
        """Every sentence with its weight; from `enough` a person should look first, below `doubtful` phrases mislead."""
        totals = dict.fromkeys((word.sentence for word in words), self._weights.start)
        for at, weight in self._weighed(words, self._weights):
            totals[words[at].sentence] += weight
        for sentence, weight in _of_lists(signs, self._weights):
            totals[sentence] += weight
        return [Spoken(number, weight) for number, weight in totals.items()]

    def most_telling(self, words: list[Word], sentence: int) -> list[int]:
        """The places of up to three words of that sentence that weigh most, in order."""
        by_place: dict[int, int] = {}
        for at, weight in self._weighed(words, self._weights):
            if words[at].sentence == sentence:
                by_place[at] = by_place.get(at, 0) + weight
        best = sorted(by_place, key=lambda at: (-by_place[at], at))[:3]
        return sorted(at for at in best if by_place[at] > 0 or at == best[0])

    def kinds(self, words: list[Word], signs: Iterable[tuple[int, str]]) -> list[str]:
        """The kinds of worry the words speak of; always one at least."""
        found = list(signs)
        totals = {
            kind: weights.start
            + sum(weight for _, weight in self._weighed(words, weights))
            + sum(weight for _, weight in _of_lists(found, weights))
            for kind, weights in self._kinds.items()
        }
        best = max(totals, key=lambda kind: totals[kind])
        return [kind for kind, total in totals.items() if total >= 0 or kind == best]

    def _weighed(self, words: list[Word], weights: Weights) -> Iterator[tuple[int, int]]:
        """The place and weight of each word; what a sentence says again counts once."""
        known, chained = weights.known, weights.groups
        sentence, previous, last, before = -1, START, "", ""
        seen: set[str] = set()
        for at, (text, _, _, number) in enumerate(words[:_MOST_WORDS]):
            if number != sentence:
                sentence, previous, last, before = number, START, "", ""
                seen = set()
            weight, after, group = known.get(text) or weights.meet(text, self._groups.of(text))
            total = 0 if text in seen else weight
            seen.add(text)
            if previous in after:
                total += _once(after, previous, f"{previous} {text}", seen)
            previous = text
            if group:
                for name in _chain(before, last, group):
                    if name in chained:
                        total += _once(chained, name, f"={name}", seen)
                before, last = last, group
            if total:
                yield at, total


def _once(weights: Mapping[str, int], name: str, counted: str, seen: set[str]) -> int:
    if counted in seen:
        return 0
    seen.add(counted)
    return weights[name]


def _chain(before: str, last: str, group: str) -> tuple[str, ...]:
    """A group alone, and with those it follows."""
    if not last:
        return (group,)
    two = f"{last} {group}"
    return (group, two, f"{before} {two}", f"{before} _ {group}") if before else (group, two)


def _of_lists(signs: Iterable[tuple[int, str]], weights: Weights) -> Iterator[tuple[int, int]]:
    """Each heading counts once in a sentence."""
    for sentence, name in dict.fromkeys(signs):
        yield sentence, weights.lists.get(name, 0)


def weights_of(read: Mapping[str, object]) -> Weights:
    """The weights as they lie in the file; raises ValueError where a part is no table."""
    tables: dict[str, dict[str, int]] = {}
    for name in ("words", "pairs", "groups", "lists"):
        table = read[name]
        if not isinstance(table, dict):
            raise ValueError(f"{name} must be a table")
        tables[name] = table
    pairs: dict[str, dict[str, int]] = {}
    for both, weight in tables["pairs"].items():
        first, _, second = both.partition(" ")
        pairs.setdefault(second, {})[first] = weight
    return Weights(
        start=int(str(read["start"])),
        words=tables["words"],
        pairs=pairs,
        groups=tables["groups"],
        lists=tables["lists"],
    )


@lru_cache(maxsize=1)
def worry() -> Worry:
    """The weights that ship; reads their file once."""
    read = json.loads((FOLDER / "worry.json").read_text(encoding="utf-8"))
    kinds = {kind: weights_of(table) for kind, table in read["kinds"].items()}
    return Worry(
        weights_of(read["worry"]),
        kinds,
        enough=int(read["enough"]),
        doubtful=int(read["doubtful"]),
        groups=word_groups(),
    )
