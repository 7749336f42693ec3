"""Red, amber, green or not available: one documented rule that reads a value against its aim (BOARD rules 4 to 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import assert_never


class Rag(StrEnum):
    """The four things a status can be."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    NOT_AVAILABLE = "not_available"

    @property
    def letter(self) -> str:
        """As printed in the paper's table."""
        return {"red": "R", "amber": "A", "green": "G"}.get(self.value, "N/A")

    @property
    def word(self) -> str:
        """As read aloud."""
        return "Not available" if self is Rag.NOT_AVAILABLE else self.value.capitalize()


class RagRule(StrEnum):
    """When a missed target is amber rather than red."""

    #: Off by no more than `tolerance` per cent of the target (Oxfordshire, July 2013: 5 %).
    RELATIVE_PERCENT = "relative_percent"
    #: Off by no more than `tolerance` in the indicator's own unit.
    ABSOLUTE_POINTS = "absolute_points"
    #: Off, but no worse than a year ago.
    IMPROVING_AMBER = "improving_amber"
    #: Off, and a named person judges that it will recover within the year.
    RECOVERS_IN_YEAR = "recovers_in_year"


class Better(StrEnum):
    """Which way is good."""

    HIGHER = "higher"
    LOWER = "lower"
    TO_PLAN = "to_plan"


class Availability(StrEnum):
    """Whether there is a figure to judge at the paper's date."""

    REPORTED = "reported"
    ANNUAL_PENDING = "annual_pending"
    SUSPENDED = "suspended"
    NOT_YET = "not_yet"
    NO_TARGET = "no_target"
    CONTEXTUAL = "contextual"


class Direction(StrEnum):
    """How a value moved against an earlier one."""

    BETTER = "better"
    WORSE = "worse"
    NO_CHANGE = "no_change"
    CANNOT_BE_CALCULATED = "cannot_be_calculated"

    @property
    def words(self) -> str:
        """As printed."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What an indicator is to reach. `tolerance` is per cent or points, as the rule says."""

    baseline: Decimal | None = None
    target: Decimal | None = None
    tolerance: Decimal = Decimal(5)
    rule: RagRule = RagRule.RELATIVE_PERCENT
    better: Better = Better.HIGHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A named person's view on whether a missed target will be met within the year."""

    by: str
    recovers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RagReading:
    """A status, why, and where the value is going (against the last period, and against a year ago)."""

    status: Rag
    because: str
    direction: Direction = Direction.CANNOT_BE_CALCULATED
    direction_over_year: Direction = Direction.CANNOT_BE_CALCULATED
    is_override: bool = False

    def overridden(self, status: Rag, because: str) -> RagReading:
        """The status a person sets, with their reason; raises ValueError without one."""
        if not because.strip():
            raise ValueError("a status that a person sets needs a reason")
        return replace(self, status=status, because=because, is_override=True)


_WITHOUT_FIGURE = {
    Availability.ANNUAL_PENDING: "Reported once a year; the next figure is not out yet.",
    Availability.SUSPENDED: "Reporting is suspended.",
    Availability.NOT_YET: "There is no figure yet.",
    Availability.NO_TARGET: "No target has been set.",
    Availability.CONTEXTUAL: "Shown for context; it has no target.",
}


def read(
    value: Decimal | None,
    aim: Aim,
    availability: Availability,
    *,
    reason: str = "",
    previous: Decimal | None = None,
    year_ago: Decimal | None = None,
    judgement: Judgement | None = None,
) -> RagReading:
    """The status of a value against its aim.

    What the indicator's availability says outranks any value in force: an old figure never colours an indicator whose
    reporting is suspended. Without a value or a target there is no colour. `reason` is printed with "N/A".
    """
    if availability is not Availability.REPORTED:
        return RagReading(status=Rag.NOT_AVAILABLE, because=reason or _WITHOUT_FIGURE[availability])
    if value is None:
        return RagReading(status=Rag.NOT_AVAILABLE, because=reason or "No value has been reported.")
    short, long = direction(value, previous, aim), direction(value, year_ago, aim)
    if aim.target is None:
        status, because = Rag.NOT_AVAILABLE, reason or _WITHOUT_FIGURE[Availability.NO_TARGET]
    else:
        status, because = _judge(value, aim.target, aim, year_ago, judgement)
    return RagReading(status=status, because=because, direction=short, direction_over_year=long)


def direction(value: Decimal | None, earlier: Decimal | None, aim: Aim) -> Direction:
    """How a value moved, given which way is good; "to plan" is better the nearer to its target."""
    if value is None or earlier is None:
        return Direction.CANNOT_BE_CALCULATED
    match aim.better:
        case Better.HIGHER:
            gain = value - earlier
        case Better.LOWER:
            gain = earlier - value
        case Better.TO_PLAN:
            if aim.target is None:
                return Direction.CANNOT_BE_CALCULATED
            gain = abs(earlier - aim.target) - abs(value - aim.target)
        case _ as never:
            assert_never(never)
    if gain == 0:
        return Direction.NO_CHANGE
    return Direction.BETTER if gain > 0 else Direction.WORSE


def _judge(
    value: Decimal, target: Decimal, aim: Aim, year_ago: Decimal | None, judgement: Judgement | None
) -> tuple[Rag, str]:
    missed_by = _missed_by(value, target, aim.better)
    if missed_by <= 0:
        return Rag.GREEN, "The target is met."
    match aim.rule:
        case RagRule.RELATIVE_PERCENT:
            near = missed_by * 100 <= aim.tolerance * abs(target)
            return _near(near, f"{_plain(aim.tolerance)} % of the target")
        case RagRule.ABSOLUTE_POINTS:
            return _near(missed_by <= aim.tolerance, f"{_plain(aim.tolerance)} of the target")
        case RagRule.IMPROVING_AMBER:
            return _improving(direction(value, year_ago, aim))
        case RagRule.RECOVERS_IN_YEAR:
            return _recovering(judgement)
        case _ as never:
            assert_never(never)


def _missed_by(value: Decimal, target: Decimal, better: Better) -> Decimal:
    match better:
        case Better.HIGHER:
            return target - value
        case Better.LOWER:
            return value - target
        case Better.TO_PLAN:
            return abs(value - target)
        case _ as never:
            assert_never(never)


def _near(near: bool, margin: str) -> tuple[Rag, str]:
    if near:
        return Rag.AMBER, f"The target is missed, but within {margin}."
    return Rag.RED, f"The target is missed by more than {margin}."


def _improving(over_year: Direction) -> tuple[Rag, str]:
    match over_year:
        case Direction.BETTER | Direction.NO_CHANGE:
            return Rag.AMBER, "The target is missed, but it is no worse than a year ago."
        case Direction.WORSE:
            return Rag.RED, "The target is missed, and it is worse than a year ago."
        case Direction.CANNOT_BE_CALCULATED:
            return Rag.RED, "The target is missed, and there is no figure from a year ago to compare with."
        case _ as never:
            assert_never(never)


def _recovering(judgement: Judgement | None) -> tuple[Rag, str]:
    if judgement is None:
        return Rag.RED, "The target is missed, and nobody has judged that it will recover this year."
    if judgement.recovers:
        return Rag.AMBER, f"The target is missed; {judgement.by} judges that it will recover this year."
    return Rag.RED, f"The target is missed; {judgement.by} judges that it will not recover this year."


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
