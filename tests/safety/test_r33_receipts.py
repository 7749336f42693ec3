"""SAFETY R-33: a receipt is five words under the server's key, kept as a hash, the same to all who do not have it."""

import csv
import math
import re
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from importlib import import_module
from io import StringIO
from pathlib import Path
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from feedback_app.domain.responses.exporting import every_answer
from feedback_app.domain.responses.importing import import_responses
from feedback_app.domain.responses.models import Response
from feedback_app.domain.responses.receipts import hash_of, read_code, word_list, words_of
from feedback_app.domain.tables import SUBJECTS
from feedback_app.domain.waves.queries import wave_by_id
from feedback_app.domain.withdrawals.withdraw import withdraw
from feedback_app.jobs import analyse_waiting
from feedback_app.platform.database import BUSY_MILLISECONDS, Model, finish_clearing, reading
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, form, open_waves, send, stored
from tests.factories.comments import make_wave
from tests.factories.receipts import enter, make_receipt, press, reply_to_all, send_for_code, visit_of

ROOT = Path(__file__).resolve().parents[2]


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


def test_codes_that_are_not_known_are_looked_for_alike(app: Flask, client: StrictClient) -> None:
    """Unknown, taken back and mistyped: the same statements, the same page, the same status."""
    open_waves(app)
    code = send_for_code(app, client, good="Warm")
    press(client, enter(client, code), "take-back")
    typo = " ".join([*send_for_code(app, client).split()[:4], "zzzz"])
    engine, seen = app.extensions["database"].engine, []

    def listen(*args: object) -> None:
        seen.append(str(args[2]))

    event.listen(engine, "before_cursor_execute", listen)
    asked, pages = [], []
    for one in (code, typo, "apple apple apple apple apple"):
        seen.clear()
        page = enter(client, one)
        asked.append(tuple(seen))
        pages.append((page.status, page.html.replace(one, "")))
    event.remove(engine, "before_cursor_execute", listen)

    assert len(set(asked)) == 1
    assert len(set(pages)) == 1


def test_no_byte_of_the_database_holds_what_was_taken_back(
    app: Flask, client: StrictClient, sqlite_url: str
) -> None:
    open_waves(app)
    words = "Quokkas live at the green bench"
    code = send_for_code(app, client, good=words, better=f"{words}, more than two")
    reply_to_all(app, f"You said {words}")
    page = press(client, enter(client, code), "answer", answer=f"Yes, {words}")
    with app.app_context():
        analyse_waiting()
    database = Path(sqlite_url.removeprefix("sqlite:///"))
    assert words.encode() in on_disk(database)

    press(client, page, "take-back")

    assert words.encode() not in on_disk(database)
    assert b"Quokka" not in on_disk(database)


def test_somebody_who_reads_meanwhile_delays_nobody_and_the_journal_is_emptied_after(
    app: Flask, client: StrictClient, sqlite_url: str
) -> None:
    open_waves(app)
    page = enter(client, send_for_code(app, client, good="Quokka"))
    database = Path(sqlite_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM comment").fetchone()

        began = time.monotonic()
        assert press(client, page, "take-back").text("h1") == "It is all gone"
        assert time.monotonic() - began < BUSY_MILLISECONDS / 1000
    with app.app_context():
        finish_clearing()

    assert b"Quokka" not in on_disk(database)


def on_disk(database: Path) -> bytes:
    """The database's file and its journal."""
    return b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))


def test_a_form_resent_while_it_is_taken_back_stays_away(app_on_both: Flask) -> None:
    open_waves(app_on_both)
    client = app_on_both.test_client()
    assert isinstance(client, StrictClient)
    for _ in range(5):
        fields = form(client) | {"hear_back": "yes", "good": "Warm"}
        client.post(SURVEY, data=fields)
        with app_on_both.app_context():
            code = words_of(UUID(hex=fields["submission_id"]))
        visit = visit_of(enter(client, code))
        deeds = [("/r", {"visit": visit, "do": "take-back"})] * 2 + [(SURVEY, fields)] * 6
        with ThreadPoolExecutor(len(deeds)) as pool:
            made = [
                pool.submit(app_on_both.test_client().post, address, data=data) for address, data in deeds
            ]
            statuses = [one.result().status_code for one in made]

        assert statuses == [200] * 2 + [303] * 6
        assert stored(app_on_both) == (0, 0)


def test_an_export_made_before_brings_nothing_back(session: Session) -> None:
    wave_id = make_wave(session)
    response_id, _ = make_receipt(session, wave_id, chosen={"know_who": ["agree"]})
    wave = wave_by_id(session, wave_id)
    export = every_answer(session, [wave])
    file = StringIO()
    rows = csv.DictWriter(file, export.columns)
    rows.writeheader()
    rows.writerows(export.rows)
    file.seek(0)

    withdraw(session, response_id)
    taken = import_responses(session, wave, file, by=None)

    assert (taken.new, taken.known) == (0, 1)
    assert session.scalars(select(Response.id)).all() == []


def test_whatever_hangs_on_a_response_goes_with_it() -> None:
    """No table may keep what belongs to a response or a comment: its rows go, or lose the way to it."""
    for subject in SUBJECTS:
        import_module(f"feedback_app.domain.{subject}.models")
    left = [
        f"{table.name}.{column.name}"
        for table in Model.metadata.sorted_tables
        for column in table.columns
        if column.name in ("response_id", "comment_id")
        if {key.ondelete for key in column.foreign_keys} - {"CASCADE", "SET NULL"} or not column.foreign_keys
    ]

    assert left == []


def test_only_the_page_of_the_code_ever_looks_for_one() -> None:
    """The staff cannot search by a code: nothing of theirs reads or hashes one."""
    asking = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "feedback_app").rglob("*.py")
        if re.search(r"\b(read_code|hash_of)\b", path.read_text())
    }

    assert asking == {
        "feedback_app/domain/responses/receipts.py",
        "feedback_app/domain/responses/submit.py",
        "feedback_app/young_people/receipt_pages.py",
    }
