"""Which group a word belongs to ("uncle" and "nan" are kin), also where a letter is missing, doubled or wrong."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from analysis.text.lexicon import read_file
from analysis.text.ordinary import ordinary
from analysis.text.sources import sources

_SHORTEST_STEM = 3
#: In shorter words one wrong letter makes another word.
_SHORTEST_MISSPELT = 5


class Groups:
    """Words by their group; a word not known at all may be a misspelling of one that is."""

    def __init__(self, groups: Mapping[str, list[str]], ordinary: frozenset[str]) -> None:
        self._exact: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        for name, words in groups.items():
            for word in words:
                table = self._stems if word.endswith("*") else self._exact
                table.setdefault(word.rstrip("*"), name)
        self._ordinary = ordinary
        self._misspelt: dict[str, str] = {}
        for word, name in {**self._stems, **self._exact}.items():
            if len(word) >= _SHORTEST_MISSPELT:
                for close in (word, *_with_one_letter_less(word)):
                    self._misspelt.setdefault(close, name)
        self.of = lru_cache(maxsize=16_384)(self._find)

    def _find(self, word: str) -> str:
        if word in self._exact:
            return self._exact[word]
        for length in range(min(len(word), 12), _SHORTEST_STEM - 1, -1):
            if word[:length] in self._stems:
                return self._stems[word[:length]]
        if len(word) < _SHORTEST_MISSPELT or len(word) > 14 or word in self._ordinary or not word.isascii():
            return ""
        return next(
            (
                self._misspelt[close]
                for close in (word, *_with_one_letter_less(word))
                if close in self._misspelt
            ),
            "",
        )


def _with_one_letter_less(word: str) -> list[str]:
    """The first letter stays: people seldom get it wrong."""
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


@lru_cache(maxsize=1)
def word_groups() -> Groups:
    """The groups that ship; reads their file once."""
    groups = {name: words.split() for name, words in read_file("groups")["entries"].items()}
    people = sources().people.entries
    names = frozenset(word for heading in people for word in people[heading])
    return Groups(groups, names | ordinary())
