"""The words of a comment as topics count them: small, without what everybody says, forms of a word as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: What stands where words were taken out; no pair of words reaches across it.
GAP = "\x00"
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\S")
_SHORTEST = 3

#: Words of grammar and talk, then those surveys of young people ask with, so that answers repeat them.
_LEFT_OUT = frozenset(
    re.findall(
        "[a-z]+",
        """
        a about above after again against ago all almost alone along already also although always am among
        an and another any anybody anymore anyone anything anyway anywhere are aren around as ask asked at
        away back be because become been before behind being below best better between big bit both but by
        came can cannot cant come comes coming could couldn couldnt cos coz did didn didnt different do
        does doesn doesnt doing done don dont down during each either else enough even ever every
        everybody everyone everything everywhere far few first for from full gave get gets getting give
        gives given go goes going gone gonna good got great had hadn half happen happens hard has hasn
        hasnt have haven havent having he her here hers herself high him himself his how however i if im
        idk in instead into is isn isnt it its itself ive just keep keeps kind know knows last lately
        least left less let lets like likes literally little lol long look lot lots low made make makes
        making many may maybe me mean might mine more most mostly much must my myself near need needed
        needs never new next ngl nice no nobody none nor not nothing now nowhere of off often oh ok okay
        old on once one ones only onto or other others our ours out over own part per pls please plus
        point pretty probably put quite rather really right rly said same saw say saying says see seem
        seems seen she should shouldn since so some somebody someone something sometimes somewhere soon
        sort still stop stopped stuff such sure take takes taken taking tbh tell than thank thanks that
        thats the their theirs them themselves then there theres these they theyre thing things think this
        those though thought through time times to today together told too took toward tried try trying
        two u under until up upon ur us use used useful using usually very want wanted wants was wasn
        wasnt way ways we well went were weren what whatever when where whether which while who whole whos
        whose why will wish with within without won wont word would wouldn wouldnt wow free end ends start starts run runs yeah year years yes
        yet you your youre yours yourself

        young people person youth child children kid kids teen teenager teenagers adult adults support
        supported supporting help helped helping helpful feel feeling felt feelings life live living
        oxfordshire oxford county question answer survey feedback change changed work works working worked
        happy sad bad worse worst love hate important issue problem problems idea ideas money day days
        week weeks month months lots area place places
        """,
    )
)


def folded(word: str) -> str:
    """A word without its ending of plural or of belonging, so that forms of it count as one; not meant to be read."""
    word = re.sub(r"['’]s?$", "", word).replace("’", "").replace("'", "")
    if len(word) <= _SHORTEST:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(?:s|x|z|ch|sh)es$", word):
        return word[:-2].removesuffix("e")
    if word.endswith("s") and not re.search(r"(?:ss|us|is)$", word):
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST else word


def terms_of(text: str, left_out: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """The single words and the pairs of neighbours in a text, each as (folded, as it is read), in their order.

    `left_out` holds further folded words that mean nothing here, such as those of the question.
    """
    before: tuple[str, str] | None = None
    for found in _WORD.findall(text.casefold()):
        word = _bare(found)
        small = folded(word)
        if len(word) < _SHORTEST or word in _LEFT_OUT or small in left_out or not word.isalpha():
            before = None
            continue
        yield small, word
        if before is not None and before[0] != small:
            yield f"{before[0]} {small}", f"{before[1]} {word}"
        before = (small, word)


def _bare(found: str) -> str:
    return re.sub(r"['’]s$", "", found).replace("'", "").replace("’", "")
