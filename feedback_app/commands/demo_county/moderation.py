"""What the youth workers of the demonstration have done with a wave's comments, by the deeds real ones use."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.commands.demo_county.people import Staff
from feedback_app.commands.demo_county.voices import ABUSIVE, SPAM, Leaning, Voice
from feedback_app.commands.demo_county.waves import StoredWave
from feedback_app.domain.findings.queries import FindingRecord, findings_of
from feedback_app.domain.moderation.confirm import confirm_quote
from feedback_app.domain.moderation.decide import Choice, decide
from feedback_app.domain.moderation.excerpts import first_sentences
from feedback_app.domain.moderation.queries import read_comment
from feedback_app.domain.moderation.queue import page_of_queue
from feedback_app.domain.moderation.records import STATE_ON, QueueFilter, QueueLine
from feedback_app.domain.moderation.redact import Wish, redact
from feedback_app.domain.moderation.seen import mark_of
from feedback_app.domain.moderation.states import Decision, Reason, Shelf
from feedback_app.domain.safeguarding.conflicts import Reader

_EVERY_COMMENT = 5000
_SWEARING = ("fuck", "shit", "bloody", "crap", "arse")


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How far the youth workers have come with a wave: quotes confirmed and waiting, and the share left unread.

    Of the confirmed quotes `redacted` had a name taken out; of so many comments the labels were `checked`.
    """

    confirmed: int
    proposed: int
    redacted: int
    unread: float
    checked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A comment of the queue, what the machine found in it, and the voice behind it where there is one."""

    id: UUID
    text: str
    day: date
    shelf: Shelf
    read_first: bool
    finding: FindingRecord | None
    voice: Voice | None

    @property
    def seen(self) -> str:
        """The mark by which a deed says what it was decided upon."""
        return mark_of(STATE_ON[self.shelf], self.text)


class Desk:
    """The two youth workers at one wave's queue."""

    def __init__(
        self, session: Session, stored: StoredWave, *, staff: Staff, quoted: set[Voice], random: Random
    ) -> None:
        self._session = session
        self._quoted = quoted
        self._stored = stored
        self._random = random
        self._first = Reader(person_id=staff.youth_worker, is_lead=False)
        self._second = Reader(person_id=staff.second_youth_worker, is_lead=False)

    def lines(self) -> list[Line]:
        """What is unread of the wave, in an order that is the same at every loading."""
        wanted = QueueFilter(wave_id=self._stored.wave_id)
        found, _ = page_of_queue(self._session, wanted, reader=self._first, page=1, size=_EVERY_COMMENT)
        findings = findings_of(self._session, [line.id for line in found])
        return sorted(
            (_line(line, findings, self._stored.voices) for line in found),
            key=lambda line: (line.text, line.id),
        )

    def work_through(self, habits: Habits) -> None:
        """Put quotes forward, confirm most of them, and decide about the rest; the newest are left unread.

        What worries is never just counted: it has been handed over, or it is still to be read.
        """
        lines = [line for line in self.lines() if line.voice is None or not line.voice.is_worrying]
        newest = sorted(lines, key=lambda line: line.day, reverse=True)
        left = {line.id for line in newest[: round(len(lines) * habits.unread)]}
        self._random.shuffle(lines)
        done = left | self._quote(lines, habits)
        for line in lines:
            if line.id not in done:
                self._sort(line)

    def _quote(self, lines: Sequence[Line], habits: Habits) -> frozenset[UUID]:
        usable = [line for line in lines if self._is_usable(line)]
        chosen = [line for line in usable if _praises_somebody(line)][: habits.redacted]
        plain = _over_many_themes(line for line in usable if _shows_nobody(line))
        chosen += plain[: habits.confirmed + habits.proposed - len(chosen)]
        self._quoted.update(line.voice for line in chosen if line.voice)
        for place, line in enumerate(chosen):
            readers = (self._first, self._second) if place % 2 else (self._second, self._first)
            seen = self._without_names(line, reader=readers[0])
            decide(
                self._session,
                line.id,
                Choice(decision=Decision.QUOTE, seen=seen),
                reader=readers[0],
            )
            if place < habits.confirmed:
                proposed = read_comment(self._session, line.id, reader=readers[1])
                confirm_quote(self._session, line.id, reader=readers[1], seen=proposed.seen)
        return frozenset(line.id for line in chosen)

    def _without_names(self, line: Line, *, reader: Reader) -> str:
        """Take out what would show who somebody is; returns the mark of what then stands there."""
        if line.voice is None or not line.voice.redact:
            return line.seen
        redact(self._session, line.id, Wish(seen=line.seen, words=line.voice.redact), reader=reader)
        return read_comment(self._session, line.id, reader=reader).seen

    def _is_usable(self, line: Line) -> bool:
        """Whether it could be a quote at all: she said yes, nobody in it needs help, and it is fit to print.

        Each voice is quoted once, however many waves it was heard in.
        """
        if line.text not in self._stored.quotable or line.read_first or line.finding is None:
            return False
        voice, words = line.voice, line.text.lower()
        if voice is None or voice in self._quoted or voice.is_worrying or voice.language != "en":
            return False
        if line.finding.abusive or first_sentences(line.text) != line.text:
            return False
        is_fit = voice.theme not in (SPAM, ABUSIVE) and not any(word in words for word in _SWEARING)
        return is_fit and len(words.split()) >= 4

    def _sort(self, line: Line) -> None:
        reader = self._first if self._random.random() < 0.6 else self._second
        decision, reason = self._judged(line)
        choice = Choice(decision=decision, seen=line.seen, reason=reason)
        decide(self._session, line.id, choice, reader=reader)

    def _judged(self, line: Line) -> tuple[Decision, Reason | None]:
        voice = line.voice
        if voice is None:
            return Decision.COUNT_ONLY, None
        if voice.theme == SPAM:
            return Decision.SPAM, None
        if voice.theme == ABUSIVE:
            return Decision.HOLD, Reason.UNKIND
        if voice.redact:
            return Decision.HOLD, Reason.NAMES_STAFF if voice.leaning is Leaning.BAD else Reason.SHOWS_WHO
        if voice.language != "en" and self._random.random() < 0.5:
            return Decision.HOLD, Reason.OTHER_LANGUAGE
        if self._random.random() < 0.012:
            return Decision.HOLD, self._random.choice((Reason.UNCLEAR, Reason.SECOND_READER))
        return Decision.COUNT_ONLY, None


