"""Who helped somebody to answer, said to who reads her words: a helper may be a help, or the danger."""

from surveys import HelperRole, HelpGiven, Helping

_WAYS = {
    HelpGiven.READS: "read to them",
    HelpGiven.TYPES: "typed for them",
    HelpGiven.READS_AND_TYPES: "read and typed for them",
    HelpGiven.EXPLAINS: "explained words",
    HelpGiven.TRANSLATES: "translated or signed",
    HelpGiven.ANOTHER_WAY: "in another way",
}
_ROLES = {
    HelperRole.PARENT_OR_CARER: "parent or carer",
    HelperRole.TEACHER: "teacher or school staff",
    HelperRole.YOUTH_WORKER: "youth worker",
    HelperRole.SOCIAL_WORKER: "social worker or personal adviser",
    HelperRole.FRIEND_OR_SIBLING: "friend, brother or sister",
    HelperRole.INTERPRETER: "interpreter",
    HelperRole.SOMEONE_ELSE: "someone else",
    HelperRole.RATHER_NOT_SAY: "would rather not say who",
}


def helped_words(helping: Helping) -> str:
    """Such as "Somebody helped: teacher or school staff (typed for them)"; "" where nobody did, or nothing was said."""
    if not helping.was_helped:
        return ""
    who = _ROLES[helping.role] if helping.role is not None else "did not say who"
    how = f" ({_WAYS[helping.given]})" if helping.given is not None else ""
    return f"Somebody helped: {who}{how}"
