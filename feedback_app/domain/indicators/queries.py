"""Reads priorities, outcomes and indicators; gives frozen records."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.indicators.facts import (
    AvailabilityRecord,
    IndicatorFacts,
    IndicatorRecord,
    OverrideRecord,
    ValueFacts,
    ValueRecord,
)
from feedback_app.domain.indicators.models import (
    Indicator,
    IndicatorAvailability,
    IndicatorOutcome,
    IndicatorValue,
    Outcome,
    Priority,
    RagOverride,
)
from feedback_app.domain.indicators.period import Period
from feedback_app.platform.problems import Missing


class NoSuchIndicator(Missing):
    """Nothing in the register has this id."""

    def __str__(self) -> str:
        return "This indicator is not in the register."


class NoSuchValue(Missing):
    """No value has this id."""

    def __str__(self) -> str:
        return "This value is not there."


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRecord:
    """One outcome as the plan prints it."""

    code: str
    wording: str
    short: str
    printed_number: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityRecord:
    """One priority with its outcomes in order."""

    code: str
    name: str
    outcomes: tuple[OutcomeRecord, ...]


def priorities(session: Session) -> tuple[PriorityRecord, ...]:
    """The plan's priorities in order, each with its outcomes."""
    outcomes: dict[str, list[OutcomeRecord]] = {}
    for row in session.scalars(select(Outcome).order_by(Outcome.position)):
        record = OutcomeRecord(
            code=row.code, wording=row.wording, short=row.short, printed_number=row.printed_number
        )
        outcomes.setdefault(row.priority_code, []).append(record)
    return tuple(
        PriorityRecord(code=row.code, name=row.name, outcomes=tuple(outcomes.get(row.code, ())))
        for row in session.scalars(select(Priority).order_by(Priority.position))
    )


def outcome_names(session: Session) -> dict[str, str]:
    """Theme code to the outcome in a few words, in the plan's order."""
    return {o.code: o.short for p in priorities(session) for o in p.outcomes}


def indicators(session: Session, ids: Iterable[UUID] | None = None) -> tuple[IndicatorRecord, ...]:
    """The register, in the order people read its numbers: 1.1, 1.3, 1.10."""
    wanted = select(Indicator) if ids is None else select(Indicator).where(Indicator.id.in_(tuple(ids)))
    rows = session.scalars(wanted).all()
    outcomes: dict[UUID, list[str]] = {}
    links = select(IndicatorOutcome).join(Outcome, Outcome.code == IndicatorOutcome.outcome_code)
    for link in session.scalars(links.order_by(Outcome.position)):
        outcomes.setdefault(link.indicator_id, []).append(link.outcome_code)
    records = [_record(row, tuple(outcomes.get(row.id, ()))) for row in rows]
    return tuple(sorted(records, key=lambda one: (one.facts.framework, natural_order(one.facts.number))))


def indicator_by_id(session: Session, indicator_id: UUID) -> IndicatorRecord:
    """One indicator. Raises NoSuchIndicator."""
    found = indicators(session, [indicator_id])
    if not found:
        raise NoSuchIndicator
    return found[0]


def values_of(session: Session, ids: Iterable[UUID] | None = None) -> dict[UUID, list[ValueRecord]]:
    """Every value by indicator, newest period first and of one period the newest first; corrected ones too."""
    wanted = select(IndicatorValue)
    if ids is not None:
        wanted = wanted.where(IndicatorValue.indicator_id.in_(tuple(ids)))
    order = (
        IndicatorValue.period_start.desc(),
        IndicatorValue.known_on.desc(),
        IndicatorValue.entered_at.desc(),
    )
    rows = session.scalars(wanted.order_by(*order)).all()
    replaced = {row.replaces_id for row in rows}
    found: dict[UUID, list[ValueRecord]] = {}
    for row in rows:
        record = ValueRecord(
            id=row.id, facts=_value(row), replaces_id=row.replaces_id, replaced=row.id in replaced
        )
        found.setdefault(row.indicator_id, []).append(record)
    return found


def value_by_id(session: Session, value_id: UUID) -> tuple[UUID, ValueFacts]:
    """One value with the id of its indicator. Raises NoSuchValue."""
    row = session.get(IndicatorValue, value_id)
    if row is None:
        raise NoSuchValue
    return row.indicator_id, _value(row)


def availabilities_of(
    session: Session, ids: Iterable[UUID] | None = None
) -> dict[UUID, list[AvailabilityRecord]]:
    """What was known of each indicator's availability, newest first."""
    wanted = select(IndicatorAvailability).order_by(IndicatorAvailability.since.desc())
    if ids is not None:
        wanted = wanted.where(IndicatorAvailability.indicator_id.in_(tuple(ids)))
    found: dict[UUID, list[AvailabilityRecord]] = {}
    for row in session.scalars(wanted):
        record = AvailabilityRecord(since=row.since, availability=row.availability, reason=row.reason)
        found.setdefault(row.indicator_id, []).append(record)
    return found


def overrides_of(session: Session, ids: Iterable[UUID] | None = None) -> dict[UUID, list[OverrideRecord]]:
    """The statuses that people set, newest first."""
    wanted = select(RagOverride).order_by(RagOverride.set_on.desc(), RagOverride.set_at.desc())
    if ids is not None:
        wanted = wanted.where(RagOverride.indicator_id.in_(tuple(ids)))
    found: dict[UUID, list[OverrideRecord]] = {}
    for row in session.scalars(wanted):
        record = OverrideRecord(
            id=row.id,
            period=row.period,
            status=row.status,
            because=row.because,
            set_on=row.set_on,
            lifted_on=row.lifted_on,
        )
        found.setdefault(row.indicator_id, []).append(record)
    return found


def natural_order(number: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key that reads digits as numbers: "1.3" before "1.10"."""
    parts = re.findall(r"\d+|\D+", number)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def _record(row: Indicator, outcome_codes: tuple[str, ...]) -> IndicatorRecord:
    facts = IndicatorFacts(
        number=row.number,
        framework=row.framework,
        wording=row.wording,
        definition=row.definition,
        theme=row.theme,
        priority_code=row.priority_code,
        outcome_codes=outcome_codes,
        owner=row.owner,
        source=row.source,
        unit=row.unit,
        good_is=row.good_is,
        baseline=_decimal(row.baseline),
        baseline_on=row.baseline_on,
        target=_decimal(row.target),
        target_origin=row.target_origin,
        target_on=row.target_on,
        rule=row.rule,
        tolerance=Decimal(row.tolerance),
        frequency=row.frequency,
        next_update=row.next_update,
        synthetic=row.synthetic,
    )
    return IndicatorRecord(id=row.id, facts=facts)


def _value(row: IndicatorValue) -> ValueFacts:
    return ValueFacts(
        period=Period(kind=row.period_kind, starts_on=row.period_start),
        value=Decimal(row.value),
        numerator=_decimal(row.numerator),
        denominator=_decimal(row.denominator),
        source=row.source,
        note=row.note,
        known_on=row.known_on,
        judged_by=row.judged_by,
        recovers=row.recovers,
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def known_by(values: Iterable[ValueRecord], on: date) -> tuple[ValueRecord, ...]:
    """The values that stood on a day: known by then, and not yet corrected by then."""
    known = [one for one in values if one.facts.known_on <= on]
    replaced = {one.replaces_id for one in known}
    return tuple(one for one in known if one.id not in replaced)
