"""Takes in what waited on a tablet: opened, judged like any other response, stored once, and acknowledged by id."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from feedback_app.domain.kiosks.models import Kiosk
from feedback_app.domain.kiosks.queries import KioskRecord
from feedback_app.domain.kiosks.taking import takes
from feedback_app.domain.responses.submit import Submission, submit
from feedback_app.domain.venues.counting import count_venue
from feedback_app.domain.waves.queries import survey_of
from feedback_app.domain.waves.standing import WaveRecord
from feedback_app.platform import clock
from feedback_app.platform.crypto import CannotUnseal
from feedback_app.platform.letterbox import Letter, open_letter, public_key
from feedback_app.platform.secret import secret_key
from surveys import AnswerProblems, Answers, read_answers
from surveys.shared_device import for_shared_device

_CLOCKS_AGREE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One sealed response under the submission id that makes a retry harmless."""

    submission_id: UUID
    letter: Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One response, opened and judged, with the moment by the tablet's clock at which it was begun."""

    submission_id: UUID
    language: str
    started_at: datetime
    answers: Answers = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What came of some responses: stored now or before, or come too late; `new` counts those stored now."""

    stored: tuple[UUID, ...]
    late: tuple[UUID, ...]
    new: int


def sealing_key(kiosk_id: UUID) -> bytes:
    """The public key that a kiosk seals with; what it sealed, only this server opens."""
    return public_key(secret_key(), _purpose(kiosk_id))


def open_waiting(kiosk: KioskRecord, wave: WaveRecord, waiting: Waiting) -> Opened | None:
    """The response, judged by the one judge; None where it cannot be opened or taken as it is."""
    try:
        content = open_letter(
            secret_key(), _purpose(kiosk.id), waiting.letter, about=waiting.submission_id.hex.encode()
        )
        said = json.loads(content)
        survey = for_shared_device(survey_of(wave))
        language = str(said["language"])
        return Opened(
            submission_id=waiting.submission_id,
            language=language if language in survey.languages else "en",
            started_at=datetime.fromtimestamp(int(said["started"]), UTC),
            answers=read_answers(survey, _fields(said["fields"])),
        )
    except (CannotUnseal, AnswerProblems, ValueError, KeyError, TypeError, OverflowError, OSError):
        return None


def receive(
    session: Session,
    kiosk: KioskRecord,
    wave: WaveRecord,
    opened: Sequence[Opened],
    *,
    tablet_now: datetime,
) -> Received:
    """Store what can be taken, each once, and count it for the kiosk's venue where it is new.

    `tablet_now` is what the tablet's clock says: a clock that is wrong costs no answer. A beginning that cannot have
    been is read as the kiosk's making, and its day as today. Does not commit.
    """
    now = clock.now()
    ahead = tablet_now - now if abs(tablet_now - now) > _CLOCKS_AGREE else timedelta()
    stored, late, new = [], [], 0
    for one in opened:
        started_at = one.started_at - ahead
        is_known = kiosk.made_at <= started_at <= now + _CLOCKS_AGREE
        if not takes(
            wave, kiosk.switched_off_at, started_at=started_at if is_known else kiosk.made_at, now=now
        ):
            late.append(one.submission_id)
            continue
        day = clock.in_london(started_at).date() if is_known else clock.today()
        is_first = submit(session, _submission(wave, one, day)).is_first
        if is_first and kiosk.venue_id is not None:
            count_venue(session, wave.id, kiosk.venue_id)
        new += is_first
        stored.append(one.submission_id)
    session.execute(update(Kiosk).where(Kiosk.id == kiosk.id).values(heard_on=clock.today()))
    return Received(stored=tuple(stored), late=tuple(late), new=new)


def _submission(wave: WaveRecord, one: Opened, day: date) -> Submission:
    return Submission(
        wave_id=wave.id,
        submission_id=one.submission_id,
        language=one.language,
        day=min(day, clock.today()),
        answers=one.answers,
    )


def _fields(listed: object) -> dict[str, list[str]]:
    """The fields of a form out of its list of pairs. Raises TypeError or ValueError where it is none."""
    fields: dict[str, list[str]] = {}
    if not isinstance(listed, list):
        raise TypeError("fields come as a list of pairs")
    for name, value in listed:
        fields.setdefault(str(name), []).append(str(value))
    return fields


def _purpose(kiosk_id: UUID) -> str:
    return f"kiosk {kiosk_id}"
