"""Ordinary English words in lower case, none of which alone is a name."""

from __future__ import annotations

from functools import lru_cache

from analysis.text.lexicon import FOLDER


@lru_cache(maxsize=1)
def ordinary() -> frozenset[str]:
    """All of them; reads their file once."""
    return frozenset((FOLDER / "ordinary.txt").read_text(encoding="utf-8").split())
