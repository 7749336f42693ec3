"""Whole answers of a few words, which only the question can decide: "Nothing.", "Everything", "idk"."""

from __future__ import annotations

from functools import lru_cache

from analysis.text.finding import Sentiment
from analysis.text.folding import fold, word_set
from analysis.text.reading import Reading
from analysis.text.sources import sources

_LONGEST = 8
_FILLERS = word_set("tbh lol ngl really honestly just bro fr imo haha like actually literally absolutely")
_LONGEST_QUESTION = 500


@lru_cache(maxsize=256)
def asked(question: str | None) -> str | None:
    """Whether a question asks what is "good" or what could be "better"; None where it asks both or neither."""
    if not question:
        return None
    words = Reading(question[:_LONGEST_QUESTION], frozenset()).words
    hits = sources().in_question.find(words)
    better = [hit for hit in hits if hit.label.name == "better"]
    inside = {place for hit in better for place in range(hit.first, hit.last + 1)}
    good = [
        hit
        for hit in hits
        if hit.label.name == "good" and not inside.issuperset(range(hit.first, hit.last + 1))
    ]
    if bool(good) == bool(better):
        return None
    return "good" if good else "better"


def whole_answer(reading: Reading, question_asks: str | None) -> tuple[Sentiment, float] | None:
    """What an answer of a few words means under its question, with a confidence (0-1); None for any other answer."""
    if len(reading.words) > _LONGEST:
        return None
    said = " ".join(word.text for word in reading.words if word.text not in _FILLERS)
    if not reading.text.strip():
        return Sentiment.NEUTRAL, 0.9
    if said in _answers("shrug"):
        return Sentiment.NEUTRAL, 0.9
    if said in _answers("nothing"):
        return _decided(
            question_asks, Sentiment.NEGATIVE, Sentiment.POSITIVE, certain=said.startswith("nothing")
        )
    if said in _answers("everything"):
        return _decided(question_asks, Sentiment.POSITIVE, Sentiment.NEGATIVE, certain=True)
    return None


def _decided(
    asks: str | None, if_good: Sentiment, if_better: Sentiment, *, certain: bool
) -> tuple[Sentiment, float]:
    if asks is None:
        return Sentiment.NEUTRAL, 0.4
    return (if_good if asks == "good" else if_better), 0.9 if certain else 0.75


@lru_cache(maxsize=3)
def _answers(heading: str) -> frozenset[str]:
    entries = sources().short.entries[heading]
    return frozenset(
        " ".join(word for word in fold(entry)[0].replace("'", "").split() if word not in _FILLERS)
        for entry in entries
    )
