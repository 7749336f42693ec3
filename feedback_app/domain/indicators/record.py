"""Writes indicators and what is known of them: values are added and corrected, never edited."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.indicators.facts import IndicatorFacts, ValueFacts, plain_decimal
from feedback_app.domain.indicators.kinds import Availability, Rag
from feedback_app.domain.indicators.models import (
    Indicator,
    IndicatorAvailability,
    IndicatorOutcome,
    IndicatorValue,
    RagOverride,
)
from feedback_app.domain.indicators.queries import NoSuchIndicator, NoSuchValue
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict, Invalid

#: What a row holds exactly as the facts do.
DESCRIBED = (
    "number",
    "framework",
    "wording",
    "definition",
    "theme",
    "priority_code",
    "owner",
    "source",
    "unit",
    "good_is",
    "baseline_on",
    "target_origin",
    "target_on",
    "rule",
    "frequency",
    "next_update",
    "synthetic",
)


class NumberTaken(Conflict):
    """Another indicator of the framework has this number."""

    def __str__(self) -> str:
        return "Another indicator of this framework has this number."


class PeriodHasValue(Conflict):
    """The period has a value already; it can only be corrected."""

    def __str__(self) -> str:
        return "This period has a value already. Correct that value instead of adding another."


class AlreadyCorrected(Conflict):
    """A correction stands in this value's place."""

    def __str__(self) -> str:
        return "This value has been corrected already. Correct the newer one."


class ReasonNeeded(Invalid):
    """A person who sets a status says why."""

    def __str__(self) -> str:
        return "Say why, so that whoever reads the status knows."


def add_indicator(session: Session, facts: IndicatorFacts, *, by: UUID | None) -> UUID:
    """Add an indicator to the register. Raises NumberTaken."""
    _refuse_taken_number(session, facts, but=None)
    row = Indicator(id=uuid4(), number=facts.number, framework=facts.framework, wording=facts.wording)
    _describe(row, facts)
    session.add(row)
    session.flush()
    _link(session, row.id, facts.outcome_codes)
    record(session, "indicator added", by=by, subject="indicator", subject_id=row.id)
    return row.id


def edit_indicator(session: Session, indicator_id: UUID, facts: IndicatorFacts, *, by: UUID | None) -> None:
    """Describe an indicator anew; published papers keep the old words. Raises NumberTaken, NoSuchIndicator."""
    row = _indicator(session, indicator_id)
    _refuse_taken_number(session, facts, but=indicator_id)
    _describe(row, facts)
    session.flush()
    _link(session, row.id, facts.outcome_codes)
    record(session, "indicator edited", by=by, subject="indicator", subject_id=row.id)


def record_value(session: Session, indicator_id: UUID, facts: ValueFacts, *, by: UUID | None) -> UUID:
    """Add the value of a period. Raises PeriodHasValue where there is one to correct."""
    _indicator(session, indicator_id)
    same = select(IndicatorValue.id).where(
        IndicatorValue.indicator_id == indicator_id,
        IndicatorValue.period_kind == facts.period.kind,
        IndicatorValue.period_start == facts.period.starts_on,
    )
    if session.scalar(same.limit(1)) is not None:
        raise PeriodHasValue
    return _store(session, indicator_id, facts, replaces=None, by=by)


def correct_value(session: Session, value_id: UUID, facts: ValueFacts, *, by: UUID | None) -> UUID:
    """Put another value in the place of one, of the same period; the old one stays on record. Raises AlreadyCorrected."""
    old = session.get(IndicatorValue, value_id)
    if old is None:
        raise NoSuchValue
    if session.scalar(select(IndicatorValue.id).where(IndicatorValue.replaces_id == value_id)) is not None:
        raise AlreadyCorrected
    return _store(session, old.indicator_id, facts, replaces=value_id, by=by)


