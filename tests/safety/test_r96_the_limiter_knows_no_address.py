"""SAFETY R-96: what the limiter keeps is a keyed hash under a salt of this process, and is nowhere on disk."""

import hashlib
from pathlib import Path

from feedback_app.platform.limits import Limiter
from tests.client import StrictClient

ADDRESS = "203.0.113.77"


def test_another_start_gives_other_keys() -> None:
    first, second = Limiter(), Limiter()

    assert first.key(ADDRESS) == first.key(ADDRESS)
    assert first.key(ADDRESS) != second.key(ADDRESS)
    assert first.key(ADDRESS) not in {hashlib.sha256(ADDRESS.encode()).hexdigest(), ADDRESS}


def test_a_wrong_try_is_written_nowhere(client: StrictClient, tmp_path: Path, sqlite_url: str) -> None:
    before = Path(sqlite_url.removeprefix("sqlite:///")).read_bytes()

    client.post(
        "/r", data={"code": "apple apple apple apple apple"}, environ_overrides={"REMOTE_ADDR": ADDRESS}
    )

    assert Path(sqlite_url.removeprefix("sqlite:///")).read_bytes() == before
    assert [
        path for path in tmp_path.rglob("*") if path.is_file() and ADDRESS.encode() in path.read_bytes()
    ] == []
