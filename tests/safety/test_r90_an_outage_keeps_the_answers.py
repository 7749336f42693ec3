"""SAFETY R-90: with the database down the whole form comes back, and sending it again is one response."""

import sqlalchemy as sa
from flask import Flask

from feedback_app.platform.database import Database
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, comments, form, open_waves, stored
from tests.factories.receipts import comment_texts, enter, reply_to_all, send_for_code, visit_of

WORDS = 'Two lines\nwith "quotes" & <tags>'
ANSWERS = {"who_would": ["friend", "teacher"], "good": WORDS, "hear_back": "yes"}


def broken() -> Database:
    engine = sa.create_engine(
        "postgresql+psycopg://nobody@127.0.0.1:9/none", connect_args={"connect_timeout": 1}
    )
    return Database(engine, engine, None)


def test_the_form_comes_back_and_send_again_stores_it_once(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    fields, whole = form(client), app.extensions["database"]
    app.extensions["database"] = broken()

    page = Page(client.post(SURVEY, data=fields | ANSWERS))
    app.extensions["database"] = whole

    assert page.status == 503
    assert "Your answers are still on this page" in page.text()
    assert "0800 1111" in page.text()
    (again,) = [one for one in page.all("form") if one.get("method") == "post"]
    sent = [(one.get("name", ""), one.get("value", "")) for one in again.iter("input")]
    for _ in range(2):
        answer = client.post(again.get("action", ""), data=_as_form(sent))
        assert answer.status_code == 303
    assert (stored(app), comments(app)) == ((1, 1), {"good": WORDS})


def _as_form(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def test_a_database_that_cannot_be_written_is_the_same(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    fields = form(client)
    sa.event.listen(app.extensions["database"].engine, "begin", _only_read)

    page = Page(client.post(SURVEY, data=fields | ANSWERS))
    sa.event.remove(app.extensions["database"].engine, "begin", _only_read)

    assert (page.status, stored(app)) == (503, (0, 0))


def test_her_answer_to_a_reply_comes_back_too(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = send_for_code(app, client, good="Warm")
    reply_to_all(app, "Thank you")
    visit, whole = visit_of(enter(client, code)), app.extensions["database"]
    app.extensions["database"] = broken()

    page = Page(client.post("/r", data={"visit": visit, "do": "answer", "answer": WORDS}))
    app.extensions["database"] = whole

    assert (page.status, "Your answers are still on this page" in page.text()) == (503, True)
    (again,) = [one for one in page.all("form") if one.get("method") == "post"]
    sent = _as_form([(one.get("name", ""), one.get("value", "")) for one in again.iter("input")])
    for _ in range(2):
        assert client.post(again.get("action", ""), data=sent).status_code == 200
    assert comment_texts(app) == sorted([WORDS, "Warm"])


def _only_read(connection: sa.Connection) -> None:
    connection.exec_driver_sql("PRAGMA query_only = ON")
