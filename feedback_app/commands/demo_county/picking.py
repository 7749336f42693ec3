"""Picks a comment for somebody, each text once a wave but for short ones, which many people write."""

from collections.abc import Iterable, Mapping, Sequence
from random import Random

from feedback_app.commands.demo_county.typing_habits import retyped
from feedback_app.commands.demo_county.voices import Leaning, Voice

OLDER = frozenset({"17_18", "19_25"})
#: How often a text is typed as somebody else would have typed it.
RETYPED = 0.3
_NEXT_BEST = {
    Leaning.GOOD: (Leaning.GOOD, Leaning.MIXED),
    Leaning.MIXED: (Leaning.MIXED, Leaning.BAD),
    Leaning.BAD: (Leaning.BAD, Leaning.MIXED),
}


class Pool:
    """The comments of one question, to be picked for the people of one wave."""

    def __init__(self, voices: Iterable[Voice], emphasis: Mapping[str, float], random: Random) -> None:
        self._random = random
        self._short: dict[Leaning, list[Voice]] = {leaning: [] for leaning in Leaning}
        self._waiting: dict[Leaning, list[Voice]] = {leaning: [] for leaning in Leaning}
        for voice in voices:
            self._waiting[voice.leaning].append(voice)
            if voice.is_short and voice.language == "en" and voice.theme == "none":
                self._short[voice.leaning].append(voice)
        for waiting in self._waiting.values():
            waiting.sort(key=lambda voice: random.random() ** (1 / _weight(voice, emphasis)))

    def pick(self, leaning: Leaning, *, age: str, topic: str = "") -> Voice | None:
        """A comment that fits the age and the leaning; with a topic, one on it that fits the leaning best. Or None."""
        for wanted in dict.fromkeys((*_NEXT_BEST[leaning], *(Leaning if topic else ()))):
            found = self._take(self._waiting[wanted], age=age, topic=topic)
            if found is not None:
                return found
        return self._random.choice(self._short[leaning]) if self._short[leaning] and not topic else None

    def _take(self, waiting: list[Voice], *, age: str, topic: str) -> Voice | None:
        for place in range(len(waiting) - 1, -1, -1):
            voice = waiting[place]
            if (voice.older_only and age not in OLDER) or (topic and voice.topic != topic):
                continue
            return waiting.pop(place)
        return None


def _weight(voice: Voice, emphasis: Mapping[str, float]) -> float:
    """How much a theme is on people's minds; one that only some complain of is named with their leaning."""
    return emphasis.get(f"{voice.theme} {voice.leaning}", emphasis.get(voice.theme, 1))


def as_typed(voice: Voice, random: Random) -> str:
    """The voice's words, now and then as another would have typed them."""
    if voice.redact or voice.is_worrying or voice.language != "en" or random.random() > RETYPED:
        return voice.text
    return retyped(voice.text, random)


def weighted(random: Random, weights: Mapping[str, float]) -> str:
    """One of the options, by weight."""
    return random.choices(tuple(weights), tuple(weights.values()))[0]


def some_of(random: Random, weights: Mapping[str, float], many: Sequence[int]) -> list[str]:
    """A few different options, by weight; `many` lists how many people choose."""
    wanted, left, chosen = random.choice(many), dict(weights), list[str]()
    while len(chosen) < wanted and left:
        chosen.append(weighted(random, left))
        del left[chosen[-1]]
    return chosen
