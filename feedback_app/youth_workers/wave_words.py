"""The words in which the engagement officer's pages speak: moments, standings, kinds of question."""

from datetime import date, datetime, timedelta
from typing import assert_never

from feedback_app.domain.waves.lifecycle import WaveRecord, WaveStanding
from feedback_app.platform import clock
from surveys import Kind, Question

STANDINGS = {
    WaveStanding.BEFORE: ("To come", ""),
    WaveStanding.OPEN: ("Open", "brand"),
    WaveStanding.PAUSED: ("Paused", "attention"),
    WaveStanding.CLOSED: ("Ended", ""),
}
"""What each standing is called, and the tone of its tag."""

KINDS = {
    Kind.SINGLE: "Choose one",
    Kind.MULTIPLE: "Choose any",
    Kind.AGREE: "Agree or disagree",
    Kind.FACES: "Choose a face",
    Kind.SHORT_TEXT: "A short text",
    Kind.LONG_TEXT: "A text",
    Kind.INFORMATION: "Something to read",
}


def moment(when: datetime) -> str:
    """A moment by Oxford's clocks: "Monday 4 May 2026 at 9.00am"."""
    local = clock.in_london(when)
    hour = local.hour % 12 or 12
    half = "am" if local.hour < 12 else "pm"
    return f"{local:%A} {local.day} {local:%B %Y} at {hour}.{local:%M}{half}"


def day(when: date) -> str:
    """A day in full: "Monday 4 May 2026"."""
    return f"{when:%A} {when.day} {when:%B %Y}"


def short_day(when: date) -> str:
    """A day where there is little room: "4 May"."""
    return f"{when.day} {when:%b}"


def time_left(until: datetime, now: datetime) -> str:
    """How long from now, by calendar days: "12 days left", "ends today"."""
    days = (clock.in_london(until).date() - clock.in_london(now).date()) // timedelta(days=1)
    if days <= 0:
        return "ends today"
    return "ends tomorrow" if days == 1 else f"{days} days left"


def dates(wave: WaveRecord, now: datetime) -> str:
    """When a wave runs, in one or two sentences."""
    opens, ends = moment(wave.opens_at), wave.ends_at
    standing = wave.standing(now)
    match standing:
        case WaveStanding.BEFORE:
            until = "It runs without an end." if ends is None else f"It runs until {moment(ends)}."
            return f"Opens on {opens}. {until}"
        case WaveStanding.OPEN | WaveStanding.PAUSED:
            if ends is None:
                return f"Open since {day(clock.in_london(wave.opens_at).date())}, without an end."
            return f"Runs until {moment(ends)} ({time_left(ends, now)})."
        case WaveStanding.CLOSED:
            ended = wave.opens_at if ends is None else ends
            return f"Ran from {day(clock.in_london(wave.opens_at).date())} to {day(clock.in_london(ended).date())}."
        case _:
            assert_never(standing)


def kind(question: Question) -> str:
    """How a question is answered."""
    if question.most is not None:
        return f"Choose up to {question.most}"
    if question.max_length is not None:
        return f"{KINDS[question.kind]} of up to {question.max_length:,} characters"
    return KINDS[question.kind]
