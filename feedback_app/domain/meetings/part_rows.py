"""Which table holds which part of a paper, and the way between a part and its row."""

from __future__ import annotations

from dataclasses import fields
from typing import assert_never

from feedback_app.domain.meetings.kinds import Part
from feedback_app.domain.meetings.models import (
    PaperAction,
    PaperAnnex,
    PaperIndicator,
    PaperItem,
    PaperPart,
    PaperRecommendation,
)
from feedback_app.domain.meetings.parts import (
    ActionPart,
    AnnexPart,
    IndicatorPart,
    ItemPart,
    ListPart,
    RecommendationPart,
)

TABLES: dict[Part, type[PaperPart]] = {
    Part.INDICATORS: PaperIndicator,
    Part.ITEMS: PaperItem,
    Part.RECOMMENDATIONS: PaperRecommendation,
    Part.ACTIONS: PaperAction,
    Part.ANNEXES: PaperAnnex,
}


def part_of(row: PaperPart) -> ListPart:
    """What a row says, as a frozen record."""
    match row:
        case PaperIndicator():
            return IndicatorPart(
                indicator_id=row.indicator_id,
                rag=row.rag,
                rag_because=row.rag_because,
                doing=row.doing,
                note=row.note,
            )
        case PaperItem():
            return ItemPart(title=row.title, body=row.body)
        case PaperRecommendation():
            return RecommendationPart(text=row.text)
        case PaperAction():
            return ActionPart(text=row.text, owner=row.owner, due_on=row.due_on, status=row.status)
        case PaperAnnex():
            return AnnexPart(label=row.label, title=row.title, held=row.held, address=row.address)
        case _:
            raise TypeError(f"{type(row).__name__} is no part of a list")


def kind_of(part: ListPart) -> Part:
    """The list that a part belongs to."""
    match part:
        case IndicatorPart():
            return Part.INDICATORS
        case ItemPart():
            return Part.ITEMS
        case RecommendationPart():
            return Part.RECOMMENDATIONS
        case ActionPart():
            return Part.ACTIONS
        case AnnexPart():
            return Part.ANNEXES
        case _ as never:
            assert_never(never)


def fill(row: PaperPart, part: ListPart) -> None:
    """Write what a part says into a row of its table."""
    for field in fields(part):
        setattr(row, field.name, getattr(part, field.name))
