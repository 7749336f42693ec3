"""The forms with which a draft of a survey is changed."""

from typing import Any

from wtforms import (
    BooleanField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional, Regexp
from wtforms.widgets import CheckboxInput, ListWidget

from feedback_app.platform.forms import StaffForm, choices
from feedback_app.youth_workers.moderation_words import THEMES
from feedback_app.youth_workers.wave_words import KINDS
from surveys import OUTCOMES, Face, Kind, Question, Role, words_in

WHEN = "when_"
ALWAYS, ANY, ALL, AS_IT_IS = "always", "any", "all", "kept"
ROLES = {
    "": "Nothing special",
    Role.MAY_QUOTE.value: "Whether her words may be quoted",
    Role.WANTS_RECEIPT.value: "Whether she wants a code to hear back",
}
FACES = {"": "No face", **{face.value: face.value.replace("_", " ").capitalize() for face in Face}}
HAS_WORDS = "has_words"
_LONG = Length(max=2000, message="Use 2,000 characters or fewer.")
_SHORT = Length(max=200, message="Use 200 characters or fewer.")


class DraftForm(StaffForm):
    """A change to a draft, and the revision that the person saw."""

    revision = HiddenField()

    @property
    def seen(self) -> int:
        """The revision this form was made from; 0 is none."""
        typed = str(self.revision.data or "")
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0


class CopyForm(StaffForm):
    """A new survey with the questions of another."""

    title = StringField("What the new survey is called", [DataRequired("Write what it is called."), _SHORT])
    slug = StringField(
        "Its name in addresses",
        [
            DataRequired("Write a name, such as park-life."),
            Length(max=60, message="Use 60 characters or fewer."),
            Regexp(r"^[a-z0-9]+(-[a-z0-9]+)*$", message="Use small letters and digits, joined by -."),
        ],
    )


class WordsForm(DraftForm):
    """What is said before the first question."""

    title = StringField("What young people see it called", [DataRequired("Write what it is called."), _SHORT])
    purpose = TextAreaField("Who asks this, and why", [DataRequired("Write who asks and why."), _LONG])
    intro = TextAreaField("What is said first, a line each", [Length(max=10_000, message="Use fewer words.")])
    beside_text = StringField("What stands beside each text box", [_LONG])
    minutes = IntegerField(
        "How many minutes it takes",
        [InputRequired("Write a number, such as 4."), NumberRange(1, 60, "Write a number from 1 to 60.")],
    )
    keep = BooleanField("The translations still mean the same: keep them")


class SectionForm(DraftForm):
    """The words over a section."""

    title = StringField("Title", [DataRequired("Write a title."), _SHORT])
    intro = TextAreaField("What is said under it", [_LONG])
    keep = BooleanField("The translations still mean the same: keep them")


class NewSectionForm(DraftForm):
    """A section with its first question."""

    title = StringField("Title", [DataRequired("Write a title."), _SHORT])
    text = StringField("Its first question", [DataRequired("Write what you ask."), _LONG])
    kind = SelectField("How it is answered", choices=choices([(kind.value, KINDS[kind]) for kind in Kind]))


class NewQuestionForm(DraftForm):
    """A question; the rest is set on its own page."""

    text = StringField("What do you want to ask?", [DataRequired("Write what you ask."), _LONG])
    kind = SelectField("How it is answered", choices=choices([(kind.value, KINDS[kind]) for kind in Kind]))
    section = SelectField("Section")


class QuestionForm(DraftForm):
    """Everything about a question but its answers and its condition."""

    text = StringField("What is asked", [DataRequired("Write what you ask."), _LONG])
    hint = StringField("Hint", [_LONG])
    kind = SelectField("How it is answered", choices=choices([(kind.value, KINDS[kind]) for kind in Kind]))
    most = IntegerField(
        "Most answers to choose", [Optional(), NumberRange(1, 100, "Write a number from 1 to 100.")]
    )
    max_length = IntegerField(
        "Most characters of a text", [Optional(), NumberRange(1, 10_000, "Write a number from 1 to 10,000.")]
    )
    outcome = SelectField(
        "What it measures",
        choices=choices([("", "No outcome"), *((code, THEMES.get(code, code)) for code in OUTCOMES)]),
    )
    coverage = BooleanField("It shows who answered")
    purpose = StringField("Or what else it is asked for", [_LONG])
    sensitive = BooleanField("It is sensitive")
    quotable = BooleanField("Its words may be quoted, if she says yes and two people agree")
    in_index = BooleanField("It is part of the index")
    role = SelectField("What a yes to it decides", choices=choices(ROLES.items()))
    no_opt_out_because = StringField("Why nobody needs “I'd rather not say” here", [_LONG])
    keep = BooleanField("The translations still mean the same: keep them")


class OptionForm(DraftForm):
    """One answer that can be chosen."""

    text = StringField("Answer", [DataRequired("Write the answer."), _SHORT])
    exclusive = BooleanField("It stands alone: choosing it clears the others")
    text_box = BooleanField("It has a box to write in")
    opts_out = BooleanField("It says “I'd rather not say” or “I don't know”")
    positive = BooleanField("It counts as agreeing, or as the yes")
    face = SelectField("Face", choices=choices(FACES.items()), default="")
    keep = BooleanField("The translations still mean the same: keep them")


class ConditionForm(DraftForm):
    """When a question is shown: always, or if any or all of what is ticked holds."""

    how = RadioField("When is it shown?")

    def ticked(self, question: Question) -> list[str]:
        """What is ticked beside a question; nothing where the form did not know it."""
        field = self._fields.get(field_of(question))
        return list(field.data or ()) if field is not None else []

    def says_nothing(self) -> bool:
        """Whether it is to be shown on a condition, and nothing is ticked."""
        ticked = any(field.data for field in self if field.name.startswith(WHEN))
        return self.how.data in (ANY, ALL) and not ticked


def condition_form(earlier: list[Question], *, keeps: bool, sent: bool, **data: Any) -> ConditionForm:
    """A form with a list of ticks for each earlier question, as it was `sent` or filled with `data`.

    `keeps`: a condition that cannot be ticked may stay as it is.
    """
    fields: dict[str, Any] = {
        field_of(question): SelectMultipleField(
            words_in(question.text, "en"),
            choices=choices(
                [(option.code, words_in(option.text, "en")) for option in question.options]
                if question.is_choice
                else [(HAS_WORDS, "Something was written")]
            ),
            option_widget=CheckboxInput(),
            widget=ListWidget(prefix_label=False),
        )
        for question in earlier
    }
    kind = type("EarlierForm", (ConditionForm,), fields)
    form: ConditionForm = kind() if sent else kind(formdata=None, data=data)
    hows = [(ALWAYS, "Always"), (ANY, "If any of this holds"), (ALL, "If all of this holds")]
    form.how.choices = choices([*hows, (AS_IT_IS, "As it is now")] if keeps else hows)
    return form


def field_of(question: Question) -> str:
    """The name of the field of a question in a condition's form."""
    return f"{WHEN}{question.code}"
