"""The only reader of sealed originals (SAFETY R-62)."""

from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.responses.models import Comment
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.handle import note_original_read
from feedback_app.domain.safeguarding.models import CaseOriginal, SealedOriginal
from feedback_app.domain.safeguarding.queue import escalation_row
from feedback_app.domain.safeguarding.sealed import ORIGINALS, unseal
from feedback_app.platform.problems import Invalid, Missing


class ReasonForReading(Invalid):
    """An original is opened for a reason."""


def read_original(
    session: Session, escalation_id: UUID, comment_id: UUID, *, reader: Reader, reason: str
) -> str:
    """A comment of an escalated response as she wrote it; always audited, the reason kept with the case.

    Raises Missing or ReasonForReading.
    """
    escalation = escalation_row(session, escalation_id, reader=reader)
    comment = session.get(Comment, comment_id)
    row = session.get(SealedOriginal, comment_id)
    if comment is None or row is None or comment.response_id != escalation.response_id:
        raise Missing("There is no sealed original of this comment.")
    if not reason.strip():
        raise ReasonForReading("Write why you need to read the original.")
    note_original_read(session, escalation_id, by=reader.person_id, reason=reason)
    record(session, "original-read", by=reader.person_id, subject="comment", subject_id=comment_id)
    return unseal(ORIGINALS, row.sealed)


def read_kept(session: Session, escalation_id: UUID, *, reader: Reader, reason: str) -> str:
    """What was escalated, of a response that was taken back; always audited, the reason kept with the case.

    Raises Missing or ReasonForReading.
    """
    escalation = escalation_row(session, escalation_id, reader=reader)
    row = session.get(CaseOriginal, escalation.id)
    if row is None:
        raise Missing("Nothing of it is kept.")
    if not reason.strip():
        raise ReasonForReading("Write why you need to read the original.")
    note_original_read(session, escalation_id, by=reader.person_id, reason=reason)
    record(session, "original-read", by=reader.person_id, subject="escalation", subject_id=escalation_id)
    return unseal(ORIGINALS, row.sealed)
