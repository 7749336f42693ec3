"""What the page of posters shows, and the posters' own words in each language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import current_app, url_for
from flask_babel import gettext

from analysis.figures.suppression import SafeTable
from feedback_app.documents.poster import Poster, PosterWords
from feedback_app.domain.venues.queries import VenueRecord
from feedback_app.domain.waves.queries import survey_of
from feedback_app.domain.waves.standing import WaveRecord
from feedback_app.platform import clock
from feedback_app.platform.languages import day_words, page_direction, speaking
from feedback_app.platform.settings import Settings
from feedback_app.questionnaire.contact_words import said_contacts
from surveys import ENGLISH, words_in

HONEST_LINES = 3
MOST_HELPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PostersPage:
    """The form for posters, and how many answers came through each place, protected."""

    title: str
    back: str
    action: str
    has_venues: bool
    figures: SafeTable


def posters_page(wave: WaveRecord, *, has_venues: bool, figures: SafeTable) -> PostersPage:
    """The page of one wave's posters."""
    return PostersPage(
        title=f"Posters for {wave.title}",
        back=url_for("waves.show_wave", wave_id=wave.id),
        action=url_for("posters.make_posters", wave_id=wave.id),
        has_venues=has_venues,
        figures=figures,
    )


def posters(
    wave: WaveRecord, venues: Sequence[VenueRecord], codes: Mapping[UUID, str], *, languages: Sequence[str]
) -> tuple[Poster, ...]:
    """A poster for each of these venues in each of these languages."""
    return tuple(
        _poster(wave, venue, codes[venue.id], language) for venue in venues for language in languages
    )


def _poster(wave: WaveRecord, venue: VenueRecord, code: str, language: str) -> Poster:
    settings: Settings = current_app.extensions["settings"]
    survey = survey_of(wave)
    with speaking(ENGLISH):
        english = _words(wave, ENGLISH)
    with speaking(language):
        words, direction = _words(wave, language), page_direction()
    path = f"/s/{survey.slug}"
    spoken = "" if language == ENGLISH else f"&language={language}"
    return Poster(
        language=language,
        direction=direction,
        words=words,
        english=None if language == ENGLISH else english,
        address=f"{settings.base_url}{path}?at={code}{spoken}",
        typed_host=settings.base_url.partition("://")[2],
        typed_path=path,
        helps=tuple(_helps(settings)),
        venue_line=f"{venue.name}. {settings.site_name} is run for young people in {settings.county}.",
        alt=words.scan,
    )


def _words(wave: WaveRecord, language: str) -> PosterWords:
    survey = survey_of(wave)
    ends = None if wave.ends_at is None else clock.in_london(wave.ends_at).date()
    return PosterWords(
        headline=gettext("Tell us what you think"),
        purpose=words_in(survey.purpose, language),
        lines=tuple(words_in(line, language) for line in survey.intro[:HONEST_LINES]),
        scan=gettext("Point your phone's camera at the square"),
        no_camera=gettext("No camera? Type this address:"),
        until="" if ends is None else gettext("You can answer until %(day)s.", day=day_words(ends)),
        help_title=gettext("Need help now? Don't wait for us."),
    )


def _helps(settings: Settings) -> Iterator[tuple[str, str]]:
    """Names and ways out of the register of contacts, in English: they are known by these names."""
    with speaking(ENGLISH):
        for contact in said_contacts(demonstration=settings.demonstration, first_only=True)[:MOST_HELPS]:
            yield contact.name, contact.ways[0].words
