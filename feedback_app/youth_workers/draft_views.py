"""What the pages of a draft show, ready to print."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from feedback_app.domain.waves.drafts import DraftRecord
from feedback_app.youth_workers import wave_words
from feedback_app.youth_workers.wave_asked import AskedQuestion, asked_sections
from feedback_app.youth_workers.wave_links import Link, preview_links
from surveys import ENGLISH, Flaw, FlawCode, Question, Survey, check, words_in
from surveys.comparing import not_alike

#: What to do on these pages, where the definition's own advice speaks of lines in a file.
_ADVICE = {
    FlawCode.NO_PURPOSE: "Choose what it measures, or write what it is asked for. Otherwise do not ask.",
    FlawCode.NO_OPT_OUT: "Add an answer that says it, or write why nobody needs one.",
    FlawCode.ROLE: "Make it “Choose one”, with one answer that counts as the yes.",
    FlawCode.CONDITION: "Choose the condition anew.",
    FlawCode.UNREACHABLE: "Choose its condition anew, and look at those of the questions it looks at.",
    FlawCode.NOTHING_SAID_FIRST: "Write it under “Words before the first question”.",
    FlawCode.NOBODY_ASKS: "Add a question whose yes decides whether her words may be quoted.",
}
_AT_THE_CONDITION = {FlawCode.CONDITION, FlawCode.UNREACHABLE}
_AT_THE_ANSWERS = {FlawCode.OPTIONS, FlawCode.NO_OPT_OUT}


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """One question in the list, with what can be done; an address is "" where it has no such page."""

    asked: AskedQuestion
    edit: str
    answers: str
    condition: str
    flaws: str
    can_go_up: bool
    can_go_down: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSection:
    """One section in the list."""

    code: str
    title: str
    edit: str
    add: str
    lines: tuple[DraftLine, ...]
    can_go_up: bool
    can_go_down: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPage:
    """A draft as a whole."""

    title: str
    about: str
    address: str
    back: str
    last_change: str
    flaws: str
    previews: tuple[Link, ...]
    sections: tuple[DraftSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginPage:
    """No draft yet: one can be begun."""

    title: str
    about: str
    back: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlawLine:
    """One thing to mend, and the page on which it is mended."""

    where: str
    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """What is to be mended before the draft can be used."""

    title: str
    back: str
    flaws: tuple[FlawLine, ...]
    use: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UsePage:
    """Asks before the draft becomes what the next wave asks."""

    title: str
    back: str
    action: str
    version: str
    not_alike: tuple[str, ...]
    kept: str


def draft_page(draft: DraftRecord) -> DraftPage:
    """A draft as its page shows it."""
    survey = draft.survey
    flaws = check(survey)
    begun = "" if draft.begun_from is None else f" Begun from version {draft.begun_from}."
    sections = asked_sections(survey)
    last = len(sections) - 1
    return DraftPage(
        title=f"Draft of {words_in(survey.title, ENGLISH)}",
        about=f"Nobody outside sees it.{begun} Last changed by {draft.changed_by} on "
        f"{wave_words.moment(draft.changed_at)}.",
        address=url_for("drafts.show_draft", slug=draft.slug),
        back=url_for("waves.show_waves"),
        last_change=draft.last_change,
        flaws=flaws_words(len(flaws)),
        previews=preview_links("drafts.preview_draft", survey, slug=draft.slug),
        sections=tuple(
            DraftSection(
                code=section.code,
                title=section.title,
                edit=url_for("draft_edits.show_section", slug=draft.slug, section=section.code),
                add=url_for("draft_edits.show_new_question", slug=draft.slug, section=section.code),
                lines=tuple(_lines(draft, section.questions, place, last, flaws)),
                can_go_up=place > 0,
                can_go_down=place < last,
            )
            for place, section in enumerate(sections)
        ),
    )


def _lines(
    draft: DraftRecord, asked: tuple[AskedQuestion, ...], place: int, last: int, flaws: tuple[Flaw, ...]
) -> Iterable[DraftLine]:
    alone = len(asked) == 1
    for at, one in enumerate(asked):
        question = draft.survey.question(one.code)
        to_mend = sum(flaw.question == one.code for flaw in flaws)
        yield DraftLine(
            asked=one,
            edit=url_for("draft_edits.show_question", slug=draft.slug, code=one.code),
            answers=url_for("draft_answers.show_answers", slug=draft.slug, code=one.code)
            if question.is_choice
            else "",
            condition=url_for("draft_answers.show_condition", slug=draft.slug, code=one.code)
            if one is not asked[0] or place
            else "",
            flaws=flaws_words(to_mend) if to_mend else "",
            can_go_up=at > 0 or (place > 0 and not alone),
            can_go_down=at < len(asked) - 1 or (place < last and not alone),
        )


def flaws_words(count: int) -> str:
    """How much is to be mended."""
    if not count:
        return "Nothing to mend"
    return "1 thing to mend" if count == 1 else f"{count} things to mend"


def begin_page(survey: Survey) -> BeginPage:
    """The page of an instrument of which nobody writes a new version."""
    title = words_in(survey.title, ENGLISH)
    return BeginPage(
        title=f"Draft of {title}",
        about=f"Nobody is writing a new version of {title}. Version {survey.version} is the newest.",
        back=url_for("instruments.show_instrument", slug=survey.slug),
        address=url_for("drafts.begin", slug=survey.slug),
    )


def check_page(draft: DraftRecord) -> CheckPage:
    """What is to be mended, each with the page on which it is mended."""
    flaws = check(draft.survey)
    return CheckPage(
        title="Check the draft",
        back=url_for("drafts.show_draft", slug=draft.slug),
        flaws=tuple(_flaw(flaw, draft) for flaw in flaws),
        use="" if flaws else url_for("drafts.ask_to_use", slug=draft.slug),
    )


def _flaw(flaw: Flaw, draft: DraftRecord) -> FlawLine:
    advice = _ADVICE.get(flaw.code, flaw.advice)
    words = f"{flaw.wrong[:1].upper()}{flaw.wrong[1:]} {advice}"
    if flaw.question is None or not draft.survey.has_question(flaw.question):
        section = next((one for one in draft.survey.sections if f"“{one.code}”" in flaw.wrong), None)
        if section is None:
            address = url_for("draft_edits.show_words", slug=draft.slug)
            return FlawLine(where="Words before the first question", words=words, address=address)
        address = url_for("draft_edits.show_section", slug=draft.slug, section=section.code)
        return FlawLine(where=words_in(section.title, ENGLISH), words=words, address=address)
    question = draft.survey.question(flaw.question)
    page = "draft_edits.show_question"
    if flaw.code in _AT_THE_CONDITION:
        page = "draft_answers.show_condition"
    elif question.is_choice and flaw.code in _AT_THE_ANSWERS:
        page = "draft_answers.show_answers"
    address = url_for(page, slug=draft.slug, code=question.code)
    return FlawLine(where=words_in(question.text, ENGLISH), words=words, address=address)


def use_page(draft: DraftRecord, *, version: int, newest: Survey | None) -> UsePage:
    """Says what will be once the draft is used."""
    changed: tuple[Question, ...] = () if newest is None else not_alike(draft.survey, newest)
    known = tuple(
        question for question in changed if newest is not None and newest.has_question(question.code)
    )
    return UsePage(
        title="Use this version",
        back=url_for("drafts.show_draft", slug=draft.slug),
        action=url_for("drafts.use", slug=draft.slug),
        version=str(version),
        not_alike=tuple(words_in(question.text, ENGLISH) for question in known),
        kept="" if newest is None or version <= newest.version else str(newest.version),
    )
