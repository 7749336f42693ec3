"""What is found in one comment: frozen records with offsets into the text as it was given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

THEME_CODES: tuple[str, ...] = (
    "successful.start",
    "successful.education",
    "successful.inspired",
    "successful.self_esteem",
    "healthy.services",
    "healthy.relationships",
    "healthy.wellbeing",
    "healthy.active",
    "safe.protected",
    "safe.belonging",
    "safe.education",
    "safe.housing",
    "supported.listened",
    "supported.information",
    "supported.role_models",
    "supported.staff",
)


class Sentiment(StrEnum):
    """How the writer feels about what the comment is about."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class ConcernKind(StrEnum):
    """What a person who reads the comment first may find in it."""

    SELF_HARM = "self_harm"
    ABUSE = "abuse"
    NEGLECT = "neglect"
    EXPLOITATION = "exploitation"
    VIOLENCE = "violence"
    BULLYING = "bullying"
    EATING = "eating"
    SUBSTANCE = "substance"
    HOMELESSNESS = "homelessness"


class PersonalKind(StrEnum):
    """What sort of words could show who somebody is or how to reach them."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    HANDLE = "handle"
    SCHOOL = "school"
    POSTCODE = "postcode"
    DATE_OF_BIRTH = "date_of_birth"
    URL = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMatch:
    """An outcome the comment speaks of, with the words that say so as they stand in it; confidence 0-1."""

    code: str
    confidence: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """Whether a person should read the comment before the rest, and why; it never says that anything is well."""

    read_first: bool
    kinds: tuple[ConcernKind, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalSpan:
    """text[start:end] could identify somebody; Python string offsets."""

    start: int
    end: int
    kind: PersonalKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """All that the analysis says of one comment.

    `sentiment` and `score` (-1 to 1) are None where the language is not English; `is_sure` is False where the best guess
    is only that.
    """

    language: str
    sentiment: Sentiment | None
    score: float | None
    confidence: float
    is_sure: bool
    themes: tuple[ThemeMatch, ...]
    concern: Concern
    personal: tuple[PersonalSpan, ...]
    abusive: bool

    def as_dict(self) -> dict[str, object]:
        """The finding as plain data under its public names, fit for JSON."""
        return {
            "language": self.language,
            "sentiment": self.sentiment,
            "score": self.score,
            "confidence": self.confidence,
            "sure": self.is_sure,
            "themes": [
                {"code": theme.code, "confidence": theme.confidence, "because": list(theme.because)}
                for theme in self.themes
            ],
            "concern": {
                "read_first": self.concern.read_first,
                "kinds": list(self.concern.kinds),
                "because": list(self.concern.because),
            },
            "personal": [{"start": span.start, "end": span.end, "kind": span.kind} for span in self.personal],
            "abusive": self.abusive,
        }
