"""Stores one response, once, however often it is sent. It only inserts; it never commits."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from feedback_app.domain.responses import receipts
from feedback_app.domain.responses.models import Comment, CommentState, Response, ResponseSource
from feedback_app.domain.responses.withdrawn import is_withdrawn, mark_of_submission
from surveys import Answers

#: Whichever of the unique hashes meets its like first: of copies sent at once PostgreSQL may try either.
#: Without the option an INSERT on PostgreSQL does not tell how many rows it made.
_STORE_ONCE = {
    "sqlite": sqlite.insert(Response).on_conflict_do_nothing().execution_options(preserve_rowcount=True),
    "postgresql": postgresql.insert(Response)
    .on_conflict_do_nothing()
    .execution_options(preserve_rowcount=True),
}
_STORE_COMMENTS = insert(Comment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What is to be stored: the judged answers, under the id that makes a retry harmless; a day and no moment.

    `offers_receipt`: False on a device that others use next, whatever was sent (SAFETY R-33).
    """

    wave_id: UUID
    submission_id: UUID
    language: str
    day: date
    answers: Answers
    source: ResponseSource = ResponseSource.WEB
    offers_receipt: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What came of it: whether this copy was the first, and whether the first one asked for a receipt."""

    is_first: bool
    has_receipt: bool


#: Only who has a receipt can take anything back.
_AS_THE_FIRST_TIME = Stored(is_first=False, has_receipt=True)


def submit(session: Session, submission: Submission) -> Stored:
    """Insert the response and its comments, unread, unless this submission is there already (SAFETY R-86).

    Every copy of a submission gives the same `has_receipt`: that of the one that was stored. One that was taken back
    is answered as it was the first time, and stays away.
    """
    response_id = uuid4()
    receipt_hash = None
    if submission.answers.wants_receipt and submission.offers_receipt:
        receipt_hash = receipts.hash_of(receipts.words_of(submission.submission_id))
    if not _insert(session, submission, response_id, receipt_hash):
        earlier = already_stored(session, submission.submission_id)
        if earlier is not None:
            return earlier
        # Somebody else's code has the same words: once in a million million answers. Hers is kept without a code.
        receipt_hash = None
        _insert(session, submission, response_id, receipt_hash)
    if _was_taken_back(session, submission.submission_id):
        session.connection().execute(delete(Response).where(Response.id == response_id))
        return _AS_THE_FIRST_TIME
    comments = [comment_row(submission, response_id, text) for text in submission.answers.text_fields()]
    if comments:
        session.connection().execute(_STORE_COMMENTS, comments)
    return Stored(is_first=True, has_receipt=receipt_hash is not None)


def already_stored(session: Session, submission_id: UUID) -> Stored | None:
    """What an earlier copy of this submission was answered with; None where there was none."""
    kept = select(Response.receipt_hash.is_not(None)).where(
        Response.submission_hash == receipts.submission_hash(submission_id)
    )
    has_receipt = session.scalar(kept)
    if has_receipt is not None:
        return Stored(is_first=False, has_receipt=bool(has_receipt))
    return _AS_THE_FIRST_TIME if _was_taken_back(session, submission_id) else None


def _was_taken_back(session: Session, submission_id: UUID) -> bool:
    """Asked after the insert: a copy sent while it was being taken back has waited for that to be done."""
    return is_withdrawn(session, mark_of_submission(receipts.submission_hash(submission_id)))


def _insert(session: Session, submission: Submission, response_id: UUID, receipt_hash: bytes | None) -> bool:
    """Whether the row is new."""
    connection = session.connection()
    row = {
        "id": response_id,
        "wave_id": submission.wave_id,
        "submission_hash": receipts.submission_hash(submission.submission_id),
        "receipt_hash": receipt_hash,
        "day": submission.day,
        "language": submission.language,
        "source": submission.source,
        "chosen": {code: list(options) for code, options in submission.answers.chosen.items()},
        "help_given": submission.answers.helping.given,
        "helper_role": submission.answers.helping.role,
        "folded": False,
    }
    return connection.execute(_STORE_ONCE[connection.dialect.name], row).rowcount > 0


def comment_row(submission: Submission, response_id: UUID, text: tuple[str, str, bool]) -> dict[str, object]:
    """A text of a submission as a comment to be inserted: unread, and waiting for the machine."""
    field, question, quotable = text
    return {
        "id": uuid4(),
        "response_id": response_id,
        "wave_id": submission.wave_id,
        "question_code": question,
        "field": field,
        "text": submission.answers.texts[field],
        "may_quote": quotable,
        "day": submission.day,
        "state": CommentState.UNREAD,
        "read_first": None,
        "leased_until": None,
    }
