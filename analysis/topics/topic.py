"""What a topic is: words that stand for it, and how sure each makes us that a comment is about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod, sqrt

from analysis.topics.wording import GAP, terms_of

#: So many comments from so many different responses make a topic; below it nothing is proposed.
SMALLEST_TOPIC = 10
#: A comment is about a topic when its words make it at least so likely, 0-1.
BELONGS_FROM = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicText:
    """A comment to look for topics in. `spans` are the parts to leave out, (start, end) offsets into the text."""

    id: str
    response: str
    text: str
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def masked(self) -> str:
        """The text with a gap in place of each part to leave out."""
        parts, at = [], 0
        for start, end in sorted(self.spans):
            if end > at:
                parts += [self.text[at : max(at, start)], f" {GAP} "]
                at = end
        return "".join([*parts, self.text[at:]])


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTerm:
    """A word or a pair of words: folded for comparing, `words` for reading.

    `weight` (0-1) is the share of the comments with this term that are about the topic.
    """

    term: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposed topic: its terms, the ids of its comments, the most typical first, and how stable it is (0-1).

    `stability` is how much of its terms was found again, on average, in parts of the comments.
    """

    terms: tuple[TopicTerm, ...]
    members: tuple[str, ...]
    typical: tuple[str, ...]
    stability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What was found: of `given` comments `read` were looked through, fewer where there were too many at once."""

    topics: tuple[Proposal, ...]
    given: int
    read: int


def closeness(terms: Sequence[TopicTerm], text: TopicText) -> float:
    """How likely (0-1) a comment is about a topic, each of the topic's terms in it adding what is still in doubt."""
    found = {term for term, _ in terms_of(text.masked)}
    return 1 - prod(1 - one.weight for one in terms if one.term in found)


def belongs(terms: Sequence[TopicTerm], text: TopicText) -> bool:
    """Whether a comment is about a topic: the one rule for the wave it was found in and for each after it."""
    return closeness(terms, text) >= BELONGS_FROM


def nearness(one: Sequence[TopicTerm], other: Sequence[TopicTerm]) -> float:
    """How alike two topics are by their terms: 0 nothing in common, 1 the same."""
    first = {term.term: term.weight for term in one}
    second = {term.term: term.weight for term in other}
    length = sqrt(sum(w * w for w in first.values()) * sum(w * w for w in second.values()))
    shared = sum(weight * second.get(term, 0.0) for term, weight in first.items())
    return min(1.0, shared / length) if length else 0.0
