"""What the pages around the survey show: closed, not taken, sent."""

from dataclasses import dataclass

from feedback_app.domain.contacts.register import ShownContact


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPage:
    """A survey that cannot be answered now: before, after or paused; `dates` says when, in words."""

    title: str
    words: str
    dates: str
    contacts: tuple[ShownContact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptField:
    """One field as it was sent, to be sent again."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTakenPage:
    """Something was sent and is not stored: her words to copy, and the whole form to send again where that may help."""

    title: str
    words: str
    texts: tuple[str, ...]
    address: str
    fields: tuple[KeptField, ...]
    incident: str
    contacts: tuple[ShownContact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One dated step of what happens."""

    when: str
    title: str
    words: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPage:
    """Thank you: what happens next and when, and the receipt's words where they were asked for.

    `until` is the last day on which everything can be taken back.
    """

    steps: tuple[Step, ...]
    has_receipt: bool
    until: str
    contacts: tuple[ShownContact, ...]
