"""What the phrases of the lists come to where they stand: said, denied, a manner of speaking, or talk about a topic."""

from __future__ import annotations

from typing import NamedTuple

from analysis.text.folding import word_set
from analysis.text.lexicon import Hit
from analysis.text.reading import Reading

#: In so few words a grave topic is no talk about it.
_BARE = 3
_TELLING = frozenset({"concern", "abroad", "manner", "abuse"})
_GRAVE = frozenset({"self_harm", "abuse", "eating"})
_PEOPLE = word_set(
    "i im ive id my me myself we us our she he her him they them friend friends mate mates sister brother mum dad someone "
    "somebody people kids girl girls boy boys everyone students pupils"
)
#: Kinds that "never", "no" or "nobody" right before them may deny. What concerns her own life is never taken as denied.
_DENIABLE = frozenset({"bullying", "violence", "exploitation", "substance", "homelessness", "abuse"})
_BETWEEN_DENIAL_AND_WORD = word_set(
    "been being be get gets getting ever any really much even had have has was a the there is i we got do of had an problem problems with issue issues lot lots here"
)


class Sign(NamedTuple):
    """A phrase found; `name` is its heading where it counts, else why it does not."""

    hit: Hit
    name: str
    counts: bool

    @property
    def kind(self) -> str:
        """The kind of worry it speaks of."""
        return self.hit.label.name.partition(".")[0]


def signs(reading: Reading, hits: list[Hit]) -> list[Sign]:
    """Every phrase for worry with what it comes to, and every manner of speaking by its heading."""
    told = [hit for hit in hits if hit.label.group in _TELLING]
    covered = _covered(told)
    talk = {reading.words[hit.first].sentence for hit in told if _is(hit, "talk")}
    denied = {hit.last for hit in told if _is(hit, "denial")}
    found = []
    for hit in told:
        label = hit.label
        if label.group in ("concern", "abroad"):
            reason = _reason_against(hit, reading, covered=covered, talk=talk, denied=denied)
            weak = ".weak" if label.weight < 1 else ""
            found.append(Sign(hit, reason or f"{label.group}.{label.name}{weak}", not reason))
        else:
            found.append(Sign(hit, f"{label.group}.{label.name}", counts=False))
    return found


def _reason_against(
    hit: Hit, reading: Reading, *, covered: set[int], talk: set[int], denied: set[int]
) -> str:
    if _is_manner_of_speaking(hit, covered):
        return "covered"
    if _is_denied(hit, denied, reading):
        return "denied"
    if not hit.label.name.endswith(".plain") and not _is_about_somebody(hit, talk, reading):
        return "topic"
    return ""


def _is(hit: Hit, name: str) -> bool:
    return hit.label.group == "manner" and hit.label.name == name


def _covered(hits: list[Hit]) -> set[int]:
    return {place for hit in hits if _is(hit, "harmless") for place in range(hit.first, hit.last + 1)}


def _is_manner_of_speaking(hit: Hit, covered: set[int]) -> bool:
    """An idiom takes the words it covers; a sign that reaches well beyond it stands."""
    if not covered:
        return False
    places = range(hit.first, hit.last + 1)
    outside = sum(place not in covered for place in places)
    return outside < len(places) and outside <= 1


def _is_denied(hit: Hit, denied: set[int], reading: Reading) -> bool:
    if hit.label.name.partition(".")[0] not in _DENIABLE or hit.label.group == "abroad":
        return False
    for place in range(hit.first - 1, max(hit.first - 7, -1), -1):
        if reading.words[place].sentence != reading.words[hit.first].sentence:
            return False
        if place in denied:
            return True
        if reading.words[place].text not in _BETWEEN_DENIAL_AND_WORD:
            return False
    return False


def _is_about_somebody(hit: Hit, talk: set[int], reading: Reading) -> bool:
    sentence = reading.words[hit.first].sentence
    if sentence in talk:
        return False
    if len(reading.words) <= _BARE and hit.label.name.partition(".")[0] in _GRAVE:
        return True
    near = reading.words[max(0, hit.first - 30) : hit.last + 30]
    return any(word.sentence == sentence and word.text in _PEOPLE for word in near)
