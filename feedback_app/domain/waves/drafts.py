"""Definitions that are being written: begun, changed, taken back, used for the next wave, deleted."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.people.models import Person
from feedback_app.domain.waves.definitions import (
    DefinitionFlawed,
    Instrument,
    is_instrument,
    newest,
    one_at_a_time,
)
from feedback_app.domain.waves.models import Definition, Draft, DraftState, Wave
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict, Invalid, Missing
from surveys import DefinitionError, Survey, check, load
from surveys.editing import copy_as, doubted
from surveys.loading import load_unfinished
from surveys.yaml_writing import to_yaml

MOST_STATES = 50


class NoDraft(Missing):
    """Nobody is writing a new version of this instrument."""


class DraftThere(Conflict):
    """Somebody has begun one already."""


class SlugTaken(Conflict):
    """Another instrument, or a draft of one, has this name."""


class DraftChanged(Conflict):
    """Somebody else changed the draft since this person saw it."""


class NothingToTakeBack(Conflict):
    """The draft is as it was begun."""


class NotKept(Invalid):
    """The change would leave something that is no survey any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRecord:
    """A draft as it stands; `last_change` says what was done last, "" where nothing can be taken back."""

    slug: str
    survey: Survey
    begun_from: int | None
    revision: int
    changed_at: datetime
    changed_by: str
    last_change: str


def drafts(session: Session) -> tuple[str, ...]:
    """The slugs of which a draft is being written."""
    return tuple(session.scalars(select(Draft.slug).order_by(Draft.slug)))


def draft_of(session: Session, slug: str) -> DraftRecord:
    """The draft of an instrument. Raises NoDraft."""
    last = select(func.max(DraftState.revision)).where(DraftState.slug == slug).scalar_subquery()
    row = session.execute(
        select(Draft.source, Draft.begun_from, Draft.revision, Draft.changed_at, Person.name, DraftState.what)
        .outerjoin(Person, Person.id == Draft.changed_by)
        .outerjoin(DraftState, (DraftState.slug == Draft.slug) & (DraftState.revision == last))
        .where(Draft.slug == slug)
    ).one_or_none()
    if row is None:
        raise NoDraft("There is no draft of this survey.")
    return DraftRecord(
        slug=slug,
        survey=load_unfinished(row.source),
        begun_from=row.begun_from,
        revision=row.revision,
        changed_at=row.changed_at,
        changed_by=row.name or "somebody",
        last_change=row.what or "",
    )


def begin_draft(session: Session, slug: str, *, by: UUID | None) -> None:
    """Begin a draft of the next version from the newest one. Raises NoSuchInstrument, DraftThere."""
    survey = newest(session, slug).survey
    if session.get(Draft, slug) is not None:
        raise DraftThere("A draft of this survey has been begun already.")
    _add(session, survey, begun_from=survey.version, by=by)


def begin_copy(session: Session, slug: str, *, as_slug: str, title: str, by: UUID | None) -> None:
    """Begin a draft of a new instrument with the questions of this one. Raises NoSuchInstrument, SlugTaken, NotKept."""
    survey = copy_as(newest(session, slug).survey, slug=as_slug, title=title)
    keep_as_draft(session, survey, by=by)


def keep_as_draft(session: Session, survey: Survey, *, by: UUID | None) -> None:
    """Keep a survey as the draft of an instrument that nobody has a draft of; of a known one its newest version stays.

    Raises SlugTaken, NotKept.
    """
    if session.get(Draft, survey.slug) is not None:
        raise SlugTaken(f"There is a draft called “{survey.slug}” already.")
    is_known = is_instrument(session, survey.slug)
    _add(session, survey, begun_from=newest(session, survey.slug).survey.version if is_known else None, by=by)


def change_draft(
    session: Session,
    slug: str,
    change: Callable[[Survey], Survey],
    *,
    seen: int,
    what: str,
    by: UUID | None,
) -> None:
    """Change a draft that this person saw at revision `seen`; `what` says it in words of ours and codes.

    Raises NoDraft, DraftChanged, Missing where what is to be changed is gone, or NotKept.
    """
    draft = _locked(session, slug)
    if draft.revision != seen:
        raise DraftChanged("Somebody else changed this draft in the meantime.")
    try:
        before = load_unfinished(draft.source)
        changed = doubted(before, change(before))
    except KeyError as error:
        raise Missing("That is not in the draft any more.") from error
    text = _text(changed)
    if text == draft.source:
        return
    draft.revision += 1
    session.execute(
        insert(DraftState).values(slug=slug, revision=draft.revision, source=draft.source, what=what)
    )
    session.execute(
        delete(DraftState).where(DraftState.slug == slug, DraftState.revision <= draft.revision - MOST_STATES)
    )
    _write(draft, text, by=by)


