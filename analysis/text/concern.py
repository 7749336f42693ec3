"""Signs that a person should read a comment before the rest. When in doubt, yes; it never says that anything is well."""

from __future__ import annotations

from analysis.text.finding import Concern, ConcernKind
from analysis.text.folding import word_set
from analysis.text.lexicon import Hit
from analysis.text.reading import Reading
from analysis.text.themes import words_of

_ENOUGH = 1.0
#: In so few words a grave topic is no talk about it.
_BARE = 3
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


def concern(reading: Reading, hits: list[Hit]) -> Concern:
    """Whether the words may mean that somebody is being hurt, is at risk, or may hurt themself or others, and which."""
    covered = _covered(hits)
    talk = {reading.words[hit.first].sentence for hit in hits if _is(hit, "talk")}
    denied = {hit.last for hit in hits if _is(hit, "denial")}
    found = [
        hit
        for hit in hits
        if hit.label.group in ("concern", "abroad")
        and not _is_manner_of_speaking(hit, covered)
        and not _is_denied(hit, denied, reading)
        and (hit.label.name.endswith(".plain") or _is_about_somebody(hit, talk, reading))
    ]
    by_kind: dict[str, float] = {}
    for hit in found:
        kind = hit.label.name.partition(".")[0]
        by_kind[kind] = by_kind.get(kind, 0.0) + hit.label.weight
    if max(by_kind.values(), default=0.0) < _ENOUGH and sum(by_kind.values()) < _ENOUGH:
        return Concern(read_first=False, kinds=(), because=())
    kinds = tuple(kind for kind in ConcernKind if kind in by_kind)
    return Concern(read_first=True, kinds=kinds, because=words_of(reading, _longest(found)))


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


def _longest(hits: list[Hit]) -> list[Hit]:
    """Of signs that overlap, the one with the most words."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, hit.first)):
        places = range(hit.first, hit.last + 1)
        if taken.isdisjoint(places):
            kept.append(hit)
            taken.update(places)
    return sorted(kept, key=lambda hit: hit.first)
