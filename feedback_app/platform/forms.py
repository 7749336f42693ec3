"""What every staff form is made of."""

from collections.abc import Iterable
from typing import Any

from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import HiddenField, PasswordField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs describe an older WTForms

from surveys.cleaning import clean_text

STALE = "The page was open too long. Nothing was changed: look at what you wrote and press the button again."
#: The same for a page of buttons, where nothing was written.
STALE_PAGE = "The page was open too long. Go back and press the button again; nothing was changed."
#: What WTForms says of itself, as we would say it.
_PLAIN = {
    "Not a valid choice.": "Choose one of these.",
    "Not a valid choice": "Choose one of these.",
    "Not a valid integer value.": "Write a whole number.",
    "Not a valid decimal value.": "Write a number.",
    "This field is required.": "This is needed.",
    "Field cannot be longer than %(max)d character.": "Use at most %(max)d character.",
    "Field cannot be longer than %(max)d characters.": "Use at most %(max)d characters.",
}


class _PlainWords:
    """Stands where WTForms looks for a translation."""

    def gettext(self, words: str) -> str:
        return _PLAIN.get(words, words)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self.gettext(one if number == 1 else many)


def choices(pairs: Iterable[tuple[str, str]]) -> list[Any]:
    """Value and words of each choice, as a SelectField or RadioField takes them."""
    return [SelectChoice(value, words) for value, words in pairs]


class StaffForm(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """A form with its protection: no POST of the staff goes without one (SAFETY R-11).

    What is typed loses the control and bidirectional characters that young people's words lose too.
    """

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # flask-wtf has no types
        """How its fields are made."""

        def get_translations(self, form: Any) -> _PlainWords:
            """Our own words for what WTForms says by itself."""
            return _PlainWords()

        def bind_field(self, form: Any, unbound_field: Any, options: Any) -> Any:
            """A field of this form; one of text cleans what was typed."""
            kind = unbound_field.field_class
            if issubclass(kind, StringField) and not issubclass(kind, PasswordField):
                options["filters"] = (*unbound_field.kwargs.get("filters", ()), _cleaned)
            return unbound_field.bind(form=form, **options)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether all is well; a missing or old token is said in words, and over the whole form."""
        is_valid = bool(super().validate(extra_validators))
        token = self._fields.get("csrf_token")
        if token is not None and token.errors:
            token.errors = []
            self.form_errors.append(STALE)
        return is_valid

    def hidden_tag(self) -> Markup:
        """The hidden fields without ids, so that several forms can stand on one page."""
        hidden: list[Any] = [field for field in self if isinstance(field, HiddenField)]
        fields = ((field.name, field._value()) for field in hidden)
        return Markup("").join(
            Markup('<input type="hidden" name="{}" value="{}">').format(*pair) for pair in fields
        )


def _cleaned(typed: str | None) -> str | None:
    return None if typed is None else clean_text(typed, most=len(typed))
