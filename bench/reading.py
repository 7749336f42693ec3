"""How many comments a second are read, beside TextBlob's sentiment alone on the same rows."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = """
import json, sys, time
from textblob import TextBlob
rows = [json.loads(line) for line in sys.stdin]
TextBlob("warm").sentiment
began = time.perf_counter()
for row in rows:
    TextBlob(row["text"]).sentiment
print(time.perf_counter() - began)
"""


def comments_a_second(comments: list[tuple[str, str]]) -> tuple[float, float]:
    """Rows a second through `python -m analysis` (start-up left out), and of TextBlob alone."""
    lines = "".join(
        json.dumps({"id": n, "text": text, "question": question}) + "\n"
        for n, (text, question) in enumerate(comments)
    )
    one_core = {**os.environ, "OMP_NUM_THREADS": "1"}
    first, rest = lines.split("\n", 1)
    start_up = _seconds(["-m", "analysis"], f"{first}\n", one_core)
    ours = _seconds(["-m", "analysis"], lines, one_core) - start_up
    printed = subprocess.run(
        [sys.executable, "-c", REFERENCE],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=one_core,
    )
    return rest.count("\n") / ours, len(comments) / float(printed.stdout)


def _seconds(arguments: list[str], given: str, environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=environment,
    )
    return time.perf_counter() - began
