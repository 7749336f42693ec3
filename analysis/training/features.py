"""Labelled rows as the reading sees them, and as a matrix to fit to."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from analysis import Sentiment
from analysis.learned.parts import MOST_WORDS, negated, parts
from analysis.learned.signals import crossed
from analysis.learned.valence import valence_signals
from analysis.text.concern import by_phrases
from analysis.text.finding import Concern
from analysis.text.language import ENGLISH, guess
from analysis.text.lexicon import Hit
from analysis.text.reading import Reading
from analysis.text.sentiment import evidence
from analysis.text.short import asked, whole_answer
from analysis.text.signals import kind_of_question
from analysis.text.signs import signs
from analysis.text.sources import read, sources
from analysis.training.texts import YOUNG, Row, taught_feelings

FOLDS = 5
#: Signals of the whole comment stand behind this word in a fitted feature's name.
SIGNAL = "="
_OTHER_QUESTIONS = {"good": "What was good?", "better": "What could be better?", "none": None}
_RETOLD_FROM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One row with everything the reading finds before anything learned is asked."""

    row: Row
    reading: Reading
    hits: list[Hit]
    worry: Concern
    kind: str
    measured: Mapping[str, float]
    short: tuple[Sentiment, float] | None
    is_english: bool


def see(row: Row) -> Seen:
    """The row as the reading sees it; worry by the phrases of the lists alone, for its weights know the corpus."""
    reading = read(row.text)
    hits = sources().in_text.find(reading.words)
    worry = by_phrases(reading, signs(reading, hits))
    return Seen(
        row=row,
        reading=reading,
        hits=hits,
        worry=worry,
        kind=kind_of_question(row.question, asked(row.question)),
        measured=evidence(reading, hits, row.question, worry),
        short=whole_answer(reading, asked(row.question)),
        is_english=guess(reading) == ENGLISH,
    )


def retold(seen: Seen) -> list[Seen]:
    """The same comment under questions of the other kinds: what more than a few words mean, a question does not turn."""
    if seen.row.source != YOUNG or seen.short is not None or len(seen.reading.words) < _RETOLD_FROM:
        return []
    kinds = (kind for kind in _OTHER_QUESTIONS if kind != seen.kind)
    return [see(replace(seen.row, question=_OTHER_QUESTIONS[kind])) for kind in kinds]


def seen_feelings() -> list[Seen]:
    """The comments composed to teach feelings, as far as weights decide about them and not a rule."""
    return [seen for seen in map(see, taught_feelings()) if seen.short is None and seen.is_english]


def feeling_features(seen: Seen, valences: Mapping[str, float]) -> dict[str, float]:
    """Every feature of a comment's feeling with its value: of its words, and of the whole."""
    words = [word.text for word in seen.reading.words][:MOST_WORDS]
    sentences = [word.sentence for word in seen.reading.words]
    signals = {**seen.measured, **valence_signals(words, list(negated(words, sentences)), valences)}
    found = parts(words, sentences, seen.kind)
    return {**found, **{SIGNAL + name: value for name, value in crossed(signals, seen.kind).items()}}


def fold_of(group: str) -> int:
    """The part (0 to FOLDS - 1) a group of rows belongs to, always the same."""
    return int.from_bytes(hashlib.sha256(group.encode()).digest()[:4]) % FOLDS


def vocabulary(features: Sequence[Mapping[str, float]], *, least: int = 2) -> dict[str, int]:
    """The features that stand in enough rows, each with its column, in the order of their names."""
    count = Counter(name for found in features for name in found)
    return {
        name: column for column, name in enumerate(sorted(name for name in count if count[name] >= least))
    }


def matrix(
    features: Sequence[Mapping[str, float]], columns: Mapping[str, int], *, signal_weight: float = 0.5
) -> csr_matrix:
    """The rows as a sparse matrix; signals are made smaller, so that they are held back more than words."""
    places: list[int] = []
    values: list[float] = []
    ends = [0]
    for found in features:
        for name, value in found.items():
            if value and name in columns:
                places.append(columns[name])
                values.append(value * (signal_weight if name.startswith(SIGNAL) else 1.0))
        ends.append(len(places))
    made = csr_matrix((values, places, ends), shape=(len(features), len(columns)))
    made.sort_indices()
    return made


def folds(rows: Sequence[Row]) -> NDArray[np.int64]:
    """The part of each row."""
    return np.array([fold_of(row.group) for row in rows])
