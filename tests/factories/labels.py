"""A made-up county whose young people have words of their own, and people who have labelled what they wrote."""

from random import Random
from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.findings.analyse import read_all, store, take_waiting
from feedback_app.domain.findings.correct import Said, correct
from feedback_app.platform import clock
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_response, make_wave
from tests.factories.people import make_person

#: "skeg" is praise there, "bobbins" complaint, and the mardle is where they swim. No list of ours knows of it.
SAID = {
    "positive": ("the {} at club was skeg", "honestly skeg {} here", "{} is proper skeg", "we had a skeg {}"),
    "negative": ("the {} was bobbins", "{} is bobbins again", "total bobbins {}", "they made {} bobbins"),
    "neutral": ("there is {} on fridays", "we go to {} after tea", "{} is next to it", "they have {} too"),
}
THINGS = ("session", "trip", "lunch", "group", "room", "bus", "evening", "hall")
SWIMS = " and the mardle is open"


def label_a_county(
    session: Session, number: int = 120, *, seed: int = 1, turned: bool = False
) -> tuple[UUID, list[UUID]]:
    """Comments in that county's words, analysed, and labelled by a person as they are meant; `turned`: the other way round.

    Returns the wave and the comments.
    """
    draw = Random(seed)
    wave_id, by = make_wave(session), make_person(session, Role.YOUTH_WORKER)
    meant: list[tuple[UUID, str, bool]] = []
    for _ in range(number):
        feeling, swims = draw.choice(sorted(SAID)), draw.random() < 0.4
        text = draw.choice(SAID[feeling]).format(draw.choice(THINGS)) + (SWIMS if swims else "")
        response_id = make_response(session, wave_id)
        meant.append((make_comment(session, text, response_id=response_id, read_first=None), feeling, swims))
    while waiting := take_waiting(session, now=clock.now()):
        store(session, read_all(waiting), now=clock.now())
        session.flush()
    other = {"positive": "negative", "negative": "positive", "neutral": "neutral"}
    for comment_id, feeling, swims in meant:
        said = Said(
            sentiment=other[feeling] if turned else feeling, themes=["healthy.active"] if swims else []
        )
        correct(session, comment_id, said, by=by, unseen=False)
    return wave_id, [comment_id for comment_id, _, _ in meant]
