"""SAFETY R-33: a receipt is five words under the server's key, kept as a hash, the same to all who do not have it."""

import math
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import select

from feedback_app.domain.responses.models import Response
from feedback_app.domain.responses.receipts import hash_of, read_code, word_list, words_of
from feedback_app.platform.database import reading
from tests.client import Page, StrictClient
from tests.factories.answering import form, open_waves, send


def test_the_list_has_4096_plain_words() -> None:
    words = word_list()

    assert (len(words), len(set(words))) == (4096, 4096)
    assert all(word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 8 for word in words)
    assert math.log2(len(words)) * 5 == 60


def test_the_words_depend_on_every_bit_of_the_id_and_on_the_key(app: Flask) -> None:
    submission_id = uuid4()
    with app.app_context():
        words = words_of(submission_id)
        assert words == words_of(submission_id)
        assert (
            len({words_of(UUID(int=submission_id.int ^ (1 << bit))) for bit in range(128)} | {words}) == 129
        )
        assert read_code(words) == words
        app.extensions["settings"] = type(
            "Other", (), {"secret_key": "another secret of another server, long"}
        )()
        assert words_of(submission_id) != words


def test_only_a_hash_is_stored(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    fields = form(client)
    send(client, fields | {"hear_back": "yes"})

    with app.app_context():
        words = words_of(UUID(hex=fields["submission_id"]))
        kept = reading().scalars(select(Response.receipt_hash)).one()
        assert kept == hash_of(words)
    assert kept is not None
    assert words.encode() not in kept


def test_an_unknown_code_and_one_never_given_out_are_answered_alike(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    fields = form(client)
    send(client, fields | {"hear_back": "no"})
    with app.app_context():
        not_asked_for = words_of(UUID(hex=fields["submission_id"]))
        never = words_of(uuid4())

    answers = [Page(client.post("/r", data={"code": code})) for code in (not_asked_for, never)]

    assert {answer.status for answer in answers} == {422}
    assert answers[0].html.replace(not_asked_for, "") == answers[1].html.replace(never, "")
