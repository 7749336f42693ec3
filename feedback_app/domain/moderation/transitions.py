"""Which decision fits which state, and where it leads; pure."""

from feedback_app.domain.moderation.states import Decision
from feedback_app.domain.responses.models import CommentState
from feedback_app.platform.problems import Conflict

_LEADS_TO = {
    Decision.QUOTE: CommentState.QUOTE_PROPOSED,
    Decision.COUNT_ONLY: CommentState.COUNT_ONLY,
    Decision.HOLD: CommentState.HELD,
    Decision.SPAM: CommentState.SPAM,
    Decision.CONFIRM: CommentState.QUOTE_CONFIRMED,
    Decision.SEND_BACK: CommentState.HELD,
}
_SECOND_STEP = frozenset({Decision.CONFIRM, Decision.SEND_BACK})


class DoesNotFit(Conflict):
    """The decision does not fit the state in which the comment stands."""


def leads_to(decision: Decision) -> CommentState:
    """The state a decision leads to."""
    return _LEADS_TO[decision]


def state_after(state: CommentState, decision: Decision) -> CommentState:
    """The state after a decision. Raises DoesNotFit.

    What is escalated is the safeguarding lead's until sent back; only a proposed quote can be confirmed or sent back.
    """
    if state is CommentState.ESCALATED:
        raise DoesNotFit("This comment is with the safeguarding lead.")
    if decision in _SECOND_STEP and state is not CommentState.QUOTE_PROPOSED:
        raise DoesNotFit("This comment is not waiting for a second person.")
    return _LEADS_TO[decision]
