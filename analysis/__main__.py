"""Comments as JSON lines on standard input, findings as JSON lines on standard output, in order."""

from __future__ import annotations

import gc
import json
import sys
from math import isfinite
from typing import BinaryIO, NamedTuple, Protocol

from analysis.text.reader import analyse, analyse_all

#: Touches every list, every table of weights, and what tells a phone number.
_FIRST_TEXT = "I told my friend Sam at school about it, not the teachers. Good! 01632 960123"
_FIRST_QUESTION = "What is good?"
#: What is kept of words once met is no garbage either: so many new objects before any is looked for.
_OBJECTS_BETWEEN = 100_000
#: So many bytes of lines that wait are answered together: one write instead of hundreds.
_AT_ONCE = 65_536


class Incoming(Protocol):
    """Where lines come from, such as a buffered pipe."""

    def read1(self, most: int, /) -> bytes:
        """What has come so far, `most` bytes at most; empty at the end."""
        ...


class Comment(NamedTuple):
    """A line that could be read; `id` is any JSON and comes back as it is."""

    id: object
    text: str
    question: str | None


def comment(line: bytes) -> Comment | str:
    """The comment of one line of input, or what is wrong with the line."""
    try:
        item = _DECODER.decode(line.decode("utf-8", errors="surrogateescape").removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return "not a line of JSON"
    if not isinstance(item, dict):
        return "not a JSON object"
    text, question = item.get("text"), item.get("question")
    if not isinstance(text, str):
        return "needs a text"
    if question is not None and not isinstance(question, str):
        return "the question must be text"
    return Comment(item.get("id"), text, question)


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
    comments = [comment(line) for line in lines]
    read = [one for one in comments if isinstance(one, Comment)]
    findings = iter(analyse_all([(one.text, one.question) for one in read]))
    answers: list[dict[str, object]] = [
        {"id": one.id, **next(findings).as_dict()} if isinstance(one, Comment) else {"error": one}
        for one in comments
    ]
    out.write(b"".join([json.dumps(answer).encode("ascii") + b"\n" for answer in answers]))
    out.flush()
    return int(len(read) < len(comments))


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
