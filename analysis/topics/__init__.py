"""What many write about that no outcome covers: topics proposed from comments, and the rule that assigns comments to one."""

from analysis.topics.finding import propose
from analysis.topics.topic import (
    SMALLEST_TOPIC,
    Proposal,
    Proposals,
    TopicTerm,
    TopicText,
    belongs,
    closeness,
    nearness,
)

__all__ = [
    "SMALLEST_TOPIC",
    "Proposal",
    "Proposals",
    "TopicTerm",
    "TopicText",
    "belongs",
    "closeness",
    "nearness",
    "propose",
]
