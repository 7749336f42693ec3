"""Fits what a county's labels add to the shipped weights: regression whose starting point is what is shipped.

Each weight is drawn towards nothing, which is the shipped reading, so that few labels move little.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from analysis.county.rows import Prepared, features_of
from analysis.learned.fields import COUNT, FIRST_OUTCOME
from analysis.learned.leaning import LeaningWeights, NameOf
from analysis.text.finding import THEME_CODES, Sentiment

Floats = NDArray[np.float64]
#: How strongly a feature's weight is drawn to nothing, and the start of each feeling and outcome.
HELD_BACK, START_HELD_BACK = 2.0, 4.0
#: Labels of a kind below this number teach nothing.
FEWEST_LABELS = 60
_LEAST_WEIGHT = 0.02
_MOST_STEPS = 200
_DIGITS = 4


def fit(rows: Sequence[Prepared], name_of: NameOf) -> LeaningWeights:
    """What these labels add; feelings and outcomes each only from FEWEST_LABELS labels on."""
    features = features_of(rows, name_of)
    names = sorted({name for one in features for name in one})
    table = _table(features, names)
    weights = np.zeros((len(names) + 1, COUNT))
    felt = [at for at, row in enumerate(rows) if row.row.sentiment is not None and not row.by_rule]
    if len(felt) >= FEWEST_LABELS:
        weights[:, :FIRST_OUTCOME] = _feelings(table[felt], [rows[at] for at in felt])
    themed = [at for at, row in enumerate(rows) if row.row.themes is not None]
    if len(themed) >= FEWEST_LABELS:
        weights[:, FIRST_OUTCOME:] = _outcomes(table[themed], [rows[at] for at in themed])
    return _kept(weights, names)


def _table(features: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    """Rows by features, the last column being the start."""
    columns = {name: place for place, name in enumerate(names)}
    table = np.zeros((len(features), len(names) + 1))
    table[:, -1] = 1.0
    for place, one in enumerate(features):
        for name, value in one.items():
            table[place, columns[name]] = value
    return table


def _feelings(table: Floats, rows: Sequence[Prepared]) -> Floats:
    before = np.array([(row.feelings[0], 0.0, row.feelings[1]) for row in rows])
    order = [str(one) for one in Sentiment]
    wanted = np.eye(3)[[order.index(str(row.row.sentiment)) for row in rows]]

    def wrong(added: Floats) -> tuple[float, Floats]:
        totals = before + np.column_stack([added[:, 0], np.zeros(len(added)), added[:, 1]])
        totals -= totals.max(axis=1, keepdims=True)
        logs = totals - np.log(np.exp(totals).sum(axis=1, keepdims=True))
        return -float((wanted * logs).sum()), (np.exp(logs) - wanted)[:, (0, 2)]

    return _least(table, FIRST_OUTCOME, wrong)


def _outcomes(table: Floats, rows: Sequence[Prepared]) -> Floats:
    before = np.array([row.outcomes for row in rows])
    wanted = np.array([[code in (row.row.themes or ()) for code in THEME_CODES] for row in rows], dtype=float)

    def wrong(added: Floats) -> tuple[float, Floats]:
        totals = before + added
        chances = 1 / (1 + np.exp(-np.clip(totals, -30, 30)))
        return float((np.logaddexp(0, totals) - wanted * totals).sum()), chances - wanted

    return _least(table, COUNT - FIRST_OUTCOME, wrong)


def _least(table: Floats, width: int, wrong: Callable[[Floats], tuple[float, Floats]]) -> Floats:
    """The weights with the least loss and strength together."""
    strength = np.full((table.shape[1], 1), HELD_BACK)
    strength[-1] = START_HELD_BACK

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, width)
        lost, slope = wrong(table @ weights)
        held = strength * weights
        return lost + 0.5 * float((held * weights).sum()), (table.T @ slope + held).ravel()

    found = minimize(
        loss, np.zeros(table.shape[1] * width), jac=True, method="L-BFGS-B", options={"maxiter": _MOST_STEPS}
    )
    fitted: Floats = found.x.reshape(-1, width)
    return fitted


def _kept(weights: Floats, names: Sequence[str]) -> LeaningWeights:
    features = {}
    for name, line in zip(names, weights[:-1], strict=True):
        kept = {
            place: round(float(weight), _DIGITS)
            for place, weight in enumerate(line)
            if abs(weight) >= _LEAST_WEIGHT
        }
        if kept:
            features[name] = kept
    return LeaningWeights(
        start=tuple(round(float(number), _DIGITS) for number in weights[-1]), features=features
    )
