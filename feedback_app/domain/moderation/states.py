"""The fixed words of moderation: decisions, reasons, and the shelves of the queue."""

from enum import StrEnum


class Decision(StrEnum):
    """What a person decided about a comment."""

    QUOTE = "quote"
    COUNT_ONLY = "count_only"
    HOLD = "hold"
    SPAM = "spam"
    CONFIRM = "confirm"
    SEND_BACK = "send_back"

    @property
    def words(self) -> str:
        """The decision as people say it."""
        return {
            "quote": "Put forward as a quote",
            "count_only": "Counted only",
            "hold": "Put on hold",
            "spam": "Marked as spam",
            "confirm": "Confirmed as a quote",
            "send_back": "Sent back",
        }[self.value]


class Reason(StrEnum):
    """Why a comment is held or a quote sent back: fixed before launch, so that it can be counted."""

    SHOWS_WHO = "shows_who"
    NAMES_STAFF = "names_staff"
    SECOND_READER = "second_reader"
    UNCLEAR = "unclear"
    OTHER_LANGUAGE = "other_language"
    UNKIND = "unkind"

    @property
    def words(self) -> str:
        """The reason in full."""
        return {
            "shows_who": "It may show who somebody is",
            "names_staff": "It is about a named member of staff",
            "second_reader": "It needs a second reader",
            "unclear": "It is not clear what is meant",
            "other_language": "It has to be translated first",
            "unkind": "It is unkind about a person or a group",
        }[self.value]


class Shelf(StrEnum):
    """A part of the queue that a page shows; every comment stands on one of them."""

    TO_READ = "to_read"
    SECOND_PERSON = "second_person"
    HELD = "held"
    QUOTES = "quotes"
    COUNTED = "counted"
    ESCALATED = "escalated"
    SPAM = "spam"
    ALL = "all"

    @property
    def words(self) -> str:
        """The shelf's name."""
        return {
            "to_read": "To read",
            "second_person": "Second person",
            "held": "On hold",
            "quotes": "Quotes",
            "counted": "Counted only",
            "escalated": "Escalated",
            "spam": "Spam",
            "all": "All",
        }[self.value]
