"""Receipt codes: five plain words that only the server can derive, kept as a keyed hash and found by nobody else."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NewType
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Comment, CommentState, Response
from feedback_app.domain.responses.reserved import ANSWER
from feedback_app.domain.waves.models import Wave
from feedback_app.domain.waves.taking_back import last_day
from feedback_app.platform.crypto import derived_key, keyed_hash
from feedback_app.platform.secret import secret_key

ReceiptWords = NewType("ReceiptWords", str)

WORDS_IN_A_CODE = 5
_BITS = 12
_LONGEST_CODE = 100
_LIST = Path(__file__).with_name("words.txt")
_WORD = re.compile("[a-z]+")
_READ = frozenset(CommentState) - {CommentState.UNREAD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What somebody with a code may know: the day, and how far things are; never an answer.

    `comments` are the texts that came with it, `comments_read` those that a person has dealt with; `until` is the last
    day on which it can be taken back.
    """

    response_id: UUID
    wave_title: str
    wave_slug: str
    day: date
    comments: int
    comments_read: int
    is_quoted: bool
    is_counted: bool
    until: date


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """The 4,096 words, in the order that the codes depend on."""
    return tuple(_LIST.read_text(encoding="ascii").split())


def words_of(submission_id: UUID) -> ReceiptWords:
    """The code of a submission: 60 bits under the server's key, as five words with spaces between."""
    digest = hmac.new(_key("receipt words"), submission_id.bytes, hashlib.sha256).digest()
    number = int.from_bytes(digest[:8], "big") >> 4
    words = word_list()
    mask = (1 << _BITS) - 1
    return ReceiptWords(" ".join(words[number >> (_BITS * place) & mask] for place in range(WORDS_IN_A_CODE)))


def hash_of(code: ReceiptWords) -> bytes:
    """What is stored of a code: 32 bytes that nobody can turn back without the server's key (SAFETY R-33)."""
    return keyed_hash(secret_key(), "receipt", code.encode())


def submission_hash(submission_id: UUID) -> bytes:
    """What is stored of a submission id: 32 bytes under the server's key."""
    return keyed_hash(secret_key(), "submission", submission_id.bytes)


def read_code(typed: str) -> ReceiptWords | None:
    """The code somebody typed, forgiving capitals, commas, hyphens and spaces; None unless it is five words."""
    words = _WORD.findall(typed[:_LONGEST_CODE].lower())
    return ReceiptWords(" ".join(words)) if len(words) == WORDS_IN_A_CODE else None


def find(session: Session, code: ReceiptWords) -> Receipt | None:
    """What became of the response with this code; None when there is none."""
    return _found(session, Response.receipt_hash == hash_of(code))


def find_by_id(session: Session, response_id: UUID) -> Receipt | None:
    """The same for who has typed the code a short while ago; None when it was taken back since."""
    return _found(session, Response.id == response_id)


def _found(session: Session, which: ColumnElement[bool]) -> Receipt | None:
    row = session.execute(
        select(Response.id, Response.day, Response.folded, Wave.title, Wave.slug, Wave.closes_at)
        .join(Wave, Wave.id == Response.wave_id)
        .where(which, Response.receipt_hash.is_not(None))
    ).one_or_none()
    if row is None:
        return None
    counted = session.execute(
        select(Comment.state, func.count())
        .where(Comment.response_id == row.id, Comment.question_code != ANSWER)
        .group_by(Comment.state)
    )
    states = {state: number for state, number in counted}
    return Receipt(
        response_id=row.id,
        wave_title=row.title,
        wave_slug=row.slug,
        day=row.day,
        comments=sum(states.values()),
        comments_read=sum(count for state, count in states.items() if state in _READ),
        is_quoted=CommentState.QUOTE_CONFIRMED in states,
        is_counted=row.folded,
        until=last_day(row.closes_at, row.day),
    )


def _key(purpose: str) -> bytes:
    return derived_key(secret_key(), purpose)
