"""The forms of the engagement officer's pages."""

from datetime import datetime, time, timedelta
from typing import Any

from wtforms import DateField, IntegerField, RadioField, SelectField, StringField, TimeField, ValidationError
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
    starts_on = DateField("Day", [Optional()])
    starts_at = TimeField("Time", [Optional()], default=time(9, 0))
    ends = RadioField(
        "How long does it run?",
        choices=choices([(DAYS, "A number of days"), (NEVER, "Without an end")]),
        default=DAYS,
    )
    days = IntegerField(
        "Days",
        [Optional(), NumberRange(1, MOST_DAYS, f"Write a number from 1 to {MOST_DAYS}.")],
        default=28,
    )

    def validate_starts_on(self, field: Any) -> None:
        """A later opening needs a day, and one to come."""
        if self.starts.data != LATER:
            return
        if field.data is None:
            raise ValidationError("Choose the day on which it opens.")
        if self.opens_at() < clock.now() - timedelta(minutes=1):
            raise ValidationError("This moment is past. Choose a later one, or “Now”.")

    def validate_days(self, field: Any) -> None:
        """A wave with an end needs its days."""
        if self.ends.data == DAYS and field.data is None and not field.errors:
            raise ValidationError("Write for how many days, such as 28.")

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
