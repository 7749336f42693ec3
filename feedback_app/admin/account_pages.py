"""One's own account: the password."""

from flask import Blueprint, make_response, redirect, render_template, session, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from feedback_app.admin.forms import ChangePasswordForm
from feedback_app.admin.views import AccountPage
from feedback_app.domain.people.passwords import PasswordNotTaken
from feedback_app.domain.people.sign_in import WrongPassword, change_own_password
from feedback_app.platform.database import transaction
from feedback_app.platform.staff_access import ANY_STAFF, only

bp = Blueprint("account", __name__)


@bp.get("/account")
@only(*ANY_STAFF)
def show_account() -> str:
    """Who one is signed in as, and the form to change one's password."""
    return _page(ChangePasswordForm())


@bp.post("/account/password")
@only(*ANY_STAFF)
def change_password() -> str | Response:
    """Change one's own password and sign in anew with it."""
    form = ChangePasswordForm()
    if form.validate_on_submit():
        try:
            with transaction() as writing:
                change_own_password(
                    writing, current_user.id, present=str(form.present.data), new=str(form.new.data)
                )
            session.clear()
            return redirect(url_for("signing_in.show_log_in"), 303)
        except WrongPassword as problem:
            form.present.errors = [str(problem)]
        except PasswordNotTaken as problem:
            form.new.errors = [str(problem)]
    return make_response(_page(form), 422)


def _page(form: ChangePasswordForm) -> str:
    page = AccountPage(name=current_user.name, email=current_user.email, role=current_user.role.words)
    return render_template("admin/account.html", page=page, form=form)
