"""The languages of the pages open to anyone: which there are, what each calls itself, and which way it is written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton
from flask import Flask
from flask_babel import Babel, force_locale, format_date, get_locale

ENGLISH = "en"
BRITISH = "en-GB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language by its tag, and by the name that those who speak it know it by."""

    tag: str
    name: str


#: Those whose words are in the catalogs, in the order in which they are offered.
LANGUAGES = (
    Language(tag=ENGLISH, name="English"),
    Language(tag="pl", name="Polski"),
    Language(tag="pt", name="Português"),
    Language(tag="ro", name="Română"),
    Language(tag="ar", name="العربية"),
)
TAGS = tuple(language.tag for language in LANGUAGES)


def init_languages(app: Flask, chosen: Callable[[], str]) -> None:
    """Give the application its words; `chosen` says the language of the present page."""
    app.config.update(BABEL_DEFAULT_LOCALE="en_GB", BABEL_DEFAULT_TIMEZONE="Europe/London")
    Babel(app, locale_selector=lambda: str(_locale(chosen())))
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.globals.update(
        page_language=page_language, page_direction=page_direction, named_languages=named
    )


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything within in this language; a tag that is no language is English."""
    with force_locale(str(_locale(language))):
        yield


def page_language() -> str:
    """The language of the page that is being made, as HTML says it."""
    return str(_present()).replace("_", "-")


def page_direction() -> str:
    """Which way the page is written: "ltr" or "rtl"."""
    return str(_present().text_direction)


def is_english() -> bool:
    """Whether the page that is being made is in English."""
    return str(_present().language) == ENGLISH


def named(tags: tuple[str, ...] = TAGS) -> tuple[Language, ...]:
    """These languages with the names they call themselves by, in the order given."""
    known = {language.tag: language for language in LANGUAGES}
    return tuple(known.get(tag) or Language(tag=tag, name=_own_name(tag)) for tag in tags)


def day_words(day: date) -> str:
    """A day as the page's language says it: 24 November 2026."""
    return str(format_date(day, "long", rebase=False))


def day_and_month(day: date) -> str:
    """A day of about now, without its year: 24 November."""
    return format_skeleton("MMMMd", day, locale=_present())


def _present() -> Locale:
    return get_locale() or _locale(ENGLISH)


def _locale(tag: str) -> Locale:
    try:
        found = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        found = Locale.parse(BRITISH, sep="-")
    return Locale.parse(BRITISH, sep="-") if found.language == ENGLISH else found


def _own_name(tag: str) -> str:
    name = _locale(tag).get_language_name()
    return name[:1].upper() + name[1:] if name else tag
