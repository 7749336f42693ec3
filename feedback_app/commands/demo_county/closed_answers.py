"""What somebody chooses in the closed questions of the Be Supported survey, given how they have fared."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from feedback_app.commands.demo_county.picking import some_of, weighted
from feedback_app.commands.demo_county.voices import Leaning, box_words

Raw = dict[str, list[str]]

AGREE = ("strongly_disagree", "disagree", "not_sure", "agree", "strongly_agree")
#: Who answers: most are 13 to 16, few are older, and Oxford is over-represented.
AGES = {"under_11": 0.2, "11_12": 16, "13_14": 32, "15_16": 26, "17_18": 14, "19_25": 8, "rather_not_say": 3}
DISTRICTS = {
    "oxford": 36,
    "cherwell": 20,
    "south_oxfordshire": 13,
    "vale_of_white_horse": 13,
    "west_oxfordshire": 10,
    "outside": 5,
    "dont_know": 3,
    "rather_not_say": 2,
}
_SHIFT = {Leaning.GOOD: 0.65, Leaning.MIXED: -0.05, Leaning.BAD: -0.95}
_NOBODY = {Leaning.GOOD: 0.03, Leaning.MIXED: 0.08, Leaning.BAD: 0.24}
_WHO = {
    "parent_or_carer": 55,
    "other_family": 22,
    "friend": 52,
    "teacher": 20,
    "school_other": 12,
    "youth_worker": 13,
    "social_worker": 7,
    "health": 10,
    "helpline": 5,
    "faith_or_club": 5,
    "something_else": 3,
}
_WHY_HARD = {
    "who_to_ask": 22,
    "not_believed": 26,
    "would_tell": 30,
    "bother": 30,
    "too_long": 20,
    "hard_to_say": 22,
    "did_not_help": 24,
    "something_else": 4,
}
_INFORMED = {
    "talking": 40,
    "text_message": 22,
    "website": 22,
    "app": 20,
    "video": 20,
    "social_media": 36,
    "poster": 10,
    "letter": 4,
    "easy_read": 7,
    "bsl": 1,
    "another_language": 4,
    "read_to_me": 3,
}
_ABOUT_ME = {
    "send": 30,
    "in_care": 10,
    "young_carer": 16,
    "other_language": 20,
    "not_in_school": 9,
}
_GENDER = {"girl_or_woman": 54, "boy_or_man": 35, "another_word": 5, "rather_not_say": 6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """How a wave answered: the middle of each statement on 1 (strongly disagree) to 5, and how people fared."""

    middles: Mapping[str, float]
    leanings: Mapping[Leaning, float]


def closed_answers(mood: Mood, leaning: Leaning, *, age: str, district: str, random: Random) -> Raw:
    """The fields of the form for one person, with gaps as people leave them."""
    raw: Raw = {}
    alone = random.random() < _NOBODY[leaning]
    shift = _SHIFT[leaning] - (0.5 if alone else 0)
    for code in ("know_who", "listened", "believed"):
        _statement(raw, code, mood, shift=shift, random=random)
    _who(raw, alone=alone, random=random)
    if random.random() > 0.1:
        raw["nobody_why"] = some_of(random, _WHY_HARD, (1, 1, 2, 2, 3))
        _box(raw, "nobody_why", "something_else", random)
    _statement(raw, "info_easy", mood, shift=shift * 0.7, random=random)
    if random.random() > 0.06:
        raw["info_how"] = (
            some_of(random, _INFORMED, (1, 2, 2, 3, 3)) if random.random() > 0.03 else ["dont_know"]
        )
        _box(raw, "info_how", "another_language", random)
    for code in ("role_model", "staff_care", "staff_skill"):
        _statement(raw, code, mood, shift=shift, random=random)
    _about(raw, age=age, district=district, random=random)
    return raw


def _statement(raw: Raw, code: str, mood: Mood, *, shift: float, random: Random) -> None:
    chance = random.random()
    if chance < 0.045:
        return
    if chance < (0.12 if code == "believed" else 0.065):
        raw[code] = ["rather_not_say"]
        return
    step = round(random.gauss(mood.middles[code] + shift, 0.95))
    raw[code] = [AGREE[min(max(step, 1), 5) - 1]]


def _who(raw: Raw, *, alone: bool, random: Random) -> None:
    chance = random.random()
    if alone:
        raw["who_would"] = ["nobody"]
    elif chance < 0.03:
        raw["who_would"] = ["rather_not_say"]
    elif chance > 0.06:
        raw["who_would"] = some_of(random, _WHO, (1, 1, 2, 2, 2, 3, 3, 4))
        _box(raw, "who_would", "something_else", random)


def _about(raw: Raw, *, age: str, district: str, random: Random) -> None:
    for code, answer in (("age", age), ("district", district)):
        if random.random() > 0.06:
            raw[code] = [answer]
    chance = random.random()
    if chance < 0.07:
        raw["about_me"] = ["rather_not_say"]
    elif chance < 0.5:
        raw["about_me"] = ["none_of_these"]
    elif chance < 0.9:
        raw["about_me"] = some_of(random, _ABOUT_ME, (1, 1, 1, 2))
    if random.random() > 0.08:
        raw["gender"] = [weighted(random, _GENDER)]
        _box(raw, "gender", "another_word", random)


def _box(raw: Raw, code: str, option: str, random: Random) -> None:
    if option in raw[code] and random.random() < 0.8:
        field = f"{code}__{option}"
        raw[field] = [random.choice(box_words()[field])]
