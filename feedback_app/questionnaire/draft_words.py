"""Which words nobody has confirmed yet: a translation is a draft until a person who speaks the language has read it.

What is confirmed is asked of the database seldom, and never by a page that has to work without one.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from flask import Flask, current_app, has_request_context, request

from feedback_app.domain.translations.queries import Confirmation, confirmations
from feedback_app.platform import clock
from feedback_app.platform.database import reading
from feedback_app.platform.languages import is_english, page_language
from feedback_app.platform.outage import UNREACHABLE
from surveys import ENGLISH, Survey, fingerprint

#: Stands for an instrument's slug where the words around the surveys are meant.
PAGES = "pages"
CATALOGS = Path(__file__).resolve().parents[1] / "translations"
KNOWN_FOR = timedelta(seconds=20)
#: Pages that wait for no database.
WAITS_FOR_NOTHING = frozenset({"help"})


@dataclass(slots=True)
class _Memory:
    asked_at: datetime = datetime.fromtimestamp(0, UTC)
    held: frozenset[tuple[str, str, str]] = frozenset()


def init_draft_words(app: Flask) -> None:
    """Let templates ask whether their words are a draft."""
    app.extensions["confirmed-words"] = _Memory()
    app.jinja_env.globals["words_are_draft"] = pages_are_draft


def pages_are_draft(*, asks: bool = True) -> bool:
    """Whether the words around the surveys, in the language of the present page, are confirmed by nobody."""
    if is_english():
        return False
    language = page_language()
    asks = asks and not (has_request_context() and request.blueprint in WAITS_FOR_NOTHING)
    return not _is_confirmed(PAGES, language, pages_fingerprint(language), asks=asks)


def survey_is_draft(survey: Survey, language: str) -> bool:
    """Whether what a survey says in this language is confirmed by nobody, neither in its file nor here."""
    if language == ENGLISH or not survey.is_draft(language):
        return False
    return not _is_confirmed(survey.slug, language, survey_fingerprint(survey, language), asks=True)


@lru_cache(maxsize=64)
def survey_fingerprint(survey: Survey, language: str) -> str:
    """What a survey's words in a language are known by."""
    return fingerprint(survey, language)


@lru_cache(maxsize=16)
def pages_fingerprint(language: str) -> str:
    """What the words around the surveys are known by in a language; "" where there are none."""
    catalog = CATALOGS / language / "LC_MESSAGES/messages.mo"
    return hashlib.sha256(catalog.read_bytes()).hexdigest()[:32] if catalog.is_file() else ""


def remember(known: Iterable[Confirmation]) -> None:
    """What is confirmed, as it was just read or changed; other processes learn it within seconds."""
    memory: _Memory = current_app.extensions["confirmed-words"]
    memory.held = frozenset((one.slug, one.language, one.fingerprint) for one in known)
    memory.asked_at = clock.now()


def _is_confirmed(slug: str, language: str, words: str, *, asks: bool) -> bool:
    memory: _Memory = current_app.extensions["confirmed-words"]
    now = clock.now()
    if asks and not timedelta() <= now - memory.asked_at <= KNOWN_FOR:
        memory.asked_at = now
        try:
            remember(confirmations(reading()))
        except UNREACHABLE:
            return (slug, language, words) in memory.held
    return (slug, language, words) in memory.held
