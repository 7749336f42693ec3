"""R-24: production does not start with settings that would hurt, and says in one sentence why."""

from pathlib import Path

import pytest

from feedback_app.serving import check_start
from tests.live.county import copy_county, environment
from tests.live.ready import started

GOOD = "k" * 40


def start(home: Path, **settings: str) -> tuple[int | None, str]:
    """How a start ends, and what it says."""
    said = home / "said.txt"
    process = started(check_start, environment(home, MODE="production", **settings), said)
    process.join(60)
    return process.exitcode, said.read_text()


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": GOOD, "DATABASE_URL": "mysql://nobody"}, "DATABASE_URL"),
        ({"SECRET_KEY": GOOD, "TASKS_URL": "amqp://nobody"}, "TASKS_URL"),
        ({"SECRET_KEY": GOOD, "MAIL_URL": "nonsense"}, "MAIL_URL"),
        ({"SECRET_KEY": GOOD, "BASE_URL": "ftp://nobody"}, "BASE_URL"),
        ({"SECRET_KEY": GOOD, "BASE_URL": "http://[bad"}, "BASE_URL"),
        ({"SECRET_KEY": GOOD, "BASE_URL": "http://here:port"}, "BASE_URL"),
        ({"SECRET_KEY": GOOD, "DATABASE_URL": "postgresql://a:b@here:port/c"}, "DATABASE_URL"),
        ({"SECRET_KEY": GOOD, "INSTANCE_PATH": "/dev/null/nowhere"}, "INSTANCE_PATH"),
        ({"SECRET_KEY": GOOD, "TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES"),
        ({"SECRET_KEY": GOOD, "SURFACE": "both"}, "SURFACE"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_setting_stops_the_start(tmp_path: Path, settings: dict[str, str], named: str) -> None:
    status, said = start(tmp_path, **settings)

    assert status == 1
    assert named in said
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1


def test_production_refuses_a_database_with_the_demonstration_log_ins(loaded: Path, tmp_path: Path) -> None:
    status, said = start(copy_county(loaded, tmp_path / "county"), SECRET_KEY=GOOD)

    assert status == 1
    assert "demonstration log-ins" in said
