"""The forms of the engagement officer's pages."""

from datetime import datetime, time, timedelta
from typing import Any

from wtforms import DateField, IntegerField, RadioField, SelectField, StringField, TimeField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from feedback_app.domain.responses.exporting import Purpose
from feedback_app.domain.waves.lifecycle import MOST_DAYS
from feedback_app.platform import clock
from feedback_app.platform.forms import StaffForm, choices

NOW, LATER = "now", "later"
DAYS, NEVER = "days", "never"
PURPOSES = {
    Purpose.PAPER: "A paper for the board",
    Purpose.RESEARCH: "Research by the council",
    Purpose.CHECKING: "Checking our own figures",
    Purpose.REQUEST: "A request for information",
    Purpose.ARCHIVE: "The archive",
}


class OpenForm(StaffForm):
    """A new wave: of which instrument, from when, and for how long."""

    slug = SelectField("Survey", [InputRequired("Choose a survey.")])
    title = StringField("What you call it", [Length(max=120, message="Use 120 characters or fewer.")])
    starts = RadioField("When does it open?", choices=choices([(NOW, "Now"), (LATER, "Later")]), default=NOW)
    starts_on = DateField("Day on which it opens", [Optional()])
    starts_at = TimeField("Time at which it opens", [Optional()], default=time(9, 0))
    ends = RadioField(
        "How long does it run?",
        choices=choices([(DAYS, "A number of days"), (NEVER, "Without an end")]),
        default=DAYS,
    )
    days = IntegerField(
        "For how many days",
        [Optional(), NumberRange(1, MOST_DAYS, f"Write a number from 1 to {MOST_DAYS}.")],
        default=28,
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """A later opening needs a day to come, and a wave with an end its days."""
        super().validate(extra_validators)
        later, ends = self.starts.data == LATER, self.ends.data == DAYS
        if later and self.starts_on.data is None and not self.starts_on.errors:
            self.starts_on.errors = ["Choose the day on which it opens."]
        elif later and self.opens_at() < clock.now() - timedelta(minutes=1):
            self.starts_on.errors = ["This moment is past. Choose a later one, or “Now”."]
        if ends and self.days.data is None and not self.days.errors:
            self.days.errors = ["Write for how many days, such as 28."]
        return not self.errors

    def opens_at(self) -> datetime:
        """The moment of opening; the day and the time are those of Oxford's clocks."""
        if self.starts.data != LATER or self.starts_on.data is None:
            return clock.now()
        at = self.starts_at.data or time(9, 0)
        return datetime.combine(self.starts_on.data, at, tzinfo=clock.LONDON)

    def runs_days(self) -> int | None:
        """For how many calendar days; None without an end."""
        return None if self.ends.data == NEVER else self.days.data


class ExtendForm(StaffForm):
    """More days for a wave."""

    days = IntegerField(
        "How many days longer?",
        [
            InputRequired("Write how many days, such as 7."),
            NumberRange(1, MOST_DAYS, f"Write a number from 1 to {MOST_DAYS}."),
        ],
    )


class ExportForm(StaffForm):
    """Closed answers as a file, with what they are wanted for."""

    form = SelectField("File", choices=choices([("xlsx", "Excel workbook (XLSX)"), ("csv", "CSV")]))
    purpose = SelectField(
        "What is it for?",
        [InputRequired("Say what it is for. It is kept in the audit.")],
        choices=choices([("", "Choose one"), *((key.value, words) for key, words in PURPOSES.items())]),
    )


class ConfirmForm(StaffForm):
    """A button; only the token."""
