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


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One thing to mend: where it stands, what is wrong and what to do. `line` counts from 1; 0 is unknown."""

    code: FlawCode
    wrong: str
    advice: str
    source: str = "definition"
    line: int = 0
    question: str | None = None

    def __str__(self) -> str:
        where = self.source
        if self.line:
            where += f", line {self.line}"
        if self.question:
            where += f", question “{self.question}”"
        return f"{where}: {self.wrong} {self.advice}"


class DefinitionError(Exception):
    """A definition that cannot be used; `problems` holds every flaw found, `str()` says them all."""

    def __init__(self, problems: Sequence[Flaw]) -> None:
        self.problems: tuple[Flaw, ...] = tuple(sorted(problems, key=lambda flaw: flaw.line))
        super().__init__("\n".join(str(flaw) for flaw in self.problems))
