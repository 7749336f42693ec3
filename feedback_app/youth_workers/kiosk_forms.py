"""The form for a new kiosk."""

from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, Length

from feedback_app.domain.kiosks.keep import LONGEST_NAME
from feedback_app.platform.forms import StaffForm


class KioskForm(StaffForm):
    """Where the tablet lies."""

    name = StringField(
        "Where it lies",
        [
            DataRequired("Say where the tablet lies, such as “Youth club, Didcot”."),
            Length(max=LONGEST_NAME, message=f"Use {LONGEST_NAME} characters or fewer."),
        ],
    )
    venue = SelectField("Place it is counted for")
