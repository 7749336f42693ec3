"""What every staff form is made of."""

from collections.abc import Iterable
from typing import Any

from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import HiddenField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs describe an older WTForms


def choices(pairs: Iterable[tuple[str, str]]) -> list[Any]:
    """Value and words of each choice, as a SelectField or RadioField takes them."""
    return [SelectChoice(value, words) for value, words in pairs]


class StaffForm(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """A form with its protection: no POST of the staff goes without one (SAFETY R-11)."""

    def hidden_tag(self) -> Markup:
        """The hidden fields without ids, so that several forms can stand on one page."""
        hidden: list[Any] = [field for field in self if isinstance(field, HiddenField)]
        fields = ((field.name, field._value()) for field in hidden)
        return Markup("").join(
            Markup('<input type="hidden" name="{}" value="{}">').format(*pair) for pair in fields
        )
