"""Fits the weights for outcomes, on held-out parts to measure and on the whole corpus to ship."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from analysis import THEME_CODES
from analysis.learned.outcomes import outcome_parts
from analysis.learned.table import FOLDER, UNIT
from analysis.text.themes import listed, theme_signals
from analysis.text.topics import topics_of
from analysis.training.features import FOLDS, Seen, folds, matrix, vocabulary
from analysis.training.fitting import Floats, confidence_steps

Flags = NDArray[np.bool_]
_STRENGTH = 4.0
#: A comment that tells of some outcomes only counts so much: what it says of them follows from another label.
_TOLD_SHARE = 0.1
_LEAST_WEIGHT = 0.1
#: So little F1 is given up for fewer outcomes named wrongly.
_NEARLY = 0.012
_WORTH_A_LINE = 0.15
_ENOUGH_TRIED = tuple(step / 100 for step in range(15, 60))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOutThemes:
    """For each row and outcome what a model that never saw the row said, and what the lists alone would have.

    `taught` are further comments that every model was fitted to and none is measured on.
    """

    rows: Sequence[Seen]
    taught: Sequence[Seen]
    labels: Flags
    chances: Floats
    named: Flags
    by_lists: Flags


def theme_features(seen: Seen) -> dict[str, float]:
    """Every feature of a comment's outcomes with its value."""
    signals = theme_signals(listed(seen.hits), seen.hits, seen.kind)
    return outcome_parts([word.text for word in seen.reading.words], topics_of, signals)


def labels_of(rows: Sequence[Seen]) -> Flags:
    """Which outcomes each row was labelled with."""
    return np.array([[code in seen.row.themes for code in THEME_CODES] for seen in rows])


def held_out_themes(rows: Sequence[Seen], taught: Sequence[Seen]) -> HeldOutThemes:
    """Fit FOLDS times, each without one part; from which chance an outcome is named is chosen on the other parts."""
    labels, part = labels_of(rows), folds([seen.row for seen in rows])
    features = [theme_features(seen) for seen in rows]
    more, more_labels = [theme_features(seen) for seen in taught], labels_of(taught)
    chances = np.zeros(labels.shape)
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(part != fold).tolist(), np.flatnonzero(part == fold).tolist()
        known = np.vstack([labels[inside], more_labels])
        columns, lines = _fit(
            [*(features[place] for place in inside), *more],
            known,
            [*(rows[place] for place in inside), *taught],
        )
        asked = matrix([features[place] for place in outside], columns, signal_weight=1.0)
        chances[outside] = np.column_stack([line.predict_proba(asked)[:, 1] for line in lines])
    named = np.zeros(labels.shape, dtype=bool)
    for fold in range(FOLDS):
        named[part == fold] = chances[part == fold] >= enough(chances[part != fold], labels[part != fold])
    signals = [theme_signals(listed(seen.hits), seen.hits, seen.kind) for seen in rows]
    by_lists = np.array([[f"named:{code}" in found for code in THEME_CODES] for found in signals])
    return HeldOutThemes(
        rows=rows, taught=taught, labels=labels, chances=chances, named=named, by_lists=by_lists
    )


def enough(chances: Floats, labels: Flags) -> float:
    """The highest chance from which naming an outcome gives the best F1 over all of them, or nearly."""
    scores = {least: micro_f1(chances >= least, labels) for least in _ENOUGH_TRIED}
    return max(least for least, score in scores.items() if score >= max(scores.values()) - _NEARLY)


def micro_f1(named: Flags, labels: Flags) -> float:
    """F1 over all outcomes of all rows together."""
    return float(2 * (named & labels).sum() / max(named.sum() + labels.sum(), 1))


def ship_themes(measured: HeldOutThemes, path: Path = FOLDER / "outcomes.json") -> int:
    """Fit on the whole corpus and write the table. Gives the number of features."""
    seen = (*measured.rows, *measured.taught)
    features = [theme_features(one) for one in seen]
    columns, lines = _fit(features, labels_of(seen), seen)
    table: dict[str, list[int]] = {}
    for name, column in columns.items():
        weights = [(place, float(line.coef_[0][column])) for place, line in enumerate(lines)]
        kept = [(place, round(weight * UNIT)) for place, weight in weights if abs(weight) >= _LEAST_WEIGHT]
        if kept:
            table[name] = [number for pair in kept for number in pair]
    chances, labels = measured.chances, measured.labels
    likely = chances >= _WORTH_A_LINE
    content = {
        "codes": THEME_CODES,
        "enough": enough(chances, labels),
        "confidence": confidence_steps(chances[likely], labels[likely]),
        "start": [round(float(line.intercept_[0]) * UNIT) for line in lines],
        "features": table,
    }
    path.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"') + "\n", "utf-8"
    )
    return len(table)


def _fit(
    features: Sequence[Mapping[str, float]], labels: Flags, rows: Sequence[Seen]
) -> tuple[dict[str, int], list[LogisticRegression]]:
    partly = np.array(["only" in seen.row.labels for seen in rows])
    columns = vocabulary([found for found, told in zip(features, partly, strict=True) if not told])
    known, shares = matrix(features, columns, signal_weight=1.0), np.where(partly, _TOLD_SHARE, 1.0)
    lines = []
    for place, code in enumerate(THEME_CODES):
        at = np.array([code in _told_of(seen) for seen in rows])
        line = LogisticRegression(C=_STRENGTH, solver="liblinear", random_state=0)
        lines.append(line.fit(known[at], labels[at, place], sample_weight=shares[at]))
    return columns, lines


def _told_of(seen: Seen) -> Sequence[str]:
    only = seen.row.labels.get("only")
    return only if isinstance(only, list) else THEME_CODES
