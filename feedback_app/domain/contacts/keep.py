"""Changes of the register of contacts: each is written to the county's own file and noted in the audit."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from fcntl import LOCK_EX, flock
from io import StringIO
from pathlib import Path
from uuid import UUID

from ruamel.yaml import YAML
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.contacts.register import Entry, own_register, register
from feedback_app.platform.problems import Conflict, Invalid, Missing

HEAD = "# The county's register of contacts. It is changed on the page /admin/contacts, which notes who checked what.\n"


class NoSuchContact(Missing):
    """The register has no such entry."""


class ContactTaken(Conflict):
    """Another entry has this name."""


class LastFirstContact(Invalid):
    """No entry would be left that stands on every page where somebody writes."""


def entry_of(code: str) -> Entry:
    """The entry with this code. Raises NoSuchContact."""
    for entry in register():
        if entry.code == code:
            return entry
    raise NoSuchContact("There is no such contact in the register.")


def verify(session: Session, code: str, *, on: date, name: str, by: UUID | None) -> None:
    """Note that somebody rang or texted an entry on a day and found it right. Raises NoSuchContact."""
    entry_of(code)
    checked = {"verified_on": on, "verified_by": name}
    _keep(lambda entries: [_with(one, checked) if one.code == code else one for one in entries])
    record(session, "verified", by=by, subject="contact", subject_id=code)


def put(session: Session, entry: Entry, *, instead_of: str = "", by: UUID | None) -> None:
    """Add an entry at the end, or put it in another's place; raises NoSuchContact, ContactTaken, LastFirstContact.

    What is new in it has to be checked again, so the caller leaves `verified_on` empty.
    """
    if instead_of:
        entry_of(instead_of)

    def changed(entries: Sequence[Entry]) -> list[Entry]:
        if any(one.code == entry.code and one.code != instead_of for one in entries):
            raise ContactTaken(f"There is an entry called “{entry.name}” already.")
        if not instead_of:
            return [*entries, entry]
        return [entry if one.code == instead_of else one for one in entries]

    _keep(changed)
    record(session, "changed" if instead_of else "added", by=by, subject="contact", subject_id=entry.code)


def remove(session: Session, code: str, *, by: UUID | None) -> None:
    """Take an entry out. Raises NoSuchContact or LastFirstContact."""
    entry_of(code)
    _keep(lambda entries: [one for one in entries if one.code != code])
    record(session, "removed", by=by, subject="contact", subject_id=code)


def _with(entry: Entry, values: dict[str, object]) -> Entry:
    return Entry.model_validate(entry.model_dump() | values)


def _keep(change: Callable[[Sequence[Entry]], list[Entry]]) -> None:
    """Write the changed register in one step, so that a page never reads half of it."""
    path = own_register()
    with _alone(path):
        entries = change(register())
        if not any(entry.first for entry in entries):
            raise LastFirstContact(
                "One contact at least has to stand on every page where somebody writes. Choose another one first."
            )
        out = StringIO(HEAD)
        out.seek(0, os.SEEK_END)
        writer = YAML(typ="safe", pure=True)
        writer.allow_unicode = True
        writer.default_flow_style = False
        writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]  # None is how it starts
        writer.dump([entry.model_dump(mode="python") for entry in entries], out)
        unfinished = path.with_suffix(".new")
        unfinished.write_text(out.getvalue(), encoding="utf-8")
        unfinished.replace(path)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One change at a time, across processes."""
    with path.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield
