"""Processes that start from a ready-made one: it has loaded the product once, which is nearly all a start takes."""

import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

READY = multiprocessing.get_context("forkserver")
READY.set_forkserver_preload(["tests.live.loaded_once"])


def started(program: Callable[[], object], environment: dict[str, str], output: Path) -> BaseProcess:
    """Run a program in a process and a group of its own; what it prints is added to a file."""
    process = READY.Process(target=_run, args=(program, environment, output))
    process.start()
    return process


def _run(program: Callable[[], object], environment: dict[str, str], output: Path) -> None:
    os.setsid()
    # Or the worker that the server starts would load everything anew.
    multiprocessing.set_start_method("fork", force=True)
    os.environ.clear()
    os.environ.update(environment)
    with output.open("ab") as file:
        os.dup2(file.fileno(), sys.stdout.fileno())
        os.dup2(file.fileno(), sys.stderr.fileno())
    program()
