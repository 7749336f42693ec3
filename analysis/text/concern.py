"""Signs that a person should read a comment before the rest. When in doubt, yes; it never says that anything is well."""

from __future__ import annotations

from analysis.text.finding import Concern, ConcernKind
from analysis.text.lexicon import Hit
from analysis.text.ordinary import ordinary
from analysis.text.reading import Reading
from analysis.text.signs import Sign, signs
from analysis.text.themes import words_of
from analysis.text.worry import worry

_ENOUGH = 1.0
#: Several phrases together are seldom all a manner of speaking.
_FOR_EACH_MORE = 75
_NONE = Concern(read_first=False, kinds=(), because=())


def concern(reading: Reading, hits: list[Hit]) -> Concern:
    """Whether the words may mean that somebody is being hurt, is at risk, or may hurt themself or others, and which.

    By phrases that say so, and by what was learned from comments: either suffices.
    """
    if not reading.words:
        return _NONE
    learned, found = worry(), signs(reading, hits)
    shown = [(reading.words[sign.hit.first].sentence, sign.name) for sign in found]
    most = max(learned.sentences(reading.words, shown), key=lambda sentence: sentence.weight)
    said = by_phrases(reading, found)
    doubtful = learned.doubtful - _FOR_EACH_MORE * (sum(sign.counts for sign in found) - 1)
    if said.read_first and (most.weight >= doubtful or _is_foreign(reading, found)):
        return said
    if most.weight < learned.enough:
        return _NONE
    places = learned.most_telling(reading.words, most.sentence)
    kinds = frozenset(learned.kinds(reading.words, shown))
    told = (reading.text[reading.words[at].start : reading.words[at].end] for at in places)
    return Concern(
        read_first=True,
        kinds=tuple(kind for kind in ConcernKind if kind in kinds),
        because=tuple(dict.fromkeys(told)),
    )


def by_phrases(reading: Reading, found: list[Sign]) -> Concern:
    """What the phrases of the lists say on their own."""
    counted = [sign for sign in found if sign.counts]
    if not counted:
        return _NONE
    by_kind: dict[str, float] = {}
    for sign in counted:
        by_kind[sign.kind] = by_kind.get(sign.kind, 0.0) + sign.hit.label.weight
    if sum(by_kind.values()) < _ENOUGH:
        return _NONE
    kinds = tuple(kind for kind in ConcernKind if kind in by_kind)
    return Concern(
        read_first=True, kinds=kinds, because=words_of(reading, _longest([sign.hit for sign in counted]))
    )


def _is_foreign(reading: Reading, found: list[Sign]) -> bool:
    """Of other languages little was learned: there the phrases suffice."""
    return any(
        sign.counts
        and sign.hit.label.group == "abroad"
        and reading.words[sign.hit.first].text not in ordinary()
        for sign in found
    )


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
