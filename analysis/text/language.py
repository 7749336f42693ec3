"""A guess at the language a comment is in, from its script and its small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import chain, repeat

from analysis.text.reading import Reading
from analysis.text.sources import sources

ENGLISH = "en"
#: Written in letters, but in no language that is known here.
UNKNOWN = "und"

_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ur", re.compile("[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]")),
    ("fa", re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc]")),
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("uk", re.compile("[\u0404\u0406\u0407\u0490\u0454\u0456\u0457\u0491]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("pa", re.compile("[\u0a00-\u0a7f]")),
    ("gu", re.compile("[\u0a80-\u0aff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ti", re.compile("[\u1200-\u137f]")),
    ("ko", re.compile("[\u1100-\u11ff\uac00-\ud7af]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
#: Letters that English does without, by the language they speak for where its small words leave a doubt.
_LETTERS = {
    "pl": re.compile("[ąęłńśźżćĄĘŁŃŚŹŻĆ]"),
    "pt": re.compile("[ãõÃÕ]"),
    "ro": re.compile("[ăâîșțşţĂÂÎȘȚŞŢ]"),
    "es": re.compile("[ñ¿¡Ñ]"),
    "tr": re.compile("[ğıİĞ]"),
    "de": re.compile("[ßäöüÄÖÜ]"),
}
_WORDS_ENOUGH = 200
#: Of so many words at least one is a small word of English where somebody writes English.
_WORDS_A_SMALL_ONE = 3


def guess(reading: Reading) -> str:
    """The language's two-letter code; "en" for a blank, for signs alone and for English slang, "und" if it is none."""
    script = _script(reading)
    if script is not None:
        return script
    words = reading.texts[:_WORDS_ENOUGH]
    spoken = list(chain.from_iterable(map(_languages_by_word().get, words, repeat(()))))
    english = spoken.count(ENGLISH)
    if 2 * english >= len(spoken) and reading.text.isascii():
        return ENGLISH
    counted = Counter(spoken)
    del counted[ENGLISH]
    if counted and not reading.text.isascii():
        for code, letters in _LETTERS.items():
            if letters.search(reading.text):
                counted[code] += 1
    if not counted:
        return _without_small_words(reading, english)
    best, count = max(counted.items(), key=lambda item: (item[1], item[0]))
    return (
        best
        if count > english and (count >= 2 or len(words) <= 2)
        else _without_small_words(reading, english)
    )


def guess_on_a_page(reading: Reading, page: str) -> str:
    """The same for what was written on a page in this language: it is taken for English only where that is plain."""
    found = guess(reading)
    if page == ENGLISH or found != ENGLISH or not reading.texts:
        return found
    words = reading.texts[:_WORDS_ENOUGH]
    english = sum(ENGLISH in _languages_by_word().get(word, ()) for word in words)
    return ENGLISH if english >= 2 and english * _WORDS_A_SMALL_ONE >= len(words) else page


def _without_small_words(reading: Reading, english: int) -> str:
    if english or reading.text.isascii():
        return ENGLISH
    found = [code for code, letters in _LETTERS.items() if len(letters.findall(reading.text)) >= 2]
    return found[0] if found else ENGLISH


def _script(reading: Reading) -> str | None:
    if reading.text.isascii():
        return None
    letters = [letter for letter in reading.text[:2_000] if letter.isalpha()]
    foreign = [letter for letter in letters if ord(letter) > 0x36F and not 0x1E00 <= ord(letter) <= 0x1EFF]
    if not foreign or 2 * len(foreign) <= len(letters):
        return None
    sample = "".join(foreign)
    known = next((code for code, pattern in _SCRIPTS if pattern.search(sample)), None)
    if known is None and any(0xFF21 <= ord(letter) <= 0xFF5A or ord(letter) >= 0x1D400 for letter in foreign):
        return None  # English in fancy letters
    return known or UNKNOWN


@lru_cache(maxsize=1)
def _languages_by_word() -> dict[str, list[str]]:
    """The languages that have each small word."""
    found: dict[str, list[str]] = {}
    for code, words in sources().languages.entries.items():
        for word in set(map(plain_entry, words)):
            found.setdefault(word, []).append(code)
    return found


def plain_entry(entry: str) -> str:
    """An entry as its words stand in a text: no stars, no apostrophes."""
    return entry.rstrip("*").replace("'", "")
