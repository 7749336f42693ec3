"""Fits the weights for what a person should read first, from the corpus, and measures them on writers left out."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from analysis.text.concern import by_phrases
from analysis.text.finding import ConcernKind
from analysis.text.groups import word_groups
from analysis.text.reading import Reading
from analysis.text.signs import Sign, signs
from analysis.text.sources import read, sources
from analysis.text.worry import FOLDER, START, TABLES, runs_of
from analysis.training.texts import OUTCOMES, WORRIES, read_lines

#: The files with labels for worry; one writer each, told by the first letter of an id.
NAMES = (
    *("comments-a", "comments-b", "worries", "harmless", "languages-z"),
    *WORRIES,
    *(f"harmless-{writer}" for writer in "gjkptuv56B"),
)
#: Writers who are left out together: `w` and `h` are one, and with others a writer of worries goes with one of harmless comments.
PARTS = (
    *("a", "b", "wh", "cj", "dk", "ep", "qt", "ru", "sv", "xg"),
    *("y", "z", "15", "26", "3", "4", "8", "9B", "0"),
)
#: Among comments on this outcome there may be worries that no phrase tells.
_MAY_BE_WORRY = "safe.protected"
UNIT = 100
#: What is seen in fewer sentences says nothing.
_SEEN_OFTEN = 2
_KINDS_SEEN_OFTEN = 4
#: What weighs less than this, of UNIT, moves no comment: it would only make the file large and slow to read.
_LEAST = 2
_KINDS_LEAST = 6
_ROUNDS = 3
_STRENGTH = 0.6
_KINDS_STRENGTH = 0.5
#: How far each is believed: letters little, for they are for what is misspelt or new; the lists most, for people wrote them.
_SHARES = {"words": 0.8, "pairs": 0.8, "groups": 0.7, "lists": 1.5, "runs": 0.3}
#: From here the weights alone suffice. Of the corpus, read by weights that saw nothing by its writer, 93 % of what is to be read first is found
#: and 45 % of the flags are right; at 25 it would be 94 and 43 %, at 60 92 and 49 %.
ENOUGH = 40
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
    settled = {line["id"]: line for line in read_lines("settled.jsonl")}
    found = []
    for name in NAMES:
        for place, line in enumerate(read_lines(f"{name}.jsonl")):
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


def ordinary_rows() -> list[Row]:
    """Comments about outcomes that stand for ordinary ones: no phrase of the lists says that they be read first."""
    found = []
    for name in OUTCOMES:
        for place, line in enumerate(read_lines(f"{name}.jsonl")):
            reading = read(line["text"])
            if _MAY_BE_WORRY in line["themes"] or by_phrases(reading, _signs(reading)).read_first:
                continue
            found.append(
                Row(
                    writer=line["id"][0],
                    group=f"{name}{place // 20}",
                    text=line["text"],
                    read_first=False,
                    kinds=frozenset(),
                    sentences=tuple(map(tuple, shown(line["text"]))),
                )
            )
    return found


def _signs(reading: Reading) -> list[Sign]:
    return signs(reading, sources().in_text.find(reading.words))


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
    found = _signs(reading)
    for number, name in dict.fromkeys((reading.words[sign.hit.first].sentence, sign.name) for sign in found):
        sentences[number].append(f"lists:{name}")
    return [_with_runs(list(dict.fromkeys(seen))) for seen in sentences.values()] or [[]]


def _with_runs(seen: list[str]) -> list[str]:
    """What a sentence shows, and the letters of each of its words."""
    words = (name.removeprefix("words:") for name in seen if name.startswith("words:"))
    return [*seen, *(f"runs:{run}" for word in words for run in runs_of(word))]


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
        self.shares = np.array([_SHARES[name.partition(":")[0]] for name in self.places])
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

    def as_tables(self, *, least: int) -> dict[str, Any]:  # fit for JSON
        """The weights as whole numbers of `least` or more either way, by what they weigh."""
        tables: dict[str, dict[str, int]] = {name: {} for name in TABLES}
        for name, place in self.places.items():
            weight = round(float(self.weights[place] * self.shares[place]) * UNIT)
            table, _, shown_name = name.partition(":")
            if abs(weight) >= least:
                tables[table][shown_name] = weight
        return {"start": round(self.start * UNIT), **tables}

    def _table(self, bags: Iterable[Iterable[str]]) -> csr_matrix:
        columns: list[int] = []
        ends = [0]
        for bag in bags:
            columns += [self.places[name] for name in bag if name in self.places]
            ends.append(len(columns))
        table = csr_matrix((self.shares[columns], columns, ends), shape=(len(ends) - 1, len(self.places)))
        table.sum_duplicates()
        return table


def left_out(comments: Sequence[Row]) -> Floats:
    """The weight of each comment by a line that saw nothing by the same writer; not a number where no part holds the writer."""
    more, totals = ordinary_rows(), np.full(len(comments), np.nan)
    for part in PARTS:
        asked = np.array([row.writer in part for row in comments])
        known = [*(row for row, at in zip(comments, asked, strict=True) if not at), *more]
        line = _fitted(known)
        totals[asked] = line.totals([row for row, at in zip(comments, asked, strict=True) if at])
    return totals


def _fitted(comments: Sequence[Row]) -> Fitted:
    flags = np.array([row.read_first for row in comments])
    return Fitted(comments, flags, often=_SEEN_OFTEN, strength=_STRENGTH)


def ship(comments: Sequence[Row]) -> int:
    """Writes the weights, fitted to every comment and the ordinary ones; how many there are."""
    worry = _fitted([*comments, *ordinary_rows()]).as_tables(least=_LEAST)
    worrying = [row for row in comments if row.read_first]
    whole = [_as_one(row) for row in worrying]
    kinds = {
        kind.value: Fitted(
            whole,
            np.array([kind in row.kinds for row in worrying]),
            often=_KINDS_SEEN_OFTEN,
            strength=_KINDS_STRENGTH,
        ).as_tables(least=_KINDS_LEAST)
        for kind in ConcernKind
    }
    shipped = {"version": "1", "enough": ENOUGH, "doubtful": DOUBTFUL, "worry": worry, "kinds": kinds}
    text = json.dumps(shipped, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (FOLDER / "worry.json").write_text(text.replace(',"', ',\n"') + "\n", encoding="utf-8")
    return sum(len(worry[name]) for name in TABLES)


def _as_one(row: Row) -> Row:
    names = tuple(
        name for sentence in row.sentences for name in sentence if not name.startswith(("pairs:", "runs:"))
    )
    return replace(row, sentences=(names,))


def main() -> int:
    """Fits and writes the weights; prints for each part of the writers how a line does that saw none of their comments."""
    comments = rows()
    flagged = left_out(comments) * UNIT >= ENOUGH
    for part in PARTS:
        for meant in (True, False):
            among = [row.writer in part and row.read_first == meant for row in comments]
            if any(among):
                name = "to be read first" if meant else "not"
                sys.stdout.write(f"{' and '.join(part)}, {name}: {flagged[among].mean():.3f} flagged\n")
    sys.stdout.write(f"{ship(comments)} weights\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
