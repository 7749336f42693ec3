"""The forms of safeguarding."""

from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from feedback_app.domain.safeguarding.states import Route
from feedback_app.platform.forms import StaffForm, choices

ROUTES = choices([("", "Choose where to"), *((route.value, route.words) for route in Route)])


class AcknowledgeForm(StaffForm):
    """A button: somebody has it in hand."""


class RouteForm(StaffForm):
    """Where it was passed on to, and why."""

    route = SelectField("Where was it passed on to?", choices=ROUTES, default="")
    reference = StringField("Reference, or who took it", [Length(max=200)])
    note = TextAreaField("Why", [InputRequired("Write why, in a sentence."), Length(max=4000)])


class NoteForm(StaffForm):
    """A step that needs a sentence: close, open again, send back."""

    note = TextAreaField("What came of it", [InputRequired("Write a sentence."), Length(max=4000)])


class ReadForm(StaffForm):
    """A button: read what is kept closed; the reading is noted."""


class OriginalForm(StaffForm):
    """Why a sealed original has to be read."""

    comment = HiddenField(validators=[InputRequired("Choose a comment.")])
    reason = StringField(
        "Why do you need to read it?",
        [InputRequired("Write why you need to read the original."), Length(max=400)],
    )


class KeptForm(StaffForm):
    """Why the words of a response that was taken back have to be read."""

    reason = StringField(
        "Why do you need to read them?",
        [InputRequired("Write why you need to read the words."), Length(max=400)],
    )


class OutcomeForm(StaffForm):
    """What came of a request to be contacted."""

    outcome = TextAreaField("What came of it?", [InputRequired("Write what came of it."), Length(max=4000)])
