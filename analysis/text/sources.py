"""Every word list of the analysis, loaded when the first text comes and kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from analysis.text.lexicon import Lexicon, WordList, load
from analysis.text.reading import Reading

_FOUND_TOGETHER = ("themes", "concern", "abroad", "manner", "sentiment", "abuse")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The lists found in one pass, what questions ask for, and the lists that are looked up whole."""

    in_text: Lexicon
    in_question: Lexicon
    short: WordList
    languages: WordList
    people: WordList


@lru_cache(maxsize=1)
def sources() -> Sources:
    """All word lists; reads their files once."""
    return Sources(
        in_text=Lexicon(load(name) for name in _FOUND_TOGETHER),
        in_question=Lexicon([load("questions")]),
        short=load("short"),
        languages=load("languages"),
        people=load("people"),
    )


def read(text: str) -> Reading:
    """The text cut into words, with stretched spelling set right where that makes a word of the lists."""
    return Reading(text, sources().in_text.vocabulary)
