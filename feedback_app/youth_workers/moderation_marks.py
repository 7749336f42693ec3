"""Which words of a comment are marked, and why; pure, and exact to the character."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from feedback_app.domain.findings.queries import FindingRecord


class Mark(StrEnum):
    """Why words are marked; where several would, the first in this order counts."""

    PERSONAL = "personal"
    READ_FIRST = "read-first"
    THEME = "theme"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Some words of the comment, and their mark; "" where there is none."""

    text: str
    mark: str


def segments(text: str, finding: FindingRecord | None) -> tuple[Segment, ...]:
    """The whole text, cut where marks begin and end; joined it is the text again."""
    if finding is None or not text:
        return (Segment(text=text, mark=""),)
    marks = _marks(text, finding)
    found: list[Segment] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or marks[at] != marks[start]:
            found.append(Segment(text=text[start:at], mark=marks[start]))
            start = at
    return tuple(found)


def _marks(text: str, finding: FindingRecord) -> list[str]:
    marks = [""] * len(text)
    theme_words = (word for theme in finding.themes for word in theme.because)
    for mark, spans in (
        (Mark.THEME, _where(text, theme_words)),
        (Mark.READ_FIRST, _where(text, finding.because)),
        (Mark.PERSONAL, ((span.start, span.end) for span in finding.personal)),
    ):
        for start, end in spans:
            for at in range(max(0, start), min(end, len(text))):
                marks[at] = mark.value
    return marks


def _where(text: str, phrases: Iterable[str]) -> Iterable[tuple[int, int]]:
    for phrase in phrases:
        if phrase.strip():
            for match in re.finditer(re.escape(phrase), text, re.IGNORECASE):
                yield match.span()
