"""How strongly the words of a comment speak of somebody who is hurt or may be: learned weights, summed for each sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.learned.fields import packed, unpacked
from analysis.text.groups import Groups, word_groups
from analysis.text.reading import Word

FOLDER = Path(__file__).parents[1] / "learned" / "weights"
START = "^"
#: What the file has weights for.
TABLES = ("words", "runs", "pairs", "groups", "lists")
_MOST_WORDS = 2_000
_RUN = 4


class Spoken(NamedTuple):
    """How much a sentence speaks of worry: its number and its weight."""

    sentence: int
    weight: int


_MOST_KEPT = 50_000


Entry = tuple[int, Mapping[str, int], str]
_NOTHING: Mapping[str, int] = {}


class _Chains(dict[tuple[str, str, str], Mapping[str, int]]):
    """For each group after two others what weighs of them, alone and together; found when first met."""

    def __init__(self, weighed: Mapping[str, int]) -> None:
        self._weighed = weighed

    def __missing__(self, groups: tuple[str, str, str]) -> Mapping[str, int]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        weighed = self._weighed
        made = self[groups] = {f"={name}": weighed[name] for name in _chain(*groups) if name in weighed}
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Whole numbers by what they weigh: a word, four of its letters, a word after another, groups in a row, a find of the lists.

    Or several of them packed into each number, by their place: those of all kinds of worry are summed in one go.
    """

    start: int
    words: Mapping[str, int]
    runs: Mapping[str, int]
    pairs: Mapping[str, Mapping[str, int]]
    groups: Mapping[str, int]
    lists: Mapping[str, int]
    chains: Mapping[tuple[str, str, str], Mapping[str, int]]
    #: Words met so far with all there is to know of each.
    known: dict[str, Entry] = field(default_factory=dict, compare=False)

    def meet(self, word: str, group: str) -> Entry:
        """The weight of a word, of the words before it, and its group; kept, up to a limit."""
        if len(self.known) >= _MOST_KEPT:
            self.known.clear()
        weight = self.words.get(word, 0)
        if self.runs:
            weight += sum([self.runs.get(run, 0) for run in runs_of(word)])
        entry = self.known[word] = weight, self.pairs.get(word, _NOTHING), group
        return entry


class Worry:
    """The learned weights, asked about the words of one comment."""

    def __init__(
        self, weights: Weights, kinds: Mapping[str, Weights], *, enough: int, doubtful: int, groups: Groups
    ) -> None:
        self._weights = weights
        self._kinds, self._of_kinds = tuple(kinds), _together(list(kinds.values()))
        self.enough = enough
        self.doubtful = doubtful
        self._groups = groups

    def sentences(self, words: list[Word], signs: Iterable[tuple[int, str]]) -> list[Spoken]:
        """Every sentence with its weight; from `enough` a person should look first, below `doubtful` phrases mislead."""
        start = self._weights.start
        totals = {
            sentence: start + self._weight(texts, self._weights) for sentence, texts in _by_sentence(words)
        }
        for word in words[_MOST_WORDS:]:
            totals.setdefault(word.sentence, start)
        for sentence, weight in _of_lists(signs, self._weights):
            totals[sentence] += weight
        return [Spoken(number, weight) for number, weight in totals.items()]

    def most_telling(self, words: list[Word], sentence: int) -> list[int]:
        """The places of up to three words of that sentence that weigh most, in order."""
        places = [at for at, word in enumerate(words[:_MOST_WORDS]) if word.sentence == sentence]
        weighed = self._weighed([words[at].text for at in places])
        by_place = {at: weight for at, weight in zip(places, weighed, strict=True) if weight}
        best = sorted(by_place, key=lambda at: (-by_place[at], at))[:3]
        return sorted(at for at in best if by_place[at] > 0 or at == best[0])

    def kinds(self, words: list[Word], signs: Iterable[tuple[int, str]]) -> list[str]:
        """The kinds of worry the words speak of; always one at least."""
        weights = self._of_kinds
        total = weights.start
        total += sum([self._weight(texts, weights) for _, texts in _by_sentence(words)])
        total += sum([weight for _, weight in _of_lists(signs, weights)])
        totals = dict(zip(self._kinds, unpacked(total), strict=False))
        best = max(totals, key=lambda kind: totals[kind])
        return [kind for kind, total in totals.items() if total >= 0 or kind == best]

    def _weight(self, texts: list[str], weights: Weights) -> int:
        """What the words of one sentence weigh; what it says again counts once."""
        known, chains = weights.known, weights.chains
        previous, last, before = START, "", ""
        seen: dict[str, int] = {}
        for text in texts:
            weight, after, group = known.get(text) or weights.meet(text, self._groups.of(text))
            if weight:
                seen[text] = weight
            if previous in after:
                seen[f"{previous} {text}"] = after[previous]
            if group:
                if follows := chains[before, last, group]:
                    seen.update(follows)
                before, last = last, group
            previous = text
        return sum(seen.values())

    def _weighed(self, texts: list[str]) -> Iterator[int]:
        """The weight of each word of one sentence with what it follows; what it says again counts once."""
        weights, previous, last, before = self._weights, START, "", ""
        seen: set[str] = set()
        for text in texts:
            weight, after, group = weights.known.get(text) or weights.meet(text, self._groups.of(text))
            counted = [(text, weight)]
            if previous in after:
                counted.append((f"{previous} {text}", after[previous]))
            if group:
                counted += weights.chains[before, last, group].items()
                before, last = last, group
            previous = text
            yield sum(amount for name, amount in counted if name not in seen)
            seen.update(name for name, _ in counted)


def runs_of(word: str) -> list[str]:
    """Every four letters of a word that follow one another, "<" and ">" standing for its ends."""
    whole = f"<{word}>"
    return [whole[at : at + _RUN] for at in range(len(whole) - _RUN + 1)]


def _by_sentence(words: list[Word]) -> list[tuple[int, list[str]]]:
    """The words of each sentence, by its number, as far as a text is read."""
    few = words[:_MOST_WORDS]
    if not few or few[0].sentence == few[-1].sentence:
        return [(few[0].sentence, [word.text for word in few])] if few else []
    by_number: dict[int, list[str]] = {}
    for text, _, _, number in few:
        by_number.setdefault(number, []).append(text)
    return list(by_number.items())


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
    for name in TABLES:
        table = read.get(name, {})
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
        runs=tables["runs"],
        pairs=pairs,
        groups=tables["groups"],
        lists=tables["lists"],
        chains=_Chains(tables["groups"]),
    )


def _together(several: Sequence[Weights]) -> Weights:
    """Several weights in one, each number packed of theirs."""

    def packs(tables: Iterable[Mapping[str, int]]) -> dict[str, int]:
        made: dict[str, int] = {}
        for place, table in enumerate(tables):
            lift = packed([(place, 1)])
            for name, weight in table.items():
                made[name] = made.get(name, 0) + weight * lift
        return made

    groups = packs(weights.groups for weights in several)
    seconds = {second for weights in several for second in weights.pairs}
    return Weights(
        start=packed((place, weights.start) for place, weights in enumerate(several)),
        words=packs(weights.words for weights in several),
        runs=packs(weights.runs for weights in several),
        pairs={
            second: packs(weights.pairs.get(second, _NOTHING) for weights in several) for second in seconds
        },
        groups=groups,
        lists=packs(weights.lists for weights in several),
        chains=_Chains(groups),
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
