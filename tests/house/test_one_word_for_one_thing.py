"""What two packages must each know for themselves is the same in both."""

from analysis import THEME_CODES
from surveys import OUTCOMES


def test_the_outcomes_of_the_plan_are_the_themes_of_the_analysis() -> None:
    assert tuple(OUTCOMES) == THEME_CODES
