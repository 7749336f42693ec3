"""Help, leaving, and the statements; none of them needs the database."""

from dataclasses import dataclass

from flask import Blueprint, Response, current_app, make_response, redirect, render_template

from feedback_app.domain.contacts.register import ShownContact
from feedback_app.platform.access import anyone
from feedback_app.platform.settings import Settings
from feedback_app.platform.shared_tablet import clear_site_data
from feedback_app.platform.taking_back import days_to_take_back
from feedback_app.questionnaire.contact_words import said_contacts
from feedback_app.young_people import sent_cookie, ways_kept

bp = Blueprint("help", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """Who to talk to."""

    contacts: tuple[ShownContact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyPage:
    """The privacy notice, and for how many days after a survey's end answers can be taken back."""

    days_to_take_back: int


@bp.get("/help-now")
@anyone
def show_help() -> str:
    """Who to talk to now (SAFETY R-52)."""
    page = HelpPage(contacts=said_contacts(demonstration=_settings().demonstration))
    return render_template("young_people/help_now.html", page=page)


@bp.get("/leave")
@anyone
def leave() -> Response:
    """Take away what this browser holds of us, and go to a neutral page that the settings name (SAFETY R-23, R-50)."""
    response = make_response(redirect(_settings().leave_url, 303))
    sent_cookie.forget(response)
    ways_kept.forget(response)
    clear_site_data(response, "cookies", "storage")
    return response


@bp.get("/privacy")
@anyone
def show_privacy() -> str:
    """The privacy notice."""
    return render_template(
        "young_people/privacy.html", page=PrivacyPage(days_to_take_back=days_to_take_back())
    )


@bp.get("/accessibility")
@anyone
def show_accessibility() -> str:
    """The accessibility statement (SAFETY R-72)."""
    return render_template("young_people/accessibility.html")


@bp.get("/parents-and-schools")
@anyone
def show_parents_and_schools() -> str:
    """For the grown-ups around a young person."""
    return render_template("young_people/parents_and_schools.html")


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings
