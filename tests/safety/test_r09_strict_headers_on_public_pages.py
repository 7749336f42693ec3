"""SAFETY R-09, R-10: strict headers and no keeping, on every public answer: pages, errors, redirects."""

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import SURVEY, VOXY, open_waves

ADDRESSES = (
    "/", SURVEY, VOXY, f"{SURVEY}/sent", "/s/none", "/r", "/help-now", "/contact-me", "/you-said", "/reports",
    "/reports/2001-01-01", "/reports/2001-01-01.pdf", "/privacy", "/accessibility", "/parents-and-schools", "/leave", "/none",
)  # fmt: skip
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_get_bears_the_strict_headers(app: Flask, client: StrictClient, address: str) -> None:
    open_waves(app)

    headers = client.get(address).headers

    assert headers["Content-Security-Policy"] == POLICY
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("address", [SURVEY, "/s/none", "/r", "/contact-me", "/help-now"])
def test_a_refused_post_bears_them_too(app: Flask, client: StrictClient, address: str) -> None:
    open_waves(app)

    answer = client.post(address, data=b"{}", content_type="application/json")

    assert answer.status_code >= 400
    assert (answer.headers["Content-Security-Policy"], answer.headers["Cache-Control"]) == (
        POLICY,
        "no-store",
    )
