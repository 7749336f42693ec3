"""Comments as JSON lines on standard input, findings as JSON lines on standard output, in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from math import isfinite
from typing import BinaryIO

from analysis import analyse


def answer(line: bytes) -> tuple[dict[str, object], bool]:
    """The answer to one line of input, and whether the line could be read."""
    try:
        text = line.decode("utf-8", errors="surrogateescape").removeprefix("\ufeff")
        item = json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError):
        return {"error": "not a line of JSON"}, False
    if not isinstance(item, dict):
        return {"error": "not a JSON object"}, False
    if not isinstance(item.get("text"), str):
        return {"error": "needs a text"}, False
    question = item.get("question")
    if question is not None and not isinstance(question, str):
        return {"error": "the question must be text"}, False
    return {"id": item.get("id"), **analyse(item["text"], question).as_dict()}, True


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON")


def _finite(digits: str) -> float:
    """A number that can be written back as JSON; 1e400 could not."""
    number = float(digits)
    if not isfinite(number):
        raise ValueError(f"{digits} is too large a number")
    return number


def run(lines: Iterable[bytes], out: BinaryIO) -> int:
    """Answer every line, each as soon as it is read; 1 if any could not be read, else 0."""
    status = 0
    for line in lines:
        found, could_be_read = answer(line)
        status = status if could_be_read else 1
        out.write(json.dumps(found).encode("ascii") + b"\n")
        out.flush()
    return status


if __name__ == "__main__":
    sys.exit(run(sys.stdin.buffer, sys.stdout.buffer))
