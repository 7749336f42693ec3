"""The outcomes of the plan a comment speaks of, each with the words that say so."""

from __future__ import annotations

from analysis.learned.fields import FIRST_OUTCOME
from analysis.learned.leaning import Leaning
from analysis.learned.model import Heard, Model
from analysis.text.finding import THEME_CODES, ThemeMatch
from analysis.text.hearing import shipped
from analysis.text.lexicon import Hit, Label
from analysis.text.reading import Reading

#: The weight from which the lists alone would name an outcome.
_ENOUGH = 1.0
_MOST_BECAUSE = 5
_LEARNED = Label("learned", "", 0.0)
#: A talk about knives is a talk: what it is about is no outcome of its own.
_TALKED_ABOUT = "safe.education"
_TOPICS_OF_TALK = frozenset({"safe.protected", "healthy.wellbeing", "successful.education"})


def themes(
    reading: Reading, hits: list[Hit], heard: Heard, leaning: Leaning | None = None
) -> tuple[ThemeMatch, ...]:
    """Every outcome the words are likely to speak of, in the plan's order, each with the words it rests on."""
    if not reading.words:
        return ()
    said, model = listed(hits), shipped()
    return tuple(
        ThemeMatch(
            code=(code := THEME_CODES[place]),
            confidence=round(confidence, 2),
            because=words_of(reading, said.get(code) or _telling(model, heard, place, leaning)),
        )
        for place, confidence in model.outcomes(heard, theme_signals(said, hits, heard.kind))
    )


def listed(hits: list[Hit]) -> dict[str, list[Hit]]:
    """The phrases of the lists that speak of each outcome."""
    by_code: dict[str, list[Hit]] = {}
    named = [hit for hit in hits if hit.label.group == "themes"]
    elsewhere, talked_about = _places(named, "no_outcome"), _places(named, _TALKED_ABOUT)
    for hit in named:
        if hit.label.weight == 0 or _is_within(hit, elsewhere):
            continue
        if hit.label.name in _TOPICS_OF_TALK and _is_within(hit, talked_about):
            continue
        by_code.setdefault(hit.label.name, []).append(hit)
    return {code: apart(found) for code, found in by_code.items()}


def theme_signals(said: dict[str, list[Hit]], hits: list[Hit], kind: str) -> dict[str, float]:
    """What the lists find, as signals by name."""
    signals = {f"kind:{kind}": 0.5}
    for code, found in said.items():
        weight = _weight(found)
        signals[f"sum:{code}"] = min(weight, 2.0)
        if weight >= _ENOUGH:
            signals[f"named:{code}"] = 1.0
    for hit in hits:
        if hit.label.group == "concern":
            signals[f"worry:{hit.label.name.partition('.')[0]}"] = 1.0
    return signals


def _telling(model: Model, heard: Heard, place: int, leaning: Leaning | None) -> list[Hit]:
    more = leaning.each(heard.words, FIRST_OUTCOME + place) if leaning else None
    return [Hit(_LEARNED, at, at) for at in model.most_telling(heard, place, more)]


def apart(hits: list[Hit]) -> list[Hit]:
    """Of hits that overlap, the longest and heaviest, in the order of the text."""
    if len(hits) < 2:
        return list(hits)
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
    text, words = reading.text, reading.words
    found = [text[words[hit.first].start : words[hit.last].end] for hit in hits]
    return tuple(dict.fromkeys(found))[:_MOST_BECAUSE]


def _places(hits: list[Hit], name: str) -> set[int]:
    return {place for hit in hits if hit.label.name == name for place in range(hit.first, hit.last + 1)}


def _is_within(hit: Hit, places: set[int]) -> bool:
    return bool(places) and all(place in places for place in range(hit.first, hit.last + 1))


def _weight(hits: list[Hit]) -> float:
    return sum([hit.label.weight for hit in hits])
