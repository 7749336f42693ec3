"""Loads the demonstration county: all or nothing for what young people said, then the board's side.

What is there already is never touched. Whether the county is there is read from its people, who are added in the same
transaction as its waves: a loading that was interrupted leaves neither, and the next one begins afresh.
"""

from datetime import date
from random import Random

from sqlalchemy.orm import Session

from feedback_app.commands.demo_county import dates
from feedback_app.commands.demo_county.county import (
    SURVEY,
    VOXY,
    CountyWave,
    county_waves,
    following_wave,
)
from feedback_app.commands.demo_county.labels import check_labels
from feedback_app.commands.demo_county.moderation import Desk
from feedback_app.commands.demo_county.people import Staff, add_people
from feedback_app.commands.demo_county.safeguarding import ask_to_be_contacted, hand_over
from feedback_app.commands.demo_county.seed_next import type_in_next
from feedback_app.commands.demo_county.seed_report import type_in
from feedback_app.commands.demo_county.talks import write_back
from feedback_app.commands.demo_county.topics import find_topics
from feedback_app.commands.demo_county.venues import hang_posters
from feedback_app.commands.demo_county.voices import Voice
from feedback_app.commands.demo_county.waves import StoredWave, store_wave
from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.meetings.queries import meetings
from feedback_app.domain.people.queries import has_demonstration_people
from feedback_app.domain.responses.folding import fold
from feedback_app.domain.waves.queries import waves_of
from feedback_app.domain.waves.standing import WaveStanding
from feedback_app.platform import clock
from feedback_app.platform.database import transaction


def load_county() -> list[str]:
    """Load what is missing; returns a line for each thing that was done, none when all was there."""
    today = clock.today()
    with transaction() as session:
        done = _follow_up(session, today) if has_demonstration_people(session) else _begin(session, today)
    with transaction() as session:
        done += _board_side(session, today)
    return done


def _board_side(session: Session, today: date) -> list[str]:
    """The real report typed in, the papers around it, and what the board promised."""
    before = {meeting.name for meeting in meetings(session)}
    type_in(session)
    type_in_next(session, today)
    added = sorted(meeting.name for meeting in meetings(session) if meeting.name not in before)
    return [f"The board's papers of {', '.join(added)}, its indicators and promises."] if added else []


def _begin(session: Session, today: date) -> list[str]:
    """People, four waves with their answers, and what has been done with them."""
    staff, quoted = add_people(session), set[Voice]()
    done = ["7 people who can sign in."]
    for wave in county_waves(today):
        stored = store_wave(session, wave.slug, wave.opening, wave.made, by=staff.engagement_officer)
        _handle(session, stored, wave, staff=staff, quoted=quoted)
        done.append(_line(wave, stored))
    ask_to_be_contacted(session, staff=staff)
    _fold_all(session)
    find_topics(session, SURVEY, VOXY, staff=staff)
    hang_posters(session, SURVEY, by=staff.engagement_officer)
    return done


def _fold_all(session: Session) -> None:
    """Count everything that may be counted; one call counts only so many."""
    now = clock.now()
    while fold(session, now=now, read_by_machine=cells_of):
        continue


def _handle(
    session: Session, stored: StoredWave, wave: CountyWave, *, staff: Staff, quoted: set[Voice]
) -> None:
    random = Random(f"{wave.slug} {wave.habits}")
    desk = Desk(session, stored, staff=staff, quoted=quoted, random=random)
    lines = desk.lines()
    hand_over(session, stored, lines, wave.reached, staff=staff, random=random)
    desk.work_through(wave.habits)
    labelling = Random(f"{wave.slug} labels")
    check_labels(session, lines, staff=staff, many=wave.habits.checked, random=labelling)
    write_back(session, stored.wave_id, staff=staff)


def _follow_up(session: Session, today: date) -> list[str]:
    """Open another wave of the survey where none runs, waits or rests."""
    now, waves = clock.now(), waves_of(session, SURVEY)
    if any(wave.standing(now) is not WaveStanding.CLOSED for wave in waves):
        return []
    last_ended_at = max((wave.ends_at for wave in waves if wave.ends_at is not None), default=now)
    wave = following_wave(today, dates.another_wave(today, last_ended_at))
    stored = store_wave(session, wave.slug, wave.opening, wave.made, by=None)
    _fold_all(session)
    return [_line(wave, stored)]


def _line(wave: CountyWave, stored: StoredWave) -> str:
    opened = f"{wave.opening.opens_at.day} {wave.opening.opens_at:%B %Y}"
    return f"{wave.slug}, opened {opened}: {stored.responses} made-up responses."
