"""Text folded to plain letters: no accents, no fancy quotes, no invisible marks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_QUOTES = dict.fromkeys("\u2018\u2019\u201b\u02bc\u0060\u00b4\uff07", "'")
_LETTERS = {
    "\u0142": "l",
    "\u0141": "L",
    "\u00f8": "o",
    "\u00d8": "O",
    "\u0111": "d",
    "\u0131": "i",
    "\u00df": "s",
}
_NO_CAPITALS = bytes(code for code in range(128) if not chr(code).isupper())
_NOT_SMALL = bytes(code for code in range(128) if not chr(code).islower())
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def fold(text: str) -> tuple[str, list[int] | None]:
    """Plain letters one for one, with the offset of each in the original; None where they stand unmoved."""
    if text.isascii():
        return text, None
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for letter in _fold_character(character):
            letters.append(letter)
            offsets.append(offset)
    return "".join(letters), offsets


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in _QUOTES:
        return "'"
    if character in _LETTERS:
        return _LETTERS[character]
    if ord(character) in _SKIN_TONES:
        return ""
    kept = (
        c
        for c in unicodedata.normalize("NFKD", character)
        if unicodedata.category(c) not in ("Mn", "Me", "Cf")
    )
    return "".join(kept)


@lru_cache(maxsize=4096)
def lower_character(character: str) -> str:
    """The lower-case letter where it is one letter as well, so that lengths stay."""
    lower = character.lower()
    return lower if len(lower) == 1 else character


def letter_counts(text: str) -> tuple[int, int, int]:
    """How many letters, capitals and small letters a text holds."""
    if not text.isascii():
        return sum(map(str.isalpha, text)), sum(map(str.isupper, text)), sum(map(str.islower, text))
    written = text.encode("ascii")
    capitals, small = len(written.translate(None, _NO_CAPITALS)), len(written.translate(None, _NOT_SMALL))
    return capitals + small, capitals, small


def word_set(words: str) -> frozenset[str]:
    """The words of a text between spaces, as a set to look up in."""
    return frozenset(words.split())
