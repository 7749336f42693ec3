"""What the safeguarding lead of the demonstration has been given, and done about it."""

from collections.abc import Sequence
from enum import StrEnum
from random import Random

from sqlalchemy.orm import Session

from feedback_app.commands.demo_county.moderation import Line
from feedback_app.commands.demo_county.people import Staff
from feedback_app.commands.demo_county.waves import StoredWave
from feedback_app.domain.moderation.decide import Choice, decide
from feedback_app.domain.moderation.queries import read_comment
from feedback_app.domain.moderation.records import STATE_ON
from feedback_app.domain.moderation.seen import mark_of
from feedback_app.domain.moderation.states import Decision, Reason
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.contact_requests import ask, finish
from feedback_app.domain.safeguarding.escalate import Concern, escalate
from feedback_app.domain.safeguarding.handle import Step, take_step
from feedback_app.domain.safeguarding.states import Deed, Kind, Route


class Reached(StrEnum):
    """How far somebody has come with what worries."""

    UNREAD = "unread"
    OPEN = "open"
    URGENT = "urgent"
    ACKNOWLEDGED = "acknowledged"
    ROUTED = "routed"
    CLOSED = "closed"


_REASONS = (
    "Both boxes read together worry me. Please look at the whole of it.",
    "This sounds like something that is happening now.",
    "It may be a joke. I would rather that you see it too.",
    "It may be over and help may have come, but I am not sure.",
)
_ROUTES = (
    (Route.NO_IDENTITY, "", "Nothing in it says who or where. Noted for the quarterly look at patterns."),
    (Route.SUPPORT_OFFERED, "", "The help page and Childline stand beside the question; a line was added."),
    (Route.SCHOOL_LEAD, "", "The area's schools were told in general terms what to watch for."),
    (Route.MASH, "DEMO-0417", "Talked through with the duty worker, without names, since there are none."),
)
_OUTCOMES = (
    "No way to find out who it is. What was said is in this month's learning note.",
    "The duty worker agreed that nothing more can be done without a name.",
    "Raised with the partnership; it goes into the autumn training.",
)


def hand_over(
    session: Session,
    stored: StoredWave,
    lines: Sequence[Line],
    reached: Sequence[Reached],
    *,
    staff: Staff,
    random: Random,
) -> None:
    """Escalate what may be a disclosure, and take each as far as `reached` says, in the order they were made."""
    by_text = {line.text: line for line in lines}
    youth_worker = Reader(person_id=staff.youth_worker, is_lead=False)
    lead = Reader(person_id=staff.safeguarding_lead, is_lead=True)
    for texts, far in zip(stored.worries, reached, strict=False):
        if far is Reached.UNREAD:
            continue
        telling = by_text[max(texts, key=len)]
        _hold_the_rest(session, telling, reader=youth_worker)
        concern = _concern(stored, telling, far, random)
        escalation_id = escalate(session, telling.id, concern, reader=youth_worker)
        for step in _steps(far, random):
            take_step(session, escalation_id, step, reader=lead)


def _concern(stored: StoredWave, telling: Line, far: Reached, random: Random) -> Concern:
    kinds = tuple(Kind(kind) for kind in stored.voices[telling.text].kinds)
    return Concern(kinds=kinds, reason=random.choice(_REASONS), urgent=far is Reached.URGENT)


def _hold_the_rest(session: Session, telling: Line, *, reader: Reader) -> None:
    """What the same person wrote in the other boxes waits until the lead has read all of it."""
    for other in read_comment(session, telling.id, reader=reader).beside:
        seen = mark_of(STATE_ON[other.shelf], other.text)
        choice = Choice(decision=Decision.HOLD, seen=seen, reason=Reason.SECOND_READER)
        decide(session, other.id, choice, reader=reader)


def _steps(far: Reached, random: Random) -> list[Step]:
    if far in (Reached.OPEN, Reached.URGENT):
        return []
    steps = [Step(deed=Deed.ACKNOWLEDGE)]
    if far in (Reached.ROUTED, Reached.CLOSED):
        route, reference, note = random.choice(_ROUTES)
        steps.append(Step(deed=Deed.ROUTE, route=route, reference=reference, note=note))
    if far is Reached.CLOSED:
        steps.append(Step(deed=Deed.CLOSE, note=random.choice(_OUTCOMES)))
    return steps


def ask_to_be_contacted(session: Session, *, staff: Staff) -> None:
    """Two young people want somebody to get in touch; one of them has been answered."""
    ask(
        session,
        how="text",
        detail="07700 900732",
        safe_when="after 4 on weekdays, not when im at my dads",
        must_not_know="my dad",
        name="",
    )
    answered = ask(
        session,
        how="email",
        detail="kit.larkspur@example.org",
        safe_when="any time",
        must_not_know="",
        name="Kit",
    )
    outcome = "Wrote on the same day; Kit wanted to know how to join the young carers' group."
    finish(session, answered, by=staff.safeguarding_lead, outcome=outcome)
