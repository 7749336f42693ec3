"""Fits the weights for what a person should read first, from the corpus, and measures them on writers left out."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from analysis.text.finding import ConcernKind
from analysis.text.groups import word_groups
from analysis.text.signs import signs
from analysis.text.sources import read, sources
from analysis.text.worry import FOLDER, START

CORPUS = Path(__file__).parents[1] / "corpus"
#: The files with labels for worry; one writer each, told by the first letter of an id. `w` and `h` are one writer's.
NAMES = (
    *("comments-a", "comments-b", "worries", "worries-c", "worries-d", "worries-e"),
    *("harmless", "harmless-j", "harmless-k"),
)
UNIT = 100
#: What is seen in fewer sentences says nothing.
_SEEN_OFTEN = 2
_KINDS_SEEN_OFTEN = 2
_ROUNDS = 3
_FOLDS = 5
_STRENGTH = 0.5
#: From here the weights alone suffice. One writer's comments read by weights fitted without them: about half of the flags are right.
ENOUGH = 25
#: Below this a phrase of the lists is left to be a manner of speaking: hardly a comment to be read first lies there.
DOUBTFUL = -100

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A comment of the corpus: what its sentences show, whether it is to be read first, and whose it is."""

    writer: str
    group: str
    text: str
    read_first: bool
    kinds: frozenset[str]
    sentences: tuple[tuple[str, ...], ...]


def rows() -> list[Row]:
    """Every comment that carries a label for worry."""
    settled = {line["id"]: line for line in _lines("settled")}
    found = []
    for name in NAMES:
        for place, line in enumerate(_lines(name)):
            label = settled.get(line["id"], line)
            found.append(
                Row(
                    writer=line["id"][0],
                    group=line.get("respondent") or f"{name}{place // 20}",
                    text=line["text"],
                    read_first=label["read_first"],
                    kinds=frozenset(label["kinds"]),
                    sentences=tuple(map(tuple, shown(line["text"]))),
                )
            )
    return found


def shown(text: str) -> list[list[str]]:
    """For each sentence what can be weighed, by its kind and name; as `analysis.text.worry` weighs it."""
    reading = read(text)
    sentences: dict[int, list[str]] = {}
    previous, last, before = START, "", ""
    group_of = word_groups().of
    for word in reading.words:
        if word.sentence not in sentences:
            sentences[word.sentence] = []
            previous, last, before = START, "", ""
        seen = sentences[word.sentence]
        seen += [f"words:{word.text}", f"pairs:{previous} {word.text}"]
        previous = word.text
        group = group_of(word.text)
        if group:
            seen += [f"groups:{name}" for name in _chained(before, last, group)]
            before, last = last, group
    found = signs(reading, sources().in_text.find(reading.words))
    for number, name in dict.fromkeys((reading.words[sign.hit.first].sentence, sign.name) for sign in found):
        sentences[number].append(f"lists:{name}")
    return [list(dict.fromkeys(seen)) for seen in sentences.values()] or [[]]


def _chained(before: str, last: str, group: str) -> Iterator[str]:
    yield group
    if last:
        yield f"{last} {group}"
    if before:
        yield f"{before} {last} {group}"
        yield f"{before} _ {group}"


