"""The life of a wave: it is opened, extended, paused, resumed, closed or called off; the clock does the rest."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.contacts.register import stale_entries
from feedback_app.domain.waves.definitions import DefinitionFlawed, newest, one_at_a_time
from feedback_app.domain.waves.models import Wave
from feedback_app.domain.waves.queries import wave_by_id
from feedback_app.domain.waves.standing import GRACE, WaveRecord, WaveStanding, takes_answers
from feedback_app.platform import clock
from feedback_app.platform.mode import in_demonstration
from feedback_app.platform.problems import Conflict, Invalid, Missing
from surveys import check, words_in

__all__ = [
    "GRACE",
    "MOST_DAYS",
    "ContactsNotChecked",
    "NotNow",
    "WaveDatesNotUsable",
    "WaveOverlaps",
    "WaveRecord",
    "WaveStanding",
    "call_off",
    "close",
    "days_later",
    "extend",
    "hold_back_unchecked",
    "open_wave",
    "pause",
    "resume",
    "takes_answers",
]

MOST_DAYS = 366
#: How long before it opens a wave is looked at once more: longer than the minute between two looks.
OPENS_SOON = timedelta(minutes=3)


class WaveOverlaps(Conflict):
    """Two waves of one instrument would run at the same time."""


class WaveDatesNotUsable(Invalid):
    """A wave cannot run for that long, or end before it opens."""


class ContactsNotChecked(Conflict):
    """Help that young people are sent to has not been checked by a person lately (SAFETY R-53)."""


class NotNow(Conflict):
    """A wave cannot do that from where it stands."""


def days_later(moment: datetime, days: int) -> datetime:
    """The same local clock time in Europe/London that many calendar days later, across clock changes."""
    return clock.in_london(moment) + timedelta(days=days)


def open_wave(
    session: Session,
    *,
    slug: str,
    title: str = "",
    opens_at: datetime,
    days: int | None,
    by: UUID | None,
    synthetic: bool = False,
) -> UUID:
    """Open a wave at a moment, now or to come, for some days (None: without an end); returns its id.

    It closes at the same local clock time that many calendar days later. The newest definition is frozen in it.
    Raises NoSuchInstrument, DefinitionFlawed, ContactsNotChecked, WaveDatesNotUsable or WaveOverlaps.
    """
    one_at_a_time(session, slug)
    instrument = newest(session, slug)
    flaws = check(instrument.survey)
    if flaws:
        raise DefinitionFlawed(flaws)
    if not synthetic:
        _refuse_stale_contacts()
    _refuse_length(days)
    wave = Wave(
        id=uuid4(),
        slug=slug,
        title=title.strip() or _title(words_in(instrument.survey.title, "en"), opens_at, days),
        definition_version=instrument.survey.version,
        definition=instrument.source,
        opens_at=opens_at,
        closes_at=None if days is None else days_later(opens_at, days),
        synthetic=synthetic,
    )
    _refuse_overlap(session, wave, closes_at=wave.closes_at)
    session.add(wave)
    record(session, "opened", by=by, subject="wave", subject_id=wave.id)
    session.flush()
    return wave.id


def extend(session: Session, wave_id: UUID, *, days: int, by: UUID | None) -> None:
    """Let a wave run that many calendar days longer, to the same local clock time.

    Raises NotNow for one that has ended or has no end, WaveDatesNotUsable or WaveOverlaps.
    """
    wave, standing = _held(session, wave_id)
    if standing is WaveStanding.CLOSED:
        raise NotNow("This wave has ended and cannot be opened again. Open a new one.")
    if wave.closes_at is None:
        raise NotNow("This wave has no end, so there is nothing to extend.")
    _refuse_length(days)
    closes_at = days_later(wave.closes_at, days)
    _refuse_overlap(session, wave, closes_at=closes_at)
    wave.closes_at = closes_at
    record(session, "extended", by=by, subject="wave", subject_id=wave.id)


def pause(session: Session, wave_id: UUID, *, by: UUID | None) -> None:
    """Let an open wave rest; who has the form already may send for GRACE more. Raises NotNow."""
    wave, standing = _held(session, wave_id)
    if standing is not WaveStanding.OPEN:
        raise NotNow(f"Only an open wave can be paused. This one {_SAYS[standing]}.")
    wave.paused_at = clock.now()
    record(session, "paused", by=by, subject="wave", subject_id=wave.id)


def resume(session: Session, wave_id: UUID, *, by: UUID | None) -> None:
    """Let a paused wave go on; its closing date stays. Raises NotNow or ContactsNotChecked."""
    wave, standing = _held(session, wave_id)
    if standing is not WaveStanding.PAUSED:
        raise NotNow(f"Only a paused wave can go on. This one {_SAYS[standing]}.")
    if not wave.synthetic:
        _refuse_stale_contacts()
    wave.paused_at = None
    record(session, "resumed", by=by, subject="wave", subject_id=wave.id)


def close(session: Session, wave_id: UUID, *, by: UUID | None) -> None:
    """End an open or paused wave now, for good. Raises NotNow."""
    wave, standing = _held(session, wave_id)
    if standing not in (WaveStanding.OPEN, WaveStanding.PAUSED):
        raise NotNow(f"Only an open or paused wave can be closed. This one {_SAYS[standing]}.")
    wave.closed_at = clock.now()
    record(session, "closed", by=by, subject="wave", subject_id=wave.id)


def call_off(session: Session, wave_id: UUID, *, by: UUID | None) -> None:
    """Take back a wave that has not opened; nobody has answered it. Raises NotNow."""
    wave, standing = _held(session, wave_id)
    if standing is not WaveStanding.BEFORE:
        raise NotNow(f"Only a wave that has not opened can be called off. This one {_SAYS[standing]}.")
    record(session, "called-off", by=by, subject="wave", subject_id=wave.id)
    session.delete(wave)
    session.flush()


_SAYS = {
    WaveStanding.BEFORE: "has not opened yet",
    WaveStanding.OPEN: "is open",
    WaveStanding.PAUSED: "is paused",
    WaveStanding.CLOSED: "has ended and cannot be opened again",
}


def _held(session: Session, wave_id: UUID) -> tuple[Wave, WaveStanding]:
    """The wave's row, locked until the transaction ends, and where it stands now."""
    wave = session.get(Wave, wave_id, with_for_update=True)
    if wave is None:
        raise Missing("There is no wave at this address.")
    session.flush()
    return wave, wave_by_id(session, wave_id).standing(clock.now())


