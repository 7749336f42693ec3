"""A rising line given by its corners."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def along(corners: Sequence[tuple[float, float]], value: float) -> float:
    """The height of the line at a value, level beyond its ends."""
    place = bisect_right(corners, (value, float("inf")))
    if place == 0:
        return corners[0][1]
    if place == len(corners):
        return corners[-1][1]
    (left, low), (right, high) = corners[place - 1], corners[place]
    return low + (high - low) * (value - left) / (right - left)
