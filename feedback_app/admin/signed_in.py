"""Who is signed in, as a frozen record, and what staff pages show around their content."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import current_app, request, session, url_for
from flask_login import current_user

from feedback_app.domain.people.queries import person_by_id
from feedback_app.platform import clock
from feedback_app.platform.access import ANYONE
from feedback_app.platform.database import reading
from feedback_app.platform.forms import StaffForm
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role

LONGEST_SESSION = timedelta(hours=12)
SIGNED_IN_AT = "signed_in_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """The person behind a request; what flask-login asks of a user, and nothing that can write."""

    id: UUID
    email: str
    name: str
    role: Role
    session_version: int
    is_active: bool = True
    is_authenticated: bool = True
    is_anonymous: bool = False

    @property
    def role_words(self) -> str:
        """The role as people say it."""
        return self.role.words

    def get_id(self) -> str:
        """The id and the session's version, so that older sessions can be ended."""
        return f"{self.id}:{self.session_version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationItem:
    """One link of the navigation."""

    label: str
    address: str
    current: bool


#: What each role has in its navigation: label and endpoint.
NAVIGATION: dict[Role, tuple[tuple[str, str], ...]] = {
    Role.YOUTH_WORKER: (
        ("Moderation", "moderation.show_queue"),
        ("Topics", "topics.show_topics"),
        ("Paper forms", "paper.show_waves"),
    ),
    Role.SAFEGUARDING_LEAD: (
        ("Safeguarding", "safeguarding.show_queue"),
        ("Moderation", "moderation.show_queue"),
        ("Topics", "topics.show_topics"),
    ),
    Role.ENGAGEMENT_OFFICER: (
        ("Surveys", "waves.show_waves"),
        ("Topics", "topics.show_topics"),
    ),
    Role.BOARD_OFFICER: (
        ("Papers", "board_reports.show_meetings"),
        ("Board", "agenda.show_agenda"),
        ("Indicators", "indicators.show_register"),
        ("Promises", "promises.show_promises"),
    ),
    Role.BOARD_MEMBER: (("Board", "agenda.show_agenda"),),
    Role.ADMINISTRATOR: (
        ("People", "people.show_people"),
        ("Contacts", "contact_register.show_contacts"),
        ("Audit", "audit.show_audit"),
    ),
}


#: Whose addresses go on from no part of the navigation of all who see them.
BELONGS_TO: dict[str | None, str] = {"paper_entry": "paper"}


def load_signed_in(kept: str) -> SignedIn | None:
    """The person of a session, or None when it has ended: disabled, reset, signed out, or over 12 hours old."""
    person_id, _, version = kept.partition(":")
    try:
        person = person_by_id(reading(), UUID(person_id))
    except (ValueError, Missing):
        return None
    if person.disabled or str(person.session_version) != version or _is_too_old():
        return None
    return SignedIn(
        id=person.id,
        email=person.email,
        name=person.name,
        role=person.role,
        session_version=person.session_version,
    )


def _is_too_old() -> bool:
    since = session.get(SIGNED_IN_AT)
    return (
        not isinstance(since, int | float)
        or clock.now().timestamp() - since > LONGEST_SESSION.total_seconds()
    )


class LogOutForm(StaffForm):
    """The button in the header; only the token."""


def staff_context() -> dict[str, Any]:
    """Navigation, name and log-out for staff pages; public pages get nothing and ask nobody who they are."""
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None or getattr(view, "access", ANYONE) == ANYONE or not current_user.is_authenticated:
        return {"navigation": (), "signed_in": None, "log_out_form": None}
    parts = [part for part in NAVIGATION[current_user.role] if part[1] in current_app.view_functions]
    here = _part_shown([endpoint for _, endpoint in parts])
    items = tuple(
        NavigationItem(label=label, address=url_for(endpoint), current=endpoint == here)
        for label, endpoint in parts
    )
    return {
        "navigation": items,
        "signed_in": current_user._get_current_object(),
        "log_out_form": LogOutForm(),
    }


def _part_shown(endpoints: Sequence[str]) -> str | None:
    """Which of these the page belongs to: by its blueprint, else by the longest address that its own goes on from."""
    blueprint = BELONGS_TO.get(request.blueprint, request.blueprint)
    for endpoint in endpoints:
        if endpoint.partition(".")[0] == blueprint:
            return endpoint
    path = request.script_root + request.path
    begun = [endpoint for endpoint in endpoints if path.startswith(url_for(endpoint) + "/")]
    return max(begun, key=lambda endpoint: len(url_for(endpoint)), default=None)
