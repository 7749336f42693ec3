"""Background work: a queue that only wakes. What is to be done stands as a state in a row.

Unset TASKS_URL: an embedded worker over a SQLite file of its own. redis://: workers on any machines.
A lost wake-up loses nothing: the sweep at the start and every minute finds what is waiting.
"""

import threading
from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask, current_app
from huey import RedisHuey, SqliteHuey, crontab

from feedback_app.platform.logging import log_failure
from feedback_app.platform.settings import Settings

Job = Callable[[], object]


class Tasks:
    """The queue, the jobs by name, and which of them are already called for in this process."""

    def __init__(self, app: Flask, settings: Settings, jobs: Mapping[str, Job]) -> None:
        self._app = app
        self._jobs = dict(jobs)
        self._embedded = settings.tasks_url is None
        self._called: set[str] = set()
        self._guard = threading.Lock()
        self._consumer: Any = None
        self.huey: Any = _queue(settings)
        self._run = self.huey.task(name="run_job")(self.run)
        self.huey.periodic_task(crontab(minute="*"), name="sweep")(self.sweep)

    def wake(self, name: str) -> None:
        """Ask that a job be run soon; never raises, since the sweep will find the work anyway."""
        with self._guard:
            if self._embedded and name in self._called:
                return
            self._called.add(name)
        try:
            self._run(name)
        except Exception as error:  # a queue that is down must not cost anybody an answer
            log_failure("wake-failed", error)
            with self._guard:
                self._called.discard(name)

    def run(self, name: str) -> None:
        """Run one job now, inside an application context."""
        with self._guard:
            self._called.discard(name)
        with self._app.app_context():
            self._jobs[name]()

    def sweep(self) -> None:
        """Run every job once: what a killed worker left is found here."""
        for name in self._jobs:
            try:
                self.run(name)
            except Exception as error:  # one failing job must not keep the others waiting
                log_failure(f"job-failed-{name}", error)

    def start(self) -> None:
        """Start the embedded worker's threads; without signal handlers, which belong to the server."""
        self._consumer = self.huey.create_consumer(
            workers=1, periodic=True, check_worker_health=False, initial_delay=0.1, max_delay=0.5
        )
        self._consumer.scheduler.start()
        for _, worker in self._consumer.worker_threads:
            worker.start()
        for name in self._jobs:
            self.wake(name)

    def is_reachable(self) -> bool:
        """Whether the queue answers."""
        try:
            self.huey.pending_count()
        except Exception:  # any failure means the same to who asks
            return False
        return True


def _queue(settings: Settings) -> Any:
    if settings.tasks_url is not None:
        return RedisHuey("be-supported", url=settings.tasks_url, results=False)
    settings.instance.mkdir(parents=True, exist_ok=True)
    return SqliteHuey("be-supported", filename=str(settings.instance / "tasks.db"), results=False)


def init_tasks(app: Flask, settings: Settings, jobs: Mapping[str, Job]) -> None:
    """Give the application its queue; nothing runs until `start_worker`."""
    app.extensions["tasks"] = Tasks(app, settings, jobs)


def tasks() -> Tasks:
    """The current application's queue."""
    found: Tasks = current_app.extensions["tasks"]
    return found


def wake(name: str) -> None:
    """Ask that a job be run soon, after the commit that made work for it."""
    tasks().wake(name)
