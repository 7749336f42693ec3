"""Fits what a county's labels add to the shipped weights: regression whose starting point is what is shipped.

Each weight is drawn towards nothing, which is the shipped reading, so that few labels move little.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from threadpoolctl import threadpool_limits

from analysis.county.rows import Prepared, features_of
from analysis.learned.fields import COUNT, FIRST_OUTCOME
from analysis.learned.leaning import LeaningWeights, NameOf
from analysis.text.finding import THEME_CODES, Sentiment

Floats = NDArray[np.float64]
#: How strongly weights are drawn to nothing, the strongest first; the first is next to what ships.
STRENGTHS = (128.0, 16.0, 4.0, 1.0)
_THIRDS = 3
#: Labels of a kind below this number teach nothing.
FEWEST_LABELS = 60
_LEAST_WEIGHT = 0.02
_MOST_STEPS = 60
_DIGITS = 4


def fit(rows: Sequence[Prepared], name_of: NameOf) -> LeaningWeights:
    """What these labels add; feelings and outcomes each only from FEWEST_LABELS labels on."""
    with threadpool_limits(1):  # small tables: more threads only wait for one another
        return _fit(rows, name_of)


def _fit(rows: Sequence[Prepared], name_of: NameOf) -> LeaningWeights:
    features = features_of(rows, name_of)
    names = sorted({name for one in features for name in one})
    table = _table(features, names)
    weights = np.zeros((len(names) + 1, COUNT))
    felt = [at for at, row in enumerate(rows) if row.row.sentiment is not None and not row.by_rule]
    if len(felt) >= FEWEST_LABELS:
        weights[:, :FIRST_OUTCOME] = _fitted(table[felt], [rows[at] for at in felt], _Feelings)
    themed = [at for at, row in enumerate(rows) if row.row.themes is not None]
    if len(themed) >= FEWEST_LABELS:
        weights[:, FIRST_OUTCOME:] = _fitted(table[themed], [rows[at] for at in themed], _Outcomes)
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


class _Feelings:
    """How wrong additions to the shipped log-odds of negative and positive are, and which way is less wrong."""

    width = FIRST_OUTCOME

    def __init__(self, rows: Sequence[Prepared]) -> None:
        order = [str(one) for one in Sentiment]
        self._before = np.array([(row.feelings[0], 0.0, row.feelings[1]) for row in rows])
        self._wanted = np.eye(3)[[order.index(str(row.row.sentiment)) for row in rows]]

    def __call__(self, added: Floats) -> tuple[float, Floats]:
        totals = self._before + np.column_stack([added[:, 0], np.zeros(len(added)), added[:, 1]])
        totals -= totals.max(axis=1, keepdims=True)
        logs = totals - np.log(np.exp(totals).sum(axis=1, keepdims=True))
        return -float((self._wanted * logs).sum()), (np.exp(logs) - self._wanted)[:, (0, 2)]


class _Outcomes:
    """The same for the log-odds of each outcome."""

    width = COUNT - FIRST_OUTCOME

    def __init__(self, rows: Sequence[Prepared]) -> None:
        themes = [row.row.themes or frozenset() for row in rows]
        self._before = np.array([row.outcomes for row in rows])
        self._wanted = np.array([[code in of_one for code in THEME_CODES] for of_one in themes], dtype=float)

    def __call__(self, added: Floats) -> tuple[float, Floats]:
        totals = self._before + added
        chances = 1 / (1 + np.exp(-np.clip(totals, -30, 30)))
        lost = float((np.logaddexp(0, totals) - self._wanted * totals).sum())
        return lost, chances - self._wanted


_Loss = type[_Feelings] | type[_Outcomes]


def _fitted(table: Floats, rows: Sequence[Prepared], kind: _Loss) -> Floats:
    """The weights, held back as strongly as does best on thirds of the responses that were left out."""
    order = {group: place for place, group in enumerate(sorted({row.row.group for row in rows}))}
    third = np.array([order[row.row.group] % _THIRDS for row in rows])

    def lost(strength: float) -> float:
        total = 0.0
        for number in range(_THIRDS):
            inside, outside = (
                np.flatnonzero(third != number).tolist(),
                np.flatnonzero(third == number).tolist(),
            )
            weights = _least(table[inside], kind([rows[at] for at in inside]), strength=strength)
            total += kind([rows[at] for at in outside])(table[outside] @ weights)[0]
        return total

    strength = min(STRENGTHS, key=lost)
    return _least(table, kind(rows), strength=strength)


def _least(table: Floats, wrong: _Feelings | _Outcomes, *, strength: float) -> Floats:
    """The weights with the least loss and strength together."""
    held_back = np.full((table.shape[1], 1), strength)

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, wrong.width)
        lost, slope = wrong(table @ weights)
        held = held_back * weights
        return lost + 0.5 * float((held * weights).sum()), (table.T @ slope + held).ravel()

    start = np.zeros(table.shape[1] * wrong.width)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _MOST_STEPS})
    fitted: Floats = found.x.reshape(-1, wrong.width)
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
