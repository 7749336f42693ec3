"""Fields of the board's forms that hold days, periods, numbers and lines, and the way between words and values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from wtforms import StringField, TextAreaField, ValidationError
from wtforms.form import BaseForm

from feedback_app.domain.indicators.cell_reading import read_day
from feedback_app.domain.indicators.facts import plain_decimal, read_decimal
from feedback_app.domain.indicators.period import PERIOD_HELP, Period, read_period
from feedback_app.domain.meetings.document import FrontRow
from feedback_app.domain.meetings.prose import LINK, clean

LONGEST_PROSE = 20_000


class DayField(StringField):
    """A day, typed as 2026-12-31 or 31/12/2026; what was typed stays in the field."""

    def day(self) -> date | None:
        """The day, or None where the field is empty."""
        return read_day(str(self.data or "").strip())

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what is no day."""
        if str(self.data or "").strip() and self.day() is None:
            raise ValidationError("Type a day as 31/12/2026.")


class NumberField(StringField):
    """An exact number."""

    def number(self) -> Decimal | None:
        """The number, or None where the field is empty."""
        return read_decimal(str(self.data or ""))

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what is no number."""
        if str(self.data or "").strip() and self.number() is None:
            raise ValidationError("Type a number, such as 64 or 64.5.")


class PeriodField(StringField):
    """The period that a figure speaks of."""

    def period(self) -> Period | None:
        """The period, or None where the field is empty."""
        return read_period(str(self.data or ""))

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what is no period."""
        if str(self.data or "").strip() and self.period() is None:
            raise ValidationError(PERIOD_HELP)


class DaysField(StringField):
    """Several days with commas between them."""

    def days(self) -> tuple[date, ...]:
        """The days, in the order typed."""
        found = [read_day(part.strip()) for part in self._parts()]
        return tuple(day for day in found if day is not None)

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse a part that is no day."""
        if len(self.days()) != len(self._parts()):
            raise ValidationError("Type days as 31/12/2026, with commas between them.")

    def _parts(self) -> list[str]:
        return [part for part in str(self.data or "").split(",") if part.strip()]


class FrontSheetField(TextAreaField):
    """The front sheet, a line a row: `Label: words`, or `Label: [words](address)` for a link."""

    def rows(self) -> tuple[FrontRow, ...]:
        """The rows, in order."""
        return tuple(_front_row(line) for line in self._lines())

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse a line without a label."""
        for line in self._lines():
            if not _front_row(line).label or not _front_row(line).value:
                raise ValidationError(
                    f"Begin each line with its label and a colon. This one has none: “{line[:60]}”."
                )

    def _lines(self) -> list[str]:
        return [line.strip() for line in clean(str(self.data or "")).split("\n") if line.strip()]


def front_text(rows: Iterable[FrontRow]) -> str:
    """The front sheet as it is typed."""
    return "\n".join(
        f"{row.label}: [{row.value}]({row.address})" if row.address else f"{row.label}: {row.value}"
        for row in rows
    )


def day_text(day: date | None) -> str:
    """A day as it is typed."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def number_text(number: Decimal | None) -> str:
    """A number as it is typed."""
    return "" if number is None else plain_decimal(number)


def _front_row(line: str) -> FrontRow:
    label, _, words = line.partition(":")
    link = LINK.fullmatch(words.strip())
    if link:
        return FrontRow(label=label.strip(), value=link.group(1), address=link.group(2))
    return FrontRow(label=label.strip(), value=words.strip())
