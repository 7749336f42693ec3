"""People of the staff: list, add, reset, switch off, give another role."""

from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from feedback_app.admin.forms import ConfirmForm, NewPersonForm, RoleForm
from feedback_app.admin.views import LinkPage, PeoplePage, person_line, person_page
from feedback_app.domain.people.invite import (
    EmailNotUsable,
    EmailTaken,
    change_role,
    create_person,
    reset_person,
    set_disabled,
)
from feedback_app.domain.people.queries import page_of_people, person_by_id
from feedback_app.platform.addresses import outside_address
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE
from feedback_app.platform.paging import page_asked_for, pages_of, words_asked_for
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id

bp = Blueprint("people", __name__)

PAGE_SIZE = 25


@bp.get("/admin")
@only(Role.ADMINISTRATOR)
def show_people() -> str:
    """The people of the staff, by name."""
    words, number = words_asked_for(), page_asked_for()
    people, total = page_of_people(reading(), words=words, page=number, size=PAGE_SIZE)
    page = PeoplePage(
        people=tuple(person_line(person) for person in people),
        words=words,
        total=total,
        pages=pages_of(total, size=PAGE_SIZE, number=number),
    )
    return render_template("admin/people.html", page=page)


@bp.get("/admin/people/new")
@only(Role.ADMINISTRATOR)
def show_new_person() -> str:
    """The form for somebody new."""
    return render_template("admin/new_person.html", form=NewPersonForm())


@bp.post("/admin/people/new")
@only(Role.ADMINISTRATOR)
def add_person() -> str | Response:
    """Add somebody and show their one-time link once."""
    form = NewPersonForm()
    if form.validate_on_submit():
        try:
            with transaction() as writing:
                secret = create_person(
                    writing,
                    email=str(form.email.data),
                    name=str(form.name.data),
                    role=Role(form.role.data),
                    by=signed_in_id(),
                )
            return _link_page(str(form.name.data), secret)
        except (EmailTaken, EmailNotUsable) as problem:
            form.email.errors = [str(problem)]
    return make_response(render_template("admin/new_person.html", form=form), 422)


@bp.get("/admin/people/<uuid:person_id>")
@only(Role.ADMINISTRATOR)
def show_person(person_id: UUID) -> str:
    """One person. :raise 404: nobody has this id."""
    person = person_by_id(reading(), person_id)
    page = person_page(person, is_oneself=person_id == signed_in_id())
    form = RoleForm(data={"role": person.role.value})
    return render_template("admin/person.html", page=page, form=form)


@bp.post("/admin/people/<uuid:person_id>/role")
@only(Role.ADMINISTRATOR)
def give_role(person_id: UUID) -> Response:
    """Give another role. :raise 403: one's own."""
    form = RoleForm()
    if not form.validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        change_role(writing, person_id, role=Role(form.role.data), by=signed_in_id())
    return redirect(url_for("people.show_person", person_id=person_id), 303)


@bp.post("/admin/people/<uuid:person_id>/reset")
@only(Role.ADMINISTRATOR)
def reset(person_id: UUID) -> str | Response:
    """Take the password away and show a new one-time link once. :raise 403: oneself."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        secret = reset_person(writing, person_id, by=signed_in_id())
    return _link_page(person_by_id(reading(), person_id).name, secret)


@bp.post("/admin/people/<uuid:person_id>/disable")
@only(Role.ADMINISTRATOR)
def disable(person_id: UUID) -> Response:
    """Switch somebody off; they are signed out at once. :raise 403: oneself."""
    return _switch(person_id, disabled=True)


@bp.post("/admin/people/<uuid:person_id>/enable")
@only(Role.ADMINISTRATOR)
def enable(person_id: UUID) -> Response:
    """Let somebody in again."""
    return _switch(person_id, disabled=False)


def _switch(person_id: UUID, *, disabled: bool) -> Response:
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        set_disabled(writing, person_id, disabled=disabled, by=signed_in_id())
    return redirect(url_for("people.show_person", person_id=person_id), 303)


def _link_page(name: str, secret: str) -> str:
    link = outside_address("signing_in.show_set_password", secret=secret)
    return render_template("admin/link.html", page=LinkPage(name=name, link=link))
