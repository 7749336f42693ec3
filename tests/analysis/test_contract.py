"""`python -m analysis` from outside: JSON lines in, JSON lines out, in order."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


def run(lines: bytes) -> tuple[list[dict[str, object]], int]:
    done = subprocess.run(
        [sys.executable, "-m", "analysis"],
        input=lines,
        capture_output=True,
        cwd=REPOSITORY,
        timeout=60,
        check=False,
    )
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.splitlines()], done.returncode


def line(**item: object) -> bytes:
    return json.dumps(item).encode() + b"\n"


def test_every_line_is_answered_in_order_with_the_names_of_the_contract() -> None:
    answers, status = run(
        line(id=1, text="Nobody listens.", question="What was good?") + line(id="b", text="nice")
    )

    assert status == 0
    assert [answer["id"] for answer in answers] == [1, "b"]
    assert list(answers[0]) == [
        "id",
        "language",
        "sentiment",
        "score",
        "confidence",
        "sure",
        "themes",
        "concern",
        "personal",
        "abusive",
    ]
    assert answers[0]["sentiment"] == "negative"
    themes = answers[0]["themes"]
    assert isinstance(themes, list)
    assert [(theme["code"], theme["because"]) for theme in themes] == [
        ("supported.listened", ["Nobody listens"])
    ]
    assert 0.5 <= themes[0]["confidence"] < 1
    assert answers[0]["concern"] == {"read_first": False, "kinds": [], "because": []}
    assert answers[0]["personal"] == []
    assert answers[0]["abusive"] is False


@pytest.mark.parametrize(
    "bad",
    [
        b'{"id": 1e400, "text": "x"}',
        b"not json",
        b"[1]",
        b'"text"',
        b"",
        b'{"id": 1}',
        b'{"id": 1, "text": 3}',
        b'{"text": "x", "question": 5}',
        b"[" * 100_000,
    ],
)
def test_a_line_that_cannot_be_read_gets_an_error_in_its_place(bad: bytes) -> None:
    answers, status = run(line(id=1, text="good") + bad + b"\n" + line(id=2, text="bad"))

    assert status == 1
    assert answers[0]["id"] == 1
    assert list(answers[1]) == ["error"]
    assert answers[2]["id"] == 2


def test_odd_characters_come_through_as_plain_ascii_json() -> None:
    odd = b'{"id": "\\ud800", "text": "hi \\ud83d\\ude02 \\udfff \\u0000 \\u202e", "question": null}\n\xef\xbb\xbf{"id": 2, "text": "\xff"}\n'

    answers, status = run(odd)

    assert [answer["id"] for answer in answers] == ["\ud800", 2]
    assert status == 0


def test_no_input_is_no_output() -> None:
    assert run(b"") == ([], 0)


def test_it_needs_neither_the_web_nor_the_database_nor_the_network() -> None:
    script = (
        "import runpy, socket, sys\n"
        "def refuse(*_, **__): raise AssertionError('the network was asked for')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "import io, os\n"
        "try: runpy.run_module('analysis', run_name='__main__')\n"
        "except SystemExit as end: assert end.code == 0, end.code\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print(sorted(loaded & {'flask', 'sqlalchemy', 'feedback_app', 'surveys', 'werkzeug'}), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=line(id=1, text="call me on 07700 900123, it was lovely"),
        capture_output=True,
        cwd=REPOSITORY,
        timeout=60,
        check=False,
    )

    assert done.stderr == b"[]\n"
    assert json.loads(done.stdout)["personal"] == [{"start": 11, "end": 23, "kind": "phone"}]
