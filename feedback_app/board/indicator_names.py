"""How indicators are called in lists and choices."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from feedback_app.domain.indicators.facts import IndicatorRecord


def indicator_names(found: Iterable[IndicatorRecord]) -> dict[UUID, str]:
    """Number and wording by id, in the register's order."""
    return {one.id: f"{one.facts.number} {one.facts.wording}" for one in found}
