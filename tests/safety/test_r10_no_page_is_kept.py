"""R-10: no dynamic page is kept by a browser or a cache on the way."""

from collections.abc import Callable

from flask import Flask

from feedback_app.platform.roles import Role
from tests.client import StrictClient
from tests.house.test_access import address


def test_every_answer_but_an_asset_forbids_keeping(
    app: Flask, sign_in: Callable[[Role], StrictClient]
) -> None:
    client = sign_in(Role.ADMINISTRATOR)

    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or set()):
            answer = client.get(address(app, rule))
            assert answer.headers["Cache-Control"] == "no-store", rule.rule


def test_an_asset_is_kept_under_an_address_that_changes_with_it(app: Flask, client: StrictClient) -> None:
    with app.app_context():
        sheet = app.jinja_env.globals["asset"]("public.css")  # type: ignore[operator]

    assert client.get(sheet).headers["Cache-Control"] == "public, max-age=31536000, immutable"
