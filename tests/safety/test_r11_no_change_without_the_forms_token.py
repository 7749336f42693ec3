"""SAFETY R-11: a missing or forged token stores nothing, keeps the answers, and the next try succeeds."""

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import SURVEY, VOXY, form, open_waves, send, stored

WORDS = "The drop-in is warm"


@pytest.mark.parametrize("which", ["missing", "forged", "another survey's"])
def test_nothing_is_stored_and_the_next_try_succeeds(app: Flask, client: StrictClient, which: str) -> None:
    open_waves(app)
    fields = form(client)
    token = {
        "missing": {},
        "forged": fields | {"form_token": fields["form_token"][::-1]},
        "another survey's": form(client, VOXY),
    }[which]

    refused = send(client, token | {"good": WORDS})

    assert (refused.status, stored(app)) == (422, (0, 0))
    assert WORDS in refused.html
    assert send(client, refused.hidden_fields(SURVEY) | {"good": WORDS}).status == 303
    assert stored(app) == (1, 1)
