"""Multinomial logistic regression by L-BFGS, and the line from probability to how often that was right."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.isotonic import IsotonicRegression

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_MOST_STEPS = 60
_STEPS_KEPT = 12


def fit(rows: csr_matrix, labels: Ints, row_weights: Floats, *, held_back: float) -> Floats:
    """A weight for each feature and class (features by 3); `held_back` is the strength of L2."""
    columns = rows.T.tocsr()
    hot = np.eye(3)[labels]

    def loss(flat: Floats) -> tuple[float, Floats]:
        by_class = flat.reshape(-1, 3)
        likely, logs = _softmax(rows @ by_class)
        wrong = -float((row_weights * logs[np.arange(len(labels)), labels]).sum())
        slope = columns @ ((likely - hot) * row_weights[:, None]) + held_back * by_class
        return wrong + 0.5 * held_back * float(flat @ flat), slope.ravel()

    start = np.zeros(rows.shape[1] * 3)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _MOST_STEPS, "maxcor": 8})
    fitted: Floats = found.x.reshape(-1, 3)
    return fitted


def likely(rows: csr_matrix, by_class: Floats) -> Floats:
    """The probabilities of the three classes for each row."""
    return _softmax(rows @ by_class)[0]


def _softmax(totals: Floats) -> tuple[Floats, Floats]:
    lowered = totals - totals.max(axis=1, keepdims=True)
    powers = np.exp(lowered)
    whole = powers.sum(axis=1, keepdims=True)
    return powers / whole, lowered - np.log(whole)


def evened(sources: NDArray[np.str_], labels: Ints, *, strength: float = 0.5) -> Floats:
    """Weights for rows that bring the classes of each source nearer to one another (1: alike, 0: as they are)."""
    weights = np.ones(len(labels))
    for source in sorted(set(sources)):
        of = sources == source
        counts = np.bincount(labels[of], minlength=3)
        weights[of] = (of.sum() / 3 / counts[labels[of]]) ** strength
    return weights


def confidence_steps(probabilities: Floats, right: NDArray[np.bool_]) -> list[tuple[float, float]]:
    """A rising line, in a dozen steps, from the model's own probability to the share that was right."""
    line = IsotonicRegression(y_min=0.02, y_max=0.99, out_of_bounds="clip").fit(probabilities, right)
    parts = np.array_split(np.sort(probabilities), _STEPS_KEPT)
    middles = sorted({round(float(part.mean()), 4) for part in parts if len(part)})
    smooth = [float(np.mean(line.predict(part))) for part in parts if len(part)]
    return list(zip(middles, (round(height, 4) for height in smooth), strict=False))
