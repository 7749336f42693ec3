"""The demonstration county's waves: how many answered, how they fared, and how far people have come with them."""

from dataclasses import dataclass
from datetime import date

from feedback_app.commands.demo_county import dates
from feedback_app.commands.demo_county.closed_answers import Mood
from feedback_app.commands.demo_county.dates import Opening
from feedback_app.commands.demo_county.generate import Made, Plan, survey_responses, voxy_messages
from feedback_app.commands.demo_county.moderation import Habits
from feedback_app.commands.demo_county.safeguarding import Reached
from feedback_app.commands.demo_county.voices import Leaning

SURVEY, VOXY = "be-supported", "voxy"
#: How many answer on each day of a wave that was opened after the first loading.
PEOPLE_A_DAY = 25

_ALWAYS = {"role_model": 3.5, "staff_care": 3.7, "staff_skill": 3.45}
FIRST = Mood(
    middles={"know_who": 3.55, "listened": 3.55, "believed": 3.65, "info_easy": 2.8} | _ALWAYS,
    leanings={Leaning.GOOD: 0.46, Leaning.MIXED: 0.27, Leaning.BAD: 0.27},
)
SECOND = Mood(
    middles={"know_who": 3.6, "listened": 3.5, "believed": 3.45, "info_easy": 3.1} | _ALWAYS,
    leanings={Leaning.GOOD: 0.45, Leaning.MIXED: 0.27, Leaning.BAD: 0.28},
)
#: Since then young people feel less believed, and find information more easily.
OPEN = Mood(
    middles={"know_who": 3.7, "listened": 3.4, "believed": 3.1, "info_easy": 3.55} | _ALWAYS,
    leanings={Leaning.GOOD: 0.43, Leaning.MIXED: 0.28, Leaning.BAD: 0.29},
)
#: What is on their minds now: waiting for help, not being heard, who looks after them.
_ON_THEIR_MINDS = {
    "healthy.services": 0.3,
    "healthy.services bad": 60.0,
    "supported.listened": 3.0,
    "supported.staff": 2.5,
    "safe.belonging": 2.0,
    "healthy.wellbeing": 2.0,
    "none": 0.5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyWave:
    """One wave of the demonstration, ready to be stored."""

    slug: str
    opening: Opening
    made: tuple[Made, ...]
    habits: Habits
    reached: tuple[Reached, ...]


def county_waves(today: date) -> tuple[CountyWave, ...]:
    """All four, 1,200 responses together, dated back from today."""
    return (_first(today), _second(today), _open(today), _voxy(today))


def following_wave(today: date, opening: Opening) -> CountyWave:
    """Another open wave, for a day on which the last one has ended."""
    people = PEOPLE_A_DAY * len(opening.days)
    worrying = (16, 19) if people else (0, 0)
    plan = _plan(f"following {today}", people, opening, OPEN, worrying)
    habits = Habits(confirmed=0, proposed=0, redacted=0, unread=1)
    return CountyWave(
        slug=SURVEY, opening=opening, made=tuple(survey_responses(plan)), habits=habits, reached=()
    )


def _first(today: date) -> CountyWave:
    opening = dates.closed_wave(today, dates.FIRST_WAVE_DAYS_AGO)
    plan = _plan("first wave", 380, opening, FIRST, (0, 8))
    habits = Habits(confirmed=16, proposed=0, redacted=2, unread=0)
    return CountyWave(
        slug=SURVEY,
        opening=opening,
        made=tuple(survey_responses(plan)),
        habits=habits,
        reached=(Reached.CLOSED,) * 8,
    )


def _second(today: date) -> CountyWave:
    opening = dates.closed_wave(today, dates.SECOND_WAVE_DAYS_AGO)
    plan = _plan("second wave", 400, opening, SECOND, (8, 16))
    habits = Habits(confirmed=16, proposed=2, redacted=2, unread=0, checked=60)
    reached = (Reached.CLOSED,) * 5 + (Reached.ROUTED,) * 2 + (Reached.ACKNOWLEDGED,)
    return CountyWave(
        slug=SURVEY, opening=opening, made=tuple(survey_responses(plan)), habits=habits, reached=reached
    )


def _open(today: date) -> CountyWave:
    opening = dates.open_wave(today)
    plan = _plan("open wave 532", 270, opening, OPEN, (16, 22))
    habits = Habits(confirmed=15, proposed=6, redacted=1, unread=0.88, checked=60)
    reached = (Reached.URGENT, Reached.OPEN, *(Reached.UNREAD,) * 4)
    return CountyWave(
        slug=SURVEY, opening=opening, made=tuple(survey_responses(plan)), habits=habits, reached=reached
    )


def _voxy(today: date) -> CountyWave:
    opening = dates.voxy(today)
    plan = _plan("voxy", 150, opening, SECOND, (0, 9))
    habits = Habits(confirmed=9, proposed=3, redacted=1, unread=0.12)
    reached = (Reached.CLOSED,) * 5 + (Reached.ROUTED, Reached.OPEN, Reached.UNREAD, Reached.UNREAD)
    return CountyWave(
        slug=VOXY, opening=opening, made=tuple(voxy_messages(plan)), habits=habits, reached=reached
    )


def _plan(seed: str, people: int, opening: Opening, mood: Mood, worrying: tuple[int, int]) -> Plan:
    return Plan(
        seed=seed,
        people=people,
        days=opening.days,
        mood=mood,
        emphasis=_ON_THEIR_MINDS if mood is OPEN else {},
        worries=worrying,
        writing=0.58 if mood is OPEN else 0.44,
    )
