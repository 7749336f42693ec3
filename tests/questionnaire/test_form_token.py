"""The form token goes with its submission, cannot be changed, and does not go stale."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from feedback_app.questionnaire.form_token import FormToken, hidden_fields, issue, read, write

SECRET = "a secret that is long enough for the tests to use"
NOW = datetime(2026, 11, 3, 16, 30, 12, tzinfo=UTC)


def token() -> FormToken:
    return issue(uuid4(), now=NOW)


def test_what_is_written_is_read_again() -> None:
    issued = token()

    assert read(write(issued, secret=SECRET), issued.submission_id.hex, secret=SECRET) == issued


def test_each_opening_has_a_submission_of_its_own() -> None:
    wave_id = uuid4()

    assert issue(wave_id, now=NOW).submission_id != issue(wave_id, now=NOW).submission_id


def test_another_submission_does_not_go_with_it() -> None:
    issued = token()

    assert read(write(issued, secret=SECRET), uuid4().hex, secret=SECRET) is None
    assert read(write(issued, secret=SECRET), "", secret=SECRET) is None


def test_a_token_of_another_server_is_none() -> None:
    issued = token()

    assert (
        read(
            write(issued, secret="another secret, as long as it has to be"),
            issued.submission_id.hex,
            secret=SECRET,
        )
        is None
    )


def test_every_changed_character_breaks_it() -> None:
    issued = token()
    written = write(issued, secret=SECRET)

    for place, character in enumerate(written):
        changed = written[:place] + ("A" if character != "A" else "B") + written[place + 1 :]
        found = read(changed, issued.submission_id.hex, secret=SECRET)
        assert found is None or found == issued, place


@pytest.mark.parametrize("odd", ["", ".", "..", "\ud800", "é", "a.b", "x" * 10_000, "\0"])
def test_odd_texts_are_none_and_never_an_error(odd: str) -> None:
    assert read(odd, UUID(int=0).hex, secret=SECRET) is None


def test_the_hidden_fields_need_no_escaping() -> None:
    html = hidden_fields(token(), secret=SECRET)

    assert html.count("<input") == 2
    assert set(
        html.replace('<input type="hidden" name="', "").replace('" value="', "").replace('">', "")
    ) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
