"""The labels that the demonstration's youth workers have checked: they say what the comments' author knows of them."""

from collections.abc import Sequence
from random import Random

from sqlalchemy.orm import Session

from feedback_app.commands.demo_county.moderation import Line
from feedback_app.commands.demo_county.people import Staff
from feedback_app.commands.demo_county.voices import ABUSIVE, SPAM, Leaning, Voice
from feedback_app.domain.findings.correct import Said, correct

#: Of what is most on young people's minds now, each comment is checked.
CHECKED_FIRST = ("healthy.services", Leaning.BAD)
#: How often a theme is added that the machine missed.
ADDS_A_THEME = 0.4
_FEELING = {Leaning.GOOD: "positive", Leaning.BAD: "negative"}


def check_labels(session: Session, lines: Sequence[Line], *, staff: Staff, many: int, random: Random) -> None:
    """Check the labels of so many comments of a wave, those most on their minds first."""
    known = [(line, line.voice) for line in lines if line.voice is not None and _is_plain(line, line.voice)]
    random.shuffle(known)
    known.sort(key=lambda one: (one[1].theme, one[1].leaning) != CHECKED_FIRST)
    for place, (line, voice) in enumerate(known[:many]):
        by = staff.youth_worker if place % 2 else staff.second_youth_worker
        adds = random.random() < ADDS_A_THEME
        correct(session, line.id, _said(line, voice, adds=adds), by=by, unseen=False)


def _is_plain(line: Line, voice: Voice) -> bool:
    """Whether it is in English, is of a theme or of none, and the machine has scored it."""
    scored = line.finding is not None and line.finding.sentiment is not None
    return scored and voice.language == "en" and not voice.is_worrying and voice.theme not in (SPAM, ABUSIVE)


def _said(line: Line, voice: Voice, *, adds: bool) -> Said:
    """The author's feeling where it is plain, and now and then the author's theme beside those the machine found."""
    machine = [] if line.finding is None else [one.code for one in line.finding.themes]
    feeling = None if line.finding is None else line.finding.sentiment
    themes = [*machine, voice.theme] if adds and voice.theme not in (*machine, "none") else machine
    return Said(sentiment=_FEELING.get(voice.leaning, feeling), themes=themes)
