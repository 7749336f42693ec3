"""Stores a made wave as a real one is stored: opened, judged, sent, analysed; all in the caller's transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.commands.demo_county.dates import WAVE_DAYS, Opening
from feedback_app.commands.demo_county.generate import Made
from feedback_app.commands.demo_county.voices import Voice
from feedback_app.domain.findings import analyse
from feedback_app.domain.responses.submit import Submission, submit
from feedback_app.domain.waves.lifecycle import open_wave
from feedback_app.domain.waves.queries import survey_of, wave_by_id
from feedback_app.platform import clock
from surveys import Answers, read_answers

_MANY = 500


@dataclass(slots=True, kw_only=True)
class StoredWave:
    """A stored wave and what its author knows of the texts in it, by the text as it was stored."""

    wave_id: UUID
    responses: int = 0
    voices: dict[str, Voice] = field(default_factory=dict)
    #: Texts that stand in the wave once and whose writers said yes to being quoted.
    quotable: set[str] = field(default_factory=set)
    #: The texts of each response in which somebody may need help.
    worries: list[tuple[str, ...]] = field(default_factory=list)


def store_wave(
    session: Session, slug: str, opening: Opening, made: Iterable[Made], *, by: UUID | None
) -> StoredWave:
    """Open a wave at its date, send every response on its day, and have all that was written analysed."""
    days = None if slug == "voxy" else WAVE_DAYS
    wave_id = open_wave(session, slug=slug, opens_at=opening.opens_at, days=days, by=by, synthetic=True)
    stored = StoredWave(wave_id=wave_id)
    survey = survey_of(wave_by_id(session, wave_id))
    for one in made:
        answers = read_answers(survey, one.raw)
        submission = Submission(
            wave_id=wave_id,
            submission_id=one.submission_id,
            language="en",
            day=one.day,
            answers=answers,
        )
        submit(session, submission)
        stored.responses += 1
        _remember(stored, answers, one.voices)
    analyse_all(session)
    return stored


def _remember(stored: StoredWave, answers: Answers, voices: Mapping[str, Voice]) -> None:
    for text in answers.text_fields():
        voice, words = voices.get(text.field), answers.texts[text.field]
        if voice is None:
            continue
        if words in stored.voices:
            stored.quotable.discard(words)
        elif text.quotable:
            stored.quotable.add(words)
        if not voice.is_worrying or words not in stored.voices:
            stored.voices[words] = voice
    if any(voice.is_worrying for voice in voices.values()):
        stored.worries.append(tuple(answers.texts[code] for code in voices))


def analyse_all(session: Session) -> None:
    """Analyse every comment that waits, as the background job does, but within this transaction."""
    now = clock.now()
    while waiting := analyse.take_waiting(session, now=now, size=_MANY):
        session.flush()
        analyse.store(session, analyse.read_all(waiting), now=now)
