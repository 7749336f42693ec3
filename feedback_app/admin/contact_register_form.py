"""The form of an entry of the register of contacts, and its way between form and register."""

import re

from wtforms import BooleanField, StringField
from wtforms.validators import InputRequired, Length, Optional, Regexp

from feedback_app.domain.contacts.register import Entry, Way
from feedback_app.platform.forms import StaffForm

NUMBER = r"^\+?[0-9][0-9 ]{1,19}$"
NOT_A_NUMBER = "Write a telephone number with digits and spaces, like 0800 1111."


class ContactForm(StaffForm):
    """Somebody young people can talk to."""

    name = StringField("Name", [InputRequired("Write who it is."), Length(max=80)])
    what = StringField("What it is for", [InputRequired("Write what it is for."), Length(max=200)])
    call = StringField("Number to call", [Optional(), Regexp(NUMBER, message=NOT_A_NUMBER)])
    text = StringField("Number to text", [Optional(), Regexp(NUMBER, message=NOT_A_NUMBER)])
    keyword = StringField(
        "Word to text",
        [Optional(), Regexp(r"^[A-Za-z]{1,20}$", message="Write one word of letters, like SHOUT.")],
    )
    source = StringField(
        "Where this was found", [InputRequired("Write where you found it."), Length(max=200)]
    )
    first = BooleanField("Show it on every page where somebody writes")

    def validate(self, extra_validators: object = None) -> bool:
        """Whether all is well, with one way at least."""
        is_valid = super().validate(extra_validators)
        if not self.call.data and not self.text.data and not self.call.errors and not self.text.errors:
            self.call.errors = ["Write a number to call or to text."]
            return False
        return is_valid

    def entry(self) -> Entry:
        """What was typed as an entry that nobody has checked yet."""
        return Entry(
            name=str(self.name.data),
            what=str(self.what.data),
            source=str(self.source.data),
            verified_on=None,
            verified_by=None,
            first=bool(self.first.data),
            ways=tuple(self._ways()),
        )

    def _ways(self) -> list[Way]:
        ways = []
        if self.call.data:
            ways.append(Way(words=f"Call {self.call.data}", address=f"tel:{_digits(self.call.data)}"))
        if self.text.data:
            keyword = (self.keyword.data or "").upper()
            words = f"Text {keyword} to {self.text.data}" if keyword else f"Text {self.text.data}"
            body = f"?body={keyword}" if keyword else ""
            ways.append(Way(words=words, address=f"sms:{_digits(self.text.data)}{body}"))
        return ways


def form_of(entry: Entry) -> ContactForm:
    """The form with an entry in it."""
    filled: dict[str, object] = {
        "name": entry.name,
        "what": entry.what,
        "source": entry.source,
        "first": entry.first,
    }
    for way in entry.ways:
        number = re.search(r"\+?[0-9][0-9 ]*$", way.words)
        shown = number.group() if number else way.address
        if way.address.startswith("tel:"):
            filled["call"] = shown
        else:
            filled["text"] = shown
            filled["keyword"] = way.address.partition("?body=")[2]
    return ContactForm(data=filled)


def _digits(number: str) -> str:
    return number.replace(" ", "")