def take_back(session: Session, slug: str, *, seen: int, by: UUID | None) -> None:
    """Take the last change back. Raises NoDraft, DraftChanged or NothingToTakeBack."""
    draft = _locked(session, slug)
    if draft.revision != seen:
        raise DraftChanged("Somebody else changed this draft in the meantime.")
    query = select(DraftState).where(DraftState.slug == slug).order_by(DraftState.revision.desc()).limit(1)
    state = session.scalar(query)
    if state is None:
        raise NothingToTakeBack("There is nothing to take back.")
    draft.revision += 1
    _write(draft, state.source, by=by)
    session.delete(state)
    session.flush()


def next_version(session: Session, slug: str, *, begun_from: int | None) -> int:
    """The version a draft would be used as: the one it was begun from while no wave has that, else the next free one.

    Another version that came in meanwhile is never written over.
    """
    if not is_instrument(session, slug):
        return 1
    held = newest(session, slug).survey.version
    used = session.scalar(select(func.max(Wave.definition_version)).where(Wave.slug == slug)) or 0
    return held if held > used and held == begun_from else max(held, used) + 1


def use_draft(session: Session, slug: str, *, seen: int, by: UUID | None) -> Instrument:
    """Make the draft what the next wave asks, and end it. Answers keep the version that they were given to.

    Raises NoDraft, DraftChanged, or DefinitionFlawed where something is to be mended first.
    """
    one_at_a_time(session, slug)
    draft = _locked(session, slug)
    if draft.revision != seen:
        raise DraftChanged("Somebody else changed this draft in the meantime. Look at it once more.")
    version = next_version(session, slug, begun_from=draft.begun_from)
    text = _text(load_unfinished(draft.source), version=version)
    flaws = check(load_unfinished(text))
    if flaws:
        raise DefinitionFlawed(flaws)
    row = session.scalar(select(Definition).where(Definition.slug == slug, Definition.version == version))
    if row is None:
        row = Definition(id=uuid4(), slug=slug, version=version, source=text, imported_at=clock.now())
        session.add(row)
    row.source, row.imported_at = text, clock.now()
    record(session, "used-draft", by=by, subject="definition", subject_id=row.id)
    session.delete(draft)
    session.flush()
    return Instrument(slug=slug, source=text, survey=load(text, name=slug), imported=True)


def delete_draft(session: Session, slug: str, *, by: UUID | None) -> None:
    """Delete a draft with its earlier states. Raises NoDraft."""
    session.delete(_locked(session, slug))
    record(session, "deleted-draft", by=by, subject="draft", subject_id=slug)
    session.flush()


def _add(session: Session, survey: Survey, *, begun_from: int | None, by: UUID | None) -> None:
    draft = Draft(
        slug=survey.slug, begun_from=begun_from, source=_text(survey), changed_at=clock.now(), changed_by=by
    )
    session.add(draft)
    record(session, "began-draft", by=by, subject="draft", subject_id=survey.slug)
    session.flush()


def _locked(session: Session, slug: str) -> Draft:
    draft = session.get(Draft, slug, with_for_update=True)
    if draft is None:
        raise NoDraft("There is no draft of this survey.")
    return draft


def _write(draft: Draft, source: str, *, by: UUID | None) -> None:
    draft.source, draft.changed_at, draft.changed_by = source, clock.now(), by


def _text(survey: Survey, *, version: int | None = None) -> str:
    """The draft as text that has the shape of a definition. Raises NotKept with what is wrong, in plain words."""
    text = to_yaml(survey if version is None else replace(survey, version=version))
    try:
        load_unfinished(text)
    except DefinitionError as error:
        words = " ".join(f"{flaw.wrong} {flaw.advice}" for flaw in error.problems[:3])
        raise NotKept(words[:1].upper() + words[1:]) from error
    return text
