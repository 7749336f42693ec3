"""How indicators stood on a day: the value in force, its direction, and its RAG with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from analysis.figures.rag import Judgement, RagReading, read
from feedback_app.domain.indicators.facts import (
    AvailabilityRecord,
    IndicatorFacts,
    IndicatorReading,
    IndicatorRecord,
    OverrideRecord,
    ValueFacts,
    ValueRecord,
)
from feedback_app.domain.indicators.kinds import Availability
from feedback_app.domain.indicators.queries import (
    availabilities_of,
    indicators,
    known_by,
    overrides_of,
    values_of,
)


def readings(session: Session, on: date, ids: Iterable[UUID] | None = None) -> tuple[IndicatorReading, ...]:
    """Every indicator (or these) as it stood on a day, in the register's order."""
    wanted = None if ids is None else tuple(ids)
    values, overrides = values_of(session, wanted), overrides_of(session, wanted)
    availabilities = availabilities_of(session, wanted)
    return tuple(
        reading_of(
            one,
            on=on,
            values=values.get(one.id, ()),
            availabilities=availabilities.get(one.id, ()),
            overrides=overrides.get(one.id, ()),
        )
        for one in indicators(session, wanted)
    )


def reading_of(
    indicator: IndicatorRecord,
    *,
    on: date,
    values: Sequence[ValueRecord],
    availabilities: Sequence[AvailabilityRecord],
    overrides: Sequence[OverrideRecord],
) -> IndicatorReading:
    """One indicator as it stood on a day. Its availability on that day outranks any value in force."""
    standing = [one.facts for one in known_by(values, on)]
    newest = max(standing, key=lambda one: one.period.starts_on, default=None)
    previous, year_ago = _before(newest, standing), _year_before(newest, standing)
    availability = _availability(availabilities, on)
    rag = _rag(indicator.facts, newest, previous, year_ago, availability)
    shown = newest if availability.availability is Availability.REPORTED else None
    override = _override(overrides, on, None if shown is None else shown.period.code)
    if override is not None:
        rag = rag.overridden(override.status, override.because)
    return IndicatorReading(
        indicator=indicator,
        value=shown,
        previous=None if shown is None else previous,
        year_ago=None if shown is None else year_ago,
        availability=availability,
        rag=rag,
    )


def _before(newest: ValueFacts | None, standing: Iterable[ValueFacts]) -> ValueFacts | None:
    if newest is None:
        return None
    start, kind = newest.period.starts_on, newest.period.kind
    earlier = [one for one in standing if one.period.kind is kind and one.period.starts_on < start]
    return max(earlier, key=lambda one: one.period.starts_on, default=None)


def _year_before(newest: ValueFacts | None, standing: Iterable[ValueFacts]) -> ValueFacts | None:
    wanted = None if newest is None else newest.period.year_before
    return next((one for one in standing if one.period == wanted), None)


def _availability(known: Sequence[AvailabilityRecord], on: date) -> AvailabilityRecord:
    standing = [one for one in known if one.since <= on]
    usual = AvailabilityRecord(since=date.min, availability=Availability.REPORTED, reason="")
    return max(standing, key=lambda one: one.since, default=usual)


def _override(overrides: Sequence[OverrideRecord], on: date, period: str | None) -> OverrideRecord | None:
    standing = [
        one
        for one in overrides
        if one.set_on <= on and (one.lifted_on is None or one.lifted_on > on) and one.period == period
    ]
    return standing[0] if standing else None


def _rag(
    facts: IndicatorFacts,
    newest: ValueFacts | None,
    previous: ValueFacts | None,
    year_ago: ValueFacts | None,
    availability: AvailabilityRecord,
) -> RagReading:
    judgement = None
    if newest is not None and newest.judged_by and newest.recovers is not None:
        judgement = Judgement(by=newest.judged_by, recovers=newest.recovers)
    return read(
        None if newest is None else newest.value,
        facts.aim,
        availability.availability,
        reason=availability.reason,
        previous=None if previous is None else previous.value,
        year_ago=None if year_ago is None else year_ago.value,
        judgement=judgement,
    )
