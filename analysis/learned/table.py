"""The shipped weights: plain JSON of names and whole numbers, read once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "weights"
#: Weights are kept as whole numbers of this many to one, so that sums are exact.
UNIT = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingWeights:
    """Weights against "neutral": for each feature how it speaks for negative and for positive, times UNIT.

    `words` holds what is in the words; `signals` what is measured of the whole; `confidence` for each kind of question
    the steps from the model's own probability to how often it was right; `sure_from` the confidence that suffices.
    """

    words: Mapping[str, tuple[int, int]]
    signals: Mapping[str, tuple[int, int]]
    valences: Mapping[str, float]
    confidence: Mapping[str, Sequence[tuple[float, float]]]
    sure_from: float
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeWeights:
    """For each feature the outcomes it speaks for or against, by their place in `codes`, times UNIT.

    `start` is where each outcome's sum begins; an outcome is named from the probability `enough`.
    """

    codes: Sequence[str]
    start: Sequence[int]
    features: Mapping[str, Sequence[tuple[int, int]]]
    confidence: Sequence[tuple[float, float]]
    enough: float


@lru_cache(maxsize=1)
def outcome_weights() -> OutcomeWeights:
    """The weights for outcomes; reads their file once."""
    read = json.loads((FOLDER / "outcomes.json").read_text(encoding="utf-8"))
    return OutcomeWeights(
        codes=tuple(read["codes"]),
        start=tuple(read["start"]),
        features={
            name: tuple(zip(flat[::2], flat[1::2], strict=True)) for name, flat in read["features"].items()
        },
        confidence=[(a, b) for a, b in read["confidence"]],
        enough=read["enough"],
    )


@lru_cache(maxsize=1)
def feeling_weights() -> FeelingWeights:
    """The weights for feelings; reads their file once."""
    read = json.loads((FOLDER / "feeling.json").read_text(encoding="utf-8"))
    return FeelingWeights(
        words={name: (against, speaks) for name, (against, speaks) in read["words"].items()},
        signals={name: (against, speaks) for name, (against, speaks) in read["signals"].items()},
        valences=read["valences"],
        confidence={kind: [(a, b) for a, b in steps] for kind, steps in read["confidence"].items()},
        sure_from=read["sure_from"],
        version=read["version"],
    )
