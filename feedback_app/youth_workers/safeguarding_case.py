"""The forms of one escalation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from feedback_app.platform.forms import StaffForm
from feedback_app.youth_workers.moderation_forms import first_words
from feedback_app.youth_workers.safeguarding_forms import (
    AcknowledgeForm,
    KeptForm,
    NoteForm,
    OriginalForm,
    ReadForm,
    RouteForm,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseForms:
    """Every form of the page; `problem` is what was wrong with the one that was sent, `at` its field."""

    acknowledge: Any
    route: Any
    close: Any
    reopen: Any
    send_back: Any
    read: Any
    kept: Any
    problem: str
    at: str
    open: str

    def original(self, comment: str, place: int) -> OriginalForm:
        """The form that opens the sealed original of a comment, the place-th of the page."""
        return OriginalForm(formdata=None, prefix=f"original-{place}", comment=comment)


def forms_of_case(*, sent: Mapping[str, StaffForm] | None = None, problem: str = "") -> CaseForms:
    """The forms of an escalation's page; the one that was sent keeps what was typed."""
    kept = dict(sent or {})
    name, form = next(iter(kept.items()), ("", None))
    words, at = first_words(form) if form is not None else (problem, "")
    return CaseForms(
        acknowledge=kept.get("acknowledge") or AcknowledgeForm(formdata=None),
        route=kept.get("route") or RouteForm(formdata=None, prefix="route"),
        close=kept.get("close") or NoteForm(formdata=None, prefix="close"),
        reopen=kept.get("reopen") or NoteForm(formdata=None, prefix="reopen"),
        send_back=kept.get("send_back") or NoteForm(formdata=None, prefix="return"),
        read=ReadForm(formdata=None),
        kept=kept.get("kept") or KeptForm(formdata=None, prefix="kept"),
        problem=words,
        at=at,
        open=name,
    )
