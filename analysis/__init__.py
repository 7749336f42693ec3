"""Words in, findings out; counts in, safe figures out. Knows nothing of the rest of the product."""

from analysis.text.finding import (
    THEME_CODES,
    Concern,
    ConcernKind,
    Finding,
    PersonalKind,
    PersonalSpan,
    Sentiment,
    ThemeMatch,
)
from analysis.text.reader import VERSION, analyse

__all__ = [
    "THEME_CODES",
    "VERSION",
    "Concern",
    "ConcernKind",
    "Finding",
    "PersonalKind",
    "PersonalSpan",
    "Sentiment",
    "ThemeMatch",
    "analyse",
]
