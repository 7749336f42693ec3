"""Lists of links that the engagement officer's pages share: the tools of a wave, of an instrument, and previews."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from flask import current_app, url_for

from feedback_app.youth_workers.moderation_words import LANGUAGES
from surveys import ENGLISH, Survey, keyed_words

EASY_READ = "en-x-easy"
#: The last part of a tool's address, its words, and what it is for; one stands in a list where its page is served.
WAVE_TOOLS = (
    ("coverage", "Who has answered", "By district and age, as it grows."),
    ("posters", "Posters for places", "With a QR code for each place."),
    ("paper", "Forms on paper", "To print, and to type in."),
    ("kiosk", "Kiosks", "Tablets for places without phones."),
    ("asked", "What is asked", "The words this wave keeps."),
)
INSTRUMENT_TOOLS = (
    ("draft", "Draft of the next version", "Change the words, the order and the answers."),
    ("translations", "Translations", "What each language says, and what it lacks."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link and, where it needs more than its words, a sentence about it."""

    words: str
    address: str
    about: str = ""


def wave_tools(wave_id: UUID) -> tuple[Link, ...]:
    """What can be done around a wave, each on a page of its own."""
    return tuple(_served(WAVE_TOOLS, rule="/surveys/<uuid:wave_id>", at=f"/surveys/{wave_id}"))


def instrument_tools(slug: str) -> tuple[Link, ...]:
    """What can be done with an instrument between its waves."""
    rule = "/surveys/instruments/<slug>"
    return tuple(_served(INSTRUMENT_TOOLS, rule=rule, at=f"/surveys/instruments/{slug}"))


def preview_links(
    endpoint: str, survey: Survey, *, wave_id: UUID | None = None, slug: str = ""
) -> tuple[Link, ...]:
    """A preview in each language the survey can be answered in, and in Easy Read where it has that."""
    address = url_for(endpoint, slug=slug) if wave_id is None else url_for(endpoint, wave_id=wave_id)
    links = [
        Link(
            words=LANGUAGES.get(tag, tag), address=address if tag == ENGLISH else f"{address}?language={tag}"
        )
        for tag in survey.languages
    ]
    if any(EASY_READ in words for words in keyed_words(survey).values()):
        links.insert(1, Link(words="Easy Read", address=f"{address}?read=easy"))
    return tuple(links)


def _served(tools: Iterable[tuple[str, str, str]], *, rule: str, at: str) -> Iterable[Link]:
    rules = {one.rule for one in current_app.url_map.iter_rules()}
    for name, words, about in tools:
        if f"{rule}/{name}" in rules:
            yield Link(words=words, address=f"{at}/{name}", about=about)
