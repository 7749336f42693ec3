"""What the pages behind a code show."""

from dataclasses import dataclass

from flask_babel import gettext, ngettext

from feedback_app.domain.contacts.register import ShownContact
from feedback_app.domain.replies.queries import Turn
from feedback_app.domain.replies.rules import MOST_CHARACTERS
from feedback_app.domain.responses.receipts import Receipt
from feedback_app.domain.withdrawals.copy import SentAnswer
from feedback_app.domain.withdrawals.withdraw import WhatGoes
from feedback_app.platform.languages import day_words
from feedback_app.questionnaire.views import ProblemLine, TextBox
from feedback_app.young_people.survey_views import Step

ANSWER_ID = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPage:
    """The form, with what was typed where it was not a code; `kept` is an answer that waits for the code."""

    typed: str
    kept: str
    problems: tuple[ProblemLine, ...]
    contacts: tuple[ShownContact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """One turn of the conversation. Her own words are not among them: who finds her code must not learn them."""

    who: str
    day: str
    text: str
    standing: str
    is_hers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownReceiptPage:
    """What happened so far to one response, what was written to her, and what she can do.

    `box` is None while nothing was written to her; `until` is "" once nothing can be taken back any more.
    """

    survey: str
    visit: str
    done: str
    problems: tuple[ProblemLine, ...]
    turns: tuple[TurnView, ...]
    wrote_words: bool
    box: TextBox | None
    error: str
    steps: tuple[Step, ...]
    until: str
    was_until: str
    contacts: tuple[ShownContact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPage:
    """Asks once before everything goes, and says what goes and what stays."""

    visit: str
    day: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    contacts: tuple[ShownContact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GonePage:
    """All is gone."""

    contacts: tuple[ShownContact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPage:
    """Everything she sent; `later` is what she answered to replies."""

    visit: str
    day: str
    sent: tuple[SentAnswer, ...]
    later: tuple[str, ...]
    contacts: tuple[ShownContact, ...]


def turn_view(turn: Turn) -> TurnView:
    """One turn as she sees it."""
    if turn.is_hers:
        standing = (
            gettext("A youth worker has read it.") if turn.is_read else gettext("Nobody has read it yet.")
        )
        who = gettext("You answered")
    else:
        who = (
            gettext("A person whose job is to keep young people safe")
            if turn.by_lead
            else gettext("A youth worker")
        )
        standing = ""
    return TurnView(
        who=str(who), day=day_words(turn.day), text=turn.text, standing=str(standing), is_hers=turn.is_hers
    )


def answer_box(value: str, *, error: str) -> TextBox:
    """The box for her answer."""
    described = [f"{ANSWER_ID}-hint", *([f"{ANSWER_ID}-error"] if error else [])]
    return TextBox(
        id=ANSWER_ID,
        name=ANSWER_ID,
        value=value,
        most=MOST_CHARACTERS,
        long=True,
        label="",
        hint="",
        described_by=" ".join(described),
        wrong=bool(error),
    )


def what_goes_words(goes: WhatGoes) -> tuple[str, ...]:
    """What taking it back takes, line by line."""
    lines = [gettext("The answers you ticked.")]
    if goes.texts:
        lines.append(
            ngettext("What you wrote, in %(num)s place.", "What you wrote, in %(num)s places.", goes.texts)
        )
    lines.append(gettext("What youth workers noted about it."))
    lines.append(gettext("Your words, if we picked them for a report that is not out yet."))
    if goes.replies:
        lines.append(ngettext("%(num)s reply to you.", "%(num)s replies to you.", goes.replies))
    if goes.answers:
        lines.append(ngettext("%(num)s answer from you.", "%(num)s answers from you.", goes.answers))
    lines.append(gettext("Your five words. They will not work any more."))
    return tuple(str(line) for line in lines)


def what_stays_words(*, keeps_open_cases: bool) -> tuple[str, ...]:
    """What no withdrawal takes; the same for everybody, so that nobody learns from it what was noticed (SAFETY R-52)."""
    lines = [
        gettext("Reports that are out. We can't change them. They don't show who you are."),
        gettext("The numbers change a bit later. So nobody can tell that it was you."),
    ]
    if keeps_open_cases:
        lines.append(
            gettext(
                "You may have told us that somebody is in danger. Then people whose job is to keep you safe "
                "may keep what they were told. Nobody else sees it."
            )
        )
    else:
        lines.append(gettext("A note of what we did, if somebody was in danger. Your words are not in it."))
    return tuple(str(line) for line in lines)


def steps_of(receipt: Receipt) -> tuple[Step, ...]:
    """How far things are."""
    came = Step(
        when=day_words(receipt.day),
        title=gettext("We got your answers"),
        words=gettext("They are safe."),
        done=True,
    )
    return (came, *_read(receipt), _counted(receipt))


def _read(receipt: Receipt) -> tuple[Step, ...]:
    """What is said of her words; the same whatever a youth worker decided, unless they are quoted."""
    if not receipt.comments:
        return ()
    all_read = receipt.comments_read == receipt.comments
    words = (
        gettext("Some of your words are in the report. Nothing in them shows who you are.")
        if receipt.is_quoted
        else ""
    )
    return (
        Step(
            when=_when(is_done=all_read),
            title=gettext("A youth worker read all you wrote")
            if all_read
            else gettext("A youth worker reads what you wrote"),
            words=words,
            done=all_read,
        ),
    )


def _counted(receipt: Receipt) -> Step:
    return Step(
        when=_when(is_done=receipt.is_counted),
        title=gettext("Your answers are in the numbers that the board sees"),
        words=""
        if receipt.is_counted
        else gettext("We add answers when enough new ones are there. That protects you."),
        done=receipt.is_counted,
    )


def _when(*, is_done: bool) -> str:
    return str(gettext("Done") if is_done else gettext("Still to come"))
