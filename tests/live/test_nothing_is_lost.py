"""What was acknowledged is stored, whatever is killed and however often it is sent (SAFETY R-85, R-86)."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing

from tests.live.answering import Answer, Phone, all_at_once
from tests.live.county import County
from tests.live.cutting import send_many

SURVEY = "/s/be-supported"


def rows(county: County, statement: str, *values: str) -> int:
    with sqlite3.connect(f"file:{county.home / 'be-supported.db'}?mode=ro", uri=True) as connection:
        return int(connection.execute(statement, values).fetchone()[0])


def let_leases_run_out(county: County) -> None:
    """As if half a minute had gone by."""
    with closing(sqlite3.connect(county.home / "be-supported.db")) as connection, connection:
        connection.execute(
            "UPDATE comment SET leased_until = '2021-03-05 12:00:00.000000' WHERE leased_until IS NOT NULL"
        )


def test_the_same_form_sent_fifty_times_at_once_is_one_row_and_fifty_same_answers(county: County) -> None:
    words = "The bench by the river is where we talk."
    fields = Phone(county.address).form(SURVEY) | {"good": words, "quote_ok": "yes", "hear_back": "yes"}
    before = rows(county, "SELECT count(*) FROM response")

    answers = all_at_once(50, lambda: Phone(county.address).open(SURVEY, fields))

    assert rows(county, "SELECT count(*) FROM response") == before + 1
    assert rows(county, "SELECT count(*) FROM comment WHERE text = ?", words) == 1
    assert {(answer.status, answer.address) for answer in answers} == {(200, answers[0].address)}
    assert len({answer.text for answer in answers}) == 1


def test_what_was_acknowledged_over_a_bad_line_is_stored_once(county: County) -> None:
    before = rows(county, "SELECT count(*) FROM response")

    sent = send_many(county.port, answers=400, at_once=8, share_cut=0.25, seed=7)

    assert sent.cut > 20
    assert sent.acknowledged == 400
    assert rows(county, "SELECT count(*) FROM response") == before + 400


def test_killing_the_server_right_after_an_answer_loses_nothing(county: County) -> None:
    for turn in range(5):
        words = f"Turn {turn}: somebody at the club listened."
        phone = Phone(county.address)
        answer = phone.open(SURVEY, phone.form(SURVEY) | {"good": words})
        county.kill()

        assert answer.status == 200
        assert rows(county, "SELECT count(*) FROM comment WHERE text = ?", words) == 1
        county.start()


def test_what_a_killed_worker_left_is_analysed_after_the_restart(county: County) -> None:
    words = "I wait a year for CAMHS and nobody tells me anything."
    for _ in range(20):
        phone = Phone(county.address)
        phone.open(SURVEY, phone.form(SURVEY) | {"better": words})
    county.kill()
    assert rows(county, "SELECT count(*) FROM comment WHERE text = ?", words) == 20
    let_leases_run_out(county)

    county.start()

    waiting = "SELECT count(*) FROM comment WHERE read_first IS NULL AND text = ?"
    _until(lambda: rows(county, waiting, words) == 0)


def _until(true: Callable[[], bool]) -> None:
    """Wait for another process."""
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline, "still waiting"
        time.sleep(0.2)


def test_a_server_without_its_database_gives_the_answers_back(county: County) -> None:
    words = "Please keep these words for me."
    phone = Phone(county.address)
    fields = phone.form(SURVEY) | {"good": words}
    county.stop()
    broken = County(county.home, DATABASE_URL="postgresql+psycopg://nobody@127.0.0.1:9/nothing")
    broken.start()
    try:
        answer: Answer = Phone(broken.address).open(SURVEY, fields)
        help_now = Phone(broken.address).open("/help-now")
    finally:
        broken.stop()

    assert (answer.status, words in answer.text) == (503, True)
    assert (help_now.status, "0800 1111" in help_now.text) == (200, True)
    county.start()
    again = Phone(county.address).open(SURVEY, fields)
    assert again.status == 200
    assert rows(county, "SELECT count(*) FROM comment WHERE text = ?", words) == 1
