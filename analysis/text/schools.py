"""Schools and colleges by their name, in full or as the county's young people say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from analysis.text.finding import PersonalKind
from analysis.text.folding import word_set
from analysis.text.patterns import Found
from analysis.text.reading import Reading
from analysis.text.sources import sources

_KIND = r"(?:[Ss]chool|[Aa]cademy|[Cc]ollege|[Ss]ixth [Ff]orm(?: [Cc]ollege)?|[Pp]rimary(?: [Ss]chool)?|[Ss]econdary(?: [Ss]chool)?|[Gg]rammar(?: [Ss]chool)?|[Cc]ommunity [Cc]ollege|[Cc]omprehensive|[Nn]ursery)"
_NAMED = re.compile(rf"\b((?:(?:[A-Z][\w'\-]{{1,24}}\.?|of|the|and|&) ){{1,5}}){_KIND}\b")
_SAINT = re.compile(
    r"\b(?:at|to|from|against|vs|v|in|attend) (St\.? [A-Z][\w'\-]{1,24}(?: [A-Z][\w'\-]{1,24})?)"
)
_KINDS = word_set("school academy college sixth primary secondary grammar comprehensive nursery")
_NOT_NAMES = word_set(
    "the a an my our your his her their this that i we at in to from primary secondary high special sunday big new good bad old local every "
    "english after before boarding state public private middle lower upper junior infant grammar free nursery pre home most some in is and "
    "of for with when why because if but no not all any oxford's different another medical art drama music summer youth sixth form mum dad"
)


def schools(reading: Reading) -> Iterator[Found]:
    """The names of schools; offsets into the folded text."""
    spoken = {word.text for word in reading.words}
    if not spoken.isdisjoint(_KINDS):
        for match in _NAMED.finditer(reading.cased):
            start = match.start() + _words_that_are_no_name(match.group(1))
            if start < match.end(1):
                yield start, match.end(), PersonalKind.SCHOOL
    if "st" in spoken:
        for match in _SAINT.finditer(reading.cased):
            yield *match.span(1), PersonalKind.SCHOOL
    if not spoken.isdisjoint(_first_words()):
        for match in _known().finditer(reading.plain):
            yield *match.span(1), PersonalKind.SCHOOL


def _words_that_are_no_name(front: str) -> int:
    """How many letters of the words before "School" belong to the sentence rather than the name."""
    skipped = 0
    for word in front.split(" "):
        if word and word.lower().rstrip(".") not in _NOT_NAMES:
            break
        skipped += len(word) + 1
    return skipped


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    known = sorted(sources().people.entries["schools"], key=len, reverse=True)
    long = "|".join(re.escape(name) for name in known if " " in name or len(name) > 7)
    short = "|".join(re.escape(name) for name in known if " " not in name and len(name) <= 7)
    place = r"(?:(?<=\bat )|(?<=\bto )|(?<=\bfrom )|(?<=\bagainst )|(?<=\bvs )|(?<=\battend ))"
    kind = r"(?: (?:school|academy|college|sixth form))?"
    return re.compile(rf"((?:\b(?:{long})|{place}(?:{short})){kind})\b")


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(
        re.split(r"\W", name.replace("'", ""))[0] for name in sources().people.entries["schools"]
    )
