"""Makes the synthetic responses: closed answers and hand-written comments that go together, the same for the same seed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from uuid import UUID

from feedback_app.commands.demo_county.closed_answers import (
    AGES,
    DISTRICTS,
    Mood,
    Raw,
    closed_answers,
)
from feedback_app.commands.demo_county.dates import day_of_answer, day_of_message
from feedback_app.commands.demo_county.picking import Pool, as_typed, weighted
from feedback_app.commands.demo_county.voices import (
    Leaning,
    Voice,
    Worry,
    all_voices,
    worries,
)

#: Where a comment names a place, its writer lives there.
PLACES = {
    "Oxford": "oxford",
    "Cowley": "oxford",
    "Banbury": "cherwell",
    "Bicester": "cherwell",
    "Kidlington": "cherwell",
    "Didcot": "south_oxfordshire",
    "Thame": "south_oxfordshire",
    "Abingdon": "vale_of_white_horse",
    "Faringdon": "vale_of_white_horse",
    "Wantage": "vale_of_white_horse",
    "Carterton": "west_oxfordshire",
    "Chipping Norton": "west_oxfordshire",
    "Witney": "west_oxfordshire",
}
_WISHES = {
    Leaning.GOOD: {Leaning.MIXED: 0.66, Leaning.GOOD: 0.24, Leaning.BAD: 0.1},
    Leaning.MIXED: {Leaning.MIXED: 0.6, Leaning.BAD: 0.4},
    Leaning.BAD: {Leaning.BAD: 0.76, Leaning.MIXED: 0.24},
}
_FEELINGS = {
    Leaning.GOOD: {"very_happy": 45, "happy": 42, "not_sure": 8, "unhappy": 4, "very_unhappy": 1},
    Leaning.MIXED: {
        "very_happy": 5,
        "happy": 22,
        "not_sure": 38,
        "unhappy": 25,
        "very_unhappy": 7,
        "rather_not_say": 3,
    },
    Leaning.BAD: {"happy": 3, "not_sure": 12, "unhappy": 45, "very_unhappy": 38, "rather_not_say": 2},
}
_TOPICS = {
    "school": 22,
    "mental_health": 16,
    "staying_safe": 13,
    "transport": 12,
    "things_to_do": 14,
    "housing": 6,
    "jobs": 7,
    "staff": 10,
    "environment": 5,
    "something_else": 14,
    "rather_not_say": 4,
}
#: What mostly older young people write about.
_OF_OLDER_PEOPLE = frozenset({"housing", "jobs"})
_OLDER_AGES = {"15_16": 2, "17_18": 5, "19_25": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One synthetic response: the day it came, the fields of the form, and the voices behind its texts."""

    submission_id: UUID
    day: date
    raw: Raw
    voices: Mapping[str, Voice]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What one wave is to hold; `worries` are (from, to) of the instrument's list.

    `writing` is the share of people who write something into the first box; a tenth more write into the second.
    """

    seed: str
    people: int
    days: Sequence[date]
    mood: Mood
    emphasis: Mapping[str, float]
    worries: tuple[int, int]
    writing: float


def survey_responses(plan: Plan) -> list[Made]:
    """The responses to one wave of the Be Supported survey."""
    random = Random(plan.seed)
    good, better = (Pool(all_voices()[code], plan.emphasis, random) for code in ("good", "better"))
    made = []
    for worry in _dealt(plan, worries()["be-supported"], random):
        leaning = Leaning.BAD if worry else _leaning(plan.mood, random)
        age = weighted(random, AGES)
        voices = _given(worry)
        if worry is None and random.random() < plan.writing:
            _add(voices, good.pick(leaning, age=age))
        if worry is None and random.random() < plan.writing + 0.1:
            _add(voices, better.pick(_wish(leaning, random), age=age))
        raw = closed_answers(plan.mood, leaning, age=age, district=_district(voices, random), random=random)
        _write(raw, voices, random)
        made.append(_made(raw, voices, day_of_answer(plan.days, random), random))
    return made


def voxy_messages(plan: Plan) -> list[Made]:
    """The messages that came through VOXY."""
    random = Random(plan.seed)
    say, change = (Pool(all_voices()[code], plan.emphasis, random) for code in ("say", "change"))
    made = []
    for worry in _dealt(plan, worries()["voxy"], random):
        leaning = Leaning.BAD if worry else _leaning(plan.mood, random)
        topic = worry.topic if worry else weighted(random, _TOPICS)
        age = weighted(random, _OLDER_AGES if topic in _OF_OLDER_PEOPLE else AGES)
        voices = _given(worry)
        if worry is None and random.random() < 0.86:
            _add(voices, say.pick(leaning, age=age, topic=topic))
        if worry is None and random.random() < 0.45:
            wish = Leaning.GOOD if leaning is Leaning.GOOD else Leaning.MIXED
            _add(voices, change.pick(wish, age=age, topic=topic))
        said = voices.get("say")
        raw = _message(said.leaning if said and not worry else leaning, topic, said, random)
        for code, answer in (("age", age), ("district", _district(voices, random))):
            if random.random() > 0.2:
                raw[code] = [answer]
        _write(raw, voices, random)
        made.append(_made(raw, voices, day_of_message(plan.days, random), random))
    return made


def _dealt(plan: Plan, some: Sequence[Worry], random: Random) -> list[Worry | None]:
    """The people of a wave in their order, the worrying ones among them."""
    first, last = plan.worries
    dealt: list[Worry | None] = list(some[first:last])
    dealt += [None] * (plan.people - len(dealt))
    random.shuffle(dealt)
    return dealt


def _leaning(mood: Mood, random: Random) -> Leaning:
    return random.choices(tuple(mood.leanings), tuple(mood.leanings.values()))[0]


def _wish(leaning: Leaning, random: Random) -> Leaning:
    wishes = _WISHES[leaning]
    return random.choices(tuple(wishes), tuple(wishes.values()))[0]


def _given(worry: Worry | None) -> dict[str, Voice]:
    return {voice.question: voice for voice in worry.voices} if worry else {}


def _add(voices: dict[str, Voice], voice: Voice | None) -> None:
    if voice is not None:
        voices[voice.question] = voice


def _district(voices: Mapping[str, Voice], random: Random) -> str:
    """Where the words say that their writer lives, else anywhere."""
    named = [
        district for voice in voices.values() for place, district in PLACES.items() if place in voice.text
    ]
    return named[0] if named else weighted(random, DISTRICTS)


def _message(leaning: Leaning, topic: str, said: Voice | None, random: Random) -> Raw:
    raw: Raw = {"topic": [topic]}
    if random.random() > 0.05:
        raw["feel"] = [weighted(random, _FEELINGS[leaning])]
    if said and said.topic_words:
        raw["topic__something_else"] = [said.topic_words]
    return raw


def _write(raw: Raw, voices: Mapping[str, Voice], random: Random) -> None:
    """Put the words into the form, and what she wishes to be done with them."""
    for question, voice in voices.items():
        raw[question] = [as_typed(voice, random)]
    chance = random.random()
    if voices and chance < 0.82:
        raw["quote_ok"] = ["yes" if chance < 0.62 else "no"]
    if random.random() < 0.6:
        raw["hear_back"] = [weighted(random, {"yes": 45, "no": 55})]


def _made(raw: Raw, voices: Mapping[str, Voice], day: date, random: Random) -> Made:
    submission_id = UUID(int=random.getrandbits(128), version=4)
    return Made(submission_id=submission_id, day=day, raw=raw, voices=voices)
