"""A page that holds one form: its title, its groups of fields with their hints, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import make_response, render_template
from werkzeug.wrappers import Response

from feedback_app.platform.forms import StaffForm
from feedback_app.platform.problems import Conflict, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGroup:
    """Fields that stand together under a heading; the heading may be empty."""

    title: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A form's page. `other_*` is a second way on, such as deleting; both are empty where there is none."""

    title: str
    intro: str = ""
    back_words: str
    back_address: str
    submit_words: str
    groups: tuple[FieldGroup, ...]
    hints: Mapping[str, str] = field(default_factory=dict)
    other_words: str = ""
    other_address: str = ""
    file: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPage:
    """A page that asks before something is done."""

    title: str
    words: tuple[str, ...]
    submit_words: str
    action: str
    back_words: str
    back_address: str


def show(page: FormPage, form: StaffForm, status: int = 200) -> Response:
    """The page with the form as it is filled."""
    known = {name: page.hints.get(name, "") for group in page.groups for name in group.names}
    return make_response(render_template("board/form.html", page=page, form=form, hints=known), status)


def refused(page: FormPage, form: StaffForm, problem: Problem, at: str = "") -> Response:
    """The page again with everything typed, and what the deed said: at a field, or over the whole form."""
    if at:
        named: Any = form[at]
        named.errors = [*named.errors, str(problem)]
    else:
        form.form_errors.append(str(problem))
    return show(page, form, 409 if isinstance(problem, Conflict) else 422)


def invalid(page: FormPage, form: StaffForm) -> Response:
    """The page again with everything typed and what is wrong."""
    return show(page, form, 422)


def confirm(page: ConfirmPage, form: StaffForm) -> str:
    """The page that asks."""
    return render_template("board/confirm.html", page=page, form=form)
