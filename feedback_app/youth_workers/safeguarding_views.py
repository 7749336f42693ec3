"""What the pages of safeguarding show, ready to print."""

from dataclasses import dataclass

from flask import url_for

from feedback_app.domain.safeguarding.queue import EscalationLine, EscalationRecord, StepLine, Waiting
from feedback_app.domain.safeguarding.reading import WholeResponse
from feedback_app.domain.safeguarding.states import Deed, EscalationState
from feedback_app.platform.paging import Pages
from feedback_app.youth_workers.helping_words import helped_words
from feedback_app.youth_workers.moderation_words import day_words, language_words, listed, moment_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTab:
    """A part of the page as a link."""

    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One escalation in the list."""

    address: str
    title: str
    standing: str
    tone: str
    due: str
    escalated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardingPage:
    """The list of escalations."""

    title: str
    tabs: tuple[PartTab, ...]
    headline: str
    cases: tuple[CaseLine, ...]
    pages: Pages
    empty_title: str
    empty_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step of the record, as the timeline shows it."""

    title: str
    when: str
    words: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenView:
    """A text of the response; `comment` names it where an original is sealed."""

    question: str
    text: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenView:
    """A closed question and what was chosen."""

    label: str
    value: str
    address: str
    link_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseView:
    """A whole response, opened."""

    about: str
    helped: str
    written: tuple[WrittenView, ...]
    chosen: tuple[ChosenView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """One escalation."""

    title: str
    standing: str
    tone: str
    due: str
    reason: str
    about: str
    question: str
    text: str
    wave: str
    is_here: bool
    #: Where the words of a response that was taken back are read, while the case is open; "" where none are kept.
    kept: str
    #: Where one writes back; "" where the comment is gone.
    reply: str
    steps: tuple[StepView, ...]
    can_acknowledge: bool
    can_route: bool
    can_close: bool
    can_reopen: bool
    can_return: bool
    acknowledge: str
    route: str
    close: str
    reopen: str
    send_back: str
    read: str
    original: str
    back: str
    response: ResponseView | None
    #: The words of a sealed original, when one was opened.
    unsealed: str


def part_tabs(current: str, *, requests: int) -> tuple[PartTab, ...]:
    """The parts of safeguarding, with how many requests to be contacted wait."""
    parts = (
        ("open", "Escalations", url_for("safeguarding.show_queue")),
        ("finished", "Finished", url_for("safeguarding.show_queue", state="finished")),
        ("requests", f"Requests to be contacted ({requests})", url_for("safeguarding.show_requests")),
    )
    return tuple(
        PartTab(label=label, address=address, current=key == current) for key, label, address in parts
    )


def queue_page(
    lines: tuple[EscalationLine, ...], *, waiting: Waiting, requests: int, finished: bool, pages: Pages
) -> SafeguardingPage:
    """The list of escalations."""
    return SafeguardingPage(
        title="Finished escalations" if finished else "Safeguarding",
        tabs=part_tabs("finished" if finished else "open", requests=requests),
        headline=_headline(waiting),
        cases=tuple(_case(line) for line in lines),
        pages=pages,
        empty_title="Nothing is finished yet" if finished else "Nothing is escalated",
        empty_words="Closed escalations, and those sent back to the queue, stand here."
        if finished
        else "When somebody escalates a comment, you are told by mail and it stands here.",
    )


def _headline(waiting: Waiting) -> str:
    if not waiting.unfinished:
        return ""
    words = f"{waiting.unfinished} {'is' if waiting.unfinished == 1 else 'are'} not finished"
    return (
        f"{words}; {waiting.overdue} past the time set for a first look." if waiting.overdue else f"{words}."
    )


def _case(line: EscalationLine) -> CaseLine:
    return CaseLine(
        address=url_for("safeguarding.show_escalation", escalation_id=line.id),
        title=_title(line),
        standing=line.state.words,
        tone=_tone(line),
        due=_due(line),
        escalated=f"Escalated by {line.escalated_by}, {moment_words(line.at)}",
    )


def _title(line: EscalationLine) -> str:
    return " · ".join(kind.words for kind in line.kinds)


def _tone(line: EscalationLine) -> str:
    return "attention" if line.state is EscalationState.OPEN else ""


def _due(line: EscalationLine) -> str:
    if line.state is not EscalationState.OPEN:
        return ""
    urgent = "Somebody has to act today. " if line.urgent else ""
    past = "Was to be looked at by" if line.overdue else "Look at it by"
    return f"{urgent}{past} {moment_words(line.due_at)}"


def case_page(
    case: EscalationRecord, *, response: WholeResponse | None = None, original: str = ""
) -> CasePage:
    """One escalation; with the whole response, or a sealed original, when it was opened."""
    escalation_id = case.line.id

    def address(endpoint: str) -> str:
        return url_for(f"safeguarding.{endpoint}", escalation_id=escalation_id)

    return CasePage(
        title=_title(case.line),
        standing=case.line.state.words,
        tone=_tone(case.line),
        due=_due(case.line),
        reason=case.reason,
        about=case.about,
        question=case.question,
        text=case.text,
        wave=case.wave,
        is_here=case.response_id is not None,
        kept=address("read_kept_words") if case.is_kept else "",
        reply="" if case.comment_id is None else url_for("replies.show_reply", comment_id=case.comment_id),
        steps=_steps(case),
        can_acknowledge=Deed.ACKNOWLEDGE in case.deeds,
        can_route=Deed.ROUTE in case.deeds,
        can_close=Deed.CLOSE in case.deeds,
        can_reopen=Deed.REOPEN in case.deeds,
        can_return=Deed.RETURN in case.deeds,
        acknowledge=address("acknowledge"),
        route=address("pass_on"),
        close=address("close"),
        reopen=address("reopen"),
        send_back=address("send_back"),
        read=address("read_response"),
        original=address("read_sealed"),
        back=url_for("safeguarding.show_queue"),
        response=response_view(response) if response else None,
        unsealed=original,
    )


def _steps(case: EscalationRecord) -> tuple[StepView, ...]:
    first = StepView(
        title=f"Escalated by {case.line.escalated_by}", when=moment_words(case.line.at), words="", done=True
    )
    return (first, *(_step(step) for step in case.steps))


def _step(step: StepLine) -> StepView:
    where = f": {step.route.words}" if step.route else ""
    reference = f"Reference: {step.reference}. " if step.reference else ""
    return StepView(
        title=f"{step.deed.words}{where}",
        when=f"{moment_words(step.at)}, {step.who}",
        words=f"{reference}{step.note}",
        done=True,
    )


def response_view(response: WholeResponse) -> ResponseView:
    """A whole response."""
    return ResponseView(
        about=f"{response.wave}, {day_words(response.day)}, answered in {language_words(response.language)}",
        helped=helped_words(response.helping),
        written=tuple(
            WrittenView(
                question=one.question,
                text=one.text,
                comment=str(one.comment_id) if one.has_original else "",
            )
            for one in response.written
        ),
        chosen=tuple(
            ChosenView(label=one.question, value=listed(one.answers), address="", link_words="")
            for one in response.chosen
        ),
    )
