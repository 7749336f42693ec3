"""The choices that describe an indicator and its status, for tables, forms and files alike."""

from analysis.figures.rag import Availability, Better, Rag, RagRule

__all__ = ["AVAILABILITY_WORDS", "BETTER_WORDS", "RULE_WORDS", "Availability", "Better", "Rag", "RagRule"]

BETTER_WORDS = {
    Better.HIGHER: "Good is bigger",
    Better.LOWER: "Good is smaller",
    Better.TO_PLAN: "Good is to plan",
}

RULE_WORDS = {
    RagRule.RELATIVE_PERCENT: "Amber within a share of the target, in per cent of it",
    RagRule.ABSOLUTE_POINTS: "Amber within so many points of the target",
    RagRule.IMPROVING_AMBER: "Amber while no worse than a year ago",
    RagRule.RECOVERS_IN_YEAR: "Amber where a named person judges that it recovers within the year",
}

AVAILABILITY_WORDS = {
    Availability.REPORTED: "Reported",
    Availability.ANNUAL_PENDING: "Reported once a year; the next figure is awaited",
    Availability.SUSPENDED: "Reporting suspended",
    Availability.NOT_YET: "No figure yet",
    Availability.NO_TARGET: "No target set",
    Availability.CONTEXTUAL: "Shown for context, no target",
}
