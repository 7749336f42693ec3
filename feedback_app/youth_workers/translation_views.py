"""What the page of an instrument's translations shows, and that of the words around the surveys."""

from collections.abc import Iterable
from dataclasses import dataclass

from babel import Locale

from feedback_app.domain.translations.queries import Confirmation
from feedback_app.platform import clock
from feedback_app.platform.languages import ENGLISH, TAGS, day_words, named
from feedback_app.questionnaire.draft_words import PAGES, pages_fingerprint, survey_fingerprint
from surveys import Survey, keyed_words, missing_words, words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingText:
    """A text without words in a language: its key, and its English."""

    key: str
    english: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLine:
    """One language of an instrument: how much is translated, whether it is a draft, and what can be done."""

    tag: str
    name: str
    own_name: str
    translated: str
    state: str
    is_draft: bool
    fingerprint: str
    missing: tuple[MissingText, ...]
    preview: str
    confirm: str
    take_back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationsPage:
    """The languages of an instrument, English left out; `others` leads to the words around it."""

    title: str
    lead: str
    back: str
    back_words: str
    others: str
    languages: tuple[LanguageLine, ...]


def survey_page(slug: str, survey: Survey, standing: Iterable[Confirmation]) -> TranslationsPage:
    """The languages that an instrument speaks, and those of the pages that it lacks."""
    tags = dict.fromkeys([*survey.languages, *TAGS])
    confirmed = tuple(standing)
    return TranslationsPage(
        title=f"Translations of the {words_in(survey.title, ENGLISH)}",
        lead="What the next wave says in each language. Waves that are open keep the words they opened with.",
        back=f"/surveys/instruments/{slug}",
        back_words="Back to what it asks",
        others=f"/surveys/instruments/{PAGES}/translations",
        languages=tuple(_of_survey(slug, survey, tag, confirmed) for tag in tags if tag != ENGLISH),
    )


def pages_page(standing: Iterable[Confirmation]) -> TranslationsPage:
    """The languages of the words around the surveys: buttons, help, privacy, errors."""
    confirmed = tuple(standing)
    return TranslationsPage(
        title="Translations of the pages",
        lead="The words around the surveys: buttons, help, privacy, thank you, what went wrong.",
        back="/surveys",
        back_words="Back to surveys",
        others="",
        languages=tuple(_of_pages(tag, confirmed) for tag in TAGS if tag != ENGLISH),
    )


def _of_survey(slug: str, survey: Survey, tag: str, confirmed: tuple[Confirmation, ...]) -> LanguageLine:
    words = keyed_words(survey)
    missing = missing_words(survey, tag)
    return _line(
        slug,
        tag,
        translated=f"{len(words) - len(missing)} of {len(words)} texts",
        fingerprint=survey_fingerprint(survey, tag) if len(missing) < len(words) else "",
        missing=tuple(MissingText(key=key, english=words_in(words[key], ENGLISH)) for key in missing),
        in_file=survey.confirmed_by.get(tag, ""),
        confirmed=confirmed,
    )


def _of_pages(tag: str, confirmed: tuple[Confirmation, ...]) -> LanguageLine:
    return _line(PAGES, tag, translated="All texts", fingerprint=pages_fingerprint(tag), confirmed=confirmed)


def _line(
    slug: str,
    tag: str,
    *,
    translated: str,
    fingerprint: str,
    missing: tuple[MissingText, ...] = (),
    in_file: str = "",
    confirmed: tuple[Confirmation, ...],
) -> LanguageLine:
    own = [one for one in confirmed if (one.slug, one.language) == (slug, tag)]
    valid = next((one for one in own if one.fingerprint == fingerprint), None)
    address = f"/surveys/instruments/{slug}/translations/{tag}"
    has_words = bool(fingerprint)
    return LanguageLine(
        tag=tag,
        name=Locale.parse(tag, sep="-").get_display_name(ENGLISH) or tag,
        own_name=named((tag,))[0].name,
        translated=translated,
        state=_state(valid, own, in_file=in_file, has_words=has_words),
        is_draft=has_words and valid is None and not in_file,
        fingerprint=fingerprint,
        missing=missing,
        preview=_preview(slug, tag) if has_words else "",
        confirm=f"{address}/confirm" if has_words and valid is None and not in_file else "",
        take_back=f"{address}/take-back" if valid is not None else "",
    )


def _state(valid: Confirmation | None, own: list[Confirmation], *, in_file: str, has_words: bool) -> str:
    if not has_words:
        return "Not translated"
    if in_file:
        return f"Confirmed by {in_file}, in the survey's file"
    if valid is not None:
        return f"Confirmed by {valid.read_by} on {day_words(clock.in_london(valid.confirmed_at).date())}"
    if own:
        return f"Draft: the words have changed since {own[0].read_by} read them"
    return "Draft: made by a computer, nobody has checked it"


def _preview(slug: str, tag: str) -> str:
    where = "/help-now" if slug == PAGES else f"/surveys/instruments/{slug}/preview"
    return f"{where}?language={tag}"
