"""Signing in and out, and setting a first password by a one-time link."""

from flask import Blueprint, current_app, make_response, redirect, render_template, request, session, url_for
from flask_login import current_user, login_user
from werkzeug.wrappers import Response as AnyResponse

from feedback_app.admin.forms import LogInForm, SetPasswordForm
from feedback_app.admin.signed_in import SIGNED_IN_AT, LogOutForm, load_signed_in
from feedback_app.admin.views import LogInPage, SetPasswordPage
from feedback_app.domain.people.invite import open_link, use_link
from feedback_app.domain.people.passwords import PasswordNotTaken
from feedback_app.domain.people.queries import person_by_id
from feedback_app.domain.people.sign_in import identify, sign_out
from feedback_app.platform import clock
from feedback_app.platform.access import anyone
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.limits import limiter, source
from feedback_app.platform.roles import Role, landing_endpoint
from feedback_app.platform.shared_tablet import clear_site_data
from feedback_app.platform.staff_access import ANY_STAFF, access_of, only

bp = Blueprint("signing_in", __name__)

TRIES_PER_ACCOUNT, TRIES_PER_SOURCE = 8, 60


@bp.get("/login")
@anyone
def show_log_in() -> str | AnyResponse:
    """The log-in page; who is signed in already goes to their own page."""
    if current_user.is_authenticated:
        return redirect(_landing(current_user.role), 303)
    return _log_in_page(LogInForm())


@bp.post("/login")
@anyone
def log_in() -> str | AnyResponse:
    """Sign in. Wrong tries slow down this account and this source, each by itself (SAFETY R-27)."""
    form = LogInForm()
    if not form.validate_on_submit():
        return make_response(_log_in_page(form), 422)
    email = str(form.email.data).strip().lower()
    slow = limiter()
    if slow.is_slowed("account", email, most=TRIES_PER_ACCOUNT) or slow.is_slowed(
        "source", source(), most=TRIES_PER_SOURCE
    ):
        return error_response(429, words="That was too many tries. Please wait 15 minutes, then try again.")
    person_id = identify(reading(), email=email, password=str(form.password.data))
    if person_id is None:
        slow.note_wrong("account", email, most=TRIES_PER_ACCOUNT)
        slow.note_wrong("source", source(), most=TRIES_PER_SOURCE)
        return make_response(_log_in_page(form, refused=True), 422)
    person = person_by_id(reading(), person_id)
    session.clear()
    session.permanent = True
    session[SIGNED_IN_AT] = int(clock.now().timestamp())
    login_user(load_signed_in(f"{person.id}:{person.session_version}"))
    return redirect(_wanted(person.role), 303)


@bp.post("/logout")
@only(*ANY_STAFF)
def log_out() -> AnyResponse:
    """End every session of this person, and let the browser forget what it saw."""
    if not LogOutForm().validate_on_submit():
        return error_response(422, words="The page was open too long. Please press Log out again.")
    with transaction() as writing:
        sign_out(writing, current_user.id)
    session.clear()
    response = redirect(url_for("signing_in.show_log_in"), 303)
    clear_site_data(response, "cache", "storage")
    return response


@bp.get("/set-password/<secret>")
@anyone
def show_set_password(secret: str) -> str:
    """The page behind a one-time link. :raise 404: the link is used or too old."""
    page = SetPasswordPage(email=open_link(reading(), secret))
    return render_template("admin/set_password.html", page=page, form=SetPasswordForm())


@bp.post("/set-password/<secret>")
@anyone
def set_password(secret: str) -> str | AnyResponse:
    """Set the password. :raise 404: the link is used or too old."""
    form = SetPasswordForm()
    page = SetPasswordPage(email=open_link(reading(), secret))
    if form.validate_on_submit():
        try:
            with transaction() as writing:
                use_link(writing, secret, password=str(form.password.data))
            return redirect(url_for("signing_in.show_log_in"), 303)
        except PasswordNotTaken as problem:
            form.password.errors = [str(problem)]
    return make_response(render_template("admin/set_password.html", page=page, form=form), 422)


def _log_in_page(form: LogInForm, *, refused: bool = False) -> str:
    page = LogInPage(refused=refused, next=_known_next() or "")
    return render_template("admin/log_in.html", page=page, form=form)


def _known_next() -> str | None:
    """The endpoint that was asked for, only if it is one of ours; never an address (SAFETY R-23)."""
    wanted = request.values.get("next", "")
    return wanted if wanted in current_app.view_functions else None


def _wanted(role: Role) -> str:
    endpoint = _known_next()
    if endpoint is not None:
        allowed = access_of(current_app.view_functions[endpoint])
        if isinstance(allowed, frozenset) and role in allowed and _opens_without_arguments(endpoint):
            return url_for(endpoint)
    return _landing(role)


def _opens_without_arguments(endpoint: str) -> bool:
    return any(
        "GET" in (rule.methods or ()) and not rule.arguments
        for rule in current_app.url_map.iter_rules(endpoint)
    )


def _landing(role: Role) -> str:
    endpoint = landing_endpoint(role)
    return url_for(endpoint if endpoint in current_app.view_functions else "account.show_account")
