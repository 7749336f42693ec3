"""R-58: what the machine puts first is measured on a reviewed set, and what it missed is told by its id alone."""

import pytest
from flask import Flask

from analysis import analyse
from analysis.training.texts import fresh_worries
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.escalate import Concern, escalate
from feedback_app.domain.safeguarding.states import Kind
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment
from tests.factories.people import make_person

#: Each once was missed, or stands for a way of saying it: slang, spelling, disguise, emoji, a friend, the past, other languages.
ALWAYS_FIRST = (
    "i want to kms",
    "k1ll myself",
    "i dont wanna be alive anymore",
    "my mate cuts herself",
    "I used to self harm but my counsellor helped",
    "he hits me",
    "my dad hits my mum",
    "there is never any food at ours",
    "nowhere to sleep tonight",
    "he made me send pics",
    "older lads make me carry stuff for them",
    "a boy at school has a knife",
    "they call me names every day and nobody stops it",
    "i make myself sick after every meal",
    "my mum drinks all day and then she screams at us",
    "got kicked out by my stepdad",
    "unalive me",
    "🔪😭 myself",
    "chcę umrzeć",
    "quero morrer",
    "vreau să mor",
    "أريد أن أموت",
    "quiero morir",
)
REASON = "She names him."


@pytest.mark.parametrize("words", ALWAYS_FIRST)
def test_these_are_always_read_first(words: str) -> None:
    assert analyse(words, "What do you want the people in charge to know?").concern.read_first


def test_of_a_reviewed_set_most_worries_are_found_and_most_flags_are_right() -> None:
    read = [(analyse(text).concern.read_first, meant) for text, meant in fresh_worries()]

    found = sum(flag and meant for flag, meant in read)
    assert found / sum(meant for _, meant in read) > 0.75
    assert found / sum(flag for flag, _ in read) > 0.7


def test_what_people_escalated_and_the_machine_did_not_see_is_told_without_its_words(app: Flask) -> None:
    with app.app_context(), transaction() as session:
        by = Reader(person_id=make_person(session, Role.YOUTH_WORKER), is_lead=False)
        seen, missed = (
            make_comment(session, f"words of hers {flag}", read_first=flag) for flag in (True, False)
        )
        for comment_id in (seen, missed):
            escalate(session, comment_id, Concern(kinds=(Kind.ABUSE,), reason=REASON), reader=by)

    told = app.test_cli_runner().invoke(args=["analyse", "missed"]).output

    assert (
        "1 of 2 escalated comments had been put first by the machine (50%, 95 % interval 9% to 91%)" in told
    )
    assert f"missed: {missed}" in told
    assert (str(seen) in told, "words of hers" in told, REASON in told) == (False, False, False)


def test_with_nothing_escalated_that_is_said(app: Flask) -> None:
    told = app.test_cli_runner().invoke(args=["analyse", "missed"]).output

    assert told == "No comment has been escalated that the machine had read.\n"
