"""What the register's pages show, ready to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from feedback_app.board.rag_words import RagShown, shown
from feedback_app.domain.indicators.cell_reading import CellProblem
from feedback_app.domain.indicators.facts import (
    AvailabilityRecord,
    IndicatorFacts,
    IndicatorReading,
    OverrideRecord,
    ValueRecord,
)
from feedback_app.domain.indicators.kinds import AVAILABILITY_WORDS, BETTER_WORDS, RULE_WORDS
from feedback_app.domain.meetings.red_amber import amount, direction_words, value_words
from feedback_app.domain.meetings.sections import day_words
from feedback_app.platform.paging import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One indicator in the register."""

    number: str
    wording: str
    rag: RagShown
    latest: str
    direction: str
    synthetic: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """The register; `counted` says how many are red, amber, green and N/A."""

    lines: tuple[RegisterLine, ...]
    words: str
    by_status: bool
    counted: str
    pages: Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledText:
    """One line of a description; the summary list's macro wants an address too."""

    label: str
    value: str
    address: str = ""
    link_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLine:
    """One value in the list; `correct_address` is empty where a correction stands in its place."""

    period: str
    value: str
    source: str
    note: str
    known_on: str
    replaced: bool
    is_correction: bool
    correct_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingLine:
    """An availability or a status by hand; `action` takes the status back, or is empty."""

    when: str
    words: str
    reason: str
    action: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """One indicator: how it stands today, its description, values, availability, statuses by hand."""

    title: str
    wording: str
    synthetic: bool
    rag: RagShown
    because: str
    latest: str
    direction: str
    is_override: bool
    description: tuple[LabelledText, ...]
    values: tuple[ValueLine, ...]
    availabilities: tuple[StandingLine, ...]
    overrides: tuple[StandingLine, ...]
    edit_address: str
    value_address: str
    availability_address: str
    override_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPage:
    """The page of an import; `problems` are what is wrong in a file, of which nothing was taken."""

    problems: tuple[CellProblem, ...]
    more: int
    done: str


STATUS_ORDER = ("Red", "Amber", "Green", "N/A")


def register_line(reading: IndicatorReading) -> RegisterLine:
    """An indicator as a line of the register."""
    facts = reading.indicator.facts
    return RegisterLine(
        number=facts.number,
        wording=facts.wording,
        rag=shown(reading.rag.status),
        latest="No figure" if reading.value is None else value_words(reading.value, facts.unit),
        direction=direction_words(reading.rag),
        synthetic=facts.synthetic,
        address=url_for("indicators.show_indicator", indicator_id=reading.indicator.id),
    )


def counted(lines: Sequence[RegisterLine]) -> str:
    """How many stand how; N/A counted apart."""
    numbers = {word: sum(line.rag.words == word for line in lines) for word in STATUS_ORDER}
    told = ", ".join(f"{number} {word}" for word, number in numbers.items() if number)
    return f"{len(lines)} {'indicator' if len(lines) == 1 else 'indicators'}: {told}." if told else ""


def indicator_page(
    reading: IndicatorReading,
    values: Sequence[ValueRecord],
    availabilities: Sequence[AvailabilityRecord],
    overrides: Sequence[OverrideRecord],
    *,
    priorities: Mapping[str, str],
    outcomes: Mapping[str, str],
) -> IndicatorPage:
    """One indicator's page."""
    facts, id_ = reading.indicator.facts, reading.indicator.id
    return IndicatorPage(
        title=f"{facts.number} {facts.theme or facts.framework}",
        wording=facts.wording,
        synthetic=facts.synthetic,
        rag=shown(reading.rag.status),
        because=reading.rag.because,
        latest="No figure" if reading.value is None else value_words(reading.value, facts.unit),
        direction=direction_words(reading.rag),
        is_override=reading.rag.is_override,
        description=_description(facts, priorities, outcomes),
        values=tuple(_value_line(one, facts.unit) for one in values),
        availabilities=tuple(_availability_line(one) for one in availabilities),
        overrides=tuple(_override_line(one) for one in overrides),
        edit_address=url_for("indicators.show_edit", indicator_id=id_),
        value_address=url_for("indicator_values.show_new_value", indicator_id=id_),
        availability_address=url_for("indicator_values.show_availability", indicator_id=id_),
        override_address=url_for("indicator_values.show_override", indicator_id=id_),
    )


def _description(
    facts: IndicatorFacts, priorities: Mapping[str, str], outcomes: Mapping[str, str]
) -> tuple[LabelledText, ...]:
    target = "" if facts.target is None else amount(facts.target, facts.unit)
    by = "" if facts.target_on is None else f" by {day_words(facts.target_on)}"
    origin = f" ({facts.target_origin})" if facts.target_origin else ""
    baseline = "" if facts.baseline is None else amount(facts.baseline, facts.unit)
    on = "" if facts.baseline_on is None else f" on {day_words(facts.baseline_on)}"
    lines = (
        ("Framework", facts.framework),
        ("Definition", facts.definition),
        ("Priority", priorities.get(facts.priority_code or "", "")),
        ("Outcomes", "; ".join(outcomes.get(code, code) for code in facts.outcome_codes)),
        ("Which way is good", BETTER_WORDS[facts.good_is]),
        ("Baseline", f"{baseline}{on}"),
        ("Target", f"{target}{by}{origin}" if target else ""),
        ("RAG rule", f"{RULE_WORDS[facts.rule]}: {facts.tolerance:f}"),
        ("Owner", facts.owner),
        ("Source", facts.source),
        ("Reported", facts.frequency),
        ("Next update", facts.next_update),
    )
    return tuple(LabelledText(label=label, value=value) for label, value in lines if value)


def _value_line(one: ValueRecord, unit: str) -> ValueLine:
    address = "" if one.replaced else url_for("indicator_values.show_correction", value_id=one.id)
    return ValueLine(
        period=one.facts.period.words,
        value=amount(one.facts.value, unit),
        source=one.facts.source,
        note=one.facts.note,
        known_on=day_words(one.facts.known_on),
        replaced=one.replaced,
        is_correction=one.replaces_id is not None,
        correct_address=address,
    )


def _availability_line(one: AvailabilityRecord) -> StandingLine:
    return StandingLine(
        when=day_words(one.since), words=AVAILABILITY_WORDS[one.availability], reason=one.reason
    )


def _override_line(one: OverrideRecord) -> StandingLine:
    lifted = "" if one.lifted_on is None else f", taken back on {day_words(one.lifted_on)}"
    period = f" for {one.period}" if one.period else ""
    return StandingLine(
        when=f"{day_words(one.set_on)}{lifted}",
        words=f"{one.status.word}{period}",
        reason=one.because,
        action="" if one.lifted_on else url_for("indicator_values.take_back", override_id=one.id),
    )
