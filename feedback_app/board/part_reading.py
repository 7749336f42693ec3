"""Between the parts of a paper and their forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from feedback_app.board.fields import day_text
from feedback_app.board.paper_forms import (
    BY_RULE,
    ActionForm,
    AnnexForm,
    IndicatorPartForm,
    ItemForm,
    PlacedForm,
    PriorityForm,
    RecommendationForm,
)
from feedback_app.domain.indicators.kinds import Rag
from feedback_app.domain.meetings.kinds import ActionStatus, Part
from feedback_app.domain.meetings.parts import (
    ActionPart,
    AnnexPart,
    IndicatorPart,
    ItemPart,
    ListPart,
    Placed,
    PriorityPart,
    RecommendationPart,
)
from feedback_app.platform.forms import choices


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWords:
    """How a list of a paper is called."""

    one: str
    many: str
    template: str


PART_WORDS = {
    Part.INDICATORS: PartWords(one="indicator", many="Indicators in the table", template="indicator"),
    Part.ITEMS: PartWords(one="item", many="Other items discussed", template="item"),
    Part.RECOMMENDATIONS: PartWords(one="recommendation", many="Recommendations", template="recommendation"),
    Part.ACTIONS: PartWords(one="action", many="Actions", template="action"),
    Part.ANNEXES: PartWords(one="annex", many="Annexes", template="annex"),
}
FORMS: dict[Part, type[PlacedForm]] = {
    Part.INDICATORS: IndicatorPartForm,
    Part.ITEMS: ItemForm,
    Part.RECOMMENDATIONS: RecommendationForm,
    Part.ACTIONS: ActionForm,
    Part.ANNEXES: AnnexForm,
}


def part_form(kind: Part, placed: Placed | None, names: dict[UUID, str]) -> PlacedForm:
    """The form of a part, filled with what it says; `names` are the register's indicators to choose from."""
    form = FORMS[kind](data=_filled(placed) if placed else None)
    if isinstance(form, IndicatorPartForm):
        form.indicator.choices = choices((str(one), name) for one, name in names.items())
    return form


def part_from(form: PlacedForm) -> ListPart:
    """The part that a valid form says."""
    match form:
        case IndicatorPartForm():
            return IndicatorPart(
                indicator_id=UUID(form.indicator.data),
                rag=None if form.rag.data == BY_RULE else Rag(form.rag.data),
                rag_because=_text(form.rag_because.data),
                doing=_text(form.doing.data),
                note=_text(form.note.data),
            )
        case ItemForm():
            return ItemPart(title=_text(form.title.data), body=_text(form.body.data))
        case RecommendationForm():
            return RecommendationPart(text=_text(form.text.data))
        case ActionForm():
            return ActionPart(
                text=_text(form.text.data),
                owner=_text(form.owner.data),
                due_on=form.due_on.day(),
                status=ActionStatus(form.status.data),
            )
        case AnnexForm():
            return AnnexPart(
                label=_text(form.label.data),
                title=_text(form.title.data),
                held=bool(form.held.data),
                address=_text(form.address.data),
            )
        case _:
            raise TypeError(f"{type(form).__name__} is the form of no part")


def priority_form(part: PriorityPart) -> PriorityForm:
    """The form of a priority, filled with what the paper says of it."""
    filled: dict[str, Any] = {name: getattr(part, name) for name in PRIORITY_TEXTS}
    return PriorityForm(data=filled | {"next_review": day_text(part.next_review)})


def priority_from(form: PriorityForm, code: str) -> PriorityPart:
    """What a valid form says of a priority; a review is kept as the first day of its month."""
    review = form.next_review.day()
    texts = {name: _text(getattr(form, name).data) for name in PRIORITY_TEXTS}
    return PriorityPart(
        priority_code=code, next_review=None if review is None else review.replace(day=1), **texts
    )


PRIORITY_TEXTS = (
    "heading",
    "focus",
    "progress_heading",
    "progress_focus",
    "deliverable",
    "progress",
    "commentary_heading",
    "commentary",
)


def _filled(placed: Placed) -> dict[str, Any]:
    filled: dict[str, Any] = {"place": placed.position + 1}
    match placed.part:
        case IndicatorPart() as part:
            rag = BY_RULE if part.rag is None else part.rag.value
            because, doing, note = part.rag_because, part.doing, part.note
            filled |= {"indicator": str(part.indicator_id), "rag": rag}
            filled |= {"rag_because": because, "doing": doing, "note": note}
        case ItemPart() as part:
            filled |= {"title": part.title, "body": part.body}
        case RecommendationPart() as part:
            filled |= {"text": part.text}
        case ActionPart() as part:
            filled |= {"text": part.text, "owner": part.owner, "status": part.status.value}
            filled |= {"due_on": day_text(part.due_on)}
        case AnnexPart() as part:
            filled |= {"label": part.label, "title": part.title, "held": part.held, "address": part.address}
    return filled


def _text(data: object) -> str:
    return str(data or "").strip()
