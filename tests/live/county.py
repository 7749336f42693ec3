"""The demonstration county behind a real server, for tests that need a browser or a process to kill."""

import os
import shutil
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

from flask.cli import cli as flask
from granian.cli import entrypoint

from tests.live.ready import started

PASSWORD = "purple-otter-lantern-42"


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def load_county(home: Path) -> None:
    """Make the database and type in the demonstration county, by the product's own commands."""
    home.mkdir()
    log = home.with_suffix(".log")
    loading = started(_load, environment(home), log)
    loading.join()
    assert loading.exitcode == 0, log.read_text()


def _load() -> None:
    for command in (["db", "upgrade"], ["demo", "load"]):
        flask.main(args=command, standalone_mode=False)


def environment(home: Path, **other: str) -> dict[str, str]:
    """The environment of a server or command over a folder of its own; no comment is labelled blind by chance."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "SECRET_KEY", "TASKS_URL", "SURFACE")
    }
    own = {"MODE": "demonstration", "INSTANCE_PATH": str(home), "FLASK_APP": "wsgi", "BLIND_SAMPLE": "0"}
    return {**kept, **own, **other}


class County:
    """One running server over one folder; its address, its death, its coming back."""

    def __init__(self, home: Path, **other: str) -> None:
        self.home = home
        self._other = other
        self.port = free_port()
        self._process: BaseProcess | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the server and wait until it is ready."""
        own, log = environment(self.home, **self._other), self.home / "server.log"
        self._process = started(partial(_serve, self.port), own, log)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"{self.address}/readyz", timeout=2)
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                if not self._process.is_alive():
                    break
                time.sleep(0.05)
        raise AssertionError((self.home / "server.log").read_text()[-3000:])

    def kill(self) -> None:
        """End every process of the server at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End the server in good order."""
        if self._process is not None and self._process.is_alive():
            self._end(signal.SIGTERM)
            if self._process.is_alive():
                self.kill()

    def _end(self, how: signal.Signals) -> None:
        """Send a signal to every process of the server, and wait up to ten seconds for the first one to go."""
        assert self._process is not None
        assert self._process.pid is not None
        os.killpg(self._process.pid, how)
        self._process.join(10)


def _serve(port: int) -> None:
    """The server as `make run` has it."""
    sys.argv[1:] = ["--interface", "wsgi", "--port", str(port), "--workers", "1"]
    sys.argv += ["--blocking-threads", "8", "--no-ws", "--log-level", "error", "wsgi:app"]
    entrypoint()


def copy_county(loaded: Path, home: Path) -> Path:
    """A county of its own: a copy of the loaded one."""
    shutil.copytree(loaded, home, dirs_exist_ok=True)
    return home