def set_availability(
    session: Session,
    indicator_id: UUID,
    availability: Availability,
    *,
    since: date,
    reason: str,
    by: UUID | None,
) -> None:
    """From a day on, say whether there is a figure to judge; of one day the last word counts."""
    _indicator(session, indicator_id)
    row = session.scalar(
        select(IndicatorAvailability).where(
            IndicatorAvailability.indicator_id == indicator_id, IndicatorAvailability.since == since
        )
    )
    if row is None:
        row = IndicatorAvailability(indicator_id=indicator_id, since=since)
        session.add(row)
    row.availability, row.reason, row.set_at = availability, reason.strip(), clock.now()
    record(session, "availability set", by=by, subject="indicator", subject_id=indicator_id)


def override_rag(
    session: Session,
    indicator_id: UUID,
    status: Rag,
    *,
    period: str | None,
    because: str,
    on: date,
    lifted_on: date | None = None,
    by: UUID | None,
) -> None:
    """Set a status by hand for the value of one period (or for none), with a reason. Raises ReasonNeeded."""
    _indicator(session, indicator_id)
    if not because.strip():
        raise ReasonNeeded
    session.add(
        RagOverride(
            indicator_id=indicator_id,
            period=period,
            status=status,
            because=because.strip(),
            set_on=on,
            set_at=clock.now(),
            lifted_on=lifted_on,
        )
    )
    session.flush()
    record(session, "status set by hand", by=by, subject="indicator", subject_id=indicator_id)


def lift_override(session: Session, override_id: UUID, *, on: date, by: UUID | None) -> UUID:
    """Take a status set by hand back and give its indicator's id; papers of earlier days keep it. Raises NoSuchValue."""
    row = session.get(RagOverride, override_id)
    if row is None:
        raise NoSuchValue
    row.lifted_on = row.lifted_on or on
    record(session, "status by hand taken back", by=by, subject="indicator", subject_id=row.indicator_id)
    return row.indicator_id


def _store(
    session: Session, indicator_id: UUID, facts: ValueFacts, *, replaces: UUID | None, by: UUID | None
) -> UUID:
    row = IndicatorValue(
        id=uuid4(),
        indicator_id=indicator_id,
        period_kind=facts.period.kind,
        period_start=facts.period.starts_on,
        value=plain_decimal(facts.value),
        numerator=_text(facts.numerator),
        denominator=_text(facts.denominator),
        source=facts.source,
        note=facts.note,
        known_on=facts.known_on,
        judged_by=facts.judged_by,
        recovers=facts.recovers,
        replaces_id=replaces,
        entered_at=clock.now(),
    )
    session.add(row)
    session.flush()
    deed = "value added" if replaces is None else "value corrected"
    record(session, deed, by=by, subject="indicator", subject_id=indicator_id)
    return row.id


def _indicator(session: Session, indicator_id: UUID) -> Indicator:
    row = session.get(Indicator, indicator_id)
    if row is None:
        raise NoSuchIndicator
    return row


def _refuse_taken_number(session: Session, facts: IndicatorFacts, *, but: UUID | None) -> None:
    same = select(Indicator.id).where(
        Indicator.framework == facts.framework, Indicator.number == facts.number
    )
    taken = session.scalar(same)
    if taken is not None and taken != but:
        raise NumberTaken


def _describe(row: Indicator, facts: IndicatorFacts) -> None:
    for name in DESCRIBED:
        setattr(row, name, getattr(facts, name))
    row.baseline, row.target = _text(facts.baseline), _text(facts.target)
    row.tolerance = plain_decimal(facts.tolerance)


def _link(session: Session, indicator_id: UUID, outcome_codes: tuple[str, ...]) -> None:
    session.execute(delete(IndicatorOutcome).where(IndicatorOutcome.indicator_id == indicator_id))
    for code in outcome_codes:
        session.add(IndicatorOutcome(indicator_id=indicator_id, outcome_code=code))
    session.flush()


def _text(number: Decimal | None) -> str | None:
    return None if number is None else plain_decimal(number)
