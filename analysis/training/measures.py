"""Figures of agreement with the labels, with intervals that respect who wrote what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.training.fitting import Floats, Ints

Flags = NDArray[np.bool_]
_DRAWS = 200
_BINS = 10
Interval = tuple[float, float, float]


def macro_f1(labels: Ints, guesses: Ints) -> float:
    """The mean F1 of the three feelings."""
    table = confusion(labels, guesses)
    right = table.diagonal()
    return float(np.mean(2 * right / np.maximum(table.sum(axis=0) + table.sum(axis=1), 1)))


def confusion(labels: Ints, guesses: Ints) -> Ints:
    """How often each label (row) was guessed as each feeling (column)."""
    return np.bincount(labels * 3 + guesses, minlength=9).reshape(3, 3)


def bins(confidence: Floats, right: Flags) -> list[tuple[float, float, int]]:
    """For tenths of confidence: the mean confidence, the share that was right, and how many."""
    place = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    return [
        (float(confidence[at].mean()), float(right[at].mean()), int(at.sum()))
        for number in range(_BINS)
        if (at := place == number).any()
    ]


def calibration_error(confidence: Floats, right: Flags) -> float:
    """How far confidence lies from the share that was right, on average over the rows (0-1)."""
    return sum(abs(mean - share) * count for mean, share, count in bins(confidence, right)) / len(right)


def with_interval(groups: Sequence[str], figure: Callable[[Ints], float]) -> Interval:
    """A figure of chosen rows with its 95 % interval, by drawing whole groups of rows anew 200 times."""
    places: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        places.setdefault(group, []).append(place)
    lists = [np.array(found) for found in places.values()]
    draw = np.random.default_rng(2026)
    found = sorted(
        figure(np.concatenate([lists[at] for at in draw.integers(0, len(lists), len(lists))]))
        for _ in range(_DRAWS)
    )
    return figure(np.arange(len(groups))), found[int(_DRAWS * 0.025)], found[int(_DRAWS * 0.975)]
