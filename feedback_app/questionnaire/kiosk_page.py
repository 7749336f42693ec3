"""The survey on a tablet that others use next: the same questions, sealed by the page itself, and no receipt."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import current_app

from feedback_app.domain.contacts.register import ShownContact
from feedback_app.platform.languages import speaking
from feedback_app.platform.settings import Settings
from feedback_app.questionnaire.building import filled
from feedback_app.questionnaire.contact_words import said_contacts
from feedback_app.questionnaire.draft_words import survey_is_draft
from feedback_app.questionnaire.page import survey_page
from feedback_app.questionnaire.ways import Ways
from surveys import ENGLISH, Survey
from surveys.shared_device import for_shared_device

TEMPLATE = "young_people/kiosk.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tablet:
    """What the page of a kiosk has to know: its id and address, the key to seal with, and how the survey stands.

    `standing` is "open", "resting", "closed" or "off"; `closes` the moment as ISO 8601 in UTC, "" without an end.
    """

    kiosk: str
    address: str
    key: str
    standing: str
    closes: str
    survey_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskView:
    """What a kiosk's page shows beside the survey; `places` are its other pages, `limits` how many may be chosen."""

    tablet: Tablet
    language: str
    places: str
    limits: str
    contacts: tuple[ShownContact, ...]
    privacy: str


def render_kiosk(survey: Survey, tablet: Tablet, ways: Ways) -> str:
    """The page; while nobody can answer it holds no question, and still sends what waits."""
    asked = for_shared_device(survey)
    if tablet.standing != "open":
        asked = replace(asked, sections=())
    with speaking(ways.language):
        form = filled(asked, language=ways.wording)
        is_draft = survey_is_draft(survey, ways.language)
        page = survey_page(form, ways, is_draft=is_draft, closes_at=None)
        return current_app.jinja_env.get_template(TEMPLATE).render(
            page=page,
            kiosk=_view(survey, tablet, ways),
            ways=ways,
            ways_place="",
            hidden_fields="",
        )


def _view(survey: Survey, tablet: Tablet, ways: Ways) -> KioskView:
    settings: Settings = current_app.extensions["settings"]
    return KioskView(
        tablet=tablet,
        language=ways.language,
        places=" ".join(_places(survey, tablet)),
        limits=json.dumps({one.code: one.most for one in survey.questions if one.most is not None}),
        contacts=_contacts(demonstration=settings.demonstration),
        privacy=f"{settings.base_url}/privacy",
    )


def _places(survey: Survey, tablet: Tablet) -> Iterator[str]:
    """The addresses of the other pages of this kiosk: each language, and each in easy words."""
    for language in survey.languages:
        for easy in (False, True):
            asked = {"language": language} if language != ENGLISH else {}
            asked |= {"read": "easy"} if easy else {}
            if asked:
                yield f"{tablet.address}?{urlencode(asked)}"


def _contacts(*, demonstration: bool) -> tuple[ShownContact, ...]:
    """Everybody to talk to, without the ways that would lead out of the kiosk."""
    return tuple(
        replace(contact, ways=tuple(way for way in contact.ways if not way.address.startswith("http")))
        for contact in said_contacts(demonstration=demonstration)
    )
