"""Several people who type one form at the same moment: it is stored once, and each is told what came of theirs."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask
from sqlalchemy import func, select

from feedback_app.domain.paper.models import PaperEntry
from feedback_app.domain.responses.models import Comment, Held, Response
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.problems import Conflict
from feedback_app.platform.roles import Role
from tests.factories.comments import make_wave
from tests.factories.paper import type_form
from tests.factories.people import make_person

MANY = 6
TYPED: dict[str, str | list[str]] = {"know_who": "agree", "good": "They listen"}


def test_the_same_form_at_the_same_moment_is_stored_once(app_on_both: Flask) -> None:
    app = app_on_both
    with app.app_context(), transaction() as session:
        wave_id, by = make_wave(session), make_person(session, Role.YOUTH_WORKER)
    ready = Barrier(MANY)

    def press(_: int) -> str:
        with app.app_context():
            ready.wait()
            try:
                with transaction() as session:
                    return type_form(session, wave_id, by, TYPED).step.value
            except Conflict:
                return "told"

    with ThreadPoolExecutor(MANY) as people:
        came = Counter(people.map(press, range(MANY)))

    assert came == {"typed-once": 1, "stored": 1, "told": MANY - 2}
    with app.app_context():
        left = [reading().scalar(select(func.count()).select_from(table)) for table in (PaperEntry, Held)]
        assert left == [0, 0]
        assert list(reading().scalars(select(Comment.text))) == ["They listen"]
        assert list(reading().scalars(select(Response.chosen))) == [{"know_who": ["agree"]}]
