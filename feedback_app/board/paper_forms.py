"""The forms of a meeting and of the parts of its paper."""

from __future__ import annotations

from wtforms import BooleanField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp

from feedback_app.board.fields import LONGEST_PROSE, DayField, DaysField, FrontSheetField
from feedback_app.domain.indicators.kinds import Rag
from feedback_app.domain.meetings.kinds import ACTION_WORDS, PURPOSE_WORDS
from feedback_app.platform.forms import StaffForm, choices

PROSE = [Length(max=LONGEST_PROSE)]
LINE = [Length(max=300)]
BY_RULE = "by_rule"
RAGS = choices([(BY_RULE, "As the rule gives it"), *((rag.value, rag.word) for rag in Rag)])
WEB = Regexp(r"https?://[^\s<>\"]+$", message="Type an address that begins with https://.")


class NewMeetingForm(StaffForm):
    """A new meeting; its paper starts from the last one."""

    report_date = DayField("Report date", [InputRequired("Type the report's date."), *LINE])
    title = StringField("Title of the paper", [InputRequired("Type a title."), *LINE])


class FrontForm(StaffForm):
    """The paper as a whole."""

    title = StringField("Title", [InputRequired("Type a title."), *LINE])
    report_date = DayField("Report date", [InputRequired("Type the report's date."), *LINE])
    held_on = DaysField("Meetings held since the last report", LINE)
    purpose = SelectField(
        "Purpose", choices=choices((one.value, words) for one, words in PURPOSE_WORDS.items())
    )
    front = FrontSheetField("Front sheet", PROSE)
    priorities_heading = StringField("Heading of the priorities", LINE)
    shows_voice = BooleanField("Show what young people told us under Be Supported")


class WordsForm(StaffForm):
    """The prose that belongs to no priority."""

    commentary = TextAreaField("Opening of the note on red and amber", PROSE)
    forward_plan = TextAreaField("Forward plan for the next meeting", PROSE)


class PriorityForm(StaffForm):
    """What the paper says of one priority, section by section."""

    heading = StringField("Heading among the priorities", LINE)
    focus = TextAreaField("Focus printed under its outcomes", PROSE)
    progress_heading = StringField("Name in the progress report", LINE)
    progress_focus = TextAreaField("Focus", PROSE)
    deliverable = TextAreaField("Deliverable", PROSE)
    progress = TextAreaField("Progress report", PROSE)
    next_review = DayField("Next review (any day of the month)", LINE)
    commentary_heading = StringField("Heading in the note on red and amber", LINE)
    commentary = TextAreaField("Note on red and amber", PROSE)


class PlacedForm(StaffForm):
    """What every part of a list has: its place."""

    place = IntegerField("Place in the list", [Optional(), NumberRange(1, 500, "Type a place from 1 on.")])


class IndicatorPartForm(PlacedForm):
    """One indicator in the paper's table."""

    indicator = SelectField("Indicator", [InputRequired("Choose an indicator.")])
    rag = SelectField("Status printed", choices=RAGS)
    rag_because = TextAreaField("Why, where it is not as the rule gives it", [Length(max=1000)])
    doing = TextAreaField("What is being done to improve performance?", PROSE)
    note = TextAreaField("Note for ourselves, not printed", [Length(max=1000)])


class ItemForm(PlacedForm):
    """Another item that was discussed."""

    title = StringField("Title", [InputRequired("Type a title."), *LINE])
    body = TextAreaField("What was discussed", PROSE)


class RecommendationForm(PlacedForm):
    """What the board is asked to do."""

    text = StringField(
        "The board is recommended to", [InputRequired("Begin with a verb: note, agree, support."), *LINE]
    )


class ActionForm(PlacedForm):
    """An agreed action."""

    text = StringField("Action", [InputRequired("Say what is to be done."), *LINE])
    owner = StringField("Owner", [InputRequired("Say who does it."), *LINE])
    due_on = DayField("Due", LINE)
    status = SelectField(
        "Where it stands", choices=choices((one.value, words) for one, words in ACTION_WORDS.items())
    )


class AnnexForm(PlacedForm):
    """An annex."""

    label = StringField("Label, such as Annex 1", [InputRequired("Type a label."), *LINE])
    title = StringField("Title", [InputRequired("Type a title."), *LINE])
    held = BooleanField("It can be had")
    address = StringField("Address, where it is on the web", [Optional(), *LINE, WEB])


class ConfirmForm(StaffForm):
    """A button that asks first; only the token."""
