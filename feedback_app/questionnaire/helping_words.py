"""Help given and the helper's role, in words for the person who is helped."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext

from surveys import HelperRole, HelpGiven, Helping


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpChoice:
    """One line of a list to choose from; the first has no value and says nothing."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpingView:
    """What can be said of help, with what was said. `is_open`: something was, so the lists are shown at once."""

    ways: tuple[HelpChoice, ...]
    roles: tuple[HelpChoice, ...]
    is_open: bool


def helping_view(said: Helping) -> HelpingView:
    """The two lists, in the language that is being spoken."""
    given = said.given or ""
    role = said.role or ""
    return HelpingView(
        ways=_choices({"": gettext("I have not said"), **_ways()}, given),
        roles=_choices({"": gettext("I have not said"), **_roles()}, role),
        is_open=bool(given or role),
    )


def _choices(words: Mapping[str, str], chosen: str) -> tuple[HelpChoice, ...]:
    return tuple(
        HelpChoice(value=value, words=said, chosen=bool(value) and value == chosen)
        for value, said in words.items()
    )


def _ways() -> dict[str, str]:
    return {
        HelpGiven.NOBODY.value: gettext("Nobody is helping me"),
        HelpGiven.READS.value: gettext("Somebody reads it to me"),
        HelpGiven.TYPES.value: gettext("Somebody types for me"),
        HelpGiven.READS_AND_TYPES.value: gettext("Somebody reads and types for me"),
        HelpGiven.EXPLAINS.value: gettext("Somebody tells me what words mean"),
        HelpGiven.TRANSLATES.value: gettext("Somebody says it in my language or signs it"),
        HelpGiven.ANOTHER_WAY.value: gettext("Somebody helps in another way"),
    }


def _roles() -> dict[str, str]:
    return {
        HelperRole.PARENT_OR_CARER.value: gettext("Parent or carer"),
        HelperRole.TEACHER.value: gettext("Teacher or someone at school"),
        HelperRole.YOUTH_WORKER.value: gettext("Youth worker"),
        HelperRole.SOCIAL_WORKER.value: gettext("Social worker or personal adviser"),
        HelperRole.FRIEND_OR_SIBLING.value: gettext("Friend, brother or sister"),
        HelperRole.INTERPRETER.value: gettext("Interpreter"),
        HelperRole.SOMEONE_ELSE.value: gettext("Someone else"),
        HelperRole.RATHER_NOT_SAY.value: gettext("I'd rather not say"),
    }
