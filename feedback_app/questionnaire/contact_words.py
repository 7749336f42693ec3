"""Who to talk to, in the language of the page; numbers and names that people know stay as they are."""

from flask_babel import gettext

from feedback_app.domain.contacts.register import ContactWay, ShownContact, shown_contacts


def said_contacts(*, demonstration: bool, first_only: bool = False) -> tuple[ShownContact, ...]:
    """The contacts as `shown_contacts` gives them, with the register's own words translated."""
    return tuple(
        ShownContact(
            name=_said(contact.name),
            what=_said(contact.what),
            note=_said(contact.note),
            first=contact.first,
            ways=tuple(ContactWay(words=_said(way.words), address=way.address) for way in contact.ways),
        )
        for contact in shown_contacts(demonstration=demonstration, first_only=first_only)
    )


def _said(words: str) -> str:
    """The register's words are gathered into the catalogs by `make words`; what is not there stays English."""
    return str(gettext(words.replace("%", "%%"))) if words else ""
