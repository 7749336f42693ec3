"""The form that confirms a translation."""

from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired, Length

from feedback_app.platform.forms import StaffForm


class TranslationForm(StaffForm):
    """Who read these very words; `fingerprint` says which words the page showed."""

    read_by = StringField(
        "Who read it?",
        [
            DataRequired("Write who read it, such as “Anna Nowak, interpreter”."),
            Length(max=200, message="Use 200 characters or fewer."),
        ],
    )
    fingerprint = HiddenField()
