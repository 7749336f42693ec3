"""How a deed says upon which state and words it was decided."""

import hashlib

from feedback_app.domain.responses.models import Comment


def seen_mark(comment: Comment) -> str:
    """A mark of a comment's state and words as they are now."""
    return hashlib.sha256(f"{comment.state}\n{comment.text}".encode()).hexdigest()[:24]
