"""The pages around the forms of a paper: titles, groups of fields, hints, ways back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from flask import url_for

from feedback_app.board.fields import day_text, front_text
from feedback_app.board.form_page import ConfirmPage, FieldGroup, FormPage
from feedback_app.board.paper_forms import FrontForm
from feedback_app.board.part_reading import PART_WORDS
from feedback_app.domain.meetings.kinds import Part, Purpose
from feedback_app.domain.meetings.parts import MeetingFacts

PROSE = (
    "Leave an empty line between paragraphs. Begin a bullet with “- ”. A link is [words](https://address)."
)
BACK = "The paper"
PART_FIELDS = {
    Part.INDICATORS: ("indicator", "doing", "rag", "rag_because", "note"),
    Part.ITEMS: ("title", "body"),
    Part.RECOMMENDATIONS: ("text",),
    Part.ACTIONS: ("text", "owner", "due_on", "status"),
    Part.ANNEXES: ("label", "title", "held", "address"),
}


def front_page(name: str) -> FormPage:
    """The page of the paper as a whole."""
    return FormPage(
        title="Front sheet and title",
        back_words=BACK,
        back_address=_paper(name),
        submit_words="Save",
        groups=(
            FieldGroup(title="", names=("title", "report_date", "held_on", "purpose")),
            FieldGroup(title="What is printed", names=("front", "priorities_heading", "shows_voice")),
        ),
        hints={
            "report_date": "The paper's name in addresses and commands. For example 31/12/2026.",
            "held_on": "The board's own meetings, with commas between them. They are kept as data, not printed.",
            "purpose": "A paper for decision needs a recommendation before it can be published.",
            "front": "One line each: Label: words. A link is Label: [words](https://address).",
        },
    )


def front_form(facts: MeetingFacts) -> FrontForm:
    """The form of the paper as a whole, filled."""
    return FrontForm(
        data={
            "title": facts.title,
            "report_date": day_text(facts.report_date),
            "held_on": ", ".join(day_text(day) for day in facts.held_on),
            "purpose": facts.purpose.value,
            "front": front_text(facts.front),
            "priorities_heading": facts.priorities_heading,
            "shows_voice": facts.shows_voice,
        }
    )


def front_facts(form: FrontForm, before: MeetingFacts, report_date: date) -> MeetingFacts:
    """What a valid form says of the paper as a whole; what it does not hold stays as it was."""
    return MeetingFacts(
        report_date=report_date,
        title=str(form.title.data).strip(),
        purpose=Purpose(form.purpose.data),
        held_on=form.held_on.days(),
        front=form.front.rows(),
        priorities_heading=str(form.priorities_heading.data or "").strip(),
        commentary=before.commentary,
        forward_plan=before.forward_plan,
        shows_voice=bool(form.shows_voice.data),
        synthetic=before.synthetic,
    )


def words_page(name: str) -> FormPage:
    """The page of the prose that belongs to no priority."""
    return FormPage(
        title="Opening of the note, and forward plan",
        back_words=BACK,
        back_address=_paper(name),
        submit_words="Save",
        groups=(FieldGroup(title="", names=("commentary", "forward_plan")),),
        hints={"commentary": PROSE, "forward_plan": PROSE},
    )


def priority_page(name: str, priority: str) -> FormPage:
    """The page of what the paper says of one priority."""
    progress = ("progress_heading", "progress_focus", "deliverable", "progress", "next_review")
    return FormPage(
        title=priority,
        intro="Headings may differ from one section to the next, as papers do. Empty parts are not printed.",
        back_words=BACK,
        back_address=_paper(name),
        submit_words="Save",
        groups=(
            FieldGroup(title="Priorities", names=("heading", "focus")),
            FieldGroup(title="Progress report", names=progress),
            FieldGroup(title="Note on red and amber", names=("commentary_heading", "commentary")),
        ),
        hints={
            "progress": PROSE,
            "commentary": PROSE,
            "next_review": "Kept beside the prose, for lists and reminders; the prose says it in its own words.",
        },
    )


def part_page(name: str, kind: Part, part_id: UUID | None) -> FormPage:
    """The page of a new part of a list, or of one that is there."""
    words = PART_WORDS[kind]
    removal = (
        ""
        if part_id is None
        else url_for("paper_parts.show_remove", name=name, kind=kind.value, part_id=part_id)
    )
    return FormPage(
        title=f"{'New' if part_id is None else 'Change the'} {words.one}",
        back_words=BACK,
        back_address=_paper(name),
        submit_words="Add" if part_id is None else "Save",
        groups=(FieldGroup(title="", names=(*PART_FIELDS[kind], "place")),),
        hints={
            "place": "1 is first. Left empty, it stands last.",
            "body": PROSE,
            "doing": PROSE,
            "rag": "The rule and the register give the status, unless the board sets another for this paper.",
            "address": "Only where the annex can be had on the web.",
        },
        other_words="" if part_id is None else f"Take this {words.one} out of the paper",
        other_address=removal,
    )


def remove_page(name: str, kind: Part, part_id: UUID) -> ConfirmPage:
    """The page that asks before a part is taken out."""
    words = PART_WORDS[kind]
    return ConfirmPage(
        title=f"Take this {words.one} out?",
        words=("What is written in it goes with it. This cannot be undone.",),
        submit_words="Take it out",
        action=url_for("paper_parts.remove_part", name=name, kind=kind.value, part_id=part_id),
        back_words="No, keep it",
        back_address=url_for("paper_parts.show_part", name=name, kind=kind.value, part_id=part_id),
    )


def _paper(name: str) -> str:
    return url_for("board_reports.show_paper", name=name)
