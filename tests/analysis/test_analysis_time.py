"""No text takes long, however it is made."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIECES = [
    "!",
    "a.",
    "a",
    ":",
    " ",
    "not ",
    "i ",
    "a@",
    "a@b.",
    "http://",
    "1 ",
    "07700 900123 ",
    "Aa ",
    "St Mary ",
    "a*",
    "k1ll ",
    "k i l l ",
    "😂",
    "he hit me ",
    "OX4 ",
    "e\u0301",
    "\ud800",
    "Mr ",
    "snap: a",
    "ab-ab.",
    "kkkk ",
    "flat 1 1 ",
    "scared of him home when he ",
    "خود کو مار ",
]
#: Measured in a process of its own, since the tests' own coverage would be measured with it.
STOPWATCH = """
import json, sys, time
from analysis import analyse
analyse("warm")
seconds = []
for piece in json.load(sys.stdin):
    text = (piece * 100_000)[:100_000]
    started = time.process_time()
    analyse(text)
    seconds.append(time.process_time() - started)
json.dump(seconds, sys.stdout)
"""


@pytest.fixture(scope="module")
def seconds() -> dict[str, float]:
    """The CPU seconds each text of 100,000 characters took."""
    given = json.dumps(PIECES)
    printed = subprocess.run(
        [sys.executable, "-c", STOPWATCH], input=given, capture_output=True, text=True, check=True, cwd=ROOT
    )
    return dict(zip(PIECES, json.loads(printed.stdout), strict=True))


@pytest.mark.parametrize("piece", PIECES)
def test_a_hundred_thousand_characters_take_less_than_a_second(seconds: dict[str, float], piece: str) -> None:
    assert seconds[piece] < 1
