"""What is written down of an indicator and of its values, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from uuid import UUID

from analysis.figures.rag import Aim, RagReading
from feedback_app.domain.indicators.kinds import Availability, Better, Rag, RagRule
from feedback_app.domain.indicators.period import Period

LONGEST_NUMBER = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFacts:
    """The description of an indicator, without its values."""

    number: str
    framework: str
    wording: str
    definition: str = ""
    theme: str = ""
    priority_code: str | None = None
    outcome_codes: tuple[str, ...] = ()
    owner: str = ""
    source: str = ""
    unit: str = ""
    good_is: Better = Better.HIGHER
    baseline: Decimal | None = None
    baseline_on: date | None = None
    target: Decimal | None = None
    target_origin: str = ""
    target_on: date | None = None
    rule: RagRule = RagRule.RELATIVE_PERCENT
    tolerance: Decimal = Decimal(5)
    frequency: str = ""
    next_update: str = ""
    synthetic: bool = False

    @property
    def aim(self) -> Aim:
        """What the RAG rule reads a value against."""
        return Aim(
            baseline=self.baseline,
            target=self.target,
            tolerance=self.tolerance,
            rule=self.rule,
            better=self.good_is,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueFacts:
    """One value as a person enters it."""

    period: Period
    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    source: str = ""
    note: str = ""
    known_on: date
    judged_by: str = ""
    recovers: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRecord:
    """A value that is stored; `replaced` once a correction stands in its place."""

    id: UUID
    facts: ValueFacts
    replaces_id: UUID | None
    replaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailabilityRecord:
    """From when on an indicator has this availability, and why."""

    since: date
    availability: Availability
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideRecord:
    """A status that a person set for one period."""

    id: UUID
    period: str | None
    status: Rag
    because: str
    set_on: date
    lifted_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRecord:
    """An indicator as it is stored."""

    id: UUID
    facts: IndicatorFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorReading:
    """How an indicator stood on a day: the value in force, what it is compared with, and its RAG."""

    indicator: IndicatorRecord
    value: ValueFacts | None
    previous: ValueFacts | None
    year_ago: ValueFacts | None
    availability: AvailabilityRecord
    rag: RagReading


def read_decimal(text: str) -> Decimal | None:
    """The exact number that a text says ("1,234.5", "35 %"), or None where it says none that is finite and sane."""
    plain = text.strip().removesuffix("%").strip().replace(",", "").replace("−", "-")
    if not plain or len(plain) > LONGEST_NUMBER:
        return None
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > LONGEST_NUMBER:
        return None
    return number


def plain_decimal(number: Decimal) -> str:
    """A number as printed and stored: never in powers of ten."""
    return f"{number:f}"
