"""The one door by which moderation hands over an original: it goes in sealed, and nothing comes out here."""

from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Comment
from feedback_app.domain.safeguarding.models import SealedOriginal
from feedback_app.domain.safeguarding.sealed import ORIGINALS, seal


def keep_original(session: Session, comment_id: UUID) -> None:
    """Seal a comment as it stands, unless its original is sealed already.

    The caller holds the comment's row, so that nobody seals a later wording in between.
    """
    if session.get(SealedOriginal, comment_id) is None:
        comment = session.get_one(Comment, comment_id)
        session.add(SealedOriginal(comment_id=comment_id, sealed=seal(ORIGINALS, comment.text)))
