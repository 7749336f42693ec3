"""The sentences that say how far the machine's labels may be trusted, and why a figure is not shown."""

from __future__ import annotations

from collections.abc import Mapping

from feedback_app.domain.meetings.figures import share_words
from feedback_app.domain.meetings.trust import CHECKED, ENOUGH_CHECKED, Standing, Trust, Trusted

NOT_CHECKED = "estimate, not checked"
_WHAT_WOULD_CHANGE_IT = (
    "It is shown again once people and the machine agree enough: when more comments are checked in moderation, or when "
    "what people put right there has been learned."
)


def checked_sentence(trust: Trust) -> str:
    """How many of the comments a person has checked; nothing where no wave is shown."""
    table = trust.checked
    if table is None:
        return ""
    line = table.row(CHECKED)
    if table.withheld or line is None:
        return "Too few comments have been counted to say how many of them a person has checked."
    share = share_words(line.count)
    part = f" ({share})" if share else ""
    text = "None" if line.count.value == 0 else f"{line.count.text[0].upper()}{line.count.text[1:]}"
    return f"{text} of {table.base.text} comments{part} had the machine's labels checked by a person."


def agreement_sentences(trust: Trust, wordings: Mapping[str, str]) -> tuple[str, ...]:
    """How far people and the machine agree, and each thing that is withheld because they do not."""
    held = [
        _withheld(trust, trust.themes[code], f"comments on “{wordings.get(code, code)}”")
        for code in trust.withheld
    ]
    if not trust.shows_sentiment:
        held.insert(0, _withheld(trust, trust.sentiment, "how comments sound"))
    return (_overall(trust), *held)


def sentiment_withheld(trust: Trust) -> str:
    """Why how comments sound is not shown."""
    return _withheld(trust, trust.sentiment, "how comments sound")


def theme_withheld(trust: Trust, code: str, name: str) -> str:
    """Why figures of one outcome's comments are not shown; nothing where they are."""
    if code not in trust.withheld:
        return ""
    return _withheld(trust, trust.themes[code], f"comments on “{name}”")


def mark(trust: Trust, code: str) -> str:
    """What stands after a figure of an outcome that has not been checked enough, else nothing."""
    return "" if trust.is_checked(code) else f" ({NOT_CHECKED})"


def _overall(trust: Trust) -> str:
    one = trust.sentiment
    if one.standing is Standing.NOT_CHECKED_ENOUGH:
        return (
            f"How far people and the machine agree is not checked enough yet: it takes {ENOUGH_CHECKED} checked comments. "
            f"Until then figures of the machine's labels are marked “{NOT_CHECKED}”."
        )
    by_outcome = [theme.kappa for theme in trust.themes.values() if theme.kappa is not None]
    themes = (
        f"; on what they are about, between {min(by_outcome):.2f} and {max(by_outcome):.2f}"
        if by_outcome
        else ""
    )
    seen = "labelled before the machine's label was seen" if one.is_blind else "checked by people"
    return (
        f"People and the machine agree on how comments sound with a kappa of {one.kappa:.2f}{themes} (1 is wholly, 0 is "
        f"no more than chance; about {one.about} comments {seen}). At least {trust.needed:.2f} is needed."
    )


def _withheld(trust: Trust, one: Trusted, what: str) -> str:
    kappa = "" if one.kappa is None else f" (kappa {one.kappa:.2f}, where {trust.needed:.2f} is needed)"
    return (
        f"Not shown: figures of {what}. People who checked about {one.about} comments agree too little with the machine"
        f"{kappa}. {_WHAT_WOULD_CHANGE_IT}"
    )
