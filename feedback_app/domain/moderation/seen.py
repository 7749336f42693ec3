"""How a deed says upon which state and words it was decided."""

import hashlib

from feedback_app.domain.responses.models import Comment, CommentState


def seen_mark(comment: Comment) -> str:
    """A mark of a comment's state and words as they are now."""
    return mark_of(comment.state, comment.text)


def mark_of(state: CommentState, text: str) -> str:
    """The mark of a comment that stands so and reads so."""
    return hashlib.sha256(f"{state}\n{text}".encode()).hexdigest()[:24]
