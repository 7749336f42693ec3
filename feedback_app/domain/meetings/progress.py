"""The first sections of a paper: the priorities with their outcomes, and the progress reports."""

from __future__ import annotations

from collections.abc import Sequence

from feedback_app.domain.indicators.queries import PriorityRecord
from feedback_app.domain.meetings.document import Block, Table
from feedback_app.domain.meetings.parts import Paper, PriorityPart
from feedback_app.domain.meetings.prose import read_prose
from feedback_app.domain.meetings.sections import PART, SECTION, heading, printed, prose, row

PROGRESS_TITLE = "Progress reports on priority work to deliver the Joint HWB Strategy"
#: The priority under which the standing item of young people's voice stands.
VOICE_PRIORITY = "supported"


def priorities_section(paper: Paper, plan: Sequence[PriorityRecord]) -> list[Block]:
    """The priorities as this paper names them, each with the plan's outcomes and the focus of the year."""
    parts = {part.priority_code: part for part in paper.priorities}
    blocks: list[Block] = [heading(SECTION, paper.facts.priorities_heading or "Priorities")]
    for priority in plan:
        part = parts.get(priority.code)
        title = priority.name if part is None else part.heading or priority.name
        blocks.append(heading(PART, title, within="priorities"))
        blocks.append(printed((_number(one.printed_number), one.wording) for one in priority.outcomes))
        if part is not None and part.focus:
            blocks += prose(part.focus)
    return blocks


def progress_section(paper: Paper, plan: Sequence[PriorityRecord], voice: Sequence[Block]) -> list[Block]:
    """A table a priority; under Be Supported, or last where the paper has no such row, what young people told us."""
    names = {priority.code: priority.name for priority in plan}
    blocks: list[Block] = [heading(SECTION, PROGRESS_TITLE, number="1.")]
    for part in paper.priorities:
        blocks.append(_progress_table(part, names.get(part.priority_code, part.priority_code)))
        if part.priority_code == VOICE_PRIORITY:
            blocks += voice
    if all(part.priority_code != VOICE_PRIORITY for part in paper.priorities):
        blocks += voice
    return blocks


def _progress_table(part: PriorityPart, name: str) -> Table:
    title = part.progress_heading or name
    return Table(
        caption=f"{title}: progress",
        description=f"The focus, the deliverable and the progress report for the priority {title}.",
        headings=("Priority", title),
        rows=(
            row("Focus", read_prose(part.progress_focus)),
            row("Deliverable", read_prose(part.deliverable)),
            row("Progress report", read_prose(part.progress)),
        ),
        caption_unseen=True,
    )


def _number(printed_number: str | None) -> str:
    return "" if printed_number is None else f"{printed_number}."
