"""The words of a text as names may begin at them, and the lists that say which are names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple, overload

from analysis.text import name_words as near
from analysis.text.folding import letter_counts
from analysis.text.language import plain_entry
from analysis.text.ordinary import ordinary
from analysis.text.sources import sources

_TOKEN = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n\"\u2026\-]\s*|\n\s*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The lists of names and of what is none."""

    first: frozenset[str]
    maybe: frozenset[str]
    surnames: frozenset[str]
    famous: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    known: frozenset[str]
    known_in_full: frozenset[str]
    interesting: frozenset[str]


class Token(NamedTuple):
    """A word with its place in the folded text; `lower` has neither apostrophe-s nor apostrophes."""

    word: str
    lower: str
    start: int
    has_capital: bool
    starts_sentence: bool
    is_next: bool


class Tokens(Sequence[Token]):
    """The words of a text, each looked at closely only when it is asked for."""

    def __init__(self, cased: str) -> None:
        self._cased = cased
        self._words: list[str] = _TOKEN.findall(cased)
        self._seen: dict[int, Token] = {}

    def __len__(self) -> int:
        return len(self._words)

    @cached_property
    def _starts(self) -> list[int]:
        return [match.start() for match in _TOKEN.finditer(self._cased)]

    @cached_property
    def _shouts(self) -> bool:
        _, capitals, small = letter_counts(self._cased[:2_000])
        return capitals > small

    @overload
    def __getitem__(self, position: int) -> Token: ...
    @overload
    def __getitem__(self, position: slice) -> list[Token]: ...
    def __getitem__(self, position: int | slice) -> Token | list[Token]:
        if isinstance(position, slice):
            return [self[place] for place in range(*position.indices(len(self)))]
        if position not in self._seen:
            self._seen[position] = self._look_at(position)
        return self._seen[position]

    def lower(self, first: int, end: int) -> tuple[str, ...]:
        """The words from `first` to before `end` in lower case; nothing before the text begins."""
        return tuple(_plain(word) for word in self._words[max(0, first) : end])

    def _look_at(self, position: int) -> Token:
        word, start = self._words[position], self._starts[position]
        previous, before = (self._words[position - 1], self._starts[position - 1]) if position else ("", 0)
        gap = self._cased[before + len(previous) : start]
        return Token(
            word=word,
            lower=_plain(word),
            start=start,
            has_capital=word[0].isupper() and not self._shouts,
            starts_sentence=position == 0
            or (gap.strip() != "" and _SENTENCE_START.search(gap[-3:]) is not None)
            or "\n" in gap,
            is_next=position > 0 and (gap == " " or (gap == ". " and previous.lower() in near.TITLES)),
        )

    def candidates(self) -> list[int]:
        """The places where a name could begin: a listed one, a title, or a capital on no ordinary word."""
        may_begin = _may_begin_where_told if "name" in self._cased.lower() else _may_begin
        return [position for position, word in enumerate(self._words) if may_begin(word)]


@lru_cache(maxsize=16_384)
def _may_begin(word: str) -> bool:
    return (word != word.lower() or word in people_lists().interesting) and _may_begin_where_told(word)


@lru_cache(maxsize=16_384)
def _may_begin_where_told(word: str) -> bool:
    people, lower = people_lists(), word.lower()
    return lower not in people.words or lower in people.interesting or lower in people.maybe


def _plain(word: str) -> str:
    return without_possessive(word).lower().replace("'", "")


def without_possessive(word: str) -> str:
    """ "Sam's" as "Sam"."""
    return word[:-2] if word.endswith(("'s", "'S")) else word


@lru_cache(maxsize=1)
def people_lists() -> People:
    """All lists; reads their files once."""
    lists = {
        heading: frozenset(map(plain_entry, words)) for heading, words in sources().people.entries.items()
    }
    return People(
        first=lists["first_names"],
        maybe=lists["maybe_names"],
        surnames=lists["surnames"],
        famous=lists["famous"],
        places=lists["not_people"],
        words=lists["words"] | ordinary(),
        known=lists["words"] | ordinary() | lists["not_people"],
        known_in_full=frozenset(sources().people.entries["famous_full"]),
        interesting=lists["first_names"] | near.TITLES | near.FAMILY_TITLES | near.ROLE_TITLES,
    )
