"""Puts the application together and decides nothing."""

from collections.abc import Iterable

from flask import Blueprint, Flask, Response, has_request_context, request
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from feedback_app import commands
from feedback_app.admin import (
    account_pages,
    audit_pages,
    contact_register_pages,
    design_pages,
    people_pages,
    signing_in_pages,
)
from feedback_app.admin.signed_in import load_signed_in, staff_context
from feedback_app.board import (
    agenda_pages,
    indicator_pages,
    meeting_pages,
    paper_pages,
    promise_pages,
    value_pages,
)
from feedback_app.jobs import all_jobs
from feedback_app.platform import health
from feedback_app.platform.access import init_access
from feedback_app.platform.addresses import init_addresses
from feedback_app.platform.assets import init_assets
from feedback_app.platform.database import init_database
from feedback_app.platform.errors import init_errors
from feedback_app.platform.headers import init_headers
from feedback_app.platform.languages import init_languages
from feedback_app.platform.limits import init_limits
from feedback_app.platform.logging import init_logging
from feedback_app.platform.settings import ROOT, Settings, Surface, read_settings
from feedback_app.platform.staff_access import init_staff_access
from feedback_app.platform.tasks import init_tasks
from feedback_app.questionnaire.draft_words import init_draft_words
from feedback_app.questionnaire.ways import AS_IT_WAS, Ways
from feedback_app.young_people import (
    contact_pages,
    help_pages,
    kiosk_pages,
    published_pages,
    receipt_pages,
    report_pages,
    survey_pages,
    ways_back,
    ways_kept,
    ways_pages,
)
from feedback_app.youth_workers import (
    coverage_pages,
    draft_answer_pages,
    draft_edit_pages,
    draft_pages,
    instrument_pages,
    label_pages,
    moderation_pages,
    paper_entry_pages,
    poster_pages,
    reading_pages,
    reply_pages,
    safeguarding_requests,
    tablet_pages,
    topic_pages,
    translation_pages,
    venue_pages,
    wave_pages,
)
from feedback_app.youth_workers import paper_pages as youth_workers_paper

PUBLIC_BYTES = 256 * 1024

PUBLIC_PAGES: tuple[Blueprint, ...] = (
    survey_pages.bp,
    kiosk_pages.bp,
    receipt_pages.bp,
    help_pages.bp,
    contact_pages.bp,
    published_pages.bp,
    report_pages.bp,
    ways_pages.bp,
)
STAFF_PAGES: tuple[Blueprint, ...] = (
    signing_in_pages.bp,
    account_pages.bp,
    people_pages.bp,
    audit_pages.bp,
    contact_register_pages.bp,
    design_pages.bp,
    moderation_pages.bp,
    label_pages.bp,
    reply_pages.bp,
    safeguarding_requests.bp,
    topic_pages.bp,
    wave_pages.bp,
    coverage_pages.bp,
    instrument_pages.bp,
    draft_pages.bp,
    draft_edit_pages.bp,
    draft_answer_pages.bp,
    tablet_pages.bp,
    translation_pages.bp,
    venue_pages.bp,
    poster_pages.bp,
    reading_pages.bp,
    youth_workers_paper.bp,
    paper_entry_pages.bp,
    agenda_pages.bp,
    meeting_pages.bp,
    paper_pages.bp,
    promise_pages.bp,
    indicator_pages.bp,
    value_pages.bp,
)

_PUBLIC = frozenset(page.name for page in PUBLIC_PAGES)
_STAFF = frozenset(page.name for page in STAFF_PAGES)


def create_app(settings: Settings | None = None) -> Flask:
    """The application for these settings, or for those of the environment."""
    settings = settings or read_settings()
    app = Flask("feedback_app", template_folder=str(ROOT / "templates"), static_folder=None)
    _configure(app, settings)
    init_logging()
    init_database(app, settings)
    init_limits(app)
    init_tasks(app, settings, all_jobs())
    init_assets(app, settings)
    init_access(app)
    init_addresses(app)
    init_headers(app, settings)
    init_errors(app)
    init_draft_words(app)
    app.register_blueprint(health.bp)
    if settings.surface in (Surface.ALL, Surface.PUBLIC):
        _register(app, PUBLIC_PAGES)
        app.after_request(_keep_language)
    if settings.surface in (Surface.ALL, Surface.STAFF):
        init_staff_access(app, load_signed_in)
        _register(app, STAFF_PAGES)
        app.context_processor(staff_context)
    commands.register(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    prefix = "__Host-" if settings.over_tls else ""
    serves_public = settings.surface is not Surface.STAFF
    app.extensions["settings"] = settings
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=PUBLIC_BYTES,
        MAX_FORM_MEMORY_SIZE=PUBLIC_BYTES,
        SESSION_COOKIE_NAME=f"{prefix}staff",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.over_tls,
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        demonstration=settings.demonstration,
        site_name=settings.site_name,
        county=settings.county,
        serves_public=serves_public,
        first_page="/" if serves_public else "/login",
    )
    init_languages(app, lambda: _ways().language)
    app.context_processor(lambda: {"ways": _ways(), "ways_place": ways_back.place_of_page()})
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def _register(app: Flask, pages: Iterable[Blueprint]) -> None:
    for page in pages:
        app.register_blueprint(page)


def _ways() -> Ways:
    """Staff pages are as they are; every other page, and what is no page, is read as was chosen for it."""
    if not has_request_context() or request.blueprint in _STAFF:
        return AS_IT_WAS
    return ways_kept.ways_of_request()


def _keep_language(response: Response) -> Response:
    """What the address of a public page asked for holds for the pages after it."""
    is_public = request.blueprint in _PUBLIC
    return ways_kept.keep_asked(response) if is_public else response
