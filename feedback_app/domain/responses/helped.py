"""Reads what was said with a response of who helped."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Response
from surveys import Helping


def helping_of(session: Session, response_id: UUID) -> Helping:
    """Who helped with a response and how; nothing said where it is gone."""
    row = session.execute(
        select(Response.help_given, Response.helper_role).where(Response.id == response_id)
    ).one_or_none()
    return Helping() if row is None else Helping(given=row.help_given, role=row.helper_role)
