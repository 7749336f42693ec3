"""The weight of each signal for each feeling, read once from its file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from analysis.text.finding import Sentiment
from analysis.text.lexicon import LexiconError, read_file


@lru_cache(maxsize=1)
def weights() -> Mapping[Sentiment, Mapping[str, float]]:
    """Feeling → signal → weight; raises LexiconError where one is missing."""
    entries = read_file("sentiment_weights")["entries"]
    read = {label: {str(name): float(value) for name, value in entries[label].items()} for label in Sentiment}
    if len({frozenset(names) for names in read.values()}) != 1:
        raise LexiconError("sentiment_weights.yaml: every feeling needs the same signals")
    return read
