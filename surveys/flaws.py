"""What can be wrong with a survey definition, said so that a person who is no programmer can mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class FlawCode(StrEnum):
    """Which rule a definition breaks."""

    NOT_YAML = "not_yaml"
    SHAPE = "shape"
    REPEATED_CODE = "repeated_code"
    OPTIONS = "options"
    CONDITION = "condition"
    ROLE = "role"
    UNREACHABLE = "unreachable"
    NO_PURPOSE = "no_purpose"
    UNKNOWN_OUTCOME = "unknown_outcome"
    NO_OPT_OUT = "no_opt_out"
    TRANSLATION = "translation"
    TOO_LONG = "too_long"
    NOTHING_SAID_FIRST = "nothing_said_first"
    NOBODY_ASKS = "nobody_asks"
    PICTURE = "picture"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One thing to mend: where it stands, what is wrong and what to do. `line` counts from 1; 0 is unknown.

    In a workbook `line` is the row, `sheet` its sheet and `column` the letter or heading of its column.
    """

    code: FlawCode
    wrong: str
    advice: str
    source: str = "definition"
    line: int = 0
    question: str | None = None
    sheet: str = ""
    column: str = ""

    def __str__(self) -> str:
        return f"{self.source}{self.place}: {self.wrong} {self.advice}"

    @property
    def place(self) -> str:
        """Where it stands within the file, each part after a comma; empty where that is unknown."""
        where = f", sheet “{self.sheet}”" if self.sheet else ""
        if self.line:
            where += f", {'row' if self.sheet else 'line'} {self.line}"
        if self.column:
            where += f", column {self.column}"
        if self.question:
            where += f", question “{self.question}”"
        return where


class DefinitionError(Exception):
    """A definition that cannot be used; `problems` holds every flaw found, `str()` says them all."""

    def __init__(self, problems: Sequence[Flaw]) -> None:
        self.problems: tuple[Flaw, ...] = tuple(sorted(problems, key=lambda flaw: flaw.line))
        super().__init__("\n".join(str(flaw) for flaw in self.problems))
