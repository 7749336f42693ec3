"""The features a comment is made of, each with its name in the table of weights; the same when fitting and when reading.

A name is the word itself, two words with a space between, "#" and letters of a word, "~" and a word after a "not",
or any of the first two behind the question's kind and "|".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import sqrt

#: A longer comment is read for its feeling and outcomes up to here.
MOST_WORDS = 2_000
#: A run of letters counts one in so many.
LETTERS_SHARE = 4
LETTERS = "#"
_SHORTEST, _LONGEST = 3, 5
_MOST_LETTERS = 30
_REACH_OF_NOT = 3
START, END = "^", "$"
_NEGATIONS = (
    "not no never dont doesnt didnt isnt wasnt arent werent aint cant cannot couldnt wouldnt wont without hardly nobody "
    "noone havent hasnt hadnt nothing none"
)
NEGATIONS = frozenset(_NEGATIONS.split())


@lru_cache(maxsize=1024)
def letters(word: str) -> tuple[str, ...]:
    """The runs of three to five letters of a word with its borders, named as features."""
    return tuple([LETTERS + run for run in runs(word)])


def runs(word: str) -> Iterator[str]:
    """The same as bare letters."""
    bordered = f"<{word[:_MOST_LETTERS]}>"
    return map(bordered.__getitem__, _slices(len(bordered)))


@lru_cache(maxsize=_MOST_LETTERS + 3)
def _slices(length: int) -> tuple[slice, ...]:
    sizes = range(_SHORTEST, min(_LONGEST + 1, length))
    return tuple([slice(at, at + size) for size in sizes for at in range(length - size + 1)])


def scale(count: int) -> float:
    """What each word counts in a comment of so many words."""
    return 1.0 / sqrt(max(count, 1))


def negated(words: Sequence[str], sentences: Sequence[int]) -> Iterator[int]:
    """The places of the words that stand shortly after a "not" in their sentence."""
    left, sentence = 0, -1
    for place, word in enumerate(words):
        if sentences[place] != sentence:
            left, sentence = 0, sentences[place]
        if left:
            yield place
            left -= 1
        if word in NEGATIONS:
            left = _REACH_OF_NOT


def pairs(words: Sequence[str]) -> Iterator[str]:
    """Each two words that stand together, the borders of the comment with them."""
    return map(" ".join, zip((START, *words), (*words, END), strict=True))


def parts(words: Sequence[str], sentences: Sequence[int], kind: str) -> dict[str, float]:
    """Every feature of the words with its value, under a question of that kind; what fitting sees."""
    value = scale(len(words))
    found: dict[str, float] = {}

    def add(name: str, amount: float) -> None:
        found[name] = found.get(name, 0.0) + amount

    for word in words:
        add(word, value)
        add(f"{kind}|{word}", value)
        for run in letters(word):
            add(run, value / LETTERS_SHARE)
    for pair in pairs(words):
        add(pair, value)
        add(f"{kind}|{pair}", value)
    for place in negated(words, sentences):
        add(f"~{words[place]}", value)
    return found
