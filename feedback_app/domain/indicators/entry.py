"""One line of an imported file: an indicator, and what the line adds to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from feedback_app.domain.indicators.cell_reading import Cells
from feedback_app.domain.indicators.facts import (
    AvailabilityRecord,
    IndicatorFacts,
    OverrideRecord,
    ValueFacts,
)
from feedback_app.domain.indicators.kinds import Availability, Better, Rag, RagRule
from feedback_app.platform import clock

USUAL_FRAMEWORK = "Performance Framework"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLine:
    """A status set by hand as a file says it."""

    status: Rag
    period: str | None
    because: str
    set_on: date
    lifted_on: date | None

    def same_as(self, held: OverrideRecord) -> bool:
        """Whether this status is on record already."""
        return (self.status, self.period, self.because, self.set_on) == (
            held.status,
            held.period,
            held.because,
            held.set_on,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one line says. `day_is_usual`: the file does not say since when the value is known."""

    line: int
    facts: IndicatorFacts
    value: ValueFacts | None
    day_is_usual: bool
    availability: AvailabilityRecord | None
    override: StatusLine | None


def read_entry(cells: Cells, *, outcomes: Collection[str], priorities: Collection[str]) -> Entry | None:
    """What a line says, or None where something in it is wrong; `cells.problems` then says what."""
    facts = _facts(cells, outcomes, priorities)
    known_on = cells.day("known_on")
    value = _value(cells, known_on or clock.today())
    availability, override = _availability(cells), _override(cells)
    if cells.problems:
        return None
    return Entry(
        line=cells.line,
        facts=facts,
        value=value,
        day_is_usual=known_on is None,
        availability=availability,
        override=override,
    )


def _facts(cells: Cells, outcomes: Collection[str], priorities: Collection[str]) -> IndicatorFacts:
    codes = tuple(code.strip() for code in cells.text("outcomes").split(";") if code.strip())
    for code in codes:
        if code not in outcomes:
            cells.wrong(
                "outcomes", "Use the outcomes' codes, such as supported.listened, with ; between them."
            )
            break
    priority = cells.text("priority")
    if priority and priority not in priorities:
        cells.wrong("priority", "Use one of: " + ", ".join(sorted(priorities)) + ".")
    tolerance = cells.number("tolerance")
    if tolerance is not None and tolerance < 0:
        cells.wrong("tolerance", "A tolerance is not negative.")
    return IndicatorFacts(
        number=cells.needed("number"),
        framework=cells.text("framework") or USUAL_FRAMEWORK,
        wording=cells.needed("wording"),
        definition=cells.text("definition"),
        theme=cells.text("theme"),
        priority_code=priority or None,
        outcome_codes=tuple(sorted(set(codes), key=list(outcomes).index))
        if set(codes) <= set(outcomes)
        else (),
        owner=cells.text("owner"),
        source=cells.text("source"),
        unit=cells.text("unit"),
        good_is=cells.choice("good_is", Better, Better.HIGHER),
        baseline=cells.number("baseline"),
        baseline_on=cells.day("baseline_on"),
        target=cells.number("target"),
        target_origin=cells.text("target_origin"),
        target_on=cells.day("target_on"),
        rule=cells.choice("rule", RagRule, RagRule.RELATIVE_PERCENT),
        tolerance=Decimal(5) if tolerance is None else tolerance,
        frequency=cells.text("frequency"),
        next_update=cells.text("next_update"),
        synthetic=bool(cells.yes_or_no("synthetic")),
    )


def _value(cells: Cells, known_on: date) -> ValueFacts | None:
    period, value = cells.period("period"), cells.number("value")
    if cells.text("value") and not cells.text("period"):
        cells.wrong("period", "A value needs the period it speaks of.")
    if cells.text("period") and not cells.text("value"):
        cells.wrong("value", "Give the value of the period, or leave the period empty.")
    recovers = cells.yes_or_no("recovers")
    numerator, denominator = cells.number("numerator"), cells.number("denominator")
    if period is None or value is None:
        return None
    return ValueFacts(
        period=period,
        value=value,
        numerator=numerator,
        denominator=denominator,
        source=cells.text("value_source"),
        note=cells.text("value_note"),
        known_on=known_on,
        judged_by=cells.text("judged_by"),
        recovers=recovers,
    )


def _availability(cells: Cells) -> AvailabilityRecord | None:
    if not cells.text("availability"):
        return None
    return AvailabilityRecord(
        since=cells.day("availability_since") or clock.today(),
        availability=cells.choice("availability", Availability, Availability.REPORTED),
        reason=cells.text("availability_reason"),
    )


def _override(cells: Cells) -> StatusLine | None:
    if not cells.text("status_by_hand"):
        return None
    period = cells.period("status_period")
    return StatusLine(
        status=cells.choice("status_by_hand", Rag, Rag.NOT_AVAILABLE),
        period=None if period is None else period.code,
        because=cells.needed("status_reason"),
        set_on=cells.day("status_set_on") or clock.today(),
        lifted_on=cells.day("status_lifted_on"),
    )
