"""What is written down of a promise, as frozen records."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from feedback_app.domain.promises.kinds import PromiseStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFacts:
    """A promise as the board officer enters it."""

    you_said: str
    theme: str | None
    decision: str
    why_not: str = ""
    owner: str
    due_on: date | None
    status: PromiseStatus
    what_changed: str = ""
    evidence: str = ""
    young_people_say: str = ""
    synthetic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPromise:
    """A promise as anyone may see it. `theme` is the outcome's code or None, `theme_words` its wording or empty."""

    id: UUID
    facts: PromiseFacts
    theme_words: str
    published_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRecord:
    """A promise as it is stored, published or not."""

    id: UUID
    facts: PromiseFacts
    theme_words: str
    published: bool
    published_on: date | None
