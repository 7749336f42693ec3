"""Types in the demonstration's own papers around the real one: the next meeting's draft, the last one's paper, promises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from feedback_app.commands.demo_county.seed_report import enter_indicators, enter_paper, read_seed
from feedback_app.domain.indicators.facts import ValueFacts
from feedback_app.domain.indicators.period import Period, PeriodKind
from feedback_app.domain.indicators.queries import indicators, values_of
from feedback_app.domain.indicators.record import record_value
from feedback_app.domain.meetings.edit import edit_meeting, save_part
from feedback_app.domain.meetings.kinds import Purpose
from feedback_app.domain.meetings.parts import ActionPart, RecommendationPart
from feedback_app.domain.meetings.publish import publish
from feedback_app.domain.meetings.queries import meetings, paper
from feedback_app.domain.promises.facts import PromiseFacts
from feedback_app.domain.promises.kinds import PromiseStatus
from feedback_app.domain.promises.queries import promises
from feedback_app.domain.promises.record import add_promise, set_published

TITLE = "Report to Health and Wellbeing Board"
UNTIL_NEXT = timedelta(days=35)
SINCE_LAST = timedelta(days=49)
FIGURES_COME_AFTER = timedelta(days=21)


def type_in_next(session: Session, today: date) -> None:
    """Enter made-up indicators with values, the last meeting's published paper, the next one's draft, and promises.

    What is there already is left as it is: a second time on the same day changes nothing. The caller commits.
    """
    content = read_seed("demonstration.yaml")
    enter_indicators(session, content["indicators"], synthetic=True)
    _enter_values(session, content["indicators"], today)
    if not any(one.synthetic for one in meetings(session)):
        last = _enter_paper(session, content, today - SINCE_LAST)
        publish(session, last, by=None)
        _enter_paper(session, content, today + UNTIL_NEXT)
    if not promises(session):
        for one in content["promises"]:
            _enter_promise(session, one, today)


def _enter_values(session: Session, entries: list[Mapping[str, Any]], today: date) -> None:
    held, ids = values_of(session), {one.facts.number: one.id for one in indicators(session)}
    for entry in entries:
        indicator_id = ids[entry["number"]]
        if indicator_id in held:
            continue
        for back, value in enumerate(reversed(entry.get("values", ()))):
            start = _quarter_start(today - FIGURES_COME_AFTER, back + 1)
            facts = ValueFacts(
                period=Period(kind=PeriodKind.QUARTER, starts_on=start),
                value=Decimal(value),
                source="Made up for the demonstration",
                note="Made up for the demonstration",
                known_on=_quarter_start(start, -1) + FIGURES_COME_AFTER,
            )
            record_value(session, indicator_id, facts, by=None)


def _quarter_start(day: date, back: int) -> date:
    """The first day of the quarter so many quarters before the one of a day; negative counts forward."""
    months = day.year * 12 + (day.month - 1) // 3 * 3 - 3 * back
    return date(months // 12, months % 12 + 1, 1)


def _enter_paper(session: Session, content: Mapping[str, Any], report_date: date) -> str:
    told = {
        "report_date": report_date,
        "title": TITLE,
        "held_on": [report_date - timedelta(days=14)],
        "front": [
            *content["front"],
            {"label": "Report Date", "value": f"{report_date.day} {report_date:%B %Y}"},
        ],
        "priorities_heading": content["priorities_heading"],
        "priorities": content["priorities"],
        "commentary": content["commentary"],
        "indicators": [
            *({"number": number} for number in ("1.3", "1.11", "1.1")),
            *({"number": number, "doing": doing} for number, doing in content["doing"].items()),
        ],
        "items": content["items"],
        "forward_plan": content["forward_plan"],
    }
    name = enter_paper(session, told, shows_voice=True, synthetic=True)
    for text in content["recommendations"]:
        save_part(session, name, RecommendationPart(text=text), by=None)
    for one in content["actions"]:
        due_on = report_date + timedelta(days=one["due_in_days"])
        save_part(session, name, ActionPart(text=one["text"], owner=one["owner"], due_on=due_on), by=None)
    facts = replace(paper(session, name).facts, purpose=Purpose.DECISION)
    return edit_meeting(session, name, facts, by=None)


def _enter_promise(session: Session, entry: Mapping[str, Any], today: date) -> None:
    facts = PromiseFacts(
        you_said=entry["you_said"],
        theme=entry.get("theme"),
        decision=entry["decision"],
        why_not=entry.get("why_not", ""),
        owner=entry["owner"],
        due_on=today + timedelta(days=entry["due_in_days"]),
        status=PromiseStatus(entry["status"]),
        what_changed=entry.get("what_changed", ""),
        evidence=entry.get("evidence", ""),
        young_people_say=entry.get("young_people_say", ""),
        synthetic=True,
    )
    promise_id = add_promise(session, facts, by=None)
    if not entry.get("draft", False):
        set_published(session, promise_id, published=True, by=None)
