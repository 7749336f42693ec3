"""Writes the plan: its priorities and their outcomes, in order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML
from sqlalchemy.orm import Session

from feedback_app.domain.indicators.models import Outcome, Priority

PLAN = Path(__file__).with_name("plan.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLine:
    """One outcome as the plan prints it; its code is the theme's."""

    code: str
    wording: str
    short: str
    printed_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityLine:
    """One priority with its outcomes."""

    code: str
    name: str
    outcomes: tuple[OutcomeLine, ...]


@cache
def shipped_plan() -> tuple[PriorityLine, ...]:
    """The Children and Young People's Plan as plan.yaml beside this file has it."""
    text = PLAN.read_text(encoding="utf-8")
    return tuple(
        PriorityLine(
            code=priority["code"],
            name=priority["name"],
            outcomes=tuple(
                OutcomeLine(
                    code=one["code"],
                    wording=one["wording"],
                    short=one["short"],
                    printed_number=one.get("number"),
                )
                for one in priority["outcomes"]
            ),
        )
        for priority in YAML(typ="safe", pure=True).load(text)["priorities"]
    )


def save_plan(session: Session, plan: tuple[PriorityLine, ...]) -> None:
    """Enter the plan, or its new wording; codes that are there already keep what refers to them."""
    for place, priority in enumerate(plan):
        session.merge(Priority(code=priority.code, name=priority.name, position=place))
    session.flush()
    position = 0
    for priority in plan:
        for outcome in priority.outcomes:
            session.merge(
                Outcome(
                    code=outcome.code,
                    priority_code=priority.code,
                    wording=outcome.wording,
                    short=outcome.short,
                    printed_number=outcome.printed_number,
                    position=position,
                )
            )
            position += 1
    session.flush()
