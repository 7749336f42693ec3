"""Finds topics: parts of a tf-idf matrix (NMF), kept where enough people speak of them and where they are found again."""

from __future__ import annotations

import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from analysis.topics.topic import (
    SMALLEST_TOPIC,
    Proposal,
    Proposals,
    TopicTerm,
    TopicText,
    belongs,
    closeness,
    nearness,
)
from analysis.topics.wording import terms_of

MOST_COMMENTS = 10_000
MOST_TOPICS = 12
MOST_TERMS = 10
MOST_TYPICAL = 8
#: A term is kept when so many different responses use it; what fewer say could show who they are.
SMALLEST_TERM = 5
#: A topic is kept when so much of it (0-1) is found again in parts of the comments.
STABLE_FROM = 0.35
SAME_FROM = 0.5
_COMMENTS_A_TOPIC = 20
_PARTS = 5
_LEAST_WEIGHT = 0.15
#: What is less than this part of the greatest weight, or of the greatest share, is noise.
_LEAST_PART = 0.1
_JOINED_FROM = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """Comments as a matrix: a row each, a column for each term, and how the term is read."""

    texts: Sequence[TopicText]
    matrix: Any
    terms: Sequence[str]
    words: dict[str, str]


def propose(texts: Iterable[TopicText], *, asked: Iterable[str] = ()) -> Proposals:
    """Topics of which at least `SMALLEST_TOPIC` comments from as many responses speak, the largest first.

    `asked` are the questions: their words say nothing. The same comments give the same topics, in whatever order they
    come. Over `MOST_COMMENTS` a part is looked through, and `read` says how many.
    """
    given = list(texts)
    chosen = _part_of(given)
    read = _read(chosen, asked) if len({one.response for one in chosen}) >= SMALLEST_TOPIC else None
    if read is None:
        return Proposals(topics=(), given=len(given), read=len(chosen))
    return Proposals(topics=tuple(_topics(read)), given=len(given), read=len(chosen))


def _part_of(texts: Sequence[TopicText]) -> list[TopicText]:
    """In an order that rests on the words alone, so that random ids change nothing."""
    ordered = sorted(texts, key=lambda one: (sha256(one.text.encode("utf-8", "replace")).digest(), one.id))
    return ordered[:MOST_COMMENTS]


def _read(texts: Sequence[TopicText], asked: Iterable[str]) -> _Read | None:
    left_out = frozenset(term for one in asked for term, _ in terms_of(one))
    found = [list(terms_of(one.masked, left_out)) for one in texts]
    used_by: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for one, terms in zip(texts, found, strict=True):
        for term, words in terms:
            used_by[term].add(one.response)
            forms[term][words] += 1
    kept = sorted(term for term, by in used_by.items() if len(by) >= SMALLEST_TERM)
    if not kept:
        return None
    readable = {term: max(sorted(forms[term]), key=lambda form: forms[term][form]) for term in kept}
    return _Read(
        texts=texts, matrix=_matrix([[t for t, _ in one] for one in found], kept), terms=kept, words=readable
    )


def _matrix(found: Sequence[Sequence[str]], kept: Sequence[str]) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415  # half a second, only where asked

    made = TfidfVectorizer(
        analyzer=_as_it_is, vocabulary={term: at for at, term in enumerate(kept)}, sublinear_tf=True
    )
    return made.fit_transform(found)


def _as_it_is(terms: Sequence[str]) -> Sequence[str]:
    return terms