class Fitted:
    """A line over what sentences show; the comment is as worrying as its most worrying sentence."""

    def __init__(self, comments: Sequence[Row], flags: Flags, *, often: int, strength: float) -> None:
        bags = [sentence for row in comments for sentence in row.sentences]
        seen = Counter(name for bag in bags for name in set(bag))
        self.places = {
            name: place for place, name in enumerate(sorted(n for n, c in seen.items() if c >= often))
        }
        owner = np.repeat(np.arange(len(comments)), [len(row.sentences) for row in comments])
        table, labels = self._table(bags), flags[owner]
        kept = np.ones(len(bags), dtype=bool)
        weights = np.where(labels, 1 / np.bincount(owner)[owner], 1.0)
        for turn in range(_ROUNDS):
            line = LogisticRegression(C=strength, max_iter=500, class_weight="balanced", solver="liblinear")
            line.fit(table[kept], labels[kept], sample_weight=weights[kept] if turn == 0 else None)
            self.weights, self.start = line.coef_[0], float(line.intercept_[0])
            totals = table @ self.weights + self.start
            best = np.full(len(comments), -np.inf)
            np.maximum.at(best, owner, totals)
            kept = ~labels | (totals >= best[owner]) | (totals > 0.5)

    def totals(self, comments: Sequence[Row]) -> Floats:
        """The weight of each comment's most worrying sentence."""
        owner = np.repeat(np.arange(len(comments)), [len(row.sentences) for row in comments])
        totals = self._table([bag for row in comments for bag in row.sentences]) @ self.weights + self.start
        best = np.full(len(comments), -np.inf)
        np.maximum.at(best, owner, totals)
        return best

    def as_tables(self) -> dict[str, Any]:  # fit for JSON
        """The weights as whole numbers, by what they weigh."""
        tables: dict[str, dict[str, int]] = {name: {} for name in ("words", "pairs", "groups", "lists")}
        for name, place in self.places.items():
            weight = round(float(self.weights[place]) * UNIT)
            table, _, shown_name = name.partition(":")
            if weight:
                tables[table][shown_name] = weight
        return {"start": round(self.start * UNIT), **tables}

    def _table(self, bags: Iterable[Iterable[str]]) -> csr_matrix:
        columns: list[int] = []
        ends = [0]
        for bag in bags:
            columns += [self.places[name] for name in bag if name in self.places]
            ends.append(len(columns))
        return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(self.places)))


def left_out(comments: Sequence[Row]) -> Floats:
    """The weight of each comment by a line that saw neither it nor anything else by the same person."""
    flags = np.array([row.read_first for row in comments])
    names = sorted({row.group for row in comments})
    fold = {name: place % _FOLDS for place, name in enumerate(names)}
    folds = np.array([fold[row.group] for row in comments])
    totals = np.zeros(len(comments))
    for number in range(_FOLDS):
        known = [row for row, at in zip(comments, folds, strict=True) if at != number]
        asked = [row for row, at in zip(comments, folds, strict=True) if at == number]
        line = Fitted(known, flags[folds != number], often=_SEEN_OFTEN, strength=_STRENGTH)
        totals[folds == number] = line.totals(asked)
    return totals


def _lines(name: str) -> Iterator[dict[str, Any]]:  # a line of JSON
    with (CORPUS / f"{name}.jsonl").open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def ship(comments: Sequence[Row]) -> int:
    """Writes the weights, fitted to every comment; how many there are."""
    flags = np.array([row.read_first for row in comments])
    worry = Fitted(comments, flags, often=_SEEN_OFTEN, strength=_STRENGTH).as_tables()
    worrying = [row for row in comments if row.read_first]
    whole = [_as_one(row) for row in worrying]
    kinds = {
        kind.value: Fitted(
            whole,
            np.array([kind in row.kinds for row in worrying]),
            often=_KINDS_SEEN_OFTEN,
            strength=_STRENGTH,
        ).as_tables()
        for kind in ConcernKind
    }
    shipped = {"version": "1", "enough": ENOUGH, "doubtful": DOUBTFUL, "worry": worry, "kinds": kinds}
    text = json.dumps(shipped, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (FOLDER / "worry.json").write_text(text.replace(',"', ',\n"') + "\n", encoding="utf-8")
    return sum(len(worry[name]) for name in ("words", "pairs", "groups", "lists"))


def _as_one(row: Row) -> Row:
    names = tuple(name for sentence in row.sentences for name in sentence if not name.startswith("pairs:"))
    return replace(row, sentences=(names,))


def main() -> int:
    """Fits and writes the weights; prints how a line fitted to one writer does on the other."""
    comments = rows()
    for known, asked in (("a", "b"), ("b", "a")):
        seen = [row for row in comments if row.writer != asked]
        left = [row for row in comments if row.writer == asked]
        line = Fitted(seen, np.array([row.read_first for row in seen]), often=_SEEN_OFTEN, strength=_STRENGTH)
        totals, flags = line.totals(left) * UNIT, np.array([row.read_first for row in left])
        flagged = totals >= ENOUGH
        right = (flagged & flags).sum()
        recall, precision = right / flags.sum(), right / flagged.sum()
        sys.stdout.write(f"{known} to {asked}: recall {recall:.2f}, right {precision:.2f}\n")
    sys.stdout.write(f"{ship(comments)} weights\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
