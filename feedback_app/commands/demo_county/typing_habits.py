"""How the same words look from another thumb: capitals, apostrophes, slips, short forms and emoji."""

import re
from random import Random

_SHORT_FORMS = (("you", "u"), ("because", "cos"), ("your", "ur"), ("really", "rly"), ("to be honest", "tbh"))
_SWAPPED = (("their", "thier"), ("friend", "freind"), ("actually", "actualy"), ("definitely", "definately"))
_TAILS = ("!!", " tbh", " lol", " 🙏", " 😕", "...", " ngl", " pls")


def retyped(text: str, random: Random) -> str:
    """The text as somebody else would have typed it; the same random state gives the same text."""
    habits = random.sample((_lower, _no_apostrophes, _short_forms, _slips), k=2)
    for habit in habits:
        text = habit(text)
    if random.random() < 0.4:
        text = text.rstrip(".! ") + random.choice(_TAILS)
    return text


def _lower(text: str) -> str:
    return text.lower()


def _no_apostrophes(text: str) -> str:
    return text.replace("'", "").replace("’", "")


def _short_forms(text: str) -> str:
    return _replaced(text, _SHORT_FORMS)


def _slips(text: str) -> str:
    return _replaced(text, _SWAPPED)


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for word, other in pairs:
        text = re.sub(rf"\b{word}\b", other, text)
    return text
