"""Comments that people have labelled, as what is fitted to: features that give nobody away, and what is shipped says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from analysis.learned.leaning import NameOf
from analysis.learned.parts import pairs, scale
from analysis.text.concern import concern
from analysis.text.hearing import hear, shipped
from analysis.text.personal import personal
from analysis.text.reading import Reading
from analysis.text.sentiment import evidence
from analysis.text.short import asked, whole_answer
from analysis.text.sources import read, sources
from analysis.text.themes import listed, theme_signals

#: A word is learned only where so many different responses hold it: fewer could point at somebody.
FEWEST_RESPONSES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A comment with what a person says of it; None where nothing was said. `group` is its response."""

    text: str
    question: str | None
    group: str
    sentiment: str | None
    themes: frozenset[str] | None
    #: The language of the page it was written on.
    page: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A labelled comment as it is fitted: its words, and the shipped log-odds of feelings (against neutral) and outcomes.

    `by_rule`: the codebook's rule for short answers decides its feeling whatever is learned.
    """

    row: Labelled
    words: Sequence[str]
    private: frozenset[str]
    feelings: tuple[float, float]
    by_rule: bool
    outcomes: Sequence[float]


def prepare(row: Labelled) -> Prepared:
    """Read a comment once, as the analysis does."""
    reading = read(row.text)
    hits = sources().in_text.find(reading.words)
    heard = hear(reading, row.question)
    measured = evidence(reading, hits, row.question, concern(reading, hits))
    likely = shipped().feeling(heard, measured)
    return Prepared(
        row=row,
        words=heard.words,
        private=_private(reading),
        feelings=(log(likely[0] / likely[1]), log(likely[2] / likely[1])),
        by_rule=whole_answer(reading, asked(row.question)) is not None,
        outcomes=shipped().outcome_totals(heard, theme_signals(listed(hits), hits, heard.kind)),
    )


def _private(reading: Reading) -> frozenset[str]:
    """The words that touch what may show who somebody is, and all with a digit."""
    spans = personal(reading)
    return frozenset(
        word.text
        for word in reading.words
        if any(char.isdigit() for char in word.text)
        or any(word.start < span.end and span.start < word.end for span in spans)
    )


def features_of(rows: Sequence[Prepared], name_of: NameOf) -> list[dict[str, float]]:
    """For each row its features by their names, with values.

    Left out are words that may show who somebody is, in whichever comment they were found to, and words and pairs in
    fewer than FEWEST_RESPONSES responses.
    """
    private = frozenset[str]().union(*(row.private for row in rows))
    said = [_said(row.words, private) for row in rows]
    known = _known(said, [row.row.group for row in rows])
    return [{name_of(name): value for name, value in one.items() if name in known} for one in said]


def _said(words: Sequence[str], private: frozenset[str]) -> dict[str, float]:
    share = scale(len(words))
    found: dict[str, float] = {}
    for name in (*words, *pairs(words)):
        if private.isdisjoint(name.split(" ")):
            found[name] = found.get(name, 0.0) + share
    return found


def _known(said: Iterable[Mapping[str, float]], groups: Sequence[str]) -> frozenset[str]:
    responses: dict[str, set[str]] = defaultdict(set)
    for one, group in zip(said, groups, strict=True):
        for name in one:
            responses[name].add(group)
    return frozenset(name for name, found in responses.items() if len(found) >= FEWEST_RESPONSES)
