"""The fixed words of safeguarding: states, routes, kinds, and which deed leads where."""

from enum import StrEnum

from feedback_app.platform.problems import Conflict


class NotNow(Conflict):
    """The deed does not fit the state in which the thing stands."""


class EscalationState(StrEnum):
    """Where an escalation stands."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    ROUTED = "routed"
    CLOSED = "closed"
    RETURNED = "returned"

    @property
    def words(self) -> str:
        """The state as people say it."""
        return {
            "open": "Waiting for you",
            "acknowledged": "Being looked at",
            "routed": "Passed on",
            "closed": "Closed",
            "returned": "Sent back to the queue",
        }[self.value]


class Deed(StrEnum):
    """What is done about an escalation."""

    ACKNOWLEDGE = "acknowledge"
    ROUTE = "route"
    CLOSE = "close"
    REOPEN = "reopen"
    RETURN = "return"
    READ_RESPONSE = "read_response"
    READ_ORIGINAL = "read_original"

    @property
    def words(self) -> str:
        """The deed as a line of the record says it."""
        return {
            "acknowledge": "Acknowledged",
            "route": "Passed on",
            "close": "Closed",
            "reopen": "Opened again",
            "return": "Sent back to the queue",
            "read_response": "Read the whole response",
            "read_original": "Read a sealed original",
        }[self.value]


class Route(StrEnum):
    """Where an escalation was passed on to (SAFETY R-59)."""

    EMERGENCY = "999"
    MASH = "mash"
    EDT = "edt"
    LADO = "lado"
    POLICE = "police"
    SCHOOL_LEAD = "school_lead"
    SUPPORT_OFFERED = "support_offered"
    NO_IDENTITY = "no_identity"

    @property
    def words(self) -> str:
        """The route in full."""
        return {
            "999": "999 emergency services",
            "mash": "MASH (Multi-Agency Safeguarding Hub)",
            "edt": "EDT (Emergency Duty Team, out of hours)",
            "lado": "LADO (about somebody who works with children)",
            "police": "Police (101 or a named officer)",
            "school_lead": "The school's safeguarding lead",
            "support_offered": "Support offered to the young person",
            "no_identity": "No identity, nothing to refer",
        }[self.value]


class Kind(StrEnum):
    """What a person thinks it may be about; several may be true."""

    SELF_HARM = "self_harm"
    ABUSE = "abuse"
    NEGLECT = "neglect"
    EXPLOITATION = "exploitation"
    VIOLENCE = "violence"
    BULLYING = "bullying"
    EATING = "eating"
    SUBSTANCE = "substance"
    HOMELESSNESS = "homelessness"
    ABOUT_STAFF = "about_staff"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The kind as people say it."""
        return KIND_WORDS[self.value]


KIND_WORDS = {
    "self_harm": "Self-harm or suicide",
    "abuse": "Abuse, at home or by an adult",
    "neglect": "Neglect",
    "exploitation": "Exploitation or grooming",
    "violence": "Violence, weapons or threats",
    "bullying": "Bullying or hate",
    "eating": "Eating",
    "substance": "Alcohol or drugs",
    "homelessness": "Nowhere safe to sleep, running away",
    "about_staff": "Somebody who works with young people",
    "other": "Something else",
}

#: Nothing is left to do about these.
FINISHED = (EscalationState.CLOSED, EscalationState.RETURNED)

_LEADS_TO = {
    (EscalationState.OPEN, Deed.ACKNOWLEDGE): EscalationState.ACKNOWLEDGED,
    (EscalationState.OPEN, Deed.RETURN): EscalationState.RETURNED,
    (EscalationState.ACKNOWLEDGED, Deed.ROUTE): EscalationState.ROUTED,
    (EscalationState.ACKNOWLEDGED, Deed.RETURN): EscalationState.RETURNED,
    (EscalationState.ROUTED, Deed.ROUTE): EscalationState.ROUTED,
    (EscalationState.ROUTED, Deed.CLOSE): EscalationState.CLOSED,
    (EscalationState.CLOSED, Deed.REOPEN): EscalationState.ACKNOWLEDGED,
}


def state_after(state: EscalationState, deed: Deed) -> EscalationState:
    """The state a deed leads to. Raises NotNow where it does not fit: nothing is closed before it was passed on."""
    try:
        return _LEADS_TO[(state, deed)]
    except KeyError:
        raise NotNow(
            "That does not fit where this stands now. Load the page again to see what was done."
        ) from None


def deeds_in(state: EscalationState) -> tuple[Deed, ...]:
    """The deeds that fit a state, in the order in which a page offers them."""
    return tuple(deed for (of, deed) in _LEADS_TO if of is state)


class ContactState(StrEnum):
    """Where a request to be contacted stands."""

    OPEN = "open"
    DONE = "done"
