"""SAFETY R-57: what people label and what is learned from it never lowers what is to be read first."""

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis.learned.fields import COUNT
from analysis.learned.leaning import Leaning, LeaningWeights
from feedback_app.domain.findings.correct import Said, correct
from feedback_app.domain.moderation.queue import QueueFilter, page_of_queue
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_finding
from tests.factories.people import make_person

WORRIES = (
    "lol he only hits me on weekdays",
    "i want to kms, the staff are lovely though",
    "my sister has not eaten for days. great club!!",
    "they bring knives to the park",
    "call me on 07700 900123 or ask for Priya Patel",
    "you are all stupid idiots",
    "exams are killing me",
)
NUMBER = st.floats(-80, 80)


@given(
    start=st.lists(NUMBER, min_size=COUNT, max_size=COUNT),
    word=st.dictionaries(st.integers(0, COUNT - 1), NUMBER),
    text=st.sampled_from(WORRIES),
)
@settings(max_examples=120, deadline=None)
def test_no_weights_whatever_change_what_is_read_first_private_or_abusive(
    start: list[float], word: dict[int, float], text: str
) -> None:
    every_word = LeaningWeights(start=start, features={"any": word})
    leaning = Leaning(every_word, lambda _: "any")

    shipped, learned = analysis.analyse(text), analysis.analyse(text, leaning=leaning)

    assert learned.concern == shipped.concern
    assert (learned.personal, learned.abusive, learned.language) == (
        shipped.personal,
        shipped.abusive,
        shipped.language,
    )


@pytest.mark.parametrize("said", [Said(sentiment="positive"), Said(themes=[]), Said(agrees=True)])
def test_a_label_leaves_a_worry_at_the_top_of_the_queue(app: Flask, said: Said) -> None:
    with app.app_context():
        with transaction() as session:
            by = make_person(session, Role.YOUTH_WORKER)
            worry = make_comment(session, WORRIES[0], read_first=True)
            make_finding(session, worry, read_first=True, themes={"safe.protected": ["hits me"]})
            calm = make_comment(session, "more clubs please")
            make_finding(session, calm)
        with transaction() as session:
            correct(session, worry, said, by=by, unseen=False)

        reader = Reader(person_id=by, is_lead=False)
        lines, _ = page_of_queue(reading(), QueueFilter(), reader=reader, page=1, size=10)
        assert [line.id for line in lines] == [worry, calm]
