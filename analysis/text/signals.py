"""What can be measured of a whole comment besides its words: signs, capitals, its question, and what else was found."""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.text.finding import Concern
from analysis.text.folding import letter_counts, word_set
from analysis.text.reading import Reading

_MOST_LOOKED_AT = 10_000
_SMILE = re.compile(r"[:;=]-?[)DpP]|<3|xx")
_FROWN = re.compile(r"[:;=]'?-?[(/\\|]")
_LAUGH = re.compile("\\b(?:lol|lmao|lmfao|haha|jk)|[\U0001f602\U0001f923\U0001f480]", re.IGNORECASE)
_LAUGHTER = ("lol", "lmao", "lmfao", "haha", "jk")
_SIGNS = (("link", "http"), ("at", "@"), ("hash", "#"))
_QUESTION_WORD = re.compile(r"\w+")
_LONGEST_QUESTION = 500
_ITSELF = word_set("we us our ours")
_RATING = word_set("why fft satisfied dissatisfied rating rated")


@lru_cache(maxsize=256)
def kind_of_question(question: str | None, question_asks: str | None) -> str:
    """Which answers a question gets: "good" or "better" where it asks for that, "ours" and "why" where a service asks
    what it could do better itself and why it was rated so, "other" for any other, "none" without one."""
    if not question:
        return "none"
    words = set(_QUESTION_WORD.findall(question[:_LONGEST_QUESTION].lower()))
    if question_asks == "better" and words & _ITSELF:
        return "ours"
    return question_asks or ("why" if words & _RATING else "other")


def surface(reading: Reading) -> dict[str, float]:
    """Signs and capitals as signals by name; only those there are."""
    text = reading.text[:_MOST_LOOKED_AT]
    found: dict[str, float] = {}
    if "!" in text:
        found["exclamations"] = min(text.count("!"), 3) / 3
    if "?" in text:
        found["questions"] = min(text.count("?"), 2) / 2
    if "..." in text or "\u2026" in text:
        found["dots"] = 1.0
    if not text.islower():
        found["capitals"] = _share_of_capitals(text)
    _look_for_marks(text, found)
    for name, sign in _SIGNS:
        if sign in text:
            found[name] = 1.0
    return found


def _look_for_marks(text: str, found: dict[str, float]) -> None:
    has_eyes = ":" in text or ";" in text or "=" in text
    if (has_eyes or "<3" in text or "xx" in text) and _SMILE.search(text):
        found["smile"] = 1.0
    if has_eyes and _FROWN.search(text):
        found["frown"] = 1.0
    if _may_laugh(text) and _LAUGH.search(text):
        found["laughs"] = 1.0


def _may_laugh(text: str) -> bool:
    if not text.isascii():
        return True
    lower = text.lower()
    return any([laughter in lower for laughter in _LAUGHTER])


def _share_of_capitals(text: str) -> float:
    letters, capitals, _ = letter_counts(text)
    return capitals / letters if letters > 3 else 0.0


@lru_cache(maxsize=256)
def question_words(question: str | None) -> dict[str, float]:
    """The words of the question as signals by name."""
    if not question:
        return {}
    words = set(_QUESTION_WORD.findall(question[:_LONGEST_QUESTION].lower()))
    return {f"?{word}": 0.5 for word in sorted(words)}


def worries(worry: Concern) -> dict[str, float]:
    """What a person should read first, and why, as signals by name."""
    if not worry.read_first:
        return {}
    return {"read_first": 1.0, **{f"kind:{kind}": 1.0 for kind in worry.kinds}}
