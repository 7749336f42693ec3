"""Whether somebody helped her to answer, and in what role: said beside the questions, judged with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

HELP_FIELD = "_help_given"
HELPER_FIELD = "_helper_role"
HELPING_FIELDS = (HELP_FIELD, HELPER_FIELD)
"""Names of fields and of columns; no question's code can begin with a line."""

Chosen = TypeVar("Chosen", bound=StrEnum)


class HelpGiven(StrEnum):
    """How somebody helped."""

    NOBODY = "nobody"
    READS = "reads"
    TYPES = "types"
    READS_AND_TYPES = "reads_and_types"
    EXPLAINS = "explains"
    TRANSLATES = "translates"
    ANOTHER_WAY = "another_way"


class HelperRole(StrEnum):
    """Who the helper is to her; never a name."""

    PARENT_OR_CARER = "parent_or_carer"
    TEACHER = "teacher"
    YOUTH_WORKER = "youth_worker"
    SOCIAL_WORKER = "social_worker"
    FRIEND_OR_SIBLING = "friend_or_sibling"
    INTERPRETER = "interpreter"
    SOMEONE_ELSE = "someone_else"
    RATHER_NOT_SAY = "rather_not_say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Helping:
    """What she said of help: None where she said nothing."""

    given: HelpGiven | None = None
    role: HelperRole | None = None

    @property
    def was_helped(self) -> bool:
        """Whether somebody had a hand in it: the help or the helper was named."""
        return self.role is not None or self.given not in (None, HelpGiven.NOBODY)


NOT_SAID = Helping()


def read_helping(raw: Mapping[str, Sequence[str]]) -> Helping:
    """What the fields say of help; a value that is not offered counts as nothing said (SAFETY R-20).

    A helper is dropped where she said that nobody helps.
    """
    given = _read(HelpGiven, raw.get(HELP_FIELD, ()))
    role = _read(HelperRole, raw.get(HELPER_FIELD, ()))
    if given is HelpGiven.NOBODY:
        return Helping(given=given)
    return Helping(given=given, role=role) if given or role else NOT_SAID


def _read(kind: type[Chosen], values: Sequence[str]) -> Chosen | None:
    """The one value that was sent, where it is one of those offered."""
    sent = {value for value in values if value}
    return next((one for one in kind if sent == {one.value}), None)
