"""Counties behind real servers, as fixtures."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.county import County, copy_county, load_county


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration county, loaded once for all the processes that test; tests copy it and leave it as it is."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    home = shared / "county"
    with (shared / "county.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not home.exists():
            load_county(shared / "county-in-the-making")
            (shared / "county-in-the-making").rename(home)
    return home


@pytest.fixture(scope="session")
def shown(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[County]:
    """A server whose county tests only look at."""
    county = County(copy_county(loaded, tmp_path_factory.mktemp("shown")))
    county.start()
    yield county
    county.stop()


@pytest.fixture
def county(loaded: Path, tmp_path: Path) -> Iterator[County]:
    """A server with a county of its own, to be changed."""
    county = County(copy_county(loaded, tmp_path / "county"))
    county.start()
    yield county
    county.stop()
