"""Papers start from the last one, are edited part by part, published once, frozen, and withdrawn."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from feedback_app.domain.indicators.kinds import Rag
from feedback_app.domain.meetings import edit
from feedback_app.domain.meetings.assemble import report
from feedback_app.domain.meetings.document import FrontRow, RagMark, Table
from feedback_app.domain.meetings.kinds import ActionStatus, PaperStatus, Part, Purpose
from feedback_app.domain.meetings.parts import (
    ActionPart,
    IndicatorPart,
    ItemPart,
    PriorityPart,
    RecommendationPart,
)
from feedback_app.domain.meetings.publish import AlreadyPublished, NothingToDecide, NotOut, publish, withdraw
from feedback_app.domain.meetings.queries import (
    NoSuchMeeting,
    NotPublished,
    find_meeting,
    meetings,
    paper,
    published_document,
    published_papers,
)
from feedback_app.domain.meetings.start import start_paper
from tests.factories.board import make_indicator, make_meeting, make_value

SPRING, SUMMER, AUTUMN = date(2021, 3, 5), date(2021, 6, 4), date(2021, 9, 3)


def marks(session: Session, name: str) -> list[RagMark]:
    """The statuses that a report prints."""
    return [
        cell
        for block in report(session, name).blocks
        if isinstance(block, Table)
        for row in block.rows
        for blocks in row.cells
        for cell in blocks
        if isinstance(cell, RagMark)
    ]


def test_publishing_freezes_the_paper(session: Session) -> None:
    name = make_meeting(session, SPRING, shows_voice=False)
    indicator = make_indicator(session)
    make_value(session, indicator, "2020-11", "10")
    edit.save_part(session, name, IndicatorPart(indicator_id=indicator), by=None)
    publish(session, name, by=None)
    before = published_document(session, name)

    make_value(session, indicator, "2020-12", "101")

    assert published_document(session, name) == before == report(session, name)
    assert [mark.words for mark in marks(session, name)] == ["Red (R)"]
    withdraw(session, name, by=None)
    assert [mark.words for mark in marks(session, name)] == ["Green (G)"]


def test_a_published_paper_is_closed_until_it_is_withdrawn(session: Session) -> None:
    name = make_meeting(session, SPRING, shows_voice=False)
    publish(session, name, by=None)

    for deed in (
        lambda: edit.save_part(session, name, ItemPart(title="Late"), by=None),
        lambda: edit.save_priority(session, name, PriorityPart(priority_code="supported"), by=None),
        lambda: edit.edit_words(session, name, commentary="x", forward_plan="", by=None),
        lambda: edit.remove_meeting(session, name, by=None),
    ):
        with pytest.raises(edit.PaperClosed):
            deed()
    with pytest.raises(AlreadyPublished):
        publish(session, name, by=None)
    withdraw(session, name, by=None)
    edit.save_part(session, name, ItemPart(title="Late"), by=None)
    assert find_meeting(session, name).status is PaperStatus.WITHDRAWN


def test_nobody_outside_sees_a_draft_or_a_withdrawn_paper(session: Session) -> None:
    name = make_meeting(session, SPRING, shows_voice=False)

    with pytest.raises(NotPublished):
        published_document(session, name)
    with pytest.raises(NotOut):
        withdraw(session, name, by=None)
    publish(session, name, by=None)
    assert [one.name for one in published_papers(session)] == [name]
    withdraw(session, name, by=None)
    assert published_papers(session) == ()
    with pytest.raises(NotPublished):
        published_document(session, name)


def test_a_paper_for_decision_needs_a_recommendation(session: Session) -> None:
    name = make_meeting(session, SPRING, shows_voice=False, purpose=Purpose.DECISION)

    with pytest.raises(NothingToDecide):
        publish(session, name, by=None)
    edit.save_part(session, name, RecommendationPart(text="Note it."), by=None)
    publish(session, name, by=None)

    assert find_meeting(session, name).status is PaperStatus.PUBLISHED


def test_next_is_the_earliest_meeting_without_a_published_paper(session: Session) -> None:
    for day in (SUMMER, AUTUMN, SPRING):
        make_meeting(session, day, shows_voice=False)
    publish(session, SPRING.isoformat(), by=None)

    assert find_meeting(session, "next").report_date == SUMMER


@pytest.mark.parametrize("name", ["2021-03-05", "20210305", "nothing", "../etc"])
def test_a_name_without_a_meeting_is_said_in_words(session: Session, name: str) -> None:
    with pytest.raises(NoSuchMeeting, match="named by their report's date"):
        find_meeting(session, name)


def test_that_no_paper_waits_is_said_in_words(session: Session) -> None:
    with pytest.raises(NoSuchMeeting, match="No paper waits to be published"):
        find_meeting(session, "next")


def test_a_status_of_one_paper_needs_a_reason_and_is_printed(session: Session) -> None:
    name = make_meeting(session, SPRING, shows_voice=False)
    indicator = make_indicator(session, target=None)
    with pytest.raises(edit.StatusNeedsReason):
        edit.save_part(session, name, IndicatorPart(indicator_id=indicator, rag=Rag.AMBER), by=None)
    part = IndicatorPart(indicator_id=indicator, rag=Rag.AMBER, rag_because="2% lower than last year")
    edit.save_part(session, name, part, by=None)
    with pytest.raises(edit.IndicatorTwice):
        edit.save_part(session, name, part, by=None)

    assert [mark.words for mark in marks(session, name)] == ["Amber (A)"]


def test_parts_keep_the_place_they_are_given(session: Session) -> None:
    name = make_meeting(session, SPRING)
    for title in ("one", "two", "three"):
        edit.save_part(session, name, ItemPart(title=title), by=None)
    first = paper(session, name).items[0]

    edit.save_part(session, name, ItemPart(title="one"), part_id=first.id, position=9, by=None)
    edit.remove_part(session, name, Part.ITEMS, paper(session, name).items[0].id, by=None)

    titles = [one.part.title for one in paper(session, name).items if isinstance(one.part, ItemPart)]
    assert titles == ["three", "one"]


def test_a_new_paper_starts_from_the_last_without_what_spoke_of_that_day(session: Session) -> None:
    front = (
        FrontRow(label="Report Date", value="5th March 2021"),
        FrontRow(label="Report from", value="Trust"),
    )
    last = make_meeting(session, SPRING, front=front, forward_plan="- later")
    indicator = make_indicator(session, baseline=Decimal(1))
    edit.save_priority(
        session, last, PriorityPart(priority_code="supported", progress="Done", next_review=SUMMER), by=None
    )
    edit.save_part(
        session,
        last,
        IndicatorPart(indicator_id=indicator, rag=Rag.RED, rag_because="That day", doing="Work"),
        by=None,
    )
    edit.save_part(session, last, ItemPart(title="Discussed"), by=None)
    edit.save_part(session, last, ActionPart(text="Open", owner="A"), by=None)
    edit.save_part(session, last, ActionPart(text="Done", owner="A", status=ActionStatus.DONE), by=None)

    new = paper(session, start_paper(session, SUMMER, "Report", synthetic=False, by=None))

    assert [row.value for row in new.facts.front] == ["4 June 2021", "Trust"]
    assert [(one.progress, one.next_review) for one in new.priorities] == [("Done", None)]
    assert [one.part for one in new.indicators] == [IndicatorPart(indicator_id=indicator, doing="Work")]
    assert [one.part for one in new.actions] == [ActionPart(text="Open", owner="A")]
    assert (new.items, new.facts.forward_plan) == ((), "")


def test_a_first_paper_starts_empty_with_the_plans_priorities(session: Session) -> None:
    make_meeting(session, SPRING)
    edit.remove_meeting(session, SPRING.isoformat(), by=None)

    new = paper(session, start_paper(session, SUMMER, "Report", synthetic=False, by=None))

    assert [one.heading for one in new.priorities] == ["Be Supported"]


def test_two_meetings_cannot_share_a_date(session: Session) -> None:
    name = make_meeting(session, SPRING)
    make_meeting(session, SUMMER)

    with pytest.raises(edit.DateTaken):
        make_meeting(session, SPRING)
    with pytest.raises(edit.DateTaken):
        edit.edit_meeting(session, name, replace(paper(session, name).facts, report_date=SUMMER), by=None)
    assert [one.report_date for one in meetings(session)] == [SUMMER, SPRING]


def test_deleting_a_meeting_takes_its_parts_with_it(session: Session) -> None:
    name = make_meeting(session, SPRING, front=(FrontRow(label="From", value="Us"),))
    edit.save_part(session, name, ItemPart(title="one"), by=None)

    edit.remove_meeting(session, name, by=None)
    make_meeting(session, SPRING)

    assert (paper(session, name).items, paper(session, name).facts.front) == ((), ())


def test_what_moved_opens_the_note(session: Session) -> None:
    make_meeting(session, SPRING, shows_voice=False)
    name = make_meeting(session, SUMMER, shows_voice=False, commentary="After it.")
    indicator = make_indicator(session, number="7", theme="Waiting")
    make_value(session, indicator, "2020-11", "101")
    make_value(session, indicator, "2021-03", "10", known_on=date(2021, 5, 1))
    edit.save_part(session, name, IndicatorPart(indicator_id=indicator), by=None)

    said = [
        "".join(span.text for span in block.spans)
        for block in report(session, name).blocks
        if block.kind == "paragraph" and block.number.startswith("2.")
    ]

    assert said == [
        "What moved since the last meeting: 7 Waiting went from Green to Red.",
        "After it.",
        "1 indicator in this paper: 1 Red. N/A is counted apart and says why.",
    ]
