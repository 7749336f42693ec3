"""The features that speak of outcomes, as fitting sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.learned.model import TopicsOf
from analysis.learned.parts import MOST_WORDS, pairs, scale


def outcome_parts(
    words: Sequence[str], topics_of: TopicsOf, signals: Mapping[str, float]
) -> dict[str, float]:
    """Every feature of a comment with its value; what fitting sees. Topics stand behind "@", signals behind "="."""
    few = words[:MOST_WORDS]
    value = scale(len(few))
    found: dict[str, float] = {}
    for name in (*few, *pairs(few), *(f"@{topic}" for word in few for topic in topics_of(word))):
        found[name] = found.get(name, 0.0) + value
    return {**found, **{f"={name}": amount for name, amount in signals.items()}}
