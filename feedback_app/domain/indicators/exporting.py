"""The register and its values as lines of a CSV file that `importing` accepts again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import zip_longest

from sqlalchemy.orm import Session

from feedback_app.domain.indicators.columns import COLUMNS
from feedback_app.domain.indicators.facts import (
    AvailabilityRecord,
    IndicatorFacts,
    OverrideRecord,
    ValueRecord,
    plain_decimal,
)
from feedback_app.domain.indicators.queries import availabilities_of, indicators, overrides_of, values_of

YES, NO = "yes", "no"


def export_lines(session: Session) -> list[list[str]]:
    """A header line, then for each indicator as many lines as it has values, availabilities or statuses set by hand.

    Of a corrected value the first stands before its correction, so that reading the lines in order gives both again.
    """
    values, overrides = values_of(session), overrides_of(session)
    availabilities = availabilities_of(session)
    lines = [list(COLUMNS)]
    for one in indicators(session):
        facts = _facts(one.facts)
        entries = zip_longest(
            reversed(values.get(one.id, [])),
            reversed(availabilities.get(one.id, [])),
            reversed(overrides.get(one.id, [])),
        )
        for value, availability, override in list(entries) or [(None, None, None)]:
            cells = facts | _value(value) | _availability(availability) | _override(override)
            lines.append([cells.get(column, "") for column in COLUMNS])
    return lines


def _facts(facts: IndicatorFacts) -> dict[str, str]:
    return {
        "framework": facts.framework,
        "number": facts.number,
        "wording": facts.wording,
        "definition": facts.definition,
        "theme": facts.theme,
        "priority": facts.priority_code or "",
        "outcomes": "; ".join(facts.outcome_codes),
        "owner": facts.owner,
        "source": facts.source,
        "unit": facts.unit,
        "good_is": facts.good_is.value,
        "baseline": _number(facts.baseline),
        "baseline_on": _day(facts.baseline_on),
        "target": _number(facts.target),
        "target_origin": facts.target_origin,
        "target_on": _day(facts.target_on),
        "rule": facts.rule.value,
        "tolerance": _number(facts.tolerance),
        "frequency": facts.frequency,
        "next_update": facts.next_update,
        "synthetic": YES if facts.synthetic else NO,
    }


def _value(record: ValueRecord | None) -> dict[str, str]:
    if record is None:
        return {}
    facts = record.facts
    return {
        "period": facts.period.code,
        "value": _number(facts.value),
        "numerator": _number(facts.numerator),
        "denominator": _number(facts.denominator),
        "value_source": facts.source,
        "value_note": facts.note,
        "known_on": _day(facts.known_on),
        "judged_by": facts.judged_by,
        "recovers": "" if facts.recovers is None else YES if facts.recovers else NO,
    }


def _availability(record: AvailabilityRecord | None) -> dict[str, str]:
    if record is None:
        return {}
    return {
        "availability": record.availability.value,
        "availability_since": _day(record.since),
        "availability_reason": record.reason,
    }


def _override(record: OverrideRecord | None) -> dict[str, str]:
    if record is None:
        return {}
    return {
        "status_by_hand": record.status.value,
        "status_period": record.period or "",
        "status_reason": record.because,
        "status_set_on": _day(record.set_on),
        "status_lifted_on": _day(record.lifted_on),
    }


def _number(number: Decimal | None) -> str:
    return "" if number is None else plain_decimal(number)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
