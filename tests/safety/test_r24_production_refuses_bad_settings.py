"""R-24: production does not start with settings that would hurt, and says in one sentence why."""

import subprocess
from pathlib import Path

import pytest

from tests.live.county import BIN, ROOT, environment

GOOD = "k" * 40


def start(home: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    check = "from feedback_app.serving import check_start; check_start()"
    env = environment(home, MODE="production", **settings)
    return subprocess.run(
        [str(BIN / "python"), "-c", check], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )


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
    stopped = start(tmp_path, **settings)

    assert stopped.returncode != 0
    assert named in stopped.stderr
    assert "Traceback" not in stopped.stderr
    assert len(stopped.stderr.strip().splitlines()) == 1


def test_production_refuses_a_database_with_the_demonstration_log_ins(loaded: Path) -> None:
    stopped = start(loaded, SECRET_KEY=GOOD)

    assert stopped.returncode != 0
    assert "demonstration log-ins" in stopped.stderr
