"""Schools and colleges by their name, in full or as the county's young people say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from analysis.text.finding import PersonalKind
from analysis.text.folding import word_set
from analysis.text.ordinary import ordinary
from analysis.text.patterns import Found
from analysis.text.reading import Reading
from analysis.text.sources import sources

_KIND = r"(?:[Aa]cademy|[Cc]ollege|[Ss]ixth [Ff]orm(?: [Cc]ollege)?|(?:[Pp]rimary|[Ss]econdary|[Gg]rammar|[Hh]igh|[Uu]pper|[Ii]nfant|[Jj]unior)(?: [Ss]chool)?|[Cc]ommunity (?:[Cc]ollege|[Ss]chool)|[Cc]omprehensive|[Nn]ursery|[Ss]chool)"
_NAMED = re.compile(rf"\b((?:(?:St\. |[A-Z][\w'\-]{{1,24}} |of |the |and |& )){{1,5}}?)({_KIND})\b")
_SAINT = re.compile(
    r"\b(?:at|to|from|against|vs|v|in|attend) (St\.? [A-Z][\w'\-]{1,24}(?: [A-Z][\w'\-]{1,24})?)"
)
#: "St Osyth's" alone is a school more often than a church, unless it says so.
_SAINTS = re.compile(
    r"\b(St\.? [A-Z][a-z]{2,24}'s)(?! (?:[Cc]hurch|[Hh]ospital|[Dd]ay|[Rr]oad|[Ss]treet|[Cc]ommunity|[Cc]entre|[Cc]ross|[Hh]all|[Cc]ollege|[Ss]chool|[Aa]cademy|[Pp]rimary))"
)
_IN_YEAR = re.compile(r"\b(?:[Yy](?:ea)?r ?\d{1,2}|\d{1,2}[A-Za-z]{1,2}) at ([A-Z][a-z]{3,24})\b")
_LOWER = re.compile(
    r"\b(?:at|to|from|attend|attended|in|called|against|of|played|go(?! to)) ((?:st\.? )?[a-z][a-z'\-]{1,24}(?: [a-z][a-z'\-]{1,24}){0,2}?) "
    r"(?:academy|college|sixth form|primary(?: school)?|secondary school|grammar(?: school)?|high school|community college|school)\b"
)
_KINDS = word_set("high upper school academy college sixth primary secondary grammar comprehensive nursery")
_NOT_NAMES = word_set(
    "the a an my our your his her their this that i we at in to from primary secondary high special sunday big new good bad old local every "
    "english after before boarding state public private middle lower upper junior infant grammar free nursery pre home most some in is and "
    "of for with when why because if but no not all any oxford's different another medical art drama music summer youth sixth form mum dad"
)


_JUST_BEFORE = word_set(
    "the a an my our your his her their this that every each any no new old and of in at through after before during near outside with by than about instead without"
)
_GENERAL = word_set("camhs ofsted pshe oxfordshire england uk british english")
_TOWNS = word_set(
    "abingdon banbury bicester witney didcot wantage henley thame carterton burford faringdon kidlington"
)


def schools(reading: Reading, spoken: set[str]) -> Iterator[Found]:
    """The names of schools; offsets into the folded text."""
    if not spoken.isdisjoint(_KINDS):
        yield from _named(reading.cased)
        yield from _named_in_lower_case(reading.plain)
    if "st" in spoken:
        yield from _all(_SAINT, reading.cased)
        yield from _all(_SAINTS, reading.cased)
    if "at" in spoken:
        yield from _all(_IN_YEAR, reading.cased)
    if not spoken.isdisjoint(_first_words()):
        yield from _all(_known(), reading.plain)


def _all(pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    return ((*match.span(1), PersonalKind.SCHOOL) for match in pattern.finditer(text))


def _named_in_lower_case(plain: str) -> Iterator[Found]:
    for match in _LOWER.finditer(plain):
        if _is_unknown(match.group(1)):
            yield match.start(1), match.end(), PersonalKind.SCHOOL


def _named(cased: str) -> Iterator[Found]:
    for match in _NAMED.finditer(cased):
        front = match.group(1)
        if front.split()[-1].lower() in _JUST_BEFORE or (
            match.group(2) in ("high", "upper", "junior", "infant")
        ):
            continue
        start = match.start() + _words_that_are_no_name(front)
        if start < match.end(1):
            yield start, match.end(), PersonalKind.SCHOOL


def _is_unknown(name: str) -> bool:
    """Whether lower-case words before "school" name one: a saint, a town, or a word that is no ordinary one."""
    first, *others = name.replace("'", "").split()
    if first in ("st", "st."):
        return True
    if first in _NOT_NAMES or _JUST_BEFORE & {first, *others}:
        return False
    places = sources().people.entries["not_people"]
    return any(word not in ordinary() and len(word) > 3 for word in (first, *others)) and not (
        first in _GENERAL or (first in places and not others and first not in _TOWNS)
    )


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
    names = (name.replace("'", "").removeprefix("the ") for name in sources().people.entries["schools"])
    return frozenset(re.split(r"\W", name)[0] for name in names)
