"""Takes words out of a comment for good; the original is sealed first (SAFETY R-62)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.findings.redacted import follow_redaction
from feedback_app.domain.moderation.excerpts import first_sentences
from feedback_app.domain.moderation.models import Quote, Redaction
from feedback_app.domain.moderation.queries import QUOTE_STATES, comment_to_change
from feedback_app.domain.moderation.transitions import DoesNotFit
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.originals import keep_original
from feedback_app.platform import clock
from feedback_app.platform.problems import Invalid

PUT = "[removed]"

Cut = tuple[int, int]


class NothingToTakeOut(Invalid):
    """No words were chosen, or they are not in the comment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants taken out of the words they saw.

    `cuts` are code point offsets; of each of `words` every occurrence goes, whatever its capitals.
    """

    seen: str
    cuts: tuple[Cut, ...] = ()
    words: tuple[str, ...] = ()


def redact(session: Session, comment_id: UUID, wish: Wish, *, reader: Reader) -> None:
    """Replace words by "[removed]", in the comment, its quote and its finding alike.

    Raises Missing, MovedOn, DoesNotFit or NothingToTakeOut. A quote goes back to waiting for a second person.
    """
    comment = comment_to_change(session, comment_id, reader=reader, seen=wish.seen)
    if comment.state is CommentState.ESCALATED:
        raise DoesNotFit("This comment is with the safeguarding lead.")
    cuts = joined(comment.text, wish)
    keep_original(session, comment_id)
    before = comment.text
    comment.text = cut_out(before, cuts)
    follow_redaction(session, comment_id, cuts=cuts, put=PUT, text=comment.text)
    _note(session, comment_id, by=reader.person_id)
    _follow_quote(session, comment, before, cuts, by=reader.person_id)


def joined(text: str, wish: Wish) -> tuple[Cut, ...]:
    """All that is to go, as ranges in order that neither touch nor overlap. Raises NothingToTakeOut."""
    wanted = [*wish.cuts, *_occurrences(text, wish.words)]
    if not wanted:
        raise NothingToTakeOut("Choose or write the words to take out.")
    if any(not 0 <= start < end <= len(text) for start, end in wanted):
        raise NothingToTakeOut("What was chosen does not lie in the comment.")
    return _merged(wanted)


def _merged(ranges: Iterable[Cut]) -> tuple[Cut, ...]:
    merged: list[Cut] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _occurrences(text: str, words: Sequence[str]) -> list[Cut]:
    found: list[Cut] = []
    for word in words:
        here = [match.span() for match in re.finditer(_pattern(word), text, re.IGNORECASE)]
        if not here:
            raise NothingToTakeOut("Some of these words are not in the comment. Nothing was taken out.")
        found += here
    return found


def _pattern(word: str) -> str:
    """The word as a whole where it begins and ends with a letter or figure, so that "Al" leaves "Also"."""
    before = r"(?<!\w)" if re.match(r"\w", word) else ""
    after = r"(?!\w)" if re.search(r"\w$", word) else ""
    return before + re.escape(word) + after


def cut_out(text: str, cuts: Sequence[Cut]) -> str:
    """The text with each range replaced."""
    parts, at = [], 0
    for start, end in cuts:
        parts += [text[at:start], PUT]
        at = end
    return "".join([*parts, text[at:]])


def _note(session: Session, comment_id: UUID, *, by: UUID) -> None:
    number = session.scalar(
        select(func.coalesce(func.max(Redaction.number), 0)).where(Redaction.comment_id == comment_id)
    )
    session.add(Redaction(comment_id=comment_id, number=(number or 0) + 1, by=by, at=clock.now()))
    record(session, "redacted", by=by, subject="comment", subject_id=comment_id)


def _follow_quote(session: Session, comment: Comment, before: str, cuts: Sequence[Cut], *, by: UUID) -> None:
    """Who changes a quote's words becomes the one who puts it forward; somebody else confirms it."""
    quote = session.get(Quote, comment.id)
    if quote is None:
        return
    if comment.state not in QUOTE_STATES:
        session.delete(quote)
        return
    quote.text = _quote_after(quote.text, before, cuts, comment.text)
    quote.proposed_by = quote.redacted_by = by
    quote.confirmed_by = quote.confirmed_at = None
    comment.state = CommentState.QUOTE_PROPOSED


def _quote_after(quoted: str, before: str, cuts: Sequence[Cut], text: str) -> str:
    """The same excerpt of the new text where it lies in it just so, else its first sentences."""
    start = before.find(quoted)
    if start < 0:
        return first_sentences(text)
    end = start + len(quoted)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in cuts if a < end and start < b]
    return cut_out(quoted, inside)
