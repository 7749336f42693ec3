"""The survey page: one rendering per wave and way to read it, kept; the form token is its only hole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import current_app
from markupsafe import Markup

from feedback_app.platform import clock
from feedback_app.platform.languages import day_words, named, speaking
from feedback_app.platform.settings import Settings
from feedback_app.questionnaire.building import Filled, filled, problem_lines, sections
from feedback_app.questionnaire.contact_words import said_contacts
from feedback_app.questionnaire.draft_words import survey_is_draft
from feedback_app.questionnaire.helping_words import helping_view
from feedback_app.questionnaire.kept_page import HOLE, KeptPage, KeptPages, keep
from feedback_app.questionnaire.views import ProblemLine, SurveyPage
from feedback_app.questionnaire.ways import EASY_ENGLISH, Ways
from feedback_app.questionnaire.ways_words import in_words
from surveys import ENGLISH, Problem, RawFields, Survey, missing_words, read_helping

TEMPLATE = "young_people/survey.html"
#: More pages than this are not kept at once: each way to read is one, and those that nobody reads give way first.
MOST_KEPT = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKey:
    """What a kept page depends on; an extended wave says another date, so it is another page.

    `contacts` is the revision of the register of contacts that the page shows.
    """

    wave_id: UUID
    closes_at: datetime | None
    ways: Ways
    contacts: int = 0
    is_draft: bool = False


def language_asked_for(survey: Survey, *asked: str | None) -> str:
    """The language of the page: the first one asked for that the survey has, else English."""
    return next((language for language in asked if language in survey.languages), ENGLISH)


def translation_of(survey: Survey, ways: Ways) -> str:
    """Under which tag somebody confirms what the page says: Easy Read's own where the survey has one."""
    return ways.wording if ways.wording in survey.confirmed_by else ways.language


def kept_page(key: PageKey, survey: Survey) -> KeptPage:
    """The empty form of a wave, rendered once for each way to read it."""
    kept: KeptPages[PageKey] = current_app.extensions.setdefault("kept-pages", KeptPages(most=MOST_KEPT))

    def make() -> KeptPage:
        form = filled(survey, language=key.ways.wording)
        return keep(
            _render(form, key.ways, is_draft=key.is_draft, closes_at=key.closes_at, hidden_fields=HOLE)
        )

    return kept.page(key, make)


def render_with_problems(
    key: PageKey,
    survey: Survey,
    *,
    raw: RawFields,
    problems: Mapping[str, Problem],
    of_the_form: str,
    hidden_fields: str,
) -> str:
    """The same page with everything that was sent still in it, and what has to be put right first.

    `of_the_form` is a problem of no single question ("" for none).
    """
    form = filled(survey, language=key.ways.wording, raw=raw, problems=problems)
    with speaking(key.ways.language):
        whole = (ProblemLine(words=str(of_the_form), address=""),) if of_the_form else ()
    return _render(
        form,
        key.ways,
        is_draft=key.is_draft,
        closes_at=key.closes_at,
        hidden_fields=hidden_fields,
        whole=whole,
    )


def render_preview(survey: Survey, language: str = ENGLISH, *, easy: bool = False) -> str:
    """The page as young people will see it, with nothing to send it by; a preview is never counted."""
    ways = Ways(language=language_asked_for(survey, language), easy=easy)
    form = filled(survey, language=ways.wording)
    is_draft = survey_is_draft(survey, translation_of(survey, ways))
    return _render(form, ways, is_draft=is_draft, closes_at=None, hidden_fields="", is_preview=True)


def _render(
    form: Filled,
    ways: Ways,
    *,
    is_draft: bool,
    closes_at: datetime | None,
    hidden_fields: str,
    whole: tuple[ProblemLine, ...] = (),
    is_preview: bool = False,
) -> str:
    with speaking(ways.language):
        page = survey_page(
            form, ways, is_draft=is_draft, closes_at=closes_at, whole=whole, is_preview=is_preview
        )
        return current_app.jinja_env.get_template(TEMPLATE).render(
            page=page,
            ways=ways,
            ways_place=f"survey.{form.survey.slug}",
            hidden_fields=Markup(hidden_fields),  # noqa: S704  # made by form_token, of letters and digits alone
        )


def survey_page(
    form: Filled,
    ways: Ways,
    *,
    is_draft: bool,
    closes_at: datetime | None,
    whole: tuple[ProblemLine, ...] = (),
    is_preview: bool = False,
) -> SurveyPage:
    """What the page shows, in the language that is being spoken. `whole`: problems of no single question."""
    survey = form.survey
    settings: Settings = current_app.extensions["settings"]
    is_easy_english = ways.wording == EASY_ENGLISH
    return SurveyPage(
        title=form.shown(survey.title),
        head_title=form.said(survey.title),
        purpose=form.shown(survey.purpose),
        description=form.said(survey.purpose),
        promises=tuple(form.shown(line) for line in survey.intro),
        promise_pictures=_promise_pictures(form),
        open_until="" if closes_at is None else day_words(clock.in_london(closes_at).date()),
        address=f"/s/{survey.slug}{_query(ways)}",
        has_faces=any(option.face for question in survey.questions for option in question.options),
        sections=sections(form),
        problems=whole + problem_lines(form),
        contacts=said_contacts(demonstration=settings.demonstration, first_only=True),
        helping=helping_view(read_helping(form.raw)),
        languages=named(survey.languages),
        ways_chosen=in_words(ways),
        easy_address="" if ways.easy else _query(ways.in_easy_words()),
        easy_is_draft=is_draft and is_easy_english,
        is_draft=is_draft and not is_easy_english,
        lacks_words=bool(missing_words(survey, ways.language)),
        is_preview=is_preview,
    )


def _promise_pictures(form: Filled) -> tuple[str, ...]:
    """A picture for each line of the intro, "" where there is none."""
    drawn = (form.pictured(name) for name in form.survey.intro_pictures)
    return tuple(next(drawn, "") for _ in form.survey.intro)


def _query(ways: Ways) -> str:
    """What the form's address says, so that a browser without cookies is answered in the same words."""
    parts = (
        f"language={ways.language}" if ways.language != ENGLISH else "",
        "read=easy" if ways.easy else "",
    )
    said = "&".join(part for part in parts if part)
    return f"?{said}" if said else ""
