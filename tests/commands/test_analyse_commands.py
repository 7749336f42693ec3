"""`flask analyse`: agreement, learning, versions and the way back, as somebody at a terminal meets them."""

from collections.abc import Iterator

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select

import analysis
from analysis.figures.agreement import kappa
from feedback_app.commands.analyse_words import kappa_words
from feedback_app.domain.findings.models import Finding
from feedback_app.platform.database import end_reading, reading, transaction
from tests.factories.labels import label_a_county

NAME = f"{analysis.VERSION}+county.1"


@pytest.fixture
def inside(app: Flask) -> Iterator[Flask]:
    """Inside the application."""
    with app.app_context():
        yield app


def flask(app: Flask, *arguments: str, typed: str = "") -> Result:
    return app.test_cli_runner().invoke(args=["analyse", *arguments], input=typed)


def versions_used() -> set[str]:
    end_reading()
    return set(reading().scalars(select(Finding.version)))


def test_agreement_says_what_was_checked_with_bases(inside: Flask) -> None:
    with transaction() as session:
        label_a_county(session, 30)

    found = flask(inside, "agreement", "--wave", "be-supported")

    assert found.exit_code == 0
    lines = found.output.splitlines()
    assert lines[0] == "30 of 30 comments checked by a person (100%)."
    sentiment = next(line for line in lines if line.startswith("sentiment"))
    assert "none (n 0)" in sentiment
    assert "(n 30)" in sentiment
    assert sum(line.startswith(analysis.THEME_CODES) for line in lines) == 16


def test_agreement_on_nothing_says_so(inside: Flask) -> None:
    assert flask(inside, "agreement").output.splitlines()[0] == "0 of 0 comments checked by a person."


def test_agreement_of_an_instrument_without_a_wave_is_one_sentence(inside: Flask) -> None:
    found = flask(inside, "agreement", "--wave", "nowhere")

    assert found.exit_code == 1
    assert "no wave of nowhere" in found.output


def test_too_few_labels_are_one_sentence_with_their_number(inside: Flask) -> None:
    found = flask(inside, "learn")

    assert found.exit_code == 1
    assert "There are 0 comments" in found.output
    assert "60" in found.output


def test_learn_compare_use_and_roll_back(inside: Flask) -> None:
    with transaction() as session:
        label_a_county(session, 120)

    learned = flask(inside, "learn")
    assert learned.exit_code == 0, learned.output
    assert "Compared on 120 comments of 120 responses" in learned.output
    assert f"Proposed as {NAME}." in learned.output
    assert versions_used() == {analysis.VERSION}

    not_yet = flask(inside, "use", NAME, typed="n\n")
    assert not_yet.exit_code == 1
    assert versions_used() == {analysis.VERSION}

    used = flask(inside, "use", NAME, typed="y\n")
    assert "better by" in used.output
    assert used.output.splitlines()[-1] == f"{NAME} is in use. 120 comments read anew."
    assert versions_used() == {NAME}
    assert f"{NAME}  in use, learned on" in flask(inside, "versions").output

    back = flask(inside, "roll-back")
    assert back.output.splitlines()[-1] == f"{analysis.VERSION} is in use. 120 comments read anew."
    assert versions_used() == {analysis.VERSION}
    assert flask(inside, "versions").output.splitlines()[0] == f"{analysis.VERSION}  shipped, in use"
    assert flask(inside, "roll-back").exit_code == 1


def test_a_bad_version_is_known_by_its_comparison(inside: Flask) -> None:
    """Labels the wrong way round in one half: two thirds at most can be right, and the held-back part says so."""
    with transaction() as session:
        label_a_county(session, 60, seed=1)
        label_a_county(session, 60, seed=2, turned=True)

    found = flask(inside, "learn").output

    feelings = next(line for line in found.splitlines() if line.strip().startswith("feelings"))
    learned = float(feelings.split("learned ")[1].split(" ")[0])
    assert learned < 0.75


def test_a_version_nobody_made_is_one_sentence(inside: Flask) -> None:
    found = flask(inside, "use", "county.9", "--yes")

    assert found.exit_code == 1
    assert "no version called county.9" in found.output


def test_one_label_throughout_says_so_instead_of_a_kappa() -> None:
    assert kappa_words(kappa([("yes", "yes")] * 3)) == "one label only (n 3)"
