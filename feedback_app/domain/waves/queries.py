"""Reads waves as frozen records."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, bindparam, case, func, or_, select
from sqlalchemy.orm import Session

from feedback_app.domain.waves.models import Wave
from feedback_app.domain.waves.standing import WaveRecord, WaveStanding
from feedback_app.platform.problems import Missing
from surveys import Survey, load

_BUT_ITS_DEFINITION = (
    Wave.id,
    Wave.slug,
    Wave.title,
    Wave.definition_version,
    Wave.opens_at,
    Wave.closes_at,
    Wave.paused_at,
    Wave.closed_at,
    Wave.synthetic,
    Wave.folded_responses,
)
_waves: Select[*tuple[Any, ...]] = select(*_BUT_ITS_DEFINITION, Wave.definition)
_ends_at = func.coalesce(Wave.closed_at, Wave.closes_at, type_=Wave.closes_at.type)


_now = bindparam("now", type_=Wave.opens_at.type)
_rank = case((_ends_at <= _now, 3), (Wave.opens_at > _now, 2), (Wave.paused_at.is_not(None), 1), else_=0)
#: Built once and sent past the ORM: every page of the survey and every answer asks for it. The definition, by far
#: the largest column, never changes in a wave: it is read once and kept.
_current = (
    select(*_BUT_ITS_DEFINITION)
    .where(Wave.slug == bindparam("slug"))
    .order_by(_rank, case((_rank == 2, Wave.opens_at)), _ends_at.desc(), Wave.id)
    .limit(1)
)


_MOST_KEPT = 64
_definitions: dict[UUID, str] = {}


def current_wave(session: Session, slug: str, now: datetime) -> WaveRecord | None:
    """The wave that who opens the survey's address meets, in one query.

    The open one, else the paused one, else the next to open, else the one closed last; None: no such survey.
    """
    row = session.connection().execute(_current, {"slug": slug, "now": now}).one_or_none()
    return None if row is None else _record(row, _kept_definition(session, row.id))


def wave_by_id(session: Session, wave_id: UUID) -> WaveRecord:
    """One wave. Raises Missing."""
    row = session.execute(_waves.where(Wave.id == wave_id)).one_or_none()
    if row is None:
        raise Missing("There is no wave at this address.")
    return _record(row, row.definition)


def all_waves(session: Session) -> tuple[WaveRecord, ...]:
    """Every wave of every instrument, the latest opening first."""
    return _records(session, _waves)


def waves_of(session: Session, slug: str) -> tuple[WaveRecord, ...]:
    """The waves of one instrument, the latest opening first."""
    return _records(session, _waves.where(Wave.slug == slug))


def open_waves(session: Session, now: datetime) -> tuple[WaveRecord, ...]:
    """The waves that take answers from anybody now, the latest opening first; paused ones are not among them."""
    found = _waves.where(Wave.opens_at <= now, or_(_ends_at.is_(None), _ends_at > now))
    return tuple(wave for wave in _records(session, found) if wave.standing(now) is WaveStanding.OPEN)


def previous_wave(session: Session, wave: WaveRecord) -> WaveRecord | None:
    """The wave of the same instrument that ended last before this one opened."""
    query = (
        _waves.where(Wave.slug == wave.slug, Wave.id != wave.id, _ends_at <= wave.opens_at)
        .order_by(_ends_at.desc(), Wave.opens_at.desc())
        .limit(1)
    )
    row = session.execute(query).one_or_none()
    return None if row is None else _record(row, row.definition)


def survey_of(wave: WaveRecord) -> Survey:
    """The survey as it was frozen into this wave; parsed once and kept."""
    return load(wave.definition)


def _records(session: Session, query: Select[*tuple[Any, ...]]) -> tuple[WaveRecord, ...]:
    rows: Sequence[Row[*tuple[Any, ...]]] = session.execute(
        query.order_by(Wave.opens_at.desc(), Wave.id)
    ).all()
    return tuple(_record(row, row.definition) for row in rows)


def _kept_definition(session: Session, wave_id: UUID) -> str:
    kept = _definitions.get(wave_id)
    if kept is None:
        kept = session.execute(select(Wave.definition).where(Wave.id == wave_id)).scalar_one()
        while len(_definitions) >= _MOST_KEPT:
            _definitions.pop(next(iter(_definitions)), None)
        _definitions[wave_id] = kept
    return kept


def _record(row: Row[*tuple[Any, ...]], definition: str) -> WaveRecord:
    return WaveRecord(
        id=row.id,
        slug=row.slug,
        title=row.title,
        version=row.definition_version,
        definition=definition,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        paused_at=row.paused_at,
        closed_at=row.closed_at,
        synthetic=row.synthetic,
        folded_responses=row.folded_responses,
    )
