"""Every rule of docs/safety.md has a test, or a line that says what it waits for."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OPEN = tomllib.loads((ROOT / "tests/safety/open.toml").read_text())
RULES = set(re.findall(r"\*\*(R-\d+[ab]?)\*\*", (ROOT / "docs/safety.md").read_text()))
TESTED = {
    f"R-{match.group(1)}"
    for path in (ROOT / "tests/safety").glob("test_r*.py")
    if (match := re.match(r"test_r(\d+[ab]?)_", path.name))
}


def test_every_safety_rule_has_a_test_or_says_what_it_waits_for() -> None:
    assert RULES - TESTED - set(OPEN["elsewhere"]) - set(OPEN["waiting"]) == set()


def test_no_safety_rule_is_said_to_wait_when_it_is_tested() -> None:
    assert TESTED & (set(OPEN["waiting"]) | set(OPEN["elsewhere"])) == set()
    assert TESTED | set(OPEN["waiting"]) | set(OPEN["elsewhere"]) == RULES


def test_the_tests_that_stand_elsewhere_are_there() -> None:
    assert [path for path in OPEN["elsewhere"].values() if not (ROOT / path).is_file()] == []
