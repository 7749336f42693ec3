"""The forms of moderation."""

from typing import Any

from wtforms import (
    BooleanField,
    Form,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from analysis import Sentiment
from feedback_app.domain.moderation.states import Decision, Reason
from feedback_app.domain.safeguarding.states import Kind
from feedback_app.platform.forms import STALE, StaffForm, choices

REASONS = choices([("", "Choose why"), *((reason.value, reason.words) for reason in Reason)])
AGREES, SAID_THEMES = "right", "themes"
FIRST_STEP = (Decision.QUOTE, Decision.COUNT_ONLY, Decision.HOLD, Decision.SPAM)
SECOND_STEP = (Decision.CONFIRM, Decision.SEND_BACK)


class TickList(SelectMultipleField):
    """Several ticks for one question."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class DecideForm(StaffForm):
    """Quote, count only, hold or spam; the buttons give `decision`."""

    seen = HiddenField(validators=[InputRequired(STALE)])
    decision = SelectField("Decision", choices=choices((one.value, one.words) for one in FIRST_STEP))
    reason = SelectField("Why is it put on hold?", choices=REASONS, default="")
    words = TextAreaField("Words to quote", [Optional(), Length(max=4000)])
    cleared = BooleanField("I have read it all, and nobody in it needs help")


class SecondPersonForm(StaffForm):
    """Confirm another's quote, or send it back with a reason; the buttons give `decision`."""

    seen = HiddenField(validators=[InputRequired(STALE)])
    decision = SelectField(
        "Decision",
        choices=choices((one.value, one.words) for one in SECOND_STEP),
    )
    reason = SelectField("Why is it sent back?", choices=REASONS, default="")


class RedactForm(StaffForm):
    """Take words out: those marked on the page, those suggested, those written."""

    seen = HiddenField(validators=[InputRequired(STALE)])
    #: Filled by the script from what is selected: "3-7,12-20", in code points.
    spans = HiddenField()
    suggested = TickList("Words that may show who somebody is")
    words = StringField("Other words to take out", [Length(max=400)])


class EscalateForm(StaffForm):
    """Hand a comment to the safeguarding lead."""

    kinds = TickList("What may it be about?", choices=choices((kind.value, kind.words) for kind in Kind))
    reason = TextAreaField("What worries you?", [InputRequired("Write what worries you."), Length(max=2000)])
    urgent = BooleanField("Somebody has to act today")
    about = SelectField("Is it about one of the staff here?", default="")


class LabelsForm(StaffForm):
    """The feeling or the themes of a comment; the buttons give `said`."""

    said = SelectField(
        "What do you say?",
        choices=choices([*((one.value, one.value) for one in Sentiment), (AGREES, ""), (SAID_THEMES, "")]),
    )
    themes = TickList("Themes of the plan")


class UndoForm(StaffForm):
    """A button; only the token."""


class FilterForm(Form):
    """Which part of the queue; a GET form, so without a token."""

    state = HiddenField()
    wave = SelectField("Survey", validate_choice=False)
    question = SelectField("Question", validate_choice=False)
    theme = SelectField("Theme", validate_choice=False)
    read_first = BooleanField("Only “read first”")


def first_words(form: StaffForm) -> tuple[str, str]:
    """The first problem of a form and the id of its field."""
    if form.form_errors:
        return str(form.form_errors[0]), ""
    problems: dict[str, Any] = form.errors
    for name, words in problems.items():
        return str(words[0]), form[name].id
    return "", ""
