"""Names of private people: after a title or a role, on the list of first names, or with a capital where a person acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.text import name_words as near
from analysis.text.finding import PersonalKind
from analysis.text.name_tokens import People, Token, Tokens, people_lists, without_possessive
from analysis.text.patterns import Found
from analysis.text.reading import Reading

_INITIALS = re.compile(
    r"(?<![\w.])(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?(?:[A-Z]\. ?){1,2}([A-Z][a-z]+(?:[\-'][A-Z]?[a-z]+)?)\b"
)
_LONE_INITIALS = frozenset("BCDEFGHJKLMNOPQRSTUVWYZ")


def names(reading: Reading) -> Iterator[Found]:
    """Names of people; offsets into the folded text. A title belongs to the name."""
    people = people_lists()
    for match in _INITIALS.finditer(reading.cased) if "." in reading.cased else ():
        if match.group(1).lower() not in people.words:
            yield *match.span(), PersonalKind.NAME
    tokens = Tokens(reading.cased)
    after_last = 0
    for position in tokens.candidates():
        last = _name_from(tokens, position, people) if position >= after_last else None
        if last is not None and not _is_of_story(tokens, position, people):
            end = tokens[last].start + len(without_possessive(tokens[last].word))
            yield tokens[position].start, end, PersonalKind.NAME
            after_last = last + 1


def _name_from(tokens: Tokens, position: int, people: People) -> int | None:
    """The last word of a name that begins here."""
    token = tokens[position]
    if token.lower in near.TITLES or token.lower in near.FAMILY_TITLES:
        return _after_title(tokens, position, people)
    if token.lower in near.ROLE_TITLES:
        return _after_role(tokens, position, people)
    if not _is_name(tokens, position, people):
        return None
    return _with_surname(tokens, position, people)


def _is_of_story(tokens: Tokens, position: int, people: People) -> bool:
    """Whether the name is somebody everybody knows, a pet or out of a book."""
    following = _following(tokens, position)
    if following is not None and f"{tokens[position].lower} {following.lower}" in people.known_in_full:
        return True
    if position and f"{tokens[position - 1].lower} {tokens[position].lower}" in people.known_in_full:
        return True
    before = set(tokens.lower(position - 3, position))
    if tokens[position].starts_sentence or before.isdisjoint(near.PETS | near.STORIES | near.ROYAL):
        return False
    if not before.isdisjoint(near.PETS):
        return True
    is_told = tokens[position].has_capital and before.isdisjoint(("with", "to", "by"))
    return is_told and (not before.isdisjoint(near.STORIES) or tokens[position - 1].lower in near.ROYAL)


def _after_title(tokens: Tokens, position: int, people: People) -> int | None:
    following = _following(tokens, position)
    if following is None:
        return None
    title, word = tokens[position].lower, following.lower
    if (
        title == "miss"
        and position
        and tokens[position - 1].lower in near.MISSING
        and not following.has_capital
    ):
        return None
    listed = word in people.first or word in people.surnames
    if len(word) == 1:
        accepted = following.word in _LONE_INITIALS or (
            title in ("mr", "mrs", "ms") and word not in ("i", "a")
        )
    elif following.has_capital and not following.word.isupper():
        accepted = listed or word not in people.words and word not in people.famous
    elif title in ("mr", "mrs", "ms", "miss", "dr", "sir", "pani"):
        accepted = listed or word not in people.words and word not in people.places and word.isascii()
    else:
        accepted = listed
    if title == "lady" or (title == "pan" and not listed):
        return None
    return _with_surname(tokens, position + 1, people) if accepted else None


def _after_role(tokens: Tokens, position: int, people: People) -> int | None:
    following = _following(tokens, position)
    if following is None or (position and tokens[position - 1].lower in near.WHOSE):
        return None
    listed = following.lower in people.first and following.lower not in near.WORDS_IN_LOWER_CASE
    unknown = following.has_capital and following.lower not in people.known
    return _with_surname(tokens, position + 1, people) if listed or unknown else None


def _is_name(tokens: Tokens, position: int, people: People) -> bool:
    token = tokens[position]
    lower = token.lower.partition("-")[0]
    if lower in people.famous or _is_famous_or_place(tokens, position, people):
        return False
    if lower in near.NEED_A_ROLE:
        return token.has_capital and _is_among_people(tokens, position, is_listed=True)
    if _is_introduced(tokens, position, people):
        return True
    if lower in people.first and lower not in people.maybe:
        return token.has_capital or lower not in near.WORDS_IN_LOWER_CASE
    if not token.has_capital:
        return _is_unknown_friend(tokens, position, people)
    if token.word.isupper():
        return False
    if lower in people.maybe or not (lower in people.words or lower in people.places):
        return _is_among_people(tokens, position, is_listed=lower in people.maybe)
    return False


def _is_unknown_friend(tokens: Tokens, position: int, people: People) -> bool:
    """ "my friend zaynab isn't ok": a word nobody knows between a role and what she does."""
    token, following = tokens[position], _following(tokens, position)
    if position < 2 or not token.is_next or following is None or len(token.lower) < 3:
        return False
    unknown = token.lower not in people.known
    role, whose = tokens[position - 1].lower, tokens[position - 2].lower
    return unknown and role in near.ROLES and whose in near.WHOSE and following.lower in near.AFTER


def _is_famous_or_place(tokens: Tokens, position: int, people: People) -> bool:
    following = _following(tokens, position)
    if following is not None and (
        following.lower in people.famous or (following.has_capital and following.lower in near.PLACES)
    ):
        return True
    before = tokens[position - 1] if position and tokens[position].is_next else None
    if before is None:
        return False
    if before.word in near.TOWNS or tokens[position].word in near.TOWNS:
        return True
    return before.lower in ("st", "saint", "lake", "mount") or before.lower in people.famous


def _is_introduced(tokens: Tokens, position: int, people: People) -> bool:
    before = tokens.lower(position - 2, position)
    token = tokens[position]
    one, two = before[-1:], before[-2:]
    if two not in near.INTRODUCTIONS and one not in near.INTRODUCTIONS:
        return False
    is_plain = token.lower in people.words or token.lower in people.places
    if is_plain and token.lower not in people.maybe:
        return False
    listed = token.lower in people.first or token.lower in people.maybe
    has_shape = token.has_capital and not token.word.isupper()
    if two == ("name", "is") or one in (("names",), ("name's",)):
        return listed or token.has_capital or tokens[max(0, position - 3)].lower == "my"
    if two == ("this", "is"):
        return listed and token.has_capital
    return listed and token.has_capital if one in near.SELF else has_shape


def _is_among_people(tokens: Tokens, position: int, *, is_listed: bool) -> bool:
    """Whether the words around a capital speak of a person rather than a thing."""
    token = tokens[position]
    before = tokens[position - 1].lower if position and token.is_next else ""
    following = _following(tokens, position)
    acts = following is not None and following.lower in near.AFTER
    if token.lower in near.NEED_A_ROLE:
        return before in near.ROLES or (before in near.THANKED and token.lower not in near.MONTHS)
    if is_listed:
        return (not token.starts_sentence and (before in near.BEFORE or acts)) or (
            acts and token.starts_sentence
        )
    spoken_to = before == "to" and position > 1 and tokens[position - 2].lower in near.SPEAK
    if spoken_to or before in near.ROLES or before in near.SPOKEN_TO:
        return not token.starts_sentence
    return acts and before not in near.THINGS_FOLLOW and not _is_one_of_many(following)


def _is_one_of_many(following: Token | None) -> bool:
    """ "Games is", "Uffington and": too little to tell a person by."""
    return following is not None and following.lower in (
        "is",
        "was",
        "and",
        "has",
        "had",
        "from",
        "does",
        "did",
        "used",
        "will",
        "can",
    )


def _with_surname(tokens: Tokens, position: int, people: People) -> int:
    last = position
    while last < position + 2 and (following := _following(tokens, last)) is not None:
        is_surname = following.lower in people.surnames or following.word in _LONE_INITIALS
        is_surname = is_surname or (
            following.has_capital and not following.word.isupper() and following.lower not in people.known
        )
        if not is_surname or tokens[last].word.endswith("'s"):
            break
        last += 1
    return last


def _following(tokens: Tokens, position: int) -> Token | None:
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return following if following is not None and following.is_next else None
