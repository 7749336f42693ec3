"""Topics that no outcome covers: looked for, named, made part of another, dropped, and the way back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from analysis.topics import propose
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.topics.decide import (
    LONGEST_NAME,
    LONGEST_REASON,
    drop_topic,
    merge_topic,
    name_topic,
    undo,
)
from feedback_app.domain.topics.propose import keep_proposals
from feedback_app.domain.topics.queries import (
    TopicRecord,
    all_topics,
    approved_comments,
    find_topic,
    looks,
    typical_comments,
)
from feedback_app.domain.topics.states import NameNotFit, NoReason, TopicState
from feedback_app.domain.topics.uncovered import asked_in, uncovered
from feedback_app.domain.waves.queries import all_waves
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.errors import error_response
from feedback_app.platform.forms import STALE, StaffForm, choices
from feedback_app.platform.problems import Invalid
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import only, signed_in_id, signed_in_role
from feedback_app.platform.tasks import wake
from feedback_app.youth_workers.topic_views import topic_page, topics_page

bp = Blueprint("topics", __name__)

DECIDE = (Role.YOUTH_WORKER, Role.SAFEGUARDING_LEAD, Role.ENGAGEMENT_OFFICER)
_TOO_LONG = f"Use at most {LONGEST_REASON} characters."


class LookForm(StaffForm):
    """In which wave to look."""

    wave = SelectField("Look for topics in", [InputRequired("Choose a wave.")])


class NameForm(StaffForm):
    """A name for a topic."""

    name = StringField(
        "Name",
        [
            InputRequired("Write a name."),
            Length(max=LONGEST_NAME, message=f"Use at most {LONGEST_NAME} characters."),
        ],
    )


class MergeForm(StaffForm):
    """Which topic it is part of, and why."""

    into = SelectField("Part of", [InputRequired("Choose a topic.")])
    reason = StringField(
        "Why it is part of that",
        [InputRequired("Say why, in a few words."), Length(max=LONGEST_REASON, message=_TOO_LONG)],
    )


class DropForm(StaffForm):
    """Why it is no topic."""

    reason = StringField(
        "Why it is no topic",
        [InputRequired("Say why, in a few words."), Length(max=LONGEST_REASON, message=_TOO_LONG)],
    )


class UndoForm(StaffForm):
    """A button; only the token."""


@bp.get("/topics")
@only(*DECIDE)
def show_topics() -> str:
    """What many write about that no outcome covers: proposed, named and settled topics."""
    return _list(_look_form(None))


@bp.post("/topics/look")
@only(*DECIDE)
def look() -> str | Response:
    """Look for topics in a wave; undecided proposals of it are made anew."""
    form = _look_form(...)
    if not form.validate_on_submit():
        return make_response(_list(form), 422)
    wave_id = UUID(form.wave.data)
    found = propose(uncovered(reading(), wave_id), asked=asked_in(reading(), wave_id))
    with transaction() as session:
        keep_proposals(session, wave_id, found, by=signed_in_id())
    return redirect(url_for("topics.show_topics"), 303)


@bp.get("/topics/<uuid:topic_id>")
@only(*DECIDE)
def show_topic(topic_id: UUID) -> str:
    """One topic: its words, typical comments for who reads the queue, approved quotes for all. :raise 404: it is gone."""
    return _topic(topic_id)


@bp.post("/topics/<uuid:topic_id>/name")
@only(*DECIDE)
def name(topic_id: UUID) -> str | Response:
    """Name a topic; it is counted in each wave from then on. :raise 404: it is gone. :raise 409: somebody was first."""
    form = NameForm(prefix="name")
    return _decide(
        topic_id,
        {"name_form": form},
        form.name,
        lambda session: name_topic(session, topic_id, str(form.name.data), by=signed_in_id()),
    )


@bp.post("/topics/<uuid:topic_id>/merge")
@only(*DECIDE)
def merge(topic_id: UUID) -> str | Response:
    """Count a topic as part of a named one. :raise 404: one of them is gone. :raise 409: somebody was first."""
    form = _merge_form(find_topic(reading(), topic_id), ...)
    return _decide(
        topic_id,
        {"merge_form": form},
        form.reason,
        lambda session: merge_topic(
            session, topic_id, UUID(form.into.data), str(form.reason.data), by=signed_in_id()
        ),
    )


@bp.post("/topics/<uuid:topic_id>/drop")
@only(*DECIDE)
def drop(topic_id: UUID) -> str | Response:
    """Say that a topic is none; it is not proposed again. :raise 404: it is gone. :raise 409: somebody was first."""
    form = DropForm(prefix="drop")
    return _decide(
        topic_id,
        {"drop_form": form},
        form.reason,
        lambda session: drop_topic(session, topic_id, str(form.reason.data), by=signed_in_id()),
    )


@bp.post("/topics/<uuid:topic_id>/undo")
@only(*DECIDE)
def undo_decision(topic_id: UUID) -> Response:
    """Take the last decision about a topic back. :raise 404: it is gone. :raise 409: there is nothing to take back."""
    if not UndoForm(prefix="undo").validate_on_submit():
        return error_response(422, words=STALE)
    with transaction() as session:
        undo(session, topic_id, by=signed_in_id())
    wake("topics")
    return redirect(url_for("topics.show_topic", topic_id=topic_id), 303)


def _decide(topic_id: UUID, forms: dict[str, Any], field: Any, deed: Callable[[Any], None]) -> str | Response:
    (form,) = forms.values()
    if not form.validate_on_submit():
        return make_response(_topic(topic_id, **forms), 422)
    try:
        with transaction() as session:
            deed(session)
    except (NameNotFit, NoReason) as problem:
        _say(field, problem)
        return make_response(_topic(topic_id, **forms), 422)
    wake("topics")
    return redirect(url_for("topics.show_topic", topic_id=topic_id), 303)


def _say(field: Any, problem: Invalid) -> None:
    field.errors = [str(problem)]


def _list(form: LookForm) -> str:
    session = reading()
    page = topics_page(all_topics(session), looks(session), has_waves=bool(form.wave.choices))
    return render_template("youth_workers/topics/list.html", page=page, form=form)


def _topic(topic_id: UUID, **forms: Any) -> str:
    session = reading()
    topic = find_topic(session, topic_id)
    reads_queue = signed_in_role() is not Role.ENGAGEMENT_OFFICER
    page = topic_page(
        topic,
        _others(topic),
        typical=typical_comments(session, topic_id, reader=_reader()) if reads_queue else None,
        quotes=approved_comments(session, topic_id),
    )
    shown = {
        "name_form": NameForm(formdata=None, prefix="name", name=topic.name),
        "merge_form": _merge_form(topic, None),
        "drop_form": DropForm(formdata=None, prefix="drop"),
        "undo_form": UndoForm(formdata=None, prefix="undo"),
        **forms,
    }
    return render_template("youth_workers/topics/topic.html", page=page, **shown)


def _others(topic: TopicRecord) -> list[TopicRecord]:
    return [one for one in all_topics(reading()) if one.state is TopicState.NAMED and one.id != topic.id]


def _merge_form(topic: TopicRecord, sent: Any) -> MergeForm:
    near = "" if topic.near_id is None else str(topic.near_id)
    form = MergeForm(prefix="merge") if sent is ... else MergeForm(formdata=None, prefix="merge", into=near)
    form.into.choices = choices((str(one.id), one.name) for one in _others(topic))
    return form


def _look_form(sent: Any) -> LookForm:
    form = LookForm(prefix="look") if sent is ... else LookForm(formdata=None, prefix="look")
    waves = all_waves(reading())
    form.wave.choices = choices(
        (str(one.id), f"{one.title}, opened {one.opens_at.day} {one.opens_at:%B %Y}") for one in waves
    )
    return form


def _reader() -> Reader:
    return Reader(person_id=signed_in_id(), is_lead=signed_in_role() is Role.SAFEGUARDING_LEAD)
