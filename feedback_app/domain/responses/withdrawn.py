"""Marks of what was taken back: keyed hashes that lead to nothing and let nothing come back."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Withdrawn
from feedback_app.platform.crypto import keyed_hash
from feedback_app.platform.secret import secret_key

#: Built once and sent past the ORM: every answer asks for it.
_FIND = select(Withdrawn.mark).where(Withdrawn.mark == bindparam("sought"))


def mark_of_response(response_id: UUID) -> bytes:
    """What is kept of a response's id once it is gone."""
    return keyed_hash(secret_key(), "withdrawn response", response_id.bytes)


def mark_of_submission(submission_hash: bytes) -> bytes:
    """What is kept of a submission's hash once its response is gone."""
    return keyed_hash(secret_key(), "withdrawn submission", submission_hash)


def keep_marks(session: Session, response_id: UUID, submission_hash: bytes) -> None:
    """Note that a response was taken back: neither its form nor its line in an export is taken again."""
    session.add_all(
        Withdrawn(mark=mark) for mark in (mark_of_response(response_id), mark_of_submission(submission_hash))
    )


def is_withdrawn(session: Session, mark: bytes) -> bool:
    """Whether what this mark stands for was taken back."""
    return session.connection().scalar(_FIND, {"sought": mark}) is not None


def withdrawn_among(session: Session, response_ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of these responses that were taken back."""
    marks = {mark_of_response(one): one for one in response_ids}
    found = session.scalars(select(Withdrawn.mark).where(Withdrawn.mark.in_(marks)))
    return frozenset(marks[bytes(mark)] for mark in found)
