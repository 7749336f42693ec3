"""Every page of the board's side opens for who may open it, whole and without a table row, empty and filled."""

from collections.abc import Callable

import pytest
from flask import Flask

from feedback_app.commands.demo_county.seed_next import type_in_next
from feedback_app.commands.demo_county.seed_report import type_in
from feedback_app.domain.indicators.queries import indicators, values_of
from feedback_app.domain.meetings.queries import paper
from feedback_app.domain.promises.queries import promises
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.client import StrictClient

SignIn = Callable[[Role], StrictClient]

LISTS = ("/board", "/board/reports", "/board/promises", "/indicators")
FORMS = ("/board/reports/new", "/board/promises/new", "/indicators/new", "/indicators/import")


def filled(app: Flask) -> list[str]:
    """The addresses of everything there is after the demonstration's own papers are typed in."""
    with app.app_context():
        with transaction() as session:
            type_in(session)
            type_in_next(session, clock.today())
        session = reading()
        whole = paper(session, "next")
        name = whole.meeting.name
        value = next(iter(values_of(session).values()))[0]
        indicator = indicators(session)[0]
        parts = [("indicators", whole.indicators), ("items", whole.items), ("actions", whole.actions)]
        return [
            f"/board/papers/{name}",
            "/board/papers/2021-03-05",
            f"/board/reports/{name}",
            "/board/reports/2021-03-05",
            *(
                f"/board/reports/{name}/{page}"
                for page in ("front", "words", "publish", "withdraw", "delete")
            ),
            f"/board/reports/{name}/priorities/supported",
            *(
                f"/board/reports/{name}/{kind}/new"
                for kind in ("indicators", "items", "recommendations", "annexes")
            ),
            *(f"/board/reports/{name}/{kind}/{placed[0].id}" for kind, placed in parts),
            f"/board/reports/{name}/items/{whole.items[0].id}/remove",
            f"/board/promises/{promises(session)[0].id}",
            f"/indicators/{indicator.id}",
            *(
                f"/indicators/{indicator.id}/{page}"
                for page in ("edit", "values/new", "availability", "status")
            ),
            f"/indicators/values/{value.id}/correct",
        ]


@pytest.mark.parametrize("address", [*LISTS, *FORMS])
def test_a_page_opens_before_anything_is_entered(sign_in: SignIn, address: str) -> None:
    assert sign_in(Role.BOARD_OFFICER).page(address).status == 200


def test_every_page_opens_with_the_papers_typed_in(app: Flask, sign_in: SignIn) -> None:
    addresses = filled(app)
    officer = sign_in(Role.BOARD_OFFICER)

    closed = [address for address in [*LISTS, *FORMS, *addresses] if officer.page(address).status != 200]

    assert closed == []


def test_a_board_member_reads_the_item_and_the_papers(app: Flask, sign_in: SignIn) -> None:
    filled(app)
    member = sign_in(Role.BOARD_MEMBER)

    assert member.page("/board").status == 200
    assert "Way Forward Children’s Trust" in member.page("/board/papers/2021-03-05").text()
    assert member.get("/board/reports").status_code == 403


@pytest.mark.parametrize("kind", ["html", "pdf", "docx", "csv"])
def test_a_paper_can_be_had_as_a_file(app: Flask, sign_in: SignIn, kind: str) -> None:
    filled(app)

    answer = sign_in(Role.BOARD_MEMBER).get(f"/board/papers/next/{kind}", buffered=True)

    assert answer.status_code == 200
    assert f".{kind}" in answer.headers["Content-Disposition"]
    assert len(answer.data) > 1000
