"""The choices that describe a meeting, its paper and the parts of the paper."""

from enum import StrEnum


class PaperStatus(StrEnum):
    """Where a paper stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Purpose(StrEnum):
    """What the board is asked to do with a paper."""

    NONE = "none"
    DECISION = "decision"
    DISCUSSION = "discussion"
    NOTING = "noting"


class ActionStatus(StrEnum):
    """Where an agreed action stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Part(StrEnum):
    """The parts of a paper that are lists."""

    INDICATORS = "indicators"
    ITEMS = "items"
    RECOMMENDATIONS = "recommendations"
    ACTIONS = "actions"
    ANNEXES = "annexes"


PURPOSE_WORDS = {
    Purpose.NONE: "Not stated",
    Purpose.DECISION: "For decision",
    Purpose.DISCUSSION: "For discussion",
    Purpose.NOTING: "For noting",
}
ACTION_WORDS = {ActionStatus.OPEN: "Open", ActionStatus.DONE: "Done", ActionStatus.DROPPED: "Dropped"}
STATUS_WORDS = {
    PaperStatus.DRAFT: "Draft",
    PaperStatus.PUBLISHED: "Published",
    PaperStatus.WITHDRAWN: "Withdrawn",
}
