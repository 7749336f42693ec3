"""What young people told us: bases, changes, feelings, quotes, and nothing about the few."""

import re
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from analysis.figures.counts import RawTable, TableKind
from analysis.figures.suppression import protect
from feedback_app.domain.meetings.assemble import assemble
from feedback_app.domain.meetings.document import Chart, Quote, Table
from feedback_app.domain.meetings.figures import figure_blocks, figure_table, most_sentence, positive_sentence
from feedback_app.domain.meetings.voice import Voice, told_us
from feedback_app.domain.meetings.voice_words import headline
from feedback_app.platform import clock
from surveys import instrument_text, load
from tests.factories.board import make_meeting
from tests.factories.comments import make_wave
from tests.factories.tallies import answered, responses, tally

SURVEY = load(instrument_text("be-supported"))
VOXY = load(instrument_text("voxy"))
BELIEVED = SURVEY.question("believed")
AGREE = ("Strongly agree", "Agree")


def wave(session: Session, days_ago: int, *, open_days: int = 28) -> UUID:
    """A wave of the survey that opened so many days ago."""
    opened = clock.now() - timedelta(days=days_ago)
    return make_wave(
        session, opens_at=opened, closes_at=opened + timedelta(days=open_days), title=f"{days_ago} ago"
    )


def voxy(session: Session) -> UUID:
    """VOXY, open for a year."""
    opened = clock.now() - timedelta(days=365)
    return make_wave(session, slug="voxy", title="VOXY", definition=instrument_text("voxy"), opens_at=opened)


def voice(session: Session) -> Voice:
    """What the paper of today would say."""
    make_meeting(session, clock.today())
    return told_us(session, clock.today())


def test_before_any_wave_the_item_says_that_it_is_still_to_be_launched(session: Session) -> None:
    assert headline(voice(session)).startswith("The survey has not been launched yet")


def test_an_open_wave_is_marked_so_far_and_a_fall_comes_first(session: Session) -> None:
    before, now = wave(session, 200), wave(session, 5)
    for wave_id, agree in ((before, 150), (now, 60)):
        responses(session, wave_id, 203)
        answered(session, wave_id, BELIEVED, {"agree": agree, "disagree": 200 - agree})

    found = voice(session)

    assert found.survey is not None
    assert found.survey.so_far
    assert headline(found) == (
        "205 young people have told us so far; “When I ask for help, people believe me” fell from 75 % to 30 %."
    )


def test_another_wording_is_never_compared(session: Session) -> None:
    opened = clock.now() - timedelta(days=200)
    reworded = instrument_text("be-supported").replace(
        "When I ask for help, people believe me.", "People believe me."
    )
    before = make_wave(session, definition=reworded, opens_at=opened, closes_at=opened + timedelta(days=28))
    now = wave(session, 5)
    for wave_id, agree in ((before, 150), (now, 60)):
        answered(session, wave_id, BELIEVED, {"agree": agree, "disagree": 200 - agree})

    found = voice(session)

    assert found.survey is not None
    assert {one.code: one.change for one in found.survey.questions}["believed"] is None
    assert found.survey.index_before is None


def test_who_would_rather_not_say_stands_outside_the_base(session: Session) -> None:
    answered(session, wave(session, 5), BELIEVED, {"agree": 60, "disagree": 40, "rather_not_say": 25})

    found = voice(session)

    assert found.survey is not None
    (believed,) = (one for one in found.survey.questions if one.code == "believed")
    table = figure_table(believed.table)
    assert believed.table.base.text == "100"
    assert "I'd rather not say (not in the base)" in [row.heading[0].text for row in table.rows]


def test_a_base_under_fifty_has_words_and_no_per_cent() -> None:
    small = protect(RawTable.of("Q", {"Strongly agree": 10, "Agree": 12, "Disagree": 20}))

    assert (
        positive_sentence(small, AGREE) == "About 20 of about 40 people who answered agree or strongly agree."
    )
    blocks = figure_blocks(small, "S", anchor="q")
    assert not any(isinstance(block, Chart) for block in blocks)
    assert "%" not in "".join(str(block) for block in blocks).replace("95 % interval", "")


def test_a_group_under_ten_says_nothing_but_that() -> None:
    tiny = protect(RawTable.of("Q", {"Agree": 9}))

    (only,) = figure_blocks(tiny, "nine people", anchor="q")

    assert "nine" not in str(only)
    assert "9" not in str(only)


COUNTS = st.dictionaries(
    st.sampled_from(["Strongly agree", "Agree", "Not sure", "Disagree"]), st.integers(0, 90), min_size=2
)


@settings(deadline=None)
@given(COUNTS, st.sampled_from(TableKind))
def test_no_count_of_one_to_seven_comes_out_in_any_words(counts: dict[str, int], kind: TableKind) -> None:
    base = sum(counts.values()) if kind is TableKind.EXCLUSIVE else max(counts.values(), default=0)
    safe = protect(RawTable.of("Q", counts, base=base, kind=kind))

    said = [positive_sentence(safe, tuple(counts)), most_sentence(safe)]
    table = figure_table(safe)
    cells = [cell for row in table.rows for blocks in row.cells[:1] for cell in (str(blocks[0]),)]

    numbers = {
        int(number) for text in [*said, *cells] for number in re.findall(r"(?<![\d.])\d+(?! ?%)(?!\d)", text)
    }
    assert numbers & set(range(1, 8)) == set()


def test_the_feeling_young_people_gave_comes_before_the_machines(session: Session) -> None:
    wave_id = voxy(session)
    today = clock.today()
    responses(session, wave_id, 100, today)
    answered(session, wave_id, VOXY.question("feel"), {"unhappy": 60, "happy": 40}, today)
    tally(
        session,
        wave_id,
        "feel",
        {("unhappy", "negative"): 45, ("unhappy", "positive"): 15, ("happy", "positive"): 40},
        today,
    )
    make_meeting(session, today)

    texts = [str(block) for block in assemble(session, today.isoformat()).blocks]

    own = next(
        place for place, text in enumerate(texts) if "How they feel about it, of 100: Unhappy (60 %)" in text
    )
    machine = next(
        place for place, text in enumerate(texts) if "85 % of 100 comments sound to the machine" in text
    )
    assert own < machine


def test_voxy_counts_what_came_after_the_last_meeting(session: Session) -> None:
    wave_id, last = voxy(session), clock.today() - timedelta(days=30)
    make_meeting(session, last)
    responses(session, wave_id, 40, last)
    responses(session, wave_id, 20, last + timedelta(days=1))

    found = voice(session)

    assert found.voxy is not None
    assert (found.voxy.since, found.voxy.responses.text) == (last, "20")


@pytest.mark.parametrize("asked", [date(2021, 3, 5)])
def test_a_wave_that_opened_after_the_meeting_is_not_in_its_paper(session: Session, asked: date) -> None:
    responses(session, wave(session, 5), 100)
    make_meeting(session, asked)

    assert told_us(session, asked).survey is None


def test_a_paper_without_the_item_shows_none_of_it(session: Session) -> None:
    responses(session, wave(session, 5), 100)
    name = make_meeting(session, clock.today(), shows_voice=False)

    blocks = assemble(session, name).blocks

    assert not any(isinstance(block, Chart | Quote) for block in blocks)
    assert not any("told us" in str(block) for block in blocks if not isinstance(block, Table))
