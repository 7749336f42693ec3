"""What is said in a survey whose workbook leaves it out, so that no young person goes without it."""

import re

INTRO: tuple[str, ...] = (
    "You can skip any question.",
    "We don't want any names. Nobody at home, school or your club sees your answers.",
    "Youth workers read what you write, but not straight away.",
    "We can't tell who you are. So we can't get in touch with you unless you tell us how.",
    "You might tell us who you are and that you or somebody else is in danger. "
    "Then we must tell people whose job is to keep you safe.",
    "Do you need help now? Call 999. Or call Childline on 0800 1111. "
    "Or text SHOUT to 85258. You can also look at our Help page.",
)
BESIDE_TEXT = "Don't write names. A youth worker reads this, but not straight away."
PURPOSE = "We ask this to learn from young people."
RATHER_NOT_SAY = "I'd rather not say"
SOMETHING_ELSE = "Something else"

_OPTS_OUT = re.compile(r"(?:rather|prefer) not|do(?:n[’']?t| not) (?:want to say|know)|refuse", re.IGNORECASE)


def opts_out(label: str) -> bool:
    """Whether an option's English words say that somebody would rather not answer, or does not know."""
    return _OPTS_OUT.search(label) is not None
