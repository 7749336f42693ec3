"""R-15: whatever is typed into a search or an address, the answer is a page."""

from collections.abc import Callable

import pytest

from feedback_app.platform.roles import Role
from tests.client import StrictClient

ODD = [
    "'",
    '"',
    "%",
    "_",
    "\\",
    "' OR 1=1 --",
    "NEAR(",
    '"unclosed',
    "*",
    "-a",
    "a\x00b",
    "\ud800".encode("utf-8", "surrogatepass"),
    "💥" * 200,
    "(" * 500,
]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_words_find_nothing_and_break_nothing(
    sign_in: Callable[[Role], StrictClient], odd: str | bytes
) -> None:
    for role, path in (
        (Role.ADMINISTRATOR, "/admin"),
        (Role.BOARD_OFFICER, "/indicators"),
        (Role.YOUTH_WORKER, "/moderation"),
    ):
        client = sign_in(role)
        for name in ("words", "page", "state", "wave", "question", "theme", "done"):
            answer = client.get(path, query_string={name: odd})
            assert answer.status_code in (200, 303, 400, 404), (path, name)


def test_signs_that_stand_for_any_letter_stand_for_themselves(
    sign_in: Callable[[Role], StrictClient],
) -> None:
    client = sign_in(Role.ADMINISTRATOR)

    assert "Nobody found" in client.page("/admin?words=%25").text()