def _topics(read: _Read) -> list[Proposal]:
    wanted = min(MOST_TOPICS, max(2, len(read.texts) // _COMMENTS_A_TOPIC), max(1, len(read.terms) - 1))
    shares, parts = _parts(read.matrix, wanted, seed=None)
    again = [[_top(part) for part in run] for run in _runs(read.matrix, wanted)]
    found = [_proposal(read, shares, parts, at, again) for at in range(len(parts))]
    large = sorted(
        (one for one in found if one is not None), key=lambda one: (-len(one.members), one.terms[0].term)
    )
    kept: list[Proposal] = []
    for one in large:
        if all(nearness(one.terms, other.terms) < SAME_FROM for other in kept):
            kept.append(one)
    return kept


def _parts(matrix: Any, wanted: int, *, seed: int | None) -> tuple[Any, Any]:
    """The matrix as shares of each comment in each topic, and weights of each topic's terms."""
    from sklearn.decomposition import NMF  # noqa: PLC0415  # see above
    from sklearn.exceptions import ConvergenceWarning  # noqa: PLC0415  # see above

    how = NMF(
        n_components=wanted,
        init="nndsvda" if seed is None and wanted > 1 else "random",
        random_state=seed or 0,
        max_iter=200 if seed is None else 60,
        tol=1e-3,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        # What is left over may come out as a little less than nothing where it all fits.
        warnings.simplefilter("ignore", RuntimeWarning)
        shares = how.fit_transform(matrix)
    return _joined(shares, how.components_)


def _joined(shares: Any, parts: Any) -> tuple[Any, Any]:
    """Parts that rest on the same words taken together: late buses and dear buses are one topic."""
    import numpy  # noqa: PLC0415  # see above

    lengths = numpy.linalg.norm(parts, axis=1)
    alike = parts @ parts.T / numpy.outer(lengths, lengths).clip(min=1e-12)
    group = list(range(len(parts)))
    for one in range(len(parts)):
        for other in range(one):
            if alike[one, other] >= _JOINED_FROM:
                former, kept = group[one], group[other]
                group = [kept if at == former else at for at in group]
    groups = [[at for at in range(len(parts)) if group[at] == kept] for kept in sorted(set(group))]
    return (
        numpy.column_stack([shares[:, some].sum(axis=1) for some in groups]),
        numpy.vstack([parts[some].sum(axis=0) for some in groups]),
    )


def _runs(matrix: Any, wanted: int) -> Iterable[Any]:
    """The topics as they are found again where every fifth comment is left out, from another start each time."""
    for left in range(_PARTS):
        rows = [row for row in range(matrix.shape[0]) if row % _PARTS != left]
        if len(rows) > wanted:
            yield _parts(matrix[rows], wanted, seed=left + 1)[1]


def _top(part: Any) -> frozenset[int]:
    """The columns of a topic's first terms."""
    order = sorted(range(len(part)), key=lambda at: (-part[at], at))[:MOST_TERMS]
    return frozenset(at for at in order if part[at] > 0 and part[at] >= _LEAST_PART * part[order[0]])


def _proposal(
    read: _Read, shares: Any, parts: Any, at: int, again: Sequence[Sequence[frozenset[int]]]
) -> Proposal | None:
    columns = _top(parts[at])
    terms = _terms(read, shares, at, sorted(columns, key=lambda column: (-parts[at][column], column)))
    stability = _stability(columns, again)
    if not terms or stability < STABLE_FROM:
        return None
    members = [one for one in read.texts if belongs(terms, one)]
    if len(members) < SMALLEST_TOPIC or len({one.response for one in members}) < SMALLEST_TOPIC:
        return None
    ordered = _nearest_first(terms, members)
    return Proposal(
        terms=terms,
        members=tuple(one.id for one in ordered),
        typical=tuple(_different(ordered)),
        stability=round(stability, 2),
    )


def _terms(read: _Read, shares: Any, at: int, columns: Sequence[int]) -> tuple[TopicTerm, ...]:
    """The terms that stand for a topic, each weighed by the share of its comments that are most of all about it."""
    most = shares.argmax(axis=1)
    about = (most == at) & (shares[:, at] > _LEAST_PART * shares[:, at].max())
    found = []
    for column in columns:
        having = read.matrix[:, [column]].nonzero()[0]
        weight = float(about[having].mean()) if len(having) else 0.0
        if weight >= _LEAST_WEIGHT:
            term = read.terms[column]
            # Never quite certain: one word alone does not outweigh all that others say.
            found.append(TopicTerm(term=term, words=read.words[term], weight=round(min(weight, 0.95), 3)))
    return tuple(sorted(found, key=lambda one: (-one.weight, one.term)))


def _stability(columns: frozenset[int], again: Sequence[Sequence[frozenset[int]]]) -> float:
    """The mean over the runs of the best overlap (shared of all) with a topic found there, 0-1."""
    if not again or not columns:
        return 0.0
    best = [max(len(columns & other) / len(columns | other) for other in run) for run in again]
    return sum(best) / len(best)


def _nearest_first(terms: Sequence[TopicTerm], members: Sequence[TopicText]) -> list[TopicText]:
    """By how near they are to the topic for their length: who says most of it in few words first."""

    def key(one: TopicText) -> tuple[float, str, str]:
        length = len({term for term, _ in terms_of(one.masked)})
        return (-round(closeness(terms, one) / (3 + length) ** 0.5, 9), one.text, one.id)

    return sorted(members, key=key)


def _different(ordered: Sequence[TopicText]) -> Iterable[str]:
    """The first few, none of which says word for word what an earlier one says."""
    said: set[str] = set()
    for one in ordered:
        words = " ".join(one.text.casefold().split())
        if words not in said and len(said) < MOST_TYPICAL:
            said.add(words)
            yield one.id
