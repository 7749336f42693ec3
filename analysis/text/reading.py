"""A text as it is read: folded to plain letters and cut into words, each knowing where it stands in the original."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, partial
from typing import NamedTuple

from analysis.text.disguise import Piece, unmask
from analysis.text.folding import fold, lower_character

_WORD = re.compile(r"[^\W_]+(?:['&][^\W_]+)*|[\u2190-\u2bff\U0001f000-\U0001faff]")
_SENTENCE_END = re.compile(r"[.!?;\n\r\u2026\u3002\u061f\u06d4]")
_STRETCHED = re.compile(r"(.)\1\1+")
_SIGN = re.compile(r"[!@$*#0-9]")
_MAY_BE_MASKED = re.compile(
    r"[a-z][!@$*#0-9]|[!@$*#0-9][a-z]|\b[a-z][\s.\-_*]{1,2}[a-z][\s.\-_*]{1,2}[a-z]\b"
)


class Word(NamedTuple):
    """A word in its plain form; `start` and `end` are offsets into the original, `sentence` counts from 0."""

    text: str
    start: int
    end: int
    sentence: int


#: As `Word`, of its four parts in a tuple.
_word = partial(tuple.__new__, Word)


class Reading:
    """One text: `text` as given, `cased` and `plain` folded (same length as one another), and its words.

    `texts` are the words alone.
    """

    __slots__ = ("_offsets", "cased", "plain", "text", "texts", "words")

    def __init__(self, text: str, known: frozenset[str]) -> None:
        self.text = text
        self.cased, self._offsets = fold(text)
        self.plain = (
            self.cased.lower() if self._offsets is None else "".join(map(lower_character, self.cased))
        )
        pieces = self._cut()
        self.texts = [
            piece if piece in known or len(piece) == 1 else _as_read(piece, known) for piece, _, _ in pieces
        ]
        starts, ends = [start for _, start, _ in pieces], [end for _, _, end in pieces]
        sentences = _sentences(self.plain, starts, ends)
        if self._offsets is not None:
            spans = list(map(self.span, starts, ends))
            starts, ends = [start for start, _ in spans], [end for _, end in spans]
        self.words: list[Word] = list(map(_word, zip(self.texts, starts, ends, sentences, strict=True)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the original for offsets into `plain`; marks that belong to the last letter come along."""
        if self._offsets is None:
            return start, end
        first, last = self._offsets[start], self._offsets[end - 1] + 1
        while last < len(self.text) and unicodedata.category(self.text[last]).startswith("M"):
            last += 1
        return first, last

    def _cut(self) -> list[Piece]:
        plain = self.plain
        pieces = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(plain)]
        may_be_masked = _SIGN.search(plain) or [len(text) for text, _, _ in pieces].count(1) > 1
        if may_be_masked and _MAY_BE_MASKED.search(plain):
            return unmask(plain, pieces)
        return pieces


def _sentences(plain: str, starts: list[int], ends: list[int]) -> list[int]:
    """The number of the sentence each word stands in."""
    if not ends or not _SENTENCE_END.search(plain, 0, ends[-1]):
        return [0] * len(ends)
    numbers, sentence, previous = [], 0, 0
    for start, end in zip(starts, ends, strict=True):
        gap = start - previous
        if (gap == 1 and plain[previous] == "\n") or (
            gap != 1 and _SENTENCE_END.search(plain, previous, start)
        ):
            sentence += 1
        numbers.append(sentence)
        previous = end
    return numbers


@lru_cache(maxsize=16_384)
def _as_read(piece: str, known: frozenset[str]) -> str:
    """A word without apostrophes, and set right where it is stretched."""
    text = piece.replace("'", "")
    if len(text) > 3 and text not in known and _STRETCHED.search(text):
        return _unstretch(text, known)
    return text


def _unstretch(word: str, known: frozenset[str]) -> str:
    """ "soooo" as "so" and "heeelp" as "help": whichever is a word, else with single letters."""
    for kept in (r"\1", r"\1\1"):
        shorter = _STRETCHED.sub(kept, word)
        if shorter in known:
            return shorter
    return _STRETCHED.sub(r"\1", word)
