"""Names of private people: after a title or a role, on the list of first names, or with a capital where a person acts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, overload

from analysis.text.finding import PersonalKind
from analysis.text.folding import word_set
from analysis.text.language import plain_entry
from analysis.text.patterns import Found
from analysis.text.reading import Reading
from analysis.text.sources import sources

_TOKEN = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n\"\u2026\-]\s*|\n\s*)$")
_TITLES = word_set(
    "mr mrs ms mx miss dr prof professor pani pan doamna domnul dna dl senhor senhora sr sra senora mme"
)
_FAMILY_TITLES = word_set("auntie aunty aunt uncle pc sergeant sgt imam rev reverend pastor sir lady")
_ROLES = word_set(
    "coach nurse officer worker teacher friend friends mate mates counsellor mentor tutor boyfriend girlfriend brother sister cousin bf gf partner stepdad stepmum "
    "nan headteacher therapist bestie ex called named adviser advisor carer keyworker neighbour boss coach manager psychologist lady man"
)
_BEFORE = _ROLES | word_set(
    "with told thanks thank love miss met saw tell ask asked see and by to like hate trust about because"
)
_AFTER = word_set(
    "is was listens listened helps helped helping always never says said told tells makes made keeps kept hit hits hurt hurts who bullies "
    "bullied bullying touched gave gives has had really cares understands understood got gets shouted shouts believed believes took "
    "talks talked taught checks left won't wont doesnt didnt doesn't didn't from works does did came comes and calls called"
)
_PLACES = word_set(
    "park street road school hill centre center club college way court lane academy avenue close house hall library hospital green leys "
    "estate square bridge church stadium day days health fc united city town university"
)
_TOWNS = word_set(
    "Didcot Parkway Banbury Oxford Bicester Abingdon Witney Thame Henley Wantage Carterton Kidlington Cowley Headington Botley"
)
_MONTHS = word_set("april may june august")
_INTRODUCTIONS = frozenset(
    {
        ("name", "is"),
        ("names",),
        ("called",),
        ("named",),
        ("call", "me"),
        ("im",),
        ("am",),
        ("name's",),
        ("i'm",),
    }
)
_WORDS_IN_LOWER_CASE = word_set(
    "jan ion ray dean eve frank mason milan jude skye carol heather kelly jordan morgan taylor chelsea georgia diana jay jean lee mo kai "
    "ama mel mina ali ana leo gene roy ross jon don ken sally poppy esme china india paris florence victoria harry scarlett tara stella alexa "
    "kim marina luca ben kit noor maya anna esther lola vera asha blessing stefan romeo summer mark grant hope"
)


class Token(NamedTuple):
    """A word with its place in the folded text; `lower` has neither apostrophe-s nor apostrophes."""

    word: str
    lower: str
    start: int
    has_capital: bool
    starts_sentence: bool
    is_next: bool


class _Tokens(Sequence[Token]):
    """The words of a text, each looked at closely only when it is asked for."""

    def __init__(self, cased: str) -> None:
        self._cased = cased
        self._found = [(match.group(), match.start()) for match in _TOKEN.finditer(cased)]
        beginning = cased[:2_000]
        self._shouts = sum(map(str.isupper, beginning)) > sum(map(str.islower, beginning))

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, position: int) -> Token: ...
    @overload
    def __getitem__(self, position: slice) -> list[Token]: ...
    def __getitem__(self, position: int | slice) -> Token | list[Token]:
        if isinstance(position, slice):
            return [self[place] for place in range(*position.indices(len(self)))]
        word, start = self._found[position]
        previous, before = self._found[position - 1] if position else ("", 0)
        gap = self._cased[before + len(previous) : start]
        return Token(
            word=word,
            lower=_plain(word),
            start=start,
            has_capital=word[0].isupper() and not self._shouts,
            starts_sentence=position == 0
            or (gap.strip() != "" and _SENTENCE_START.search(gap[-3:]) is not None)
            or "\n" in gap,
            is_next=position > 0 and (gap == " " or (gap == ". " and previous.lower() in _TITLES)),
        )

    def candidates(self, people: _People) -> Iterator[int]:
        """The places where a name could begin: a listed one, a title, or a capital on no ordinary word."""
        may_be_told = "name" in self._cased.lower()
        for position, (word, _) in enumerate(self._found):
            lower = word.lower()
            looked_at = may_be_told or lower != word or word in people.interesting
            if looked_at and (
                lower not in people.words or lower in people.interesting or lower in people.maybe
            ):
                yield position


@dataclass(frozen=True, slots=True, kw_only=True)
class _People:
    first: frozenset[str]
    maybe: frozenset[str]
    surnames: frozenset[str]
    famous: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    interesting: frozenset[str]


def names(reading: Reading) -> Iterator[Found]:
    """Names of people; offsets into the folded text. A title belongs to the name."""
    people = _people()
    tokens = _Tokens(reading.cased)
    after_last = 0
    for position in tokens.candidates(people):
        last = _name_from(tokens, position, people) if position >= after_last else None
        if last is not None:
            end = tokens[last].start + len(_without_possessive(tokens[last].word))
            yield tokens[position].start, end, PersonalKind.NAME
            after_last = last + 1


def _name_from(tokens: Sequence[Token], position: int, people: _People) -> int | None:
    """The last word of a name that begins here."""
    token = tokens[position]
    if token.lower in _TITLES or token.lower in _FAMILY_TITLES:
        return _after_title(tokens, position, people)
    if not _is_name(tokens, position, people):
        return None
    return _with_surname(tokens, position, people)


def _after_title(tokens: Sequence[Token], position: int, people: _People) -> int | None:
    following = _following(tokens, position)
    if following is None or len(following.lower) < 2:
        return None
    title, word = tokens[position].lower, following.lower
    listed = word in people.first or word in people.surnames
    if following.has_capital and not following.word.isupper():
        accepted = listed or word not in people.words and word not in people.famous
    elif title in ("mr", "mrs", "ms"):
        accepted = word not in people.words
    else:
        accepted = listed
    if title == "lady" or (title == "pan" and not listed):
        return None
    return _with_surname(tokens, position + 1, people) if accepted else None


def _is_name(tokens: Sequence[Token], position: int, people: _People) -> bool:
    token = tokens[position]
    if token.lower in people.famous or _is_famous_or_place(tokens, position, people):
        return False
    if _is_introduced(tokens, position, people):
        return True
    if token.lower in people.first and token.lower not in people.maybe:
        return token.has_capital or token.lower not in _WORDS_IN_LOWER_CASE
    if not token.has_capital or token.word.isupper():
        return False
    if token.lower in people.maybe or not (token.lower in people.words or token.lower in people.places):
        return _is_among_people(tokens, position, is_listed=token.lower in people.maybe)
    return False


def _is_famous_or_place(tokens: Sequence[Token], position: int, people: _People) -> bool:
    following = _following(tokens, position)
    if following is not None and (
        following.lower in people.famous or (following.has_capital and following.lower in _PLACES)
    ):
        return True
    before = tokens[position - 1] if position and tokens[position].is_next else None
    if before is None:
        return False
    if before.word in _TOWNS or tokens[position].word in _TOWNS:
        return True
    return before.lower in ("st", "saint", "lake", "mount") or before.lower in people.famous


def _is_introduced(tokens: Sequence[Token], position: int, people: _People) -> bool:
    before = tuple(token.lower for token in tokens[max(0, position - 2) : position])
    token = tokens[position]
    if before[-2:] not in _INTRODUCTIONS and before[-1:] not in _INTRODUCTIONS:
        return False
    if token.lower in people.words or token.lower in people.places - people.maybe:
        return False
    listed = token.lower in people.first or token.lower in people.maybe
    if before[-2:] == ("name", "is") or before[-1:] in (("names",), ("name's",)):
        return listed or token.has_capital or tokens[max(0, position - 3)].lower == "my"
    return (
        token.has_capital and not token.word.isupper()
        if before[-1:] not in (("im",), ("am",), ("i'm",))
        else listed and token.has_capital
    )


def _is_among_people(tokens: Sequence[Token], position: int, *, is_listed: bool) -> bool:
    """Whether the words around a capital speak of a person rather than a thing."""
    token = tokens[position]
    before = tokens[position - 1].lower if position and token.is_next else ""
    following = _following(tokens, position)
    acts = following is not None and following.lower in _AFTER
    if token.lower in _MONTHS:
        return before in _ROLES
    if is_listed:
        return (not token.starts_sentence and (before in _BEFORE or acts)) or (
            acts and token.starts_sentence and token.lower not in _MONTHS
        )
    if before in _ROLES or before in ("told", "thanks", "with", "trust"):
        return not token.starts_sentence
    return (
        acts
        and not token.starts_sentence
        and before
        not in (
            "at",
            "in",
            "the",
            "on",
            "a",
            "my",
            "our",
            "to",
            "this",
            "that",
            "and",
            "of",
            "for",
        )
    )


def _with_surname(tokens: Sequence[Token], position: int, people: _People) -> int:
    last = position
    while last < position + 2 and (following := _following(tokens, last)) is not None:
        is_surname = following.lower in people.surnames or (
            following.has_capital
            and not following.word.isupper()
            and following.lower not in people.words | people.places
        )
        if not is_surname or tokens[last].word.endswith("'s"):
            break
        last += 1
    return last


def _following(tokens: Sequence[Token], position: int) -> Token | None:
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return following if following is not None and following.is_next else None


def _plain(word: str) -> str:
    return _without_possessive(word).lower().replace("'", "")


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "'S")) else word


@lru_cache(maxsize=1)
def _people() -> _People:
    lists = {
        heading: frozenset(map(plain_entry, words)) for heading, words in sources().people.entries.items()
    }
    return _People(
        first=lists["first_names"],
        maybe=lists["maybe_names"],
        surnames=lists["surnames"],
        famous=lists["famous"],
        places=lists["not_people"],
        words=lists["words"],
        interesting=lists["first_names"] | _TITLES | _FAMILY_TITLES,
    )
