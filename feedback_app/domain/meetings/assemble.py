"""Puts a meeting's report together from its parts, in the order of the paper the product grew from."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from feedback_app.domain.indicators.queries import priorities
from feedback_app.domain.indicators.readings import readings
from feedback_app.domain.meetings.closing import closing_sections
from feedback_app.domain.meetings.document import Block, Notice, ReportDocument, printable, thaw
from feedback_app.domain.meetings.kinds import PaperStatus
from feedback_app.domain.meetings.parts import IndicatorPart, Paper
from feedback_app.domain.meetings.progress import priorities_section, progress_section
from feedback_app.domain.meetings.queries import meeting_before, meeting_row, paper
from feedback_app.domain.meetings.red_amber import red_amber_section
from feedback_app.domain.meetings.voice import told_us
from feedback_app.domain.meetings.voice_blocks import voice_blocks

MADE_UP = "Demonstration. The young people's answers and some of the figures in this paper are made up."


def assemble(session: Session, meeting_name: str) -> ReportDocument:
    """The report of a meeting (a date as ISO text, or `next`), built from its parts as they stand now.

    Every count in it has passed the gate (SAFETY R-40); quotes are those that two people let through.
    Raises NoSuchMeeting.
    """
    whole = paper(session, meeting_name)
    plan = priorities(session)
    voice = _voice(session, whole)
    blocks: list[Block] = []
    if whole.facts.synthetic:
        blocks.append(Notice(text=MADE_UP))
    blocks += priorities_section(whole, plan)
    blocks += progress_section(whole, plan, voice)
    blocks += _red_amber(session, whole)
    blocks += closing_sections(whole)
    document = ReportDocument(
        name=whole.meeting.name,
        title=whole.facts.title,
        report_date=whole.facts.report_date,
        front=tuple(one for one in whole.facts.front if one.value.strip()),
        blocks=tuple(blocks),
        is_draft=whole.meeting.status is not PaperStatus.PUBLISHED,
    )
    return printable(document)


def report(session: Session, meeting_name: str) -> ReportDocument:
    """The report of a meeting as readers get it: frozen where it is published, else as it stands now."""
    row = meeting_row(session, meeting_name)
    if row.status is PaperStatus.PUBLISHED and row.document is not None:
        return thaw(row.document)
    return assemble(session, row.report_date.isoformat())


def _voice(session: Session, whole: Paper) -> list[Block]:
    if not whole.facts.shows_voice:
        return []
    on = whole.facts.report_date
    return voice_blocks(told_us(session, on), readings(session, on))


def _red_amber(session: Session, whole: Paper) -> list[Block]:
    ids = [one.part.indicator_id for one in whole.indicators if isinstance(one.part, IndicatorPart)]
    last = meeting_before(session, whole.facts.report_date)
    earlier = last.report_date if last else whole.facts.report_date - timedelta(days=365)
    now = {one.indicator.id: one for one in readings(session, whole.facts.report_date, ids)}
    before = {one.indicator.id: one for one in readings(session, earlier, ids)}
    return red_amber_section(whole, now, before)
