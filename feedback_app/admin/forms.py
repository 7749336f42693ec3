"""The forms of signing in and of people."""

from wtforms import EmailField, PasswordField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from feedback_app.platform.forms import StaffForm, choices
from feedback_app.platform.roles import Role

ROLES = choices((role.value, role.words) for role in Role)


class LogInForm(StaffForm):
    """E-mail and password."""

    email = EmailField("E-mail", [InputRequired("Write your e-mail."), Length(max=254)])
    password = PasswordField("Password", [InputRequired("Write your password.")])


class SetPasswordForm(StaffForm):
    """A first password, by a one-time link."""

    password = PasswordField("New password", [InputRequired("Write a new password.")])


class ChangePasswordForm(StaffForm):
    """One's own password."""

    present = PasswordField("Present password", [InputRequired("Write your present password.")])
    new = PasswordField("New password", [InputRequired("Write a new password.")])


class NewPersonForm(StaffForm):
    """Somebody new on the staff."""

    name = StringField("Name", [InputRequired("Write their name."), Length(max=120)])
    email = EmailField("E-mail", [InputRequired("Write their e-mail."), Length(max=254)])
    role = SelectField("Role", [InputRequired("Choose a role.")], choices=ROLES)


class RoleForm(StaffForm):
    """Another role for somebody."""

    role = SelectField("Role", [InputRequired("Choose a role.")], choices=ROLES)


class ConfirmForm(StaffForm):
    """A button that asks first; only the token."""
