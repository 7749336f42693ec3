"""SAFETY R-01: no address, agent, referrer or word of a young person is written anywhere but into her answer."""

import logging
import sqlite3
from pathlib import Path

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import SURVEY, form, open_waves
from tests.factories.receipts import enter, reply_to_all, send_for_code, visit_of

ADDRESS, AGENT, REFERRER = "203.0.113.77", "marker-agent/9", "https://marker.example/from"
WORDS = "marker words nobody may log"
MARKERS = (ADDRESS, AGENT, "marker.example", WORDS)
PHONE = {
    "environ_overrides": {"REMOTE_ADDR": ADDRESS},
    "headers": {"User-Agent": AGENT, "Referer": REFERRER, "X-Forwarded-For": ADDRESS},
}


def columns_with(database: Path, marker: str) -> set[tuple[str, str]]:
    """The table and column of every cell that holds a marker."""
    found = set()
    with sqlite3.connect(database) as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            names = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
            for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608  # the names of our own tables
                found |= {(table, name) for name, cell in zip(names, row, strict=True) if marker in str(cell)}
    return found


def test_the_whole_journey_leaves_markers_in_the_answer_alone(
    app: Flask, client: StrictClient, sqlite_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("be_supported").propagate = True
    open_waves(app)
    fields = form(client)

    client.get("/", **PHONE)
    client.get(SURVEY, **PHONE)
    client.post(SURVEY, data=fields | {"know_who": WORDS, "good": WORDS}, **PHONE)
    client.post(SURVEY, data=fields | {"good": WORDS, "quote_ok": "yes", "hear_back": "yes"}, **PHONE)
    client.get(f"{SURVEY}/sent", **PHONE)
    client.post("/r", data={"code": WORDS}, **PHONE)
    code = send_for_code(app, client)
    reply_to_all(app, "Thank you")
    known = enter(client, code)
    visit = visit_of(known)
    client.post("/r", data={"visit": "x", "do": "answer", "answer": WORDS}, **PHONE)
    client.post("/r", data={"visit": visit, "do": "answer", "answer": WORDS * 99}, **PHONE)
    client.post("/r", data={"visit": visit, "do": "answer", "answer": WORDS}, **PHONE)
    for do in ("copy", "ask", "look"):
        client.post("/r", data={"visit": visit, "do": do}, **PHONE)
    app.view_functions = app.view_functions | {"help.show_help": _fail}
    assert client.get("/help-now", **PHONE).status_code == 500
    app.extensions["database"].engine.dispose()

    database = Path(sqlite_url.removeprefix("sqlite:///"))
    assert columns_with(database, WORDS) == {("comment", "text")}
    markers = (*MARKERS, code, visit)
    assert [columns_with(database, marker) for marker in markers if marker != WORDS] == [set()] * 5
    assert [marker for marker in markers if marker in caplog.text] == []
    assert "incident=" in caplog.text
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert [marker for marker in markers if marker.encode() in written] == []


def _fail() -> str:
    raise RuntimeError(f"a failure that quotes {WORDS} and {ADDRESS}")


_fail.access = "anyone"  # type: ignore[attr-defined]
