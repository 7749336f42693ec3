"""Whether what the machine made of comments may be shown: how much of it people have checked, and how far they agree."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from analysis.figures.counts import RawTable, TableKind
from analysis.figures.suppression import SafeTable, protect, rounded
from feedback_app.domain.findings.agreement import ENOUGH_BLIND, LabelAgreement, agreement_of
from feedback_app.domain.responses.queries import Counts
from feedback_app.platform.agreement_needed import agreement_needed

#: From so many checked comments on, agreement decides whether a figure is shown.
ENOUGH_CHECKED = ENOUGH_BLIND
#: Where they differ on fewer, the label was given too seldom to say that they agree too little.
FEWEST_DIFFERENT = 5
CHECKED = "Checked by a person"


class Standing(StrEnum):
    """What people's checks say of one label of the machine."""

    AGREES = "agrees"
    NOT_CHECKED_ENOUGH = "not_checked_enough"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trusted:
    """One label and how it stands; `kappa` and `about` (comments checked, to the nearest 5) are None below 30 checks."""

    standing: Standing
    kappa: float | None = None
    about: int | None = None
    is_blind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How the labels stand that a paper's figures rest on.

    `checked` is the share of the wave's comments that a person has checked, fit to publish; None without a wave.
    """

    needed: float
    sentiment: Trusted
    themes: Mapping[str, Trusted]
    checked: SafeTable | None

    @property
    def withheld(self) -> tuple[str, ...]:
        """The codes of the outcomes whose figures are not shown, in the plan's order."""
        return tuple(code for code, one in self.themes.items() if one.standing is Standing.WITHHELD)

    @property
    def shows_sentiment(self) -> bool:
        """Whether figures of how comments sound are shown."""
        return self.sentiment.standing is not Standing.WITHHELD

    def is_checked(self, code: str) -> bool:
        """Whether both how comments sound and that they are about this outcome have been checked enough."""
        theme = self.themes.get(code)
        checked = [self.sentiment.standing, theme.standing if theme else Standing.NOT_CHECKED_ENOUGH]
        return Standing.NOT_CHECKED_ENOUGH not in checked


def trust_in(session: Session, shown: UUID | None, others: Collection[UUID], found: Counts | None) -> Trust:
    """How far the machine's labels of a wave may be trusted, by people's checks of it and of the other waves.

    `found` are the counts of the wave that is shown: its base moves in batches, as all figures do (SAFETY R-46).
    """
    needed = agreement_needed()
    agreed = agreement_of(session, [*([shown] if shown else []), *others])
    return Trust(
        needed=needed,
        sentiment=_trusted(agreed.sentiment, needed),
        themes={code: _trusted(one, needed) for code, one in agreed.themes.items()},
        checked=None if shown is None or found is None else _checked(session, shown, found),
    )


def _trusted(one: LabelAgreement, needed: float) -> Trusted:
    kappa = one.to_go_by
    if kappa.n < ENOUGH_CHECKED or kappa.value is None:
        return Trusted(standing=Standing.NOT_CHECKED_ENOUGH)
    standing = Standing.AGREES if kappa.value >= needed else Standing.WITHHELD
    if standing is Standing.WITHHELD and kappa.n - kappa.agreed < FEWEST_DIFFERENT:
        return Trusted(standing=Standing.NOT_CHECKED_ENOUGH)
    return Trusted(
        standing=standing,
        kappa=kappa.value,
        about=rounded(kappa.n),
        is_blind=one.blind.n >= ENOUGH_BLIND,
    )


def _checked(session: Session, wave_id: UUID, found: Counts) -> SafeTable:
    base = sum(row.base for row in found.comments().rows)
    checked = min(agreement_of(session, [wave_id]).n_checked, base)
    return protect(
        RawTable.of(
            "Comments whose labels a person has checked",
            {CHECKED: checked},
            base=base,
            kind=TableKind.MULTIPLE,
        )
    )
