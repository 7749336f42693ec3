"""Types in the report of 5 March 2021 as data: the plan, the indicators, and the paper word for word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from ruamel.yaml import YAML
from sqlalchemy.orm import Session

from feedback_app.domain.indicators.facts import IndicatorFacts
from feedback_app.domain.indicators.kinds import Availability, Better, Rag
from feedback_app.domain.indicators.plan import save_plan, shipped_plan
from feedback_app.domain.indicators.queries import indicators
from feedback_app.domain.indicators.record import add_indicator, set_availability
from feedback_app.domain.meetings.document import FrontRow
from feedback_app.domain.meetings.edit import add_meeting, save_part, save_priority
from feedback_app.domain.meetings.parts import AnnexPart, IndicatorPart, ItemPart, MeetingFacts, PriorityPart
from feedback_app.domain.meetings.publish import publish
from feedback_app.domain.meetings.queries import meetings

SEED = Path(__file__).parent / "seed"
SEED_MEETING = "2021-03-05"


def type_in(session: Session) -> None:
    """Enter the plan, its three indicators and the published paper; what is there already is left as it is.

    The caller's transaction commits.
    """
    save_plan(session, shipped_plan())
    enter_indicators(session, read_seed("indicators.yaml")["indicators"])
    if SEED_MEETING not in {one.name for one in meetings(session)}:
        enter_paper(session, read_seed("report_2021_03_05.yaml"), shows_voice=False)
        publish(session, SEED_MEETING, by=None)


@cache
def read_seed(name: str) -> Any:
    """A file of seed data; YAML 1.2, so that words stay words."""
    return YAML(typ="safe", pure=True).load((SEED / name).read_text(encoding="utf-8"))


def enter_indicators(
    session: Session, entries: Sequence[Mapping[str, Any]], *, synthetic: bool = False
) -> None:
    """Enter the indicators of a file that are not in the register yet, with their availability."""
    held = {(one.facts.framework, one.facts.number) for one in indicators(session)}
    for entry in entries:
        if (entry["framework"], entry["number"]) in held:
            continue
        indicator_id = add_indicator(session, indicator_facts(entry, synthetic=synthetic), by=None)
        if "availability" in entry:
            set_availability(
                session,
                indicator_id,
                Availability(entry["availability"]),
                since=entry["since"],
                reason=entry.get("reason", ""),
                by=None,
            )


def indicator_facts(entry: Mapping[str, Any], *, synthetic: bool) -> IndicatorFacts:
    """What a file says of an indicator."""
    return IndicatorFacts(
        number=entry["number"],
        framework=entry["framework"],
        wording=entry["wording"],
        definition=entry.get("definition", ""),
        theme=entry.get("theme", ""),
        priority_code=entry.get("priority"),
        outcome_codes=tuple(entry.get("outcomes", ())),
        owner=entry.get("owner", ""),
        source=entry.get("source", ""),
        unit=entry.get("unit", ""),
        good_is=Better(entry.get("good_is", "higher")),
        baseline=_decimal(entry.get("baseline")),
        baseline_on=entry.get("baseline_on"),
        target=_decimal(entry.get("target")),
        target_origin=entry.get("target_origin", ""),
        target_on=entry.get("target_on"),
        frequency=entry.get("frequency", ""),
        synthetic=synthetic,
    )


def enter_paper(
    session: Session, content: Mapping[str, Any], *, shows_voice: bool, synthetic: bool = False
) -> str:
    """Enter the paper of a file with all its parts, as a draft, and give its name."""
    facts = MeetingFacts(
        report_date=content["report_date"],
        title=content["title"],
        held_on=tuple(content.get("held_on", ())),
        front=tuple(
            FrontRow(label=one["label"], value=one["value"], address=one.get("address", ""))
            for one in content["front"]
        ),
        priorities_heading=content["priorities_heading"],
        commentary=content.get("commentary", ""),
        forward_plan=content.get("forward_plan", ""),
        shows_voice=shows_voice,
        synthetic=synthetic,
    )
    name = add_meeting(session, facts, by=None)
    for one in content["priorities"]:
        save_priority(session, name, priority_part(one), by=None)
    ids = {one.facts.number: one.id for one in indicators(session)}
    for one in content.get("indicators", ()):
        save_part(session, name, _indicator_part(one, ids), by=None)
    for one in content.get("items", ()):
        save_part(session, name, ItemPart(title=one["title"], body=one["body"]), by=None)
    for one in content.get("annexes", ()):
        save_part(session, name, AnnexPart(label=one["label"], title=one["title"], held=one["held"]), by=None)
    return name


def priority_part(entry: Mapping[str, Any]) -> PriorityPart:
    """What a file says of one priority."""
    named = {key: value for key, value in entry.items() if key != "priority"}
    return PriorityPart(priority_code=entry["priority"], **named)


def _indicator_part(entry: Mapping[str, Any], ids: Mapping[str, UUID]) -> IndicatorPart:
    rag = entry.get("rag")
    return IndicatorPart(
        indicator_id=ids[entry["number"]],
        rag=None if rag is None else Rag(rag),
        rag_because=entry.get("rag_because", ""),
        doing=entry.get("doing", ""),
        note=entry.get("note", ""),
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
