"""Compares the shipped reading with what was learned, on labels that the learning had not seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.county.fitting import fit
from analysis.county.rows import Labelled, Prepared, prepare
from analysis.figures.agreement import kappa
from analysis.learned.leaning import Leaning, LeaningWeights, NameOf
from analysis.text.finding import THEME_CODES, Finding, Sentiment
from analysis.text.reader import analyse

#: The labels are held back a fifth at a time.
PARTS = 5
_DRAWS = 200
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Figure = Callable[[Ints], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A figure 0-1 (or a difference of two) with its 95 % interval, by drawing whole responses anew 200 times."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ByLabel:
    """One feeling or outcome: how many comments people gave it, and the F1 of both readings."""

    label: str
    n: int
    shipped: float
    learned: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Both readings beside people's labels. `f1` is macro for feelings, micro for outcomes; kappa over all decisions."""

    n: int
    shipped_f1: Measured
    learned_f1: Measured
    better_by: Measured
    shipped_kappa: float | None
    learned_kappa: float | None
    by_label: tuple[ByLabel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The comparison as an officer sees it; None where there were too few labels of a kind."""

    comments: int
    responses: int
    sentiment: Compared | None
    themes: Compared | None

    def as_dict(self) -> dict[str, object]:
        """Plain data, fit for JSON."""
        return asdict(self)


def learn(
    labels: Sequence[Labelled], part_of: Callable[[str], int], name_of: NameOf
) -> tuple[LeaningWeights, Comparison]:
    """What all the labels teach, and how such learning does on labels held back, a fifth after the other.

    `part_of` gives a response's part, 0 to PARTS - 1, always the same.
    """
    rows = [prepare(row) for row in labels]
    parts = np.array([part_of(row.row.group) for row in rows])
    learned: list[Finding] = [analyse(row.text, row.question, page=row.page) for row in labels]
    shipped = list(learned)
    for part in sorted(set(parts.tolist())):
        leaning = Leaning(fit([rows[at] for at in np.flatnonzero(parts != part).tolist()], name_of), name_of)
        for at in np.flatnonzero(parts == part).tolist():
            one = labels[at]
            learned[at] = analyse(one.text, one.question, page=one.page, leaning=leaning)
    return fit(rows, name_of), _compare(rows, shipped, learned)


def _compare(rows: Sequence[Prepared], shipped: Sequence[Finding], learned: Sequence[Finding]) -> Comparison:
    groups = [row.row.group for row in rows]
    felt = [
        at
        for at, row in enumerate(rows)
        if row.row.sentiment is not None and shipped[at].sentiment is not None
    ]
    themed = [at for at, row in enumerate(rows) if row.row.themes is not None]
    return Comparison(
        comments=len(rows),
        responses=len(set(groups)),
        sentiment=_compared(
            [[str(rows[at].row.sentiment) == one for one in Sentiment] for at in felt],
            [[shipped[at].sentiment == one for one in Sentiment] for at in felt],
            [[learned[at].sentiment == one for one in Sentiment] for at in felt],
            labels=[str(one) for one in Sentiment],
            groups=[groups[at] for at in felt],
            average="macro",
        ),
        themes=_compared(
            [[code in (rows[at].row.themes or ()) for code in THEME_CODES] for at in themed],
            [_named(shipped[at]) for at in themed],
            [_named(learned[at]) for at in themed],
            labels=list(THEME_CODES),
            groups=[groups[at] for at in themed],
            average="micro",
        ),
    )


def _named(finding: Finding) -> list[bool]:
    codes = {theme.code for theme in finding.themes}
    return [code in codes for code in THEME_CODES]


def _compared(
    people: Sequence[Sequence[bool]],
    shipped: Sequence[Sequence[bool]],
    learned: Sequence[Sequence[bool]],
    *,
    labels: Sequence[str],
    groups: Sequence[str],
    average: str,
) -> Compared | None:
    if not people:
        return None
    truth, before, after = np.array(people), np.array(shipped), np.array(learned)

    def f1(guesses: Flags, rows: Ints) -> float:
        return _f1(truth[rows], guesses[rows], average)

    return Compared(
        n=len(people),
        shipped_f1=_measured(groups, lambda rows: f1(before, rows)),
        learned_f1=_measured(groups, lambda rows: f1(after, rows)),
        better_by=_measured(groups, lambda rows: f1(after, rows) - f1(before, rows)),
        shipped_kappa=kappa(_pairs(truth, before, average)).value,
        learned_kappa=kappa(_pairs(truth, after, average)).value,
        by_label=tuple(
            ByLabel(label=label, n=int(count), shipped=old, learned=new)
            for label, count, old, new in zip(
                labels, truth.sum(axis=0), _each_f1(truth, before), _each_f1(truth, after), strict=True
            )
        ),
    )


def _f1(truth: Flags, guesses: Flags, average: str) -> float:
    if average == "macro":
        return float(np.mean(_each_f1(truth, guesses)))
    return float(2 * (truth & guesses).sum() / max(truth.sum() + guesses.sum(), 1))


def _each_f1(truth: Flags, guesses: Flags) -> list[float]:
    both = truth.sum(axis=0) + guesses.sum(axis=0)
    found: list[float] = (2 * (truth & guesses).sum(axis=0) / np.maximum(both, 1)).tolist()
    return found


def _pairs(truth: Flags, guesses: Flags, average: str) -> list[tuple[object, object]]:
    if average == "macro":
        return list(zip(truth.argmax(axis=1).tolist(), guesses.argmax(axis=1).tolist(), strict=True))
    return list(zip(truth.ravel().tolist(), guesses.ravel().tolist(), strict=True))


def _measured(groups: Sequence[str], figure: Figure) -> Measured:
    places: Mapping[str, list[int]] = {group: [] for group in groups}
    for place, group in enumerate(groups):
        places[group].append(place)
    lists = [np.array(found) for found in places.values()]
    draw = np.random.default_rng(2026)
    found = sorted(
        figure(np.concatenate([lists[at] for at in draw.integers(0, len(lists), len(lists))]))
        for _ in range(_DRAWS)
    )
    return Measured(
        value=round(figure(np.arange(len(groups))), 4),
        low=round(found[int(_DRAWS * 0.025)], 4),
        high=round(found[int(_DRAWS * 0.975)], 4),
    )
