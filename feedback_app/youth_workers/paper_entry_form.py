"""What is typed from a paper: its number, its language, and under each question the key numbers or the words."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from flask import request
from wtforms import HiddenField, SelectField, StringField
from wtforms.validators import UUID as IsUuid
from wtforms.validators import InputRequired, Regexp

from feedback_app.platform.forms import STALE, StaffForm, choices
from feedback_app.youth_workers.language_names import language_names
from surveys import ENGLISH, Survey

PREFIX = "a-"
"""Stands before a question's code in the form's fields, so that no question can be called like another field."""


class EntryForm(StaffForm):
    """The head of a typed form."""

    page = HiddenField(validators=[InputRequired(STALE), IsUuid(STALE)])
    number = StringField(
        "Form number",
        [
            InputRequired("Type the number that stands on the paper."),
            Regexp(
                r"^\s*[A-Za-z0-9][A-Za-z0-9-]{0,19}\s*$", message="Use up to 20 letters, digits and dashes."
            ),
        ],
    )
    language = SelectField("Language of the paper", default=ENGLISH)

    def __init__(self, survey: Survey, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language.choices = choices(language_names(survey.languages))
        if not self.page.data:
            self.page.data = str(uuid4())

    def form_number(self) -> str:
        """The number as it is kept: without blanks, in capitals."""
        return str(self.number.data or "").strip().upper()

    def page_id(self) -> UUID:
        """Which page it was typed on."""
        return UUID(str(self.page.data))


def typed_fields(*, prefix: str = PREFIX) -> Mapping[str, str]:
    """What was typed under each name, without the prefix."""
    return {
        name.removeprefix(prefix): value for name, value in request.form.items() if name.startswith(prefix)
    }
