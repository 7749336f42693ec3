"""What the safeguarding lead does about an escalation, each step kept with who and when."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.models import Escalation, EscalationStep
from feedback_app.domain.safeguarding.queue import escalation_row
from feedback_app.domain.safeguarding.reading import WholeResponse, whole_response
from feedback_app.domain.safeguarding.sealed import NOTES, seal
from feedback_app.domain.safeguarding.states import FINISHED, Deed, Route, state_after
from feedback_app.domain.safeguarding.taken_back import forget_kept
from feedback_app.platform import clock
from feedback_app.platform.problems import Invalid, Missing

#: Who takes a referral gives it a reference.
WITH_REFERENCE = frozenset({Route.MASH, Route.EDT, Route.LADO, Route.POLICE})
WITH_NOTE = {
    Deed.ROUTE: "Write why, in a sentence.",
    Deed.CLOSE: "Write what came of it.",
    Deed.REOPEN: "Write why it is opened again.",
    Deed.RETURN: "Write why it goes back to the queue.",
}


class NotEnough(Invalid):
    """The step lacks what must be noted with it (SAFETY R-59)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is done, and what is noted with it."""

    deed: Deed
    note: str = ""
    route: Route | None = None
    reference: str = ""


def take_step(session: Session, escalation_id: UUID, step: Step, *, reader: Reader) -> None:
    """Do one step. Raises Missing, NotNow or NotEnough."""
    row = escalation_row(session, escalation_id, reader=reader, lock=True)
    after = state_after(row.state, step.deed)
    _check(step)
    if step.deed is Deed.RETURN:
        _send_back(session, row)
    if after in FINISHED:
        forget_kept(session, row.id)
    row.state = after
    _note(session, row.id, step, by=reader.person_id)


def _check(step: Step) -> None:
    if step.deed in WITH_NOTE and not step.note.strip():
        raise NotEnough(WITH_NOTE[step.deed])
    if step.deed is Deed.ROUTE and step.route is None:
        raise NotEnough("Choose where it was passed on to.")
    if step.route in WITH_REFERENCE and not step.reference.strip():
        raise NotEnough("Write the reference they gave you, or the name of who took it.")


def _send_back(session: Session, row: Escalation) -> None:
    """The comment is unread again; what was decided about it before does not come back."""
    comment = session.get(Comment, row.comment_id, with_for_update=True) if row.comment_id else None
    if comment is not None and comment.state is CommentState.ESCALATED:
        comment.state = CommentState.UNREAD


def _note(session: Session, escalation_id: UUID, step: Step, *, by: UUID) -> None:
    session.add(
        EscalationStep(
            escalation_id=escalation_id,
            deed=step.deed,
            by=by,
            at=clock.now(),
            route=step.route,
            reference=seal(NOTES, step.reference.strip()) if step.reference.strip() else None,
            note=seal(NOTES, step.note.strip()) if step.note.strip() else None,
        )
    )
    deed = f"escalation-{step.deed.value.replace('_', '-')}"
    record(session, deed, by=by, subject="escalation", subject_id=escalation_id)


def read_whole(session: Session, escalation_id: UUID, *, reader: Reader) -> WholeResponse:
    """The whole response behind an escalation; always audited. Raises Missing."""
    row = escalation_row(session, escalation_id, reader=reader)
    if row.response_id is None:
        raise Missing("This response was withdrawn or is past its date.")
    found = whole_response(session, row.response_id, reader=reader)
    _note(session, row.id, Step(deed=Deed.READ_RESPONSE), by=reader.person_id)
    return found


def note_original_read(session: Session, escalation_id: UUID, *, by: UUID, reason: str) -> None:
    """Keep with the case that an original was read, and why; within this subject only."""
    _note(session, escalation_id, Step(deed=Deed.READ_ORIGINAL, note=reason), by=by)
