"""TextBlob's polarity and subjectivity of a comment's words: its word ratings and its way of joining them, read once.

The library itself takes half a second to start, most of it for what is not needed here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from analysis.text.folding import word_set

_MOST_WORDS = 2_000
_SHORTENED = word_set(
    "dont doesnt didnt isnt wasnt arent werent cant couldnt wouldnt wont hasnt havent hadnt aint shouldnt cannot"
)
_NEGATIONS = word_set("no not never") | _SHORTENED
_ADVERB, _ADJECTIVE = "RB", "JJ"
_NEGATED = -0.5


class _Rating(NamedTuple):
    polarity: float
    subjectivity: float
    intensity: float
    is_adverb: bool


class _Assessment:
    __slots__ = ("intensity", "is_negated", "polarity", "subjectivity")

    def __init__(self, rating: _Rating) -> None:
        self.polarity, self.subjectivity, self.intensity, _ = rating
        self.is_negated = False


def textblob(words: list[str]) -> tuple[float, float]:
    """The polarity (-1 to 1) and subjectivity (0-1), as TextBlob gives them for these words."""
    ratings = _ratings()
    if ratings.keys().isdisjoint(words):
        return 0.0, 0.0
    assessed = _assess(words[:_MOST_WORDS], ratings)
    count = len(assessed) or 1
    polarity = sum([one.polarity * (_NEGATED if one.is_negated else 1) for one in assessed])
    return polarity / count, sum([one.subjectivity for one in assessed]) / count


def _assess(words: Iterable[str], ratings: dict[str, _Rating]) -> list[_Assessment]:
    assessed: list[_Assessment] = []
    modifier, is_negated = "", False
    for word in words:
        rating = ratings.get(word)
        if rating is not None:
            _add(assessed, rating, is_modified=bool(modifier), is_negated=is_negated)
            modifier, is_negated = word if rating.is_adverb else "", word in _NEGATIONS
        elif modifier or is_negated or word in _NEGATIONS:
            is_negated = word in _NEGATIONS or is_negated and len(word) <= 1
            if is_negated and modifier.endswith("ly"):
                assessed[-1].is_negated, is_negated = True, False
            elif len(word) > 2:
                modifier = ""
    return assessed


def _add(assessed: list[_Assessment], rating: _Rating, *, is_modified: bool, is_negated: bool) -> None:
    if is_modified:
        last = assessed[-1]
        last.polarity = max(-1.0, min(rating.polarity * last.intensity, 1.0))
        last.subjectivity = max(-1.0, min(rating.subjectivity * last.intensity, 1.0))
        last.intensity = rating.intensity
    else:
        assessed.append(_Assessment(rating))
    if is_negated:
        assessed[-1].intensity = 1.0 / assessed[-1].intensity
        assessed[-1].is_negated = True


@lru_cache(maxsize=1)
def _ratings() -> dict[str, _Rating]:
    """Each word's rating: the mean over its parts of speech of the means over its senses."""
    spec = find_spec("textblob")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("textblob")
    senses: dict[str, dict[str, list[tuple[float, float, float]]]] = {}
    file = Path(spec.submodule_search_locations[0]) / "en" / "en-sentiment.xml"
    for entry in ElementTree.parse(file).getroot().findall("word"):  # noqa: S314  # the library's own file
        figures = entry.get("polarity", 0.0), entry.get("subjectivity", 0.0), entry.get("intensity", 1.0)
        by_part = senses.setdefault(entry.get("form", ""), {})
        by_part.setdefault(entry.get("pos", ""), []).append(
            (float(figures[0]), float(figures[1]), float(figures[2]))
        )
    means = {word: {part: _mean(each) for part, each in parts.items()} for word, parts in senses.items()}
    ratings = {word: _Rating(*_mean(list(parts.values())), _ADVERB in parts) for word, parts in means.items()}
    for word, parts in means.items():
        if _ADJECTIVE in parts:
            ratings[_adverb(word)] = _Rating(*parts[_ADJECTIVE], is_adverb=True)
    return ratings


def _adverb(adjective: str) -> str:
    stem = f"{adjective[:-1]}i" if adjective.endswith("y") else adjective
    return f"{stem.removesuffix('le')}ly"


def _mean(figures: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    count = len(figures)
    first, second, third = (sum(column) / count for column in zip(*figures, strict=True))
    return first, second, third
