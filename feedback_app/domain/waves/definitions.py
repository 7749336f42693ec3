"""The definitions a wave can be opened with: those an officer imported, and those that ship with the product."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.waves.models import Definition
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict, Invalid, Missing
from surveys import INSTRUMENTS, DefinitionError, Flaw, Survey, check, instrument_text, load


class NoSuchInstrument(Missing):
    """No definition has this slug."""


class DefinitionFlawed(Invalid):
    """A definition breaks rules of a good survey; `flaws` says which and what to do."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        self.flaws = flaws
        super().__init__("\n".join(str(flaw) for flaw in flaws))


class VersionTaken(Conflict):
    """Another wording already has this version, or a later one is here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """The newest definition of an instrument: its text, what it says, and whether an officer imported it."""

    slug: str
    source: str
    survey: Survey
    imported: bool


def one_at_a_time(session: Session, slug: str) -> None:
    """Let who opens a wave of a slug, or changes what it asks next, wait for one another until they have committed."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"wave:{slug}"))))


def newest(session: Session, slug: str) -> Instrument:
    """What a wave of this slug would be opened with: the newest imported version, else the shipped one.

    Raises NoSuchInstrument.
    """
    query = select(Definition.source).where(Definition.slug == slug).order_by(Definition.version.desc())
    source = session.scalar(query.limit(1))
    if source is not None:
        return Instrument(slug=slug, source=source, survey=load(source, name=slug), imported=True)
    if slug not in INSTRUMENTS:
        raise NoSuchInstrument(f"There is no instrument called “{slug}”. Import its definition first.")
    source = instrument_text(slug)
    return Instrument(slug=slug, source=source, survey=load(source, name=slug), imported=False)


def is_instrument(session: Session, slug: str) -> bool:
    """Whether a wave of this slug could be opened: it came with the product, or was imported."""
    if slug in INSTRUMENTS:
        return True
    return session.scalar(select(Definition.id).where(Definition.slug == slug).limit(1)) is not None


def all_newest(session: Session) -> tuple[Instrument, ...]:
    """The newest definition of every instrument, by slug."""
    imported = session.scalars(select(Definition.slug).distinct())
    return tuple(newest(session, slug) for slug in sorted({*imported, *INSTRUMENTS}))


def import_definition(
    session: Session, text: str, *, by: UUID | None, name: str = "definition"
) -> Instrument:
    """Take a definition in, so that the next wave of its slug opens with it; the same one again changes nothing.

    Raises surveys.DefinitionError when it cannot be read, DefinitionFlawed, or VersionTaken when another wording
    has its version already: old answers must keep their wording, so a new wording needs a higher version.
    """
    survey = load(text, name=name)
    flaws = check(survey)
    if flaws:
        raise DefinitionFlawed(flaws)
    held = _held(session, survey.slug)
    if held is not None and survey == held.survey:
        return held
    if held is not None and survey.version <= held.survey.version:
        raise VersionTaken(
            f"Version {held.survey.version} of “{survey.slug}” is here already with another wording. "
            f"Write “version: {held.survey.version + 1}” in the file and import it again."
        )
    row = Definition(
        id=uuid4(), slug=survey.slug, version=survey.version, source=text, imported_at=clock.now()
    )
    session.add(row)
    record(session, "imported", by=by, subject="definition", subject_id=row.id)
    session.flush()
    return Instrument(slug=survey.slug, source=text, survey=survey, imported=True)


def _held(session: Session, slug: str) -> Instrument | None:
    try:
        return newest(session, slug)
    except (NoSuchInstrument, DefinitionError):
        return None
