"""Comments as JSON lines on standard input, findings as JSON lines on standard output, in order."""

from __future__ import annotations

import gc
import json
import sys
from math import isfinite
from typing import BinaryIO, Protocol

from analysis import analyse

#: Touches every list and every table of weights.
_FIRST_TEXT, _FIRST_QUESTION = (
    "I told my friend Sam at school about it, not the teachers. Good!",
    "What is good?",
)
#: What is kept of words once met is no garbage either: so many new objects before any is looked for.
_OBJECTS_BETWEEN = 100_000
#: So many bytes of lines that wait are answered together: one write instead of hundreds.
_AT_ONCE = 65_536


class Incoming(Protocol):
    """Where lines come from, such as a buffered pipe."""

    def read1(self, most: int, /) -> bytes:
        """What has come so far, `most` bytes at most; empty at the end."""
        ...


def answer(line: bytes) -> tuple[dict[str, object], bool]:
    """The answer to one line of input, and whether the line could be read."""
    try:
        text = line.decode("utf-8", errors="surrogateescape").removeprefix("\ufeff")
        item = _DECODER.decode(text)
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


_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite)


def run(source: Incoming, out: BinaryIO) -> int:
    """Answer every line in order; 1 if any could not be read, else 0.

    What has come so far is answered before more is waited for, so that somebody who sends one line gets its answer.
    """
    status, rest = 0, b""
    while chunk := source.read1(_AT_ONCE):
        *lines, rest = (rest + chunk).split(b"\n")
        status |= _answer_all(lines, out)
    return status | _answer_all([rest] if rest else [], out)


def _answer_all(lines: list[bytes], out: BinaryIO) -> int:
    answers = [answer(line) for line in lines]
    out.write(b"".join(json.dumps(found).encode("ascii") + b"\n" for found, _ in answers))
    out.flush()
    return int(not all(could_be_read for _, could_be_read in answers))


def _load() -> None:
    """Read every list and table before the first line, and set them aside: no garbage is to be looked for among them."""
    gc.disable()
    analyse(_FIRST_TEXT, _FIRST_QUESTION)
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN)
    gc.enable()


if __name__ == "__main__":
    _load()
    sys.exit(run(sys.stdin.buffer, sys.stdout.buffer))  # type: ignore[arg-type]  # the stubs hide read1
