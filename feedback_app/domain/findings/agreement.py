"""How far people and the machine agree on the labels of comments, and people with one another."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

import analysis
from analysis.figures.agreement import Kappa, kappa
from feedback_app.domain.findings.models import Checked, Correction, Finding
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.responses.reserved import ANSWER

#: From so many comments labelled blind, the blind figure is the one to go by.
ENOUGH_BLIND = 30
SENTIMENT = "sentiment"

Pair: TypeAlias = tuple[str, str]
Said: TypeAlias = Callable[[Correction], Pair | None]
"""What a person and the machine said of one thing; None where the person said nothing of it, or the machine could not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelAgreement:
    """Agreement on one label: `sentiment`, or a theme's code.

    `machine` is people with the machine on all that they checked; of that `blind` was labelled before its labels were
    seen, `seen` after. `people` is two people on the same comment.
    """

    label: str
    machine: Kappa
    blind: Kappa
    seen: Kappa
    people: Kappa

    @property
    def to_go_by(self) -> Kappa:
        """The honest one where it has a base of `ENOUGH_BLIND`, otherwise that of all that was checked."""
        return self.blind if self.blind.n >= ENOUGH_BLIND else self.machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Of `n_comments` that are counted, how many people have checked, and how far they agree with the machine."""

    n_comments: int
    n_checked: int
    #: 0-1; None where there is no comment.
    share_checked: float | None
    sentiment: LabelAgreement
    #: By code, in the plan's order; every one of them.
    themes: Mapping[str, LabelAgreement]


def agreement_of(session: Session, wave_ids: Collection[UUID]) -> Agreement:
    """Agreement over some waves, on the comments that count: no spam, no boxes beside options, no answers to replies."""
    n_comments, n_checked = _numbers(session, wave_ids)
    entries = _entries(session, wave_ids)
    return Agreement(
        n_comments=n_comments,
        n_checked=n_checked,
        share_checked=n_checked / n_comments if n_comments else None,
        sentiment=_on(SENTIMENT, _feelings, entries),
        themes={code: _on(code, _about(code), entries) for code in analysis.THEME_CODES},
    )


def counts_as_comment(wave_ids: Collection[UUID]) -> tuple[Any, ...]:
    """What makes a comment one that figures count; for a statement on Comment, within the domain only."""
    return (
        Comment.wave_id.in_(wave_ids),
        Comment.field == Comment.question_code,
        Comment.question_code != ANSWER,
        Comment.state != CommentState.SPAM,
    )


def _numbers(session: Session, wave_ids: Collection[UUID]) -> tuple[int, int]:
    row = session.execute(
        select(func.count(), func.count(Checked.comment_id))
        .select_from(Comment)
        .join(Finding, Finding.comment_id == Comment.id)
        .outerjoin(Checked, Checked.comment_id == Comment.id)
        .where(*counts_as_comment(wave_ids))
    ).one()
    return row[0], row[1]


def _entries(session: Session, wave_ids: Collection[UUID]) -> list[list[Correction]]:
    """What people said and did not take back, comment by comment, the earliest first."""
    rows = session.scalars(
        select(Correction)
        .join(Comment, Comment.id == Correction.comment_id)
        .where(Correction.undone.is_(False), *counts_as_comment(wave_ids))
        .order_by(Correction.comment_id, Correction.number)
    )
    return [list(of_one) for _, of_one in groupby(rows, key=lambda row: row.comment_id)]


def _feelings(entry: Correction) -> Pair | None:
    if entry.sentiment is None or entry.machine_sentiment is None:
        return None
    return entry.sentiment, entry.machine_sentiment


def _about(code: str) -> Said:
    def said(entry: Correction) -> Pair | None:
        if entry.themes is None:
            return None
        return str(code in entry.themes), str(code in entry.machine_themes)

    return said


def _on(label: str, said: Said, entries: Iterable[Sequence[Correction]]) -> LabelAgreement:
    everything: list[Pair] = []
    blind: list[Pair] = []
    seen: list[Pair] = []
    people: list[Pair] = []
    for of_comment in entries:
        pairs = [(entry, pair) for entry in of_comment if (pair := said(entry)) is not None]
        if not pairs:
            continue
        latest, counted = pairs[-1]
        everything.append(counted)
        blind.extend([pair for entry, pair in pairs if entry.blind][:1])
        if not latest.blind:
            seen.append(counted)
        by_person = {entry.by: pair[0] for entry, pair in pairs}
        if len(by_person) > 1:
            one, other, *_ = by_person.values()
            people.append((one, other))
    return LabelAgreement(
        label=label, machine=kappa(everything), blind=kappa(blind), seen=kappa(seen), people=kappa(people)
    )
