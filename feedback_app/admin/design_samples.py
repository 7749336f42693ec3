"""What the components of /design are shown with: one sample a state, with words nobody wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField

from feedback_app.platform.forms import StaffForm, choices
from feedback_app.platform.paging import Pages
from feedback_app.questionnaire.views import Choice, ProblemLine, QuestionView, TextBox
from surveys.pictures import PICTURES

Sample: TypeAlias = Mapping[str, Any]

AGREE = ("Strongly agree", "Agree", "Not sure", "Disagree", "Strongly disagree")
LONG = "A very long answer that runs over two lines on a narrow phone, so that one can see how it wraps"


CONTACT: Sample = {
    "name": "Helpline",
    "what": "Talk about anything.",
    "note": "demonstration: not verified",
    "ways": ({"words": "Call 0000", "address": "tel:0000"},),
}
STEPS: Sequence[Sample] = (
    {"when": "Today", "title": "Something that is done", "words": "", "done": True},
    {"when": "By Friday", "title": "Something to come", "words": "With a word about it.", "done": False},
)
BARS: Sequence[Sample] = (
    {"label": "With an interval", "words": "62 % of 205", "percent": 62, "low": 55, "high": 69},
    {"label": "Without", "words": "30 % of 205", "percent": 30, "low": None, "high": None},
)
TABS: Sequence[Sample] = (
    {"label": "Here", "address": "#subnav", "current": True},
    {"label": "Elsewhere", "address": "#subnav", "current": False},
)
ROWS: Sequence[Sample] = (
    {"label": "A label", "value": "Its value", "address": "#summary", "link_words": "Change"},
    {"label": "Another", "value": "Cannot be changed", "address": "", "link_words": ""},
)
SEGMENTS: Sequence[Sample] = (
    {"text": "Plain words, then ", "mark": ""},
    {"text": "what a theme rests on", "mark": "theme"},
    {"text": " and ", "mark": ""},
    {"text": "a name", "mark": "personal"},
    {"text": ".", "mark": ""},
)


TURNS: Sequence[Sample] = (
    {"who": "You", "day": "24 November", "text": "Thank you.", "standing": "Not read yet", "is_hers": True},
    {
        "who": "A youth worker",
        "day": "20 November",
        "text": "We are on it.",
        "standing": "",
        "is_hers": False,
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignPage:
    """Every sample, by the component that shows it."""

    problems: Sequence[ProblemLine]
    faces: QuestionView
    ticks: QuestionView
    wrong: QuestionView
    text: QuestionView
    pictures: Sequence[str]
    turns: Sequence[Sample]
    contacts: Sequence[Sample]
    steps: Sequence[Sample]
    bars: Sequence[Sample]
    pages: Pages
    tabs: Sequence[Sample]
    rows: Sequence[Sample]
    quote: Sample
    segments: Sequence[Sample]
    listing: Sample
    done: Sample
    table: Sequence[Sequence[str]]


class SampleForm(StaffForm):
    """One field of each kind."""

    line = StringField("One line")
    lines = TextAreaField("Several lines")
    pick = SelectField("One of a list", choices=choices((("a", "First"), ("b", "Second"))))
    radio = RadioField("One of a few", choices=choices((("a", "First"), ("b", "Second"))))
    tick = BooleanField("Yes or no")
    bad = StringField("A line with a mistake")


def sample_form() -> SampleForm:
    """The fields, one of them in its error state; nothing is ever sent."""
    form = SampleForm(meta={"csrf": False}, data={"bad": "31 February", "radio": "a"})
    form.bad.errors = ["Write a day that exists, like 28 February."]
    return form


def design_page() -> DesignPage:
    """Every component's samples."""
    return DesignPage(
        problems=(
            ProblemLine(words="Which fits you best? Choose one answer.", address="#sample-wrong"),
            ProblemLine(words="Something that belongs to no field.", address=""),
        ),
        faces=_question("faces", "A statement with faces", _cards("faces", "radio", AGREE, faces=True)),
        ticks=_question("ticks", "Several answers, one with a box", _ticks(), hint="Choose all that fit."),
        wrong=_question(
            "wrong",
            "A question with a mistake",
            _cards("wrong", "radio", ("Yes", "No")),
            error="Choose one answer.",
        ),
        text=_question("text", "In your own words", (), beside="Don't write names.", number="7"),
        pictures=sorted(PICTURES),
        turns=TURNS,
        contacts=(CONTACT,),
        steps=STEPS,
        bars=BARS,
        pages=Pages(number=2, count=3, previous="#pager", next="#pager"),
        tabs=TABS,
        rows=ROWS,
        quote={"text": "Somebody listened, and that was enough."},
        segments=SEGMENTS,
        listing={
            "lines": (
                _line("A line of the queue", covered="", current=True),
                _line("Covered", covered="Self-harm"),
            ),
            "pages": Pages(number=1, count=1, previous=None, next=None),
        },
        done={"words": "Counted only.", "undo": ""},
        table=(("First row", "12", "A remark"), ("Second row", "340", LONG)),
    )


def _ticks() -> tuple[Choice, ...]:
    box = _box("sample-other", "Tell us more")
    return (
        *_cards("ticks", "checkbox", ("Chosen", "Not chosen", LONG), chosen=0),
        _choice("ticks", "other", "checkbox", "Something else", box=box),
    )


def _question(
    code: str,
    title: str,
    cards: tuple[Choice, ...],
    *,
    hint: str = "",
    beside: str = "",
    error: str = "",
    number: str = "",
) -> QuestionView:
    name = f"sample-{code}"
    lines = {"hint": hint, "beside": beside, "error": error, "when": ""}
    described_by = " ".join(f"{name}-{line}" for line, words in lines.items() if words)
    return QuestionView(
        code=name,
        id=name,
        number=number,
        title=title,
        is_group=bool(cards),
        is_information=False,
        is_own=False,
        shown_when="",
        described_by=described_by,
        choices=cards,
        box=None if cards else _box(name, "", described_by=described_by),
        **lines,
    )


def _cards(
    code: str, kind: str, labels: Sequence[str], *, faces: bool = False, chosen: int = -1
) -> tuple[Choice, ...]:
    return tuple(
        _choice(code, str(place), kind, label, face=place + 1 if faces else 0, checked=place == chosen)
        for place, label in enumerate(labels)
    )


def _choice(
    code: str,
    value: str,
    kind: str,
    label: str,
    *,
    face: int = 0,
    checked: bool = False,
    box: TextBox | None = None,
) -> Choice:
    name = f"sample-{code}"
    return Choice(
        id=f"{name}-{value}",
        name=name,
        value=value,
        kind=kind,
        label=label,
        checked=checked,
        alone=False,
        face=face,
        box=box,
    )


def _box(name: str, label: str, *, described_by: str = "") -> TextBox:
    return TextBox(
        id=name,
        name=name,
        value="",
        most=100,
        long=not label,
        label=label,
        hint="",
        described_by=described_by,
        wrong=False,
    )


def _line(preview: str, *, covered: str, current: bool = False) -> Sample:
    return {
        "address": "#queue",
        "question": "What was asked",
        "preview": preview,
        "covered": covered,
        "about": "24 November",
        "standing": "Held",
        "not_analysed": False,
        "current": current,
    }
