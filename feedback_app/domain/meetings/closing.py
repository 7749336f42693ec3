"""The last sections of a paper: other items, forward plan, recommendations, actions, annexes."""

from __future__ import annotations

from feedback_app.domain.meetings.document import Block, Table
from feedback_app.domain.meetings.kinds import ACTION_WORDS
from feedback_app.domain.meetings.parts import ActionPart, AnnexPart, ItemPart, Paper, RecommendationPart
from feedback_app.domain.meetings.prose import Bullet, Bullets, line
from feedback_app.domain.meetings.sections import (
    PART,
    SECTION,
    cited,
    day_words,
    heading,
    printed,
    prose,
    row,
)

ITEMS_TITLE = "Summary of other items discussed by the board"
FORWARD_TITLE = "Forward plan for next meeting"


def closing_sections(paper: Paper) -> list[Block]:
    """Sections 3 and 4, and after them what the paper has of recommendations, actions and annexes."""
    blocks = [*_items(paper), *_forward_plan(paper)]
    number = 5
    for part in (_recommendations(paper), _actions(paper)):
        if part:
            title, content = part
            blocks += [heading(SECTION, title, number=f"{number}."), *cited(content, str(number))]
            number += 1
    return [*blocks, *_annexes(paper)]


def letter(place: int) -> str:
    """The letter of a recommendation by its place from 0: a, b … z, aa, ab."""
    before, last = divmod(place, 26)
    return (letter(before - 1) if before else "") + chr(ord("a") + last)


def _items(paper: Paper) -> list[Block]:
    content: list[Block] = []
    for placed in paper.items:
        if isinstance(part := placed.part, ItemPart):
            content.append(heading(PART, part.title, within="items"))
            content += prose(part.body)
    if not content:
        content = prose("No other items were discussed.")
    return [heading(SECTION, ITEMS_TITLE, number="3."), *cited(content, "3")]


def _forward_plan(paper: Paper) -> list[Block]:
    content = prose(paper.facts.forward_plan or "Nothing is planned yet.")
    return [heading(SECTION, FORWARD_TITLE, number="4."), *cited(content, "4")]


def _recommendations(paper: Paper) -> tuple[str, list[Block]] | None:
    asked = [
        part.text for placed in paper.recommendations if isinstance(part := placed.part, RecommendationPart)
    ]
    if not asked:
        return None
    lettered = printed((f"{letter(place)})", text) for place, text in enumerate(asked))
    return "Recommendations", [*prose("The Board is RECOMMENDED to:"), lettered]


def _actions(paper: Paper) -> tuple[str, list[Block]] | None:
    agreed = [part for placed in paper.actions if isinstance(part := placed.part, ActionPart)]
    if not agreed:
        return None
    table = Table(
        caption="Actions and who owns them",
        description="Each agreed action with its owner, when it is due and where it stands.",
        headings=("Action", "Owner", "Due", "Where it stands"),
        rows=tuple(
            row(
                line(one.text),
                one.owner,
                "no date" if one.due_on is None else day_words(one.due_on),
                ACTION_WORDS[one.status],
            )
            for one in agreed
        ),
        caption_unseen=True,
    )
    return "Actions", [table]


def _annexes(paper: Paper) -> list[Block]:
    named = [part for placed in paper.annexes if isinstance(part := placed.part, AnnexPart)]
    if not named:
        return []
    items = tuple(Bullet(paragraphs=(line(_annex(one)),)) for one in named)
    return [heading(SECTION, "Annexes"), Bullets(items=items)]


def _annex(part: AnnexPart) -> str:
    title = f"[{part.title}]({part.address})" if part.held and part.address else part.title
    return f"{part.label}: {title}" if part.held else f"{part.label}: {title} (not held here)"
