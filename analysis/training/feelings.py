"""Fits the weights for feelings, on held-out parts to measure and on everything to ship."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis import Sentiment
from analysis.learned.lines import along
from analysis.learned.table import FOLDER, UNIT
from analysis.text.sentiment import with_rules
from analysis.training.features import (
    FOLDS,
    SIGNAL,
    Seen,
    feeling_features,
    folds,
    matrix,
    retold,
    vocabulary,
)
from analysis.training.fitting import Floats, Ints, confidence_steps, evened, fit, likely

ORDER = (Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.POSITIVE)
HELD_BACK = 4.0
#: What a comment counts under a question it was not written for, beside 1 under its own.
RETOLD_WEIGHT = 0.25
#: What a comment counts that was composed to teach; few ever wrote a complaint when asked what is good.
TAUGHT_WEIGHT = 2.0
SIGNAL_WEIGHT = 0.5
#: Weights that change a comment's sum by less are left out of the shipped table.
_LEAST_WEIGHT = 0.03
_SURE_RIGHT = 0.92
VERSION = "2026-11-24"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOut:
    """For each English row what a model that never saw it said: probabilities after the rules, guess and confidence."""

    rows: Sequence[Seen]
    labels: Ints
    probabilities: Floats
    guesses: Ints
    confidence: Floats
    sure_from: float


@lru_cache(maxsize=1)
def valences() -> Mapping[str, float]:
    """VADER's lexicon with its words as the reading folds them."""
    lexicon: Mapping[str, float] = SentimentIntensityAnalyzer().lexicon
    return {word.replace("'", ""): round(value, 1) for word, value in sorted(lexicon.items())}


def labels_of(rows: Sequence[Seen]) -> Ints:
    """The place of each row's label in ORDER."""
    return np.array([ORDER.index(seen.row.sentiment) for seen in rows if seen.row.sentiment])


def held_out(rows: Sequence[Seen], taught: Sequence[Seen]) -> HeldOut:
    """Fit FOLDS times, each without one part, and ask each model about the part it never saw.

    `taught` rows are in every model and are never asked about.

    The line to confidence for a part is drawn from the other parts only.
    """
    labels, part = labels_of(rows), folds([seen.row for seen in rows])
    features = [_features(seen) for seen in rows]
    probabilities = np.zeros((len(rows), 3))
    for fold in range(FOLDS):
        outside = np.flatnonzero(part == fold).tolist()
        inside = [rows[place] for place in np.flatnonzero(part != fold).tolist()]
        columns, fitted = fitted_to(inside, taught)
        unseen = matrix([features[place] for place in outside], columns, signal_weight=SIGNAL_WEIGHT)
        probabilities[outside] = likely(unseen, fitted)
    return judged(rows, labels, _ruled(rows, probabilities))


def fitted_to(rows: Sequence[Seen], taught: Sequence[Seen]) -> tuple[dict[str, int], Floats]:
    """The features and weights that come of these rows, and of young people's comments under other questions too."""
    again = [other for seen in rows for other in _retold(seen)]
    own = len(rows) + len(taught)
    everything = [*rows, *taught, *again]
    labels = labels_of(everything)
    features = [_features(seen) for seen in everything]
    columns = vocabulary(features[:own])
    weights = evened(_sources(everything), labels)
    weights[len(rows) : own] *= TAUGHT_WEIGHT
    weights[own:] *= RETOLD_WEIGHT
    return columns, fit(
        matrix(features, columns, signal_weight=SIGNAL_WEIGHT), labels, weights, held_back=HELD_BACK
    )


