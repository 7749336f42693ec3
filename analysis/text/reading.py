"""A text as it is read: folded to plain letters and cut into words, each knowing where it stands in the original."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from analysis.text.disguise import unmask
from analysis.text.folding import fold, lower_character

_WORD = re.compile(r"[^\W_]+(?:['&][^\W_]+)*|[\u2190-\u2bff\U0001f000-\U0001faff]")
_SENTENCE_END = re.compile(r"[.!?;\n\r\u2026\u3002\u061f\u06d4]")
_STRETCHED = re.compile(r"(.)\1\1+")
_MAY_BE_MASKED = re.compile(
    r"[a-z][!@$*#0-9]|[!@$*#0-9][a-z]|\b[a-z][\s.\-_*]{1,2}[a-z][\s.\-_*]{1,2}[a-z]\b"
)


class Word(NamedTuple):
    """A word in its plain form; `start` and `end` are offsets into the original, `sentence` counts from 0."""

    text: str
    start: int
    end: int
    sentence: int


class Reading:
    """One text: `text` as given, `cased` and `plain` folded (same length as one another), and its words."""

    __slots__ = ("_offsets", "cased", "plain", "text", "words")

    def __init__(self, text: str, known: frozenset[str]) -> None:
        self.text = text
        self.cased, self._offsets = fold(text)
        self.plain = (
            self.cased.lower() if self._offsets is None else "".join(map(lower_character, self.cased))
        )
        self.words = self._cut(known)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the original for offsets into `plain`; marks that belong to the last letter come along."""
        if self._offsets is None:
            return start, end
        first, last = self._offsets[start], self._offsets[end - 1] + 1
        while last < len(self.text) and unicodedata.category(self.text[last]).startswith("M"):
            last += 1
        return first, last

    def _cut(self, known: frozenset[str]) -> list[Word]:
        plain, words, sentence, previous = self.plain, [], 0, 0
        pieces = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(plain)]
        if _MAY_BE_MASKED.search(plain):
            pieces = unmask(plain, pieces)
        for piece, start, end in pieces:
            if (
                start - previous != 1
                and _SENTENCE_END.search(plain, previous, start)
                or start - previous == 1
                and plain[previous] == "\n"
            ):
                sentence += 1
            previous = end
            text = piece.replace("'", "") if "'" in piece else piece
            if len(text) > 3 and text not in known and _STRETCHED.search(text):
                text = _unstretch(text, known)
            words.append(Word(text, *self.span(start, end), sentence))
        return words


@lru_cache(maxsize=1024)
def _unstretch(word: str, known: frozenset[str]) -> str:
    """ "soooo" as "so" and "heeelp" as "help": whichever is a word, else with single letters."""
    for kept in (r"\1", r"\1\1"):
        shorter = _STRETCHED.sub(kept, word)
        if shorter in known:
            return shorter
    return _STRETCHED.sub(r"\1", word)
