"""What the pages of meetings and papers show, ready to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from flask import url_for

from feedback_app.board.part_reading import PART_WORDS
from feedback_app.documents.files import KINDS
from feedback_app.documents.html import sides_of
from feedback_app.domain.meetings.document import ReportDocument
from feedback_app.domain.meetings.kinds import ACTION_WORDS, PURPOSE_WORDS, STATUS_WORDS, PaperStatus, Part
from feedback_app.domain.meetings.parts import (
    ActionPart,
    AnnexPart,
    IndicatorPart,
    ItemPart,
    ListPart,
    MeetingLine,
    Paper,
    Placed,
    RecommendationPart,
)
from feedback_app.domain.meetings.publish import why_not
from feedback_app.domain.meetings.sections import day_words
from feedback_app.platform.paging import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words and where they lead."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingShown:
    """A meeting in the list; tone as the tag takes it."""

    when: str
    title: str
    status: str
    tone: str
    is_next: bool
    synthetic: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsPage:
    """The list of meetings."""

    meetings: tuple[MeetingShown, ...]
    pages: Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """A paper to read, with the files it can be had as."""

    report: ReportDocument
    status: str
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """One part of a list in the paper's overview."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartList:
    """One list of the paper's overview."""

    title: str
    lines: tuple[PartLine, ...]
    add_words: str
    add_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """The overview of a paper: what there is, what can be changed, what can be done with it."""

    when: str
    title: str
    status: str
    tone: str
    purpose: str
    is_open: bool
    is_published: bool
    in_the_way: str
    length: str
    front: Link
    words: Link
    priorities: tuple[PartLine, ...]
    lists: tuple[PartList, ...]
    files: tuple[Link, ...]
    read_address: str
    publish_address: str
    withdraw_address: str
    delete_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishPage:
    """The preview before publishing."""

    when: str
    report: ReportDocument
    in_the_way: str
    is_published: bool
    files: tuple[Link, ...]
    action: str
    back_address: str


TONES = {PaperStatus.DRAFT: "", PaperStatus.PUBLISHED: "brand", PaperStatus.WITHDRAWN: "attention"}
USUAL_SIDES = 4


def meeting_shown(one: MeetingLine, next_name: str | None) -> MeetingShown:
    """A meeting as a line of the list."""
    return MeetingShown(
        when=day_words(one.report_date),
        title=one.title,
        status=STATUS_WORDS[one.status],
        tone=TONES[one.status],
        is_next=one.name == next_name,
        synthetic=one.synthetic,
        address=url_for("board_reports.show_paper", name=one.name),
    )


def read_page(meeting: MeetingLine, document: ReportDocument) -> ReadPage:
    """A paper to read."""
    return ReadPage(report=document, status=STATUS_WORDS[meeting.status], files=files_of(meeting.name))


def files_of(name: str) -> tuple[Link, ...]:
    """The files a paper can be had as."""
    return tuple(
        Link(words=words, address=url_for("agenda.send_paper", name=name, kind=kind))
        for kind, words in KINDS.items()
    )


def paper_page(
    paper: Paper, priorities: Mapping[str, str], indicators: Mapping[UUID, str], document: ReportDocument
) -> PaperPage:
    """The overview of a paper; `priorities` and `indicators` name what its parts speak of."""
    name, status = paper.meeting.name, paper.meeting.status
    blocked = why_not(paper)
    return PaperPage(
        when=day_words(paper.facts.report_date),
        title=paper.facts.title,
        status=STATUS_WORDS[status],
        tone=TONES[status],
        purpose=PURPOSE_WORDS[paper.facts.purpose],
        is_open=status is not PaperStatus.PUBLISHED,
        is_published=status is PaperStatus.PUBLISHED,
        in_the_way="" if blocked is None else str(blocked),
        length=_length(document),
        front=Link(words="Front sheet and title", address=url_for("paper_parts.show_front", name=name)),
        words=Link(
            words="Opening of the note, forward plan", address=url_for("paper_parts.show_words", name=name)
        ),
        priorities=tuple(
            PartLine(words=words, address=url_for("paper_parts.show_priority", name=name, code=code))
            for code, words in priorities.items()
        ),
        lists=tuple(_list(name, kind, placed, indicators) for kind, placed in _lists(paper)),
        files=files_of(name),
        read_address=url_for("agenda.show_paper", name=name),
        publish_address=url_for("board_reports.show_publish", name=name),
        withdraw_address=url_for("board_reports.show_withdraw", name=name),
        delete_address=url_for("board_reports.show_delete", name=name),
    )


def publish_page(paper: Paper, document: ReportDocument) -> PublishPage:
    """The paper as everybody will see it, and whether it may be published."""
    blocked = why_not(paper)
    name = paper.meeting.name
    return PublishPage(
        when=day_words(paper.facts.report_date),
        report=replace(document, is_draft=False),
        in_the_way="" if blocked is None else str(blocked),
        is_published=paper.meeting.status is PaperStatus.PUBLISHED,
        files=files_of(name),
        action=url_for("board_reports.publish_paper", name=name),
        back_address=url_for("board_reports.show_paper", name=name),
    )


def part_words(part: ListPart, indicators: Mapping[UUID, str]) -> str:
    """A part in one line."""
    match part:
        case IndicatorPart():
            return indicators.get(part.indicator_id, "An indicator")
        case ItemPart():
            return part.title
        case RecommendationPart():
            return part.text
        case ActionPart():
            return f"{part.text} ({part.owner}, {ACTION_WORDS[part.status].lower()})"
        case AnnexPart():
            return f"{part.label}: {part.title}"


def _lists(paper: Paper) -> Sequence[tuple[Part, tuple[Placed, ...]]]:
    return (
        (Part.INDICATORS, paper.indicators),
        (Part.ITEMS, paper.items),
        (Part.RECOMMENDATIONS, paper.recommendations),
        (Part.ACTIONS, paper.actions),
        (Part.ANNEXES, paper.annexes),
    )


def _list(name: str, kind: Part, placed: Sequence[Placed], indicators: Mapping[UUID, str]) -> PartList:
    words = PART_WORDS[kind]
    return PartList(
        title=words.many,
        lines=tuple(
            PartLine(
                words=part_words(one.part, indicators),
                address=url_for("paper_parts.show_part", name=name, kind=kind.value, part_id=one.id),
            )
            for one in placed
        ),
        add_words=f"Add an {words.one}" if words.one[0] in "aeiou" else f"Add a {words.one}",
        add_address=url_for("paper_parts.show_new_part", name=name, kind=kind.value),
    )


def _length(document: ReportDocument) -> str:
    sides = sides_of(document)
    return f"About {sides} {'side' if sides == 1 else 'sides'} of A4. {USUAL_SIDES} are usual; the rest goes into annexes."
