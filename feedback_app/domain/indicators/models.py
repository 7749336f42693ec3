"""The tables of priorities, outcomes and indicators, and of what is known of each indicator and when."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.domain.indicators.kinds import Availability, Better, Rag, RagRule
from feedback_app.domain.indicators.period import PeriodKind
from feedback_app.platform.database import Identified, Model


class Priority(Model):
    """One priority of the plan: its code never changes, its heading may differ from one section of a paper to the next."""

    __tablename__ = "priority"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    position: Mapped[int]


class Outcome(Model):
    """One outcome of the plan; its key is the theme's code."""

    __tablename__ = "outcome"

    code: Mapped[str] = mapped_column(primary_key=True)
    priority_code: Mapped[str] = mapped_column(ForeignKey("priority.code"))
    #: Verbatim, as the plan and its papers print it.
    wording: Mapped[str]
    #: A few words for charts and lists; ours, the wording is the plan's.
    short: Mapped[str]
    #: A number as printed, or nothing: numbers begin again and stop, so they order nothing.
    printed_number: Mapped[str | None]
    position: Mapped[int]


class Indicator(Identified, Model):
    """One indicator of a performance framework."""

    __tablename__ = "indicator"

    #: Text: "1.10" is not "1.1".
    number: Mapped[str]
    framework: Mapped[str]
    #: Verbatim.
    wording: Mapped[str]
    definition: Mapped[str] = mapped_column(default="")
    #: Its own theme, such as "CAMHS waiting times".
    theme: Mapped[str] = mapped_column(default="")
    priority_code: Mapped[str | None] = mapped_column(ForeignKey("priority.code"))
    owner: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    good_is: Mapped[Better] = mapped_column(default=Better.HIGHER)
    #: Decimals stand as text, so that no database rounds them.
    baseline: Mapped[str | None]
    baseline_on: Mapped[date | None]
    target: Mapped[str | None]
    target_origin: Mapped[str] = mapped_column(default="")
    target_on: Mapped[date | None]
    rule: Mapped[RagRule] = mapped_column(default=RagRule.RELATIVE_PERCENT)
    tolerance: Mapped[str] = mapped_column(default="5")
    frequency: Mapped[str] = mapped_column(default="")
    next_update: Mapped[str] = mapped_column(default="")
    #: Holds made-up values and says so wherever it is shown.
    synthetic: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (sa.UniqueConstraint("framework", "number"),)


class IndicatorOutcome(Model):
    """An outcome that an indicator speaks of; it may speak of several."""

    __tablename__ = "indicator_outcome"

    indicator_id: Mapped[UUID] = mapped_column(
        ForeignKey("indicator.id", ondelete="CASCADE"), primary_key=True
    )
    outcome_code: Mapped[str] = mapped_column(ForeignKey("outcome.code"), primary_key=True)


class IndicatorAvailability(Identified, Model):
    """From a day on: whether there is a figure to judge, and if not, why. It outranks any value in force."""

    __tablename__ = "indicator_availability"

    indicator_id: Mapped[UUID] = mapped_column(ForeignKey("indicator.id", ondelete="CASCADE"))
    since: Mapped[date]
    availability: Mapped[Availability]
    #: Printed with N/A.
    reason: Mapped[str] = mapped_column(default="")
    set_at: Mapped[datetime]

    __table_args__ = (sa.UniqueConstraint("indicator_id", "since"),)


class IndicatorValue(Identified, Model):
    """One value for one period. Values are added, never edited: a correction names the one it replaces."""

    __tablename__ = "indicator_value"

    indicator_id: Mapped[UUID] = mapped_column(ForeignKey("indicator.id", ondelete="CASCADE"), index=True)
    period_kind: Mapped[PeriodKind]
    period_start: Mapped[date]
    value: Mapped[str]
    numerator: Mapped[str | None]
    denominator: Mapped[str | None]
    source: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    #: The day from which it was known; a paper of an earlier day does not see it.
    known_on: Mapped[date]
    #: A named person judges whether a missed target recovers within the year.
    judged_by: Mapped[str] = mapped_column(default="")
    recovers: Mapped[bool | None]
    #: The value it corrects, each at most once.
    replaces_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("indicator_value.id", ondelete="CASCADE"), unique=True
    )
    entered_at: Mapped[datetime]

    __table_args__ = (
        sa.Index(
            "ix_indicator_value_first",
            "indicator_id",
            "period_kind",
            "period_start",
            unique=True,
            sqlite_where=sa.text("replaces_id IS NULL"),
            postgresql_where=sa.text("replaces_id IS NULL"),
        ),
    )


class RagOverride(Identified, Model):
    """A status that a person set, with their reason. It speaks of one period and lapses with a newer value."""

    __tablename__ = "rag_override"

    indicator_id: Mapped[UUID] = mapped_column(ForeignKey("indicator.id", ondelete="CASCADE"), index=True)
    #: The code of the period it speaks of, or nothing where there was no value.
    period: Mapped[str | None]
    status: Mapped[Rag]
    because: Mapped[str]
    set_on: Mapped[date]
    set_at: Mapped[datetime]
    #: Taken back by a person.
    lifted_on: Mapped[date | None]

    __table_args__ = (sa.CheckConstraint("because <> ''", name="has_a_reason"),)
