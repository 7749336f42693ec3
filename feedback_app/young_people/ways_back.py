"""Where somebody goes back to after choosing how to read: a place by its name, never an address (SAFETY R-23)."""

import re

from flask import request, url_for

PLACE = "to"
_HOME = "published.show_home"
#: The name of each place that has one of its own.
PLACES = {
    "home": _HOME,
    "you-said": "published.show_you_said",
    "reports": "published.show_reports",
    "code": "receipt.show_form",
    "help": "help.show_help",
    "contact": "contact.show_form",
    "privacy": "help.show_privacy",
    "accessibility": "help.show_accessibility",
    "grown-ups": "help.show_parents_and_schools",
}
_NAMES = {endpoint: name for name, endpoint in PLACES.items()}
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_OF_A_SURVEY = re.compile(rf"(survey|sent)\.({_SLUG})")
_LONGEST = 80


def place_of_page() -> str:
    """The name of the place where one is now; "home" where it has none."""
    match request.endpoint:
        case "survey.show_survey" | "survey.send_survey":
            return known(f"survey.{(request.view_args or {})['slug']}")
        case "survey.show_sent":
            return known(f"sent.{(request.view_args or {})['slug']}")
        case endpoint:
            return _NAMES.get(endpoint or "", "home")


def known(place: str) -> str:
    """The name itself where it is the name of a place, else "home"."""
    return place if place in PLACES or _of_a_survey(place) else "home"


def address_of(place: str) -> str:
    """The address of a place by its name; that of the first page for any other words."""
    found = _of_a_survey(place)
    if found:
        return url_for(f"survey.show_{found[1]}", slug=found[2])
    return url_for(PLACES.get(place, _HOME))


def _of_a_survey(place: str) -> re.Match[str] | None:
    return _OF_A_SURVEY.fullmatch(place) if len(place) <= _LONGEST else None
