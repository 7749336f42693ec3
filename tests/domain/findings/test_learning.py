"""What people's labels teach is compared on labels held back, proposed, put to use by a person, and rolled back."""

import json
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.findings.learning import Learned, TooFewLabels, learn, to_try, told
from feedback_app.domain.findings.models import LearnedVersion
from feedback_app.domain.findings.versions import keep_version, name_of_feature
from feedback_app.domain.responses.models import Comment
from feedback_app.platform.database import reading, transaction
from tests.factories.labels import label_a_county

NAME = "Zebedeeson"


@pytest.fixture
def inside(app: Flask) -> Iterator[Flask]:
    """Inside the application, where jobs run."""
    with app.app_context():
        yield app


def learned(session: Session) -> Learned:
    session.flush()
    return learn(told(session), to_try(session)[:20])


def test_what_is_learned_reads_a_countys_own_words_better_than_what_ships(session: Session) -> None:
    label_a_county(session)

    compared = learned(session).comparison

    assert compared["comments"] == 120
    for kind in ("sentiment", "themes"):
        found = compared[kind]
        assert isinstance(found, dict)
        assert found["learned_f1"]["low"] > found["shipped_f1"]["high"]
        assert found["better_by"]["low"] > 0.1
    changes = compared["changes"]
    assert isinstance(changes, dict)
    assert changes["of"] == 20
    assert changes["comments"] >= changes["sentiment"] > 0


def test_the_same_labels_teach_the_same_to_the_last_digit(inside: Flask) -> None:
    with transaction() as session:
        label_a_county(session, 70)

    first, second = learned(reading()), learned(reading())

    assert first == second


def test_fewer_labels_than_sixty_teach_nothing(session: Session) -> None:
    label_a_county(session, 59)
    session.flush()

    with pytest.raises(TooFewLabels, match="59 comments"):
        told(session)


def test_no_word_stands_in_a_stored_version_and_no_name_teaches_anything(session: Session) -> None:
    """A staff member's name in every tenth comment is a personal detail, and "rarely" stands in four only."""
    _, comments = label_a_county(session)
    for number, comment_id in enumerate(comments):
        comment = session.get_one(Comment, comment_id)
        comment.text += f" thanks to Mr {NAME}" if number % 10 == 0 else ""
        comment.text += " rarely" if number < 4 else ""
    found = learned(session)
    keep_version(session, found.weights, found.comparison)
    session.flush()

    stored = json.dumps(session.scalars(select(LearnedVersion)).one().weights)

    assert all(word not in stored.casefold() for word in ("skeg", "bobbins", "mardle", NAME.casefold()))
    assert "skeg" in names_known(found)
    assert not {NAME.casefold(), "rarely", f"mr {NAME.casefold()}"} & names_known(found)


def names_known(found: Learned) -> set[str]:
    """Which of these words the version knows, by asking with the key."""
    words = ("skeg", "bobbins", "rarely", NAME.casefold(), f"mr {NAME.casefold()}")
    return {word for word in words if name_of_feature(word) in found.weights.features}