def _title(survey_title: str, opens_at: datetime, days: int | None) -> str:
    return survey_title if days is None else f"{survey_title}, {clock.in_london(opens_at):%B %Y}"


def _refuse_length(days: int | None) -> None:
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise WaveDatesNotUsable(f"A wave can run for 1 to {MOST_DAYS} days.")


def hold_back_unchecked(session: Session, *, now: datetime) -> int:
    """Pause the waves that open within OPENS_SOON while a contact is unchecked (SAFETY R-53); returns how many.

    They stay paused until an officer resumes them, which wants every contact checked.
    """
    if in_demonstration() or not stale_entries(clock.in_london(now).date()):
        return 0
    soon = select(Wave).where(
        Wave.synthetic.is_(False),
        Wave.paused_at.is_(None),
        Wave.closed_at.is_(None),
        Wave.opens_at > now,
        Wave.opens_at <= now + OPENS_SOON,
    )
    waves = session.scalars(soon.with_for_update(skip_locked=True)).all()
    for wave in waves:
        wave.paused_at = now
        record(session, "held-back", by=None, subject="wave", subject_id=wave.id)
    return len(waves)


def _refuse_stale_contacts() -> None:
    if in_demonstration():
        return
    stale = stale_entries(clock.today())
    if stale:
        raise ContactsNotChecked(
            f"Nobody has checked these contacts within 30 days: {', '.join(stale)}. The administrator rings or "
            "texts each and notes it in the register of contacts. The survey can open after that."
        )


def _refuse_overlap(session: Session, wave: Wave, *, closes_at: datetime | None) -> None:
    """Refuse dates that meet another wave of the slug; openings of one slug wait for one another."""
    one_at_a_time(session, wave.slug)
    ends_at = func.coalesce(Wave.closed_at, Wave.closes_at, type_=Wave.closes_at.type)
    meets = [Wave.slug == wave.slug, Wave.id != wave.id, or_(ends_at.is_(None), ends_at > wave.opens_at)]
    if closes_at is not None:
        meets.append(Wave.opens_at < closes_at)
    found = session.scalar(select(Wave.title).where(sa.and_(*meets)).order_by(Wave.opens_at).limit(1))
    if found is not None:
        raise WaveOverlaps(f"The wave “{found}” runs at that time. Two waves of one survey cannot meet.")