def judged(rows: Sequence[Seen], labels: Ints, probabilities: Floats) -> HeldOut:
    """Guesses and confidence for probabilities that no row helped to make."""
    guesses, part = probabilities.argmax(axis=1), folds([seen.row for seen in rows])
    by_rule = [seen.short for seen in rows]
    guesses = np.array(
        [ORDER.index(rule[0]) if rule else guess for rule, guess in zip(by_rule, guesses, strict=True)]
    )
    best = probabilities.max(axis=1)
    right = guesses == labels
    confidence = np.zeros(len(rows))
    for fold in range(FOLDS):
        steps = lines(rows, best, right, part != fold)
        for place in np.flatnonzero(part == fold).tolist():
            rule = by_rule[place]
            confidence[place] = rule[1] if rule else along(steps[rows[place].kind], float(best[place]))
    return HeldOut(
        rows=rows,
        labels=labels,
        probabilities=probabilities,
        guesses=guesses,
        confidence=confidence,
        sure_from=sure_from(rows, confidence, right),
    )


def lines(
    rows: Sequence[Seen], best: Floats, right: NDArray[np.bool_], within: NDArray[np.bool_]
) -> dict[str, list[tuple[float, float]]]:
    """For each kind of question the line from probability to confidence, from the rows `within`."""
    kinds = np.array([seen.kind for seen in rows])
    by_weights = np.array([seen.short is None for seen in rows]) & within
    return {
        kind: confidence_steps(best[of], right[of])
        for kind in sorted(set(kinds))
        if (of := by_weights & (kinds == kind)).any()
    }


def sure_from(rows: Sequence[Seen], confidence: Floats, right: NDArray[np.bool_]) -> float:
    """The least confidence from which, in each source alone, enough of the guesses were right."""
    sources = _sources(rows)
    for step in range(60, 99):
        least = step / 100
        shares = [
            right[sure].mean()
            for source in set(sources)
            if (sure := (sources == source) & (confidence >= least)).any()
        ]
        if min(shares) >= _SURE_RIGHT:
            return least
    return 0.99


def ship(
    rows: Sequence[Seen], taught: Sequence[Seen], measured: HeldOut, path: Path = FOLDER / "feeling.json"
) -> int:
    """Fit on every row and write the table; confidence comes from the held-out guesses. Gives the number of weights."""
    columns, fitted = fitted_to(rows, taught)
    against_neutral = (fitted - fitted[:, 1:2])[:, (0, 2)]
    words: dict[str, list[int]] = {}
    signals: dict[str, list[int]] = {}
    for name, column in columns.items():
        pair = against_neutral[column]
        if name.startswith(SIGNAL):
            signals[name.removeprefix(SIGNAL)] = [
                round(float(value) * SIGNAL_WEIGHT * UNIT) for value in pair
            ]
        elif abs(pair).max() >= _LEAST_WEIGHT:
            words[name] = [round(float(value) * UNIT) for value in pair]
    best, right = measured.probabilities.max(axis=1), measured.guesses == measured.labels
    content = {
        "version": VERSION,
        "sure_from": measured.sure_from,
        "confidence": lines(rows, best, right, np.ones(len(rows), dtype=bool)),
        "signals": signals,
        "valences": valences(),
        "words": words,
    }
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        json.dumps(content, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    return len(words) + len(signals)


def _ruled(rows: Sequence[Seen], probabilities: Floats) -> Floats:
    return np.array(
        [
            with_rules((float(line[0]), float(line[1]), float(line[2])), seen.measured)
            for seen, line in zip(rows, probabilities, strict=True)
        ]
    )


def _sources(rows: Sequence[Seen]) -> NDArray[np.str_]:
    return np.array([seen.row.source for seen in rows])


_KEPT: dict[int, dict[str, float]] = {}
_TOLD: dict[int, list[Seen]] = {}


def _features(seen: Seen) -> dict[str, float]:
    if id(seen) not in _KEPT:
        _KEPT[id(seen)] = feeling_features(seen, valences())
    return _KEPT[id(seen)]


def _retold(seen: Seen) -> list[Seen]:
    if id(seen) not in _TOLD:
        _TOLD[id(seen)] = retold(seen)
    return _TOLD[id(seen)]
