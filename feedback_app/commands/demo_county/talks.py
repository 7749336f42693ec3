"""What the youth workers of the demonstration have written back, to some who asked for a code."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.commands.demo_county.people import Staff
from feedback_app.domain.findings.models import FindingTheme
from feedback_app.domain.replies.queries import conversation_about
from feedback_app.domain.replies.write import write_reply
from feedback_app.domain.responses.models import Comment, CommentState, Response
from feedback_app.domain.safeguarding.conflicts import Reader

#: One reply for one comment of each outcome: it fits whatever was said about it.
REPLIES: Mapping[str, str] = {
    "supported.listened": (
        "Thank you for saying how it feels when people listen, or don't. We read it out in our team this week.\n\n"
        "The board talks about being listened to at its next meeting. What they decide will be on “You said, we did”."
    ),
    "supported.staff": (
        "Thank you. It helps us to hear what staff do well and what they could do better. We pass it on to those who "
        "train them, without anything that could show who you are."
    ),
    "healthy.services": (
        "Thank you for telling us about getting help. You are not the only one who says so. We asked the service how "
        "long people wait now, and we write here again when we know.\n\n"
        "If you need somebody before that, Childline is there day and night: 0800 1111."
    ),
    "safe.belonging": (
        "Thank you for telling us about this place. We can't promise that it changes. We did ask those who run it what "
        "they could do, and we will tell you what they say."
    ),
}


def write_back(session: Session, wave_id: UUID, *, staff: Staff) -> None:
    """Write one reply for each outcome above to a comment of this wave that has been read and has a receipt."""
    reader = Reader(person_id=staff.youth_worker, is_lead=False)
    for theme, words in REPLIES.items():
        for comment_id in _comments_about(session, wave_id, theme):
            talk = conversation_about(session, comment_id, reader=reader)
            if not talk.why_not and not talk.turns:
                write_reply(session, comment_id, text=words, form_id=uuid4(), reader=reader)
                break


def _comments_about(session: Session, wave_id: UUID, theme: str) -> list[UUID]:
    found = (
        select(Comment.id)
        .join(Response, Response.id == Comment.response_id)
        .join(FindingTheme, FindingTheme.comment_id == Comment.id)
        .where(
            Comment.wave_id == wave_id,
            Comment.state.in_((CommentState.COUNT_ONLY, CommentState.QUOTE_CONFIRMED)),
            Comment.read_first.is_(False),
            Response.receipt_hash.is_not(None),
            FindingTheme.code == theme,
        )
        .order_by(Comment.text, Comment.id)
        .limit(20)
    )
    return list(session.scalars(found))
