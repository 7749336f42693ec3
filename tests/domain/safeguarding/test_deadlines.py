"""By when an escalation has to be looked at, in hours in which somebody is there."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback_app.domain.safeguarding.deadlines import due, is_staffed
from feedback_app.platform.clock import LONDON


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "urgent", "expected"),
    [
        ("2026-03-03 10:00", True, "2026-03-03 11:00"),
        ("2026-03-03 10:00", False, "2026-03-04 10:00"),
        ("2026-03-03 16:30", True, "2026-03-04 09:30"),
        ("2026-03-03 23:00", True, "2026-03-04 10:00"),
        ("2026-03-06 16:30", True, "2026-03-09 09:30"),
        ("2026-03-07 12:00", True, "2026-03-09 10:00"),
        ("2026-03-07 12:00", False, "2026-03-09 17:00"),
        ("2026-03-27 16:30", True, "2026-03-30 09:30"),  # the clocks go forward in between
        ("2026-10-23 16:30", False, "2026-10-26 16:30"),  # and back
    ],
)
def test_due(moment: str, urgent: bool, expected: str) -> None:
    assert due(london(moment), urgent=urgent) == london(expected)


@given(
    moment=st.integers(0, 3 * 366 * 24 * 3600).map(
        lambda seconds: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    ),
    urgent=st.booleans(),
)
def test_it_is_always_later_and_never_longer_than_a_long_weekend(moment: datetime, urgent: bool) -> None:
    by = due(moment, urgent=urgent)

    assert moment < by <= moment + timedelta(days=5)
    assert is_staffed(by - timedelta(microseconds=1))