def _line(line: QueueLine, findings: Mapping[UUID, FindingRecord], voices: Mapping[str, Voice]) -> Line:
    return Line(
        id=line.id,
        text=line.text,
        day=line.day,
        shelf=line.shelf,
        read_first=line.read_first is not False,
        finding=findings.get(line.id),
        voice=voices.get(line.text),
    )


def _praises_somebody(line: Line) -> bool:
    """With the name taken out it still says something good."""
    return line.voice is not None and bool(line.voice.redact) and line.voice.leaning is Leaning.GOOD


def _shows_nobody(line: Line) -> bool:
    return (
        line.voice is not None
        and not line.voice.redact
        and line.finding is not None
        and not line.finding.personal
    )


def _over_many_themes(lines: Iterable[Line]) -> list[Line]:
    """One of each theme, those of being supported first, then another of each, and so on.

    Of a theme first those on which machine and author agree.
    """
    by_theme: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.voice is not None and line.voice.theme != "none":
            by_theme[line.voice.theme].append(line)
    rounds: list[tuple[int, bool, str, Line]] = []
    for theme, some in by_theme.items():
        some.sort(key=lambda line: not _agrees(line, theme))
        is_later = not theme.startswith("supported")
        rounds += [(place, is_later, theme, line) for place, line in enumerate(some)]
    return [line for *_, line in sorted(rounds, key=lambda one: one[:3])]


def _agrees(line: Line, theme: str) -> bool:
    return line.finding is not None and theme in {one.code for one in line.finding.themes}
