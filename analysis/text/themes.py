"""The outcomes of the plan a comment speaks of, each with the words that say so."""

from __future__ import annotations

from analysis.text.finding import THEME_CODES, ThemeMatch
from analysis.text.lexicon import Hit
from analysis.text.reading import Reading

#: The weight from which an outcome is named.
_ENOUGH = 1.0
_MOST_BECAUSE = 5
#: A talk about knives is a talk: what it is about is no outcome of its own.
_TALKED_ABOUT = "safe.education"
_TOPICS_OF_TALK = frozenset({"safe.protected", "healthy.wellbeing", "successful.education"})


def themes(reading: Reading, hits: list[Hit]) -> tuple[ThemeMatch, ...]:
    """Every outcome with enough words that speak of it, in the plan's order; confidence grows with each word found."""
    by_code: dict[str, list[Hit]] = {}
    elsewhere = _places(hits, "no_outcome")
    talked_about = _places(hits, _TALKED_ABOUT)
    for hit in hits:
        if hit.label.group != "themes" or hit.label.weight == 0 or _is_within(hit, elsewhere):
            continue
        if hit.label.name in _TOPICS_OF_TALK and _is_within(hit, talked_about):
            continue
        by_code.setdefault(hit.label.name, []).append(hit)
    found = ((code, apart(by_code[code])) for code in THEME_CODES if code in by_code)
    return tuple(_match(reading, code, kept) for code, kept in found if _weight(kept) >= _ENOUGH)


def apart(hits: list[Hit]) -> list[Hit]:
    """Of hits that overlap, the longest and heaviest, in the order of the text."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, -hit.label.weight, hit.first)):
        places = range(hit.first, hit.last + 1)
        if taken.isdisjoint(places):
            kept.append(hit)
            taken.update(places)
    return sorted(kept, key=lambda hit: hit.first)


def words_of(reading: Reading, hits: list[Hit]) -> tuple[str, ...]:
    """The words of each hit as they stand in the text, each once, the first few."""
    found = (reading.text[reading.words[hit.first].start : reading.words[hit.last].end] for hit in hits)
    return tuple(dict.fromkeys(found))[:_MOST_BECAUSE]


def _places(hits: list[Hit], name: str) -> set[int]:
    named = (hit for hit in hits if hit.label.group == "themes" and hit.label.name == name)
    return {place for hit in named for place in range(hit.first, hit.last + 1)}


def _is_within(hit: Hit, places: set[int]) -> bool:
    return bool(places) and all(place in places for place in range(hit.first, hit.last + 1))


def _match(reading: Reading, code: str, hits: list[Hit]) -> ThemeMatch:
    confidence = 1 - 0.4 ** _weight(hits)
    return ThemeMatch(code=code, confidence=round(min(confidence, 0.99), 2), because=words_of(reading, hits))


def _weight(hits: list[Hit]) -> float:
    return sum(hit.label.weight for hit in hits)
