"""How a topic stands, and the problems of deciding about one."""

from enum import StrEnum

from feedback_app.platform.problems import Conflict, Invalid, Missing


class TopicState(StrEnum):
    """How a topic stands."""

    PROPOSED = "proposed"
    NAMED = "named"
    DROPPED = "dropped"
    #: Counted as part of another one.
    MERGED = "merged"


class NoSuchTopic(Missing):
    """There is no such topic, or it was proposed anew meanwhile."""


class NameNotFit(Invalid):
    """A name that is missing, too long, taken, or that may show who somebody is (SAFETY R-45)."""


class NoReason(Invalid):
    """A topic is dropped or merged for a reason."""


class NothingToDo(Conflict):
    """The topic does not stand so that this can be done; somebody else was first."""
