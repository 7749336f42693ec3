"""What is known of an indicator and since when: values, corrections, availability, statuses by hand."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from feedback_app.board import form_page
from feedback_app.board.form_page import FieldGroup, FormPage
from feedback_app.board.indicator_forms import (
    AvailabilityForm,
    OverrideForm,
    ValueForm,
    availability_form,
    value_form,
    value_from,
)
from feedback_app.board.paper_forms import ConfirmForm
from feedback_app.domain.indicators.kinds import Availability, Rag
from feedback_app.domain.indicators.period import PERIOD_HELP
from feedback_app.domain.indicators.queries import indicator_by_id, value_by_id
from feedback_app.domain.indicators.readings import readings
from feedback_app.domain.indicators.record import (
    PeriodHasValue,
    correct_value,
    lift_override,
    override_rag,
    record_value,
    set_availability,
)
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE_PAGE
from feedback_app.platform.problems import Problem
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id

bp = Blueprint("indicator_values", __name__)

VALUE_FIELDS = (
    "period",
    "value",
    "numerator",
    "denominator",
    "source",
    "note",
    "known_on",
    "judged_by",
    "recovers",
)


@bp.get("/indicators/<uuid:indicator_id>/values/new")
@only(Role.BOARD_OFFICER)
def show_new_value(indicator_id: UUID) -> Response:
    """The form for a value. :raise 404: nothing in the register has this id."""
    return form_page.show(_value_page(indicator_id, "New value"), value_form(None))


@bp.post("/indicators/<uuid:indicator_id>/values/new")
@only(Role.BOARD_OFFICER)
def add_value(indicator_id: UUID) -> Response:
    """Add the value of a period. A period that has one can only be corrected."""
    form, page = ValueForm(), _value_page(indicator_id, "New value")
    if not form.validate_on_submit() or (facts := value_from(form)) is None:
        return form_page.invalid(page, form)
    try:
        with transaction() as writing:
            record_value(writing, indicator_id, facts, by=signed_in_id())
    except PeriodHasValue as problem:
        return form_page.refused(page, form, problem, at="period")
    return _to(indicator_id)


@bp.get("/indicators/values/<uuid:value_id>/correct")
@only(Role.BOARD_OFFICER)
def show_correction(value_id: UUID) -> Response:
    """The form that corrects a value. :raise 404: no value has this id."""
    indicator_id, facts = value_by_id(reading(), value_id)
    return form_page.show(_value_page(indicator_id, "Correct the value"), value_form(facts))


@bp.post("/indicators/values/<uuid:value_id>/correct")
@only(Role.BOARD_OFFICER)
def correct(value_id: UUID) -> Response:
    """Put another value in the place of one; the old one stays on record."""
    indicator_id, _ = value_by_id(reading(), value_id)
    form, page = ValueForm(), _value_page(indicator_id, "Correct the value")
    if not form.validate_on_submit() or (facts := value_from(form)) is None:
        return form_page.invalid(page, form)
    try:
        with transaction() as writing:
            correct_value(writing, value_id, facts, by=signed_in_id())
    except Problem as problem:
        return form_page.refused(page, form, problem)
    return _to(indicator_id)


@bp.get("/indicators/<uuid:indicator_id>/availability")
@only(Role.BOARD_OFFICER)
def show_availability(indicator_id: UUID) -> Response:
    """The form of an availability. :raise 404: nothing in the register has this id."""
    return form_page.show(_availability_page(indicator_id), availability_form())


@bp.post("/indicators/<uuid:indicator_id>/availability")
@only(Role.BOARD_OFFICER)
def save_availability(indicator_id: UUID) -> Response:
    """Say from a day on whether there is a figure to judge; it outranks any value in force."""
    form, page = AvailabilityForm(), _availability_page(indicator_id)
    since = form.since.day()
    if not form.validate_on_submit() or since is None:
        return form_page.invalid(page, form)
    with transaction() as writing:
        set_availability(
            writing,
            indicator_id,
            Availability(form.availability.data),
            since=since,
            reason=str(form.reason.data or ""),
            by=signed_in_id(),
        )
    return _to(indicator_id)


@bp.get("/indicators/<uuid:indicator_id>/status")
@only(Role.BOARD_OFFICER)
def show_override(indicator_id: UUID) -> Response:
    """The form of a status set by hand. :raise 404: nothing in the register has this id."""
    return form_page.show(_override_page(indicator_id), OverrideForm())


@bp.post("/indicators/<uuid:indicator_id>/status")
@only(Role.BOARD_OFFICER)
def save_override(indicator_id: UUID) -> Response:
    """Set a status by hand for the value in force, with a reason; a newer value ends it."""
    form, page = OverrideForm(), _override_page(indicator_id)
    if not form.validate_on_submit():
        return form_page.invalid(page, form)
    value = readings(reading(), clock.today(), [indicator_id])[0].value
    with transaction() as writing:
        override_rag(
            writing,
            indicator_id,
            Rag(form.status.data),
            period=None if value is None else value.period.code,
            because=str(form.because.data),
            on=clock.today(),
            by=signed_in_id(),
        )
    return _to(indicator_id)


@bp.post("/indicators/statuses/<uuid:override_id>/take-back")
@only(Role.BOARD_OFFICER)
def take_back(override_id: UUID) -> Response:
    """Take a status set by hand back. :raise 404: no status has this id."""
    if not ConfirmForm().validate_on_submit():
        return error_response(422, words=STALE_PAGE)
    with transaction() as writing:
        indicator_id = lift_override(writing, override_id, on=clock.today(), by=signed_in_id())
    return _to(indicator_id)


def _to(indicator_id: UUID) -> Response:
    return redirect(url_for("indicators.show_indicator", indicator_id=indicator_id), 303)


def _about(indicator_id: UUID) -> tuple[str, str]:
    facts = indicator_by_id(reading(), indicator_id).facts
    return f"{facts.number} {facts.wording}", url_for("indicators.show_indicator", indicator_id=indicator_id)


def _value_page(indicator_id: UUID, title: str) -> FormPage:
    intro, back = _about(indicator_id)
    return FormPage(
        title=title,
        intro=intro,
        back_words="The indicator",
        back_address=back,
        submit_words="Save",
        groups=(FieldGroup(title="", names=VALUE_FIELDS),),
        hints={
            "period": PERIOD_HELP,
            "known_on": "A paper of an earlier day does not see this value.",
            "judged_by": "Only for indicators whose rule asks a named person.",
        },
    )


def _availability_page(indicator_id: UUID) -> FormPage:
    intro, back = _about(indicator_id)
    return FormPage(
        title="Is there a figure?",
        intro=intro,
        back_words="The indicator",
        back_address=back,
        submit_words="Save",
        groups=(FieldGroup(title="", names=("availability", "since", "reason")),),
        hints={
            "availability": "It outranks any value in force: old figures never colour a suspended indicator."
        },
    )


def _override_page(indicator_id: UUID) -> FormPage:
    intro, back = _about(indicator_id)
    return FormPage(
        title="Set the status by hand",
        intro=intro,
        back_words="The indicator",
        back_address=back,
        submit_words="Set it",
        groups=(FieldGroup(title="", names=("status", "because")),),
        hints={"because": "Printed beside the status. A newer value ends it."},
    )
