"""Who reads in moderation."""

from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import signed_in_id, signed_in_role


def reader_signed_in() -> Reader:
    """The person signed in, as a reader of comments."""
    return Reader(person_id=signed_in_id(), is_lead=signed_in_role() is Role.SAFEGUARDING_LEAD)
