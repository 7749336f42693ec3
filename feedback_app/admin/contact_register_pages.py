"""The register of contacts: who young people are sent to, checked by a person every 30 days (SAFETY R-53)."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, make_response, redirect, render_template, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from feedback_app.admin.contact_register_form import ContactForm, form_of
from feedback_app.admin.forms import ConfirmForm
from feedback_app.domain.contacts import keep
from feedback_app.domain.contacts.keep import ContactTaken, LastFirstContact, entry_of
from feedback_app.domain.contacts.register import STALE_AFTER, Entry, register
from feedback_app.platform import clock
from feedback_app.platform.database import transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id

bp = Blueprint("contact_register", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """One entry as the administrator sees it."""

    name: str
    what: str
    ways: str
    source: str
    checked: str
    is_fresh: bool
    is_first: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsPage:
    """The register, and how many of its entries hold up the opening of a survey."""

    contacts: tuple[ContactLine, ...]
    to_check: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPage:
    """The form of one entry: a new one has no address of its own yet."""

    title: str
    address: str
    is_new: bool


@bp.get("/admin/contacts")
@only(Role.ADMINISTRATOR)
def show_contacts() -> str:
    """Who young people are sent to, and which entries somebody has to check."""
    today = clock.today()
    lines = tuple(_line(entry, today) for entry in register())
    page = ContactsPage(contacts=lines, to_check=sum(not line.is_fresh for line in lines))
    return render_template("admin/contacts.html", page=page, form=ConfirmForm())


@bp.post("/admin/contacts/<code>/verify")
@only(Role.ADMINISTRATOR)
def verify(code: str) -> Response:
    """Note that one rang or texted it today and found it right. :raise 404: no such entry."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        keep.verify(writing, code, on=clock.today(), name=current_user.name, by=signed_in_id())
    return redirect(url_for("contact_register.show_contacts"), 303)


@bp.get("/admin/contacts/new")
@only(Role.ADMINISTRATOR)
def show_new() -> str:
    """The form of a new entry."""
    return _form(ContactForm(), None)


@bp.post("/admin/contacts/new")
@only(Role.ADMINISTRATOR)
def add() -> Response:
    """Add an entry; somebody has to check it before a survey opens."""
    return _put(ContactForm(), None)


@bp.get("/admin/contacts/<code>")
@only(Role.ADMINISTRATOR)
def show_contact(code: str) -> str:
    """The form of an entry. :raise 404: no such entry."""
    entry = entry_of(code)
    return _form(form_of(entry), entry)


@bp.post("/admin/contacts/<code>")
@only(Role.ADMINISTRATOR)
def change(code: str) -> Response:
    """Change an entry; it has to be checked anew. :raise 404: no such entry."""
    return _put(ContactForm(), entry_of(code))


@bp.get("/admin/contacts/<code>/remove")
@only(Role.ADMINISTRATOR)
def ask_removal(code: str) -> str:
    """Ask before an entry is taken out. :raise 404: no such entry."""
    line = _line(entry_of(code), clock.today())
    return render_template("admin/contact_remove.html", contact=line, form=ConfirmForm())


@bp.post("/admin/contacts/<code>/remove")
@only(Role.ADMINISTRATOR)
def remove(code: str) -> Response:
    """Take an entry out. :raise 404: no such entry."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    try:
        with transaction() as writing:
            keep.remove(writing, code, by=signed_in_id())
    except LastFirstContact as problem:
        return error_response(422, words=str(problem))
    return redirect(url_for("contact_register.show_contacts"), 303)


def _put(form: ContactForm, entry: Entry | None) -> Response:
    if form.validate_on_submit():
        try:
            with transaction() as writing:
                keep.put(
                    writing, form.entry(), instead_of="" if entry is None else entry.code, by=signed_in_id()
                )
            return redirect(url_for("contact_register.show_contacts"), 303)
        except ContactTaken as problem:
            form.name.errors = [str(problem)]
        except LastFirstContact as problem:
            form.first.errors = [str(problem)]
    return make_response(_form(form, entry), 422)


def _form(form: ContactForm, entry: Entry | None) -> str:
    page = ContactPage(
        title="Add a contact" if entry is None else entry.name,
        address="/admin/contacts/new" if entry is None else f"/admin/contacts/{entry.code}",
        is_new=entry is None,
    )
    return render_template("admin/contact.html", page=page, form=form)


def _line(entry: Entry, today: date) -> ContactLine:
    return ContactLine(
        name=entry.name,
        what=entry.what,
        ways=", ".join(way.words for way in entry.ways),
        source=entry.source,
        checked=_checked(entry, today),
        is_fresh=entry.is_fresh(today),
        is_first=entry.first,
        address=f"/admin/contacts/{entry.code}",
    )


def _checked(entry: Entry, today: date) -> str:
    if entry.verified_on is None or not entry.verified_by:
        return "Nobody has checked it yet"
    words = f"Checked by {entry.verified_by} on {entry.verified_on.day} {entry.verified_on:%B %Y}"
    if entry.is_fresh(today):
        return f"{words}; good for {(entry.verified_on + STALE_AFTER - today).days} more days"
    return f"{words}; that is more than {STALE_AFTER.days} days ago"
