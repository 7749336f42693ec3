"""What single words are about ("bus" and "train" are travel), for what is learned of outcomes."""

from __future__ import annotations

from functools import lru_cache

from analysis.text.lexicon import read_file

_LONGEST_STEM = 12


@lru_cache(maxsize=16_384)
def topics_of(word: str) -> tuple[str, ...]:
    """The topics a word belongs to, by name."""
    exact, stems = _topics()
    found = [*exact.get(word, ())]
    for length in range(2, min(len(word), _LONGEST_STEM) + 1):
        if word[:length] in stems:
            found += stems[word[:length]]
    return tuple(sorted(set(found))) if found else ()


@lru_cache(maxsize=1)
def _topics() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    exact: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for topic, words in read_file("topics")["entries"].items():
        for word in words.split():
            table = stems if word.endswith("*") else exact
            table.setdefault(word.rstrip("*"), []).append(topic)
    return exact, stems
