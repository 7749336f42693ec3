"""What the pages of requests to be contacted show, ready to print."""

from dataclasses import dataclass

from flask import url_for

from feedback_app.domain.safeguarding.contact_requests import ContactLine, ContactRecord
from feedback_app.platform.paging import Pages
from feedback_app.youth_workers.moderation_words import day_words
from feedback_app.youth_workers.safeguarding_views import ChosenView, PartTab, part_tabs


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """One request to be contacted in the list."""

    address: str
    title: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestsPage:
    """The requests to be contacted."""

    tabs: tuple[PartTab, ...]
    requests: tuple[RequestLine, ...]
    pages: Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPage:
    """One request; its words only when it was opened."""

    title: str
    standing: str
    is_open: bool
    words: tuple[ChosenView, ...]
    read: str
    finish: str
    back: str


def requests_page(lines: tuple[ContactLine, ...], *, waiting: int, pages: Pages) -> RequestsPage:
    """The requests to be contacted."""
    return RequestsPage(
        tabs=part_tabs("requests", requests=waiting),
        requests=tuple(
            RequestLine(
                address=url_for("safeguarding.show_request", request_id=line.id),
                title=f"Asked on {day_words(line.day)}",
                standing="Waiting for you" if line.is_open else "Finished",
            )
            for line in lines
        ),
        pages=pages,
    )


def request_page(line: ContactLine | ContactRecord, record: ContactRecord | None = None) -> RequestPage:
    """One request, closed or opened."""
    return RequestPage(
        title=f"Request of {day_words(line.day)}",
        standing="Waiting for you" if line.is_open else "Finished",
        is_open=line.is_open,
        words=_request_words(record) if record else (),
        read=url_for("safeguarding.read_request", request_id=line.id),
        finish=url_for("safeguarding.finish_request", request_id=line.id),
        back=url_for("safeguarding.show_requests"),
    )


def _request_words(record: ContactRecord) -> tuple[ChosenView, ...]:
    words = record.words
    parts = (
        ("How to get in touch", words.how),
        ("Where", words.detail),
        ("When it is safe", words.safe_when),
        ("Who must not know", words.must_not_know),
        ("Name", words.name),
        ("What came of it", record.outcome),
    )
    return tuple(
        ChosenView(label=label, value=value or "Not said", address="", link_words="")
        for label, value in parts
        if value or label != "What came of it"
    )
