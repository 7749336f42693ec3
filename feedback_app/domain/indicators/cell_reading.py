"""The cells of one line of an imported file, each read into what it means or into a sentence of what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from feedback_app.domain.indicators.facts import read_decimal
from feedback_app.domain.indicators.period import PERIOD_HELP, Period, read_period

Choice = TypeVar("Choice", bound=StrEnum)
LONGEST_CELL = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProblem:
    """What is wrong in one cell of a file; lines are counted as a spreadsheet does, the header being line 1."""

    line: int
    column: str
    words: str


@dataclass(slots=True)
class Cells:
    """One line of a file by column; reading notes what is wrong and goes on."""

    line: int
    texts: Mapping[str, str]
    problems: list[CellProblem] = field(default_factory=list)

    def text(self, column: str) -> str:
        """The words of a cell, without spaces around them."""
        found = self.texts.get(column, "").strip()
        if len(found) > LONGEST_CELL:
            self.wrong(column, f"This is longer than {LONGEST_CELL:,} characters.")
        return found

    def needed(self, column: str) -> str:
        """The words of a cell that must not be empty."""
        found = self.text(column)
        if not found:
            self.wrong(column, "This is needed.")
        return found

    def number(self, column: str) -> Decimal | None:
        """An exact number, or None for an empty cell."""
        text = self.text(column)
        if not text:
            return None
        found = read_decimal(text)
        if found is None:
            self.wrong(column, "This is not a number.")
        return found

    def day(self, column: str) -> date | None:
        """A day as 2026-12-31 or 31/12/2026, or None for an empty cell."""
        text = self.text(column)
        if not text:
            return None
        found = read_day(text)
        if found is None:
            self.wrong(column, "Type a day as 2026-12-31.")
        return found

    def period(self, column: str) -> Period | None:
        """A period, or None for an empty cell."""
        text = self.text(column)
        if not text:
            return None
        found = read_period(text)
        if found is None:
            self.wrong(column, PERIOD_HELP)
        return found

    def choice(self, column: str, kind: type[Choice], usual: Choice) -> Choice:
        """One of a list of words; an empty cell means the usual one."""
        text = self.text(column).lower().replace(" ", "_")
        if not text:
            return usual
        if text in {one.value for one in kind}:
            return kind(text)
        self.wrong(column, "Use one of: " + ", ".join(one.value for one in kind) + ".")
        return usual

    def yes_or_no(self, column: str) -> bool | None:
        """Yes, no, or None for an empty cell."""
        text = self.text(column).lower()
        if text in ("yes", "no"):
            return text == "yes"
        if text:
            self.wrong(column, "Type yes or no.")
        return None

    def wrong(self, column: str, words: str) -> None:
        """Note what is wrong in a cell."""
        self.problems.append(CellProblem(line=self.line, column=column, words=words))


def read_day(text: str) -> date | None:
    """The day that a text says, as 2026-12-31 or 31/12/2026; None where it says none."""
    parts = text.split("/")
    if len(parts) == 3:
        text = f"{parts[2]}-{parts[1]:0>2}-{parts[0]:0>2}"
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
