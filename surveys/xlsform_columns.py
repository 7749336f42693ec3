"""The headings of an XLSForm workbook: words by language, what is ours, and what has no place with us."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from surveys.definition import ENGLISH

OURS = "be_supported"
"""Columns of ours are headed `be_supported::name`; other programs leave them alone."""
BETWEEN = "::"

LANGUAGE_NAMES: Mapping[str, str] = {
    "en": "English",
    "en-x-easy": "Easy Read",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ar": "Arabic",
    "bn": "Bengali",
    "cy": "Welsh",
    "de": "German",
    "es": "Spanish",
    "fa": "Farsi",
    "fr": "French",
    "hi": "Hindi",
    "it": "Italian",
    "lt": "Lithuanian",
    "pa": "Punjabi",
    "so": "Somali",
    "sq": "Albanian",
    "ti": "Tigrinya",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}
_TAGS = {name.lower(): tag for tag, name in LANGUAGE_NAMES.items()}
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_IN_BRACKETS = re.compile(r"\(\s*([^()]+?)\s*\)\s*$")


class Heading(NamedTuple):
    """A heading in its parts: `label`, "" or `be_supported`, and the language's tag ("" where it names none).

    `tag` is None where the heading names a language that nobody can know.
    """

    name: str
    ours: bool
    tag: str | None


def heading(text: str) -> Heading:
    """A heading in its parts, its name in small letters with _ between words."""
    parts = [part.strip() for part in text.split(BETWEEN)]
    ours = parts[0].lower() == OURS and len(parts) > 1
    if ours:
        parts = parts[1:]
    name = re.sub(r"[\s-]+", "_", parts[0].lower())
    return Heading(name, ours, language_tag(parts[1]) if len(parts) > 1 else "")


def language_tag(words: str) -> str | None:
    """The tag of "Polish (pl)", "pl" or "Polish"; None where nobody can know it."""
    bracketed = _IN_BRACKETS.search(words)
    said = bracketed[1] if bracketed else words.strip()
    if said.lower() in _TAGS:
        return _TAGS[said.lower()]
    return said if _TAG.fullmatch(said) else None


def language_words(tag: str) -> str:
    """A language as a heading names it: "Polish (pl)"."""
    return f"{LANGUAGE_NAMES.get(tag, tag)} ({tag})"


def words_of(cells: Mapping[str, str], name: str, default: str = ENGLISH) -> dict[str, str]:
    """The words under this name in every language that has a column; a column without a language is in `default`."""
    found: dict[str, str] = {}
    for text, words in cells.items():
        head = heading(text)
        if head.name == name and not head.ours and head.tag is not None:
            found.setdefault(head.tag or default, words)
    english = {ENGLISH: found.pop(ENGLISH)} if ENGLISH in found else {}
    return english | found


def ours_of(cells: Mapping[str, str]) -> dict[str, str]:
    """What stands in our own columns, by name."""
    heads = ((heading(text), words) for text, words in cells.items())
    return {head.name: words for head, words in heads if head.ours and not head.tag}


def plain_of(cells: Mapping[str, str]) -> dict[str, str]:
    """What stands in the columns that have no language and are not ours, by name."""
    heads = ((heading(text), words) for text, words in cells.items())
    return {head.name: words for head, words in heads if not head.ours and head.tag == ""}


def tags_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The languages that these headings name, each once, in their order."""
    tags = (heading(text).tag for text in texts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def as_code(name: str) -> str:
    """A name of a workbook as a code of ours: small letters and digits, joined by _."""
    parts = re.findall(r"[a-z0-9]+", name.lower())
    return "_".join(parts)
