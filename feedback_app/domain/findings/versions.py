"""Versions of the reading: the shipped one, what was learned on top of it, which is in use, and the way back.

A learned version is put to use by an officer who has seen how it compares, and never by itself. It touches feelings
and themes; "read first" stays as shipped, whatever was learned (SAFETY R-57).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

import analysis
from analysis.learned.leaning import Leaning, LeaningWeights
from feedback_app.domain.audit.record import record
from feedback_app.domain.findings.models import Finding, LearnedVersion
from feedback_app.domain.findings.states import VersionState
from feedback_app.domain.people.queries import names_of
from feedback_app.platform import clock
from feedback_app.platform.crypto import keyed_hash
from feedback_app.platform.problems import Conflict, Missing
from feedback_app.platform.secret import secret_key

SHIPPED = "shipped"
_MARK = "+county."
_KEY = "key"


class NoSuchVersion(Missing):
    """There is no version of that name."""


class DoesNotFit(Conflict):
    """The version stands on another shipped reading, or its names were made under another key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRecord:
    """One version; `number` is None for the shipped one, which has no comparison."""

    name: str
    number: int | None
    state: VersionState
    made_on: date | None
    used_on: date | None
    used_by: str
    #: It can be used: it stands on the shipped reading that is here now, under this key.
    fits: bool
    comparison: Mapping[str, object] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """The version comments are read by now."""

    name: str
    leaning: Leaning | None


AS_SHIPPED = InUse(name=analysis.VERSION, leaning=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many of all findings were read by the version in use."""

    done: int
    of: int


def name_of_feature(feature: str) -> str:
    """The name under which a word or pair is kept: nobody can read or test it without the server's key."""
    return _feature_name(secret_key(), feature)


def keep_version(session: Session, weights: LeaningWeights, comparison: Mapping[str, object]) -> str:
    """Keep what was learned as a proposed version; returns its name."""
    number = (session.scalar(select(func.max(LearnedVersion.number))) or 0) + 1
    row = LearnedVersion(
        number=number,
        shipped=analysis.VERSION,
        state=VersionState.PROPOSED,
        made_on=clock.today(),
        weights={_KEY: name_of_feature(""), **weights.as_dict()},
        comparison=dict(comparison),
    )
    session.add(row)
    record(session, "version-learned", by=None, subject="version", subject_id=number)
    return _name(row)


def all_versions(session: Session) -> tuple[VersionRecord, ...]:
    """The shipped version, then what was learned, the newest first."""
    rows = session.scalars(select(LearnedVersion).order_by(LearnedVersion.number.desc())).all()
    names = names_of(session, frozenset(row.used_by for row in rows if row.used_by))
    used = _row_in_use(session)
    shipped = VersionRecord(
        name=analysis.VERSION,
        number=None,
        state=VersionState.RETIRED if used else VersionState.IN_USE,
        made_on=None,
        used_on=None,
        used_by="",
        fits=True,
        comparison=None,
    )
    return (
        shipped,
        *(
            VersionRecord(
                name=_name(row),
                number=row.number,
                state=row.state,
                made_on=row.made_on,
                used_on=row.used_on,
                used_by=names.get(row.used_by, "") if row.used_by else "",
                fits=_fits(row),
                comparison=row.comparison,
            )
            for row in rows
        ),
    )


def version_named(session: Session, name: str) -> VersionRecord:
    """A version by its name: "shipped", "2026-11-24.6+county.3", "county.3". Raises NoSuchVersion."""
    for version in all_versions(session):
        short = SHIPPED if version.number is None else f"county.{version.number}"
        if name in (version.name, short):
            return version
    raise NoSuchVersion(f"There is no version called {name}. `flask analyse versions` lists them.")


def in_use(session: Session) -> InUse:
    """What comments are to be read by: a learned version that fits, otherwise the shipped one."""
    row = _row_in_use(session)
    if row is None or not _fits(row):
        return AS_SHIPPED
    return InUse(name=_name(row), leaning=_leaning(row))


def use_version(session: Session, name: str, *, by: UUID | None) -> str:
    """Read comments by this version from now on; returns its name. Raises NoSuchVersion or DoesNotFit."""
    wanted = version_named(session, name)
    if not wanted.fits:
        raise DoesNotFit(
            "This version was learned on another reading than the one that is here now. Learn again."
        )
    for row in session.scalars(select(LearnedVersion).with_for_update()):
        if row.number == wanted.number:
            row.state, row.used_by, row.used_on = VersionState.IN_USE, by, clock.today()
        elif row.state is VersionState.IN_USE:
            row.state = VersionState.RETIRED
    record(session, "version-used", by=by, subject="version", subject_id=wanted.name)
    return wanted.name


def roll_back(session: Session, *, by: UUID | None) -> str:
    """Go back to the version that was used before the one in use, or to the shipped one; returns its name."""
    return use_version(session, before_the_one_in_use(session), by=by)


def before_the_one_in_use(session: Session) -> str:
    """The name of the version to go back to. Raises Conflict where the shipped one is in use."""
    now = _row_in_use(session)
    if now is None:
        raise Conflict("The shipped version is in use. There is nothing to go back from.")
    before = session.scalars(
        select(LearnedVersion)
        .where(LearnedVersion.number < now.number, LearnedVersion.used_on.is_not(None))
        .order_by(LearnedVersion.number.desc())
    )
    return next((_name(row) for row in before if _fits(row)), analysis.VERSION)


def read_by_another(session: Session) -> ColumnElement[bool]:
    """Whether a finding was made by another learned version than the one in use, for statements within the domain.

    A newer shipped version alone is no reason to read everything anew.
    """
    suffix = in_use(session).name.partition(_MARK)[2]
    if suffix:
        return Finding.version.not_like(f"%{_MARK}{suffix}")
    return Finding.version.like(f"%{_MARK}%")


def progress(session: Session) -> Progress:
    """How far reading anew has come."""
    of = session.scalar(select(func.count()).select_from(Finding)) or 0
    left = session.scalar(select(func.count()).select_from(Finding).where(read_by_another(session))) or 0
    return Progress(done=of - left, of=of)


def _row_in_use(session: Session) -> LearnedVersion | None:
    return session.scalar(select(LearnedVersion).where(LearnedVersion.state == VersionState.IN_USE))


def _name(row: LearnedVersion) -> str:
    return f"{row.shipped}{_MARK}{row.number}"


def _fits(row: LearnedVersion) -> bool:
    return row.shipped == analysis.VERSION and row.weights.get(_KEY) == name_of_feature("")


#: A version never changes once it is made; the one last used is kept ready.
_READY: dict[tuple[UUID, str], Leaning] = {}


def _leaning(row: LearnedVersion) -> Leaning:
    key = secret_key()
    if (row.id, key) not in _READY:
        _READY.clear()
        _READY[row.id, key] = Leaning(LeaningWeights.from_dict(row.weights), partial(_feature_name, key))
    return _READY[row.id, key]


def _feature_name(key: str, feature: str) -> str:
    return keyed_hash(key, "learned words", feature.encode())[:8].hex()
