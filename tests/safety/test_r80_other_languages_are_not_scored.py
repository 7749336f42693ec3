"""SAFETY R-80: what is not English is never scored by what knows English alone; it says so, and a person reads it."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

import analysis
from feedback_app.domain.findings.models import Finding
from feedback_app.domain.responses.models import Comment, Response
from feedback_app.jobs import analyse_waiting
from feedback_app.platform.database import reading
from feedback_app.platform.roles import Role
from tests.client import StrictClient
from tests.factories.answering import SURVEY, form, open_waves, send

#: As they are typed on a phone, some without the letters that give a language away.
WRITTEN = {
    "pl": ("Nikt mnie nie słucha i jest mi smutno.", "za dlugo sie czeka", "super klub"),
    "pt": ("Ninguém me ouve e fico triste.", "demora muito", "gosto da escola"),
    "ro": ("Nimeni nu mă ascultă și sunt trist.", "dureaza prea mult", "oamenii sunt de treaba"),
    "ar": ("لا أحد يسمعني وأنا حزين.", "mumtaz", "shukran jazilan"),
}
CASES = [(language, words) for language, all_words in WRITTEN.items() for words in all_words]


def answered(app: Flask, client: StrictClient, language: str, words: str) -> tuple[str, Finding]:
    """Send words from the survey's page in a language; the language that was stored, and what was found."""
    open_waves(app)
    address = f"{SURVEY}?language={language}"
    fields = client.page(address).hidden_fields(address if language != "en" else SURVEY)
    assert send(client, fields | {"good": words}, address).status == 303
    with app.app_context():
        analyse_waiting()
        stored = reading().scalar(select(Response.language))
        finding = reading().scalar(select(Finding).join(Comment, Comment.id == Finding.comment_id))
    assert stored is not None
    assert finding is not None
    return stored, finding


@pytest.mark.parametrize(("language", "words"), CASES)
def test_words_from_a_page_in_another_language_get_no_score(
    app: Flask, client: StrictClient, language: str, words: str
) -> None:
    stored, finding = answered(app, client, language, words)

    assert stored == language
    assert finding.language == language
    assert (finding.sentiment, finding.score) == (None, None)


@pytest.mark.parametrize(("language", "all_words"), WRITTEN.items())
def test_what_plainly_is_another_language_gets_no_score_on_the_english_page_either(
    app: Flask, client: StrictClient, language: str, all_words: tuple[str, ...]
) -> None:
    stored, finding = answered(app, client, "en", all_words[0])

    assert (stored, finding.language, finding.sentiment) == ("en", language, None)


def test_english_on_a_page_in_another_language_is_read_as_english(app: Flask, client: StrictClient) -> None:
    stored, finding = answered(app, client, "pl", "My teacher is great and she listens to me.")

    assert (stored, finding.language, finding.sentiment) == ("pl", "en", "positive")


def test_a_person_reads_it_all_the_same(
    app: Flask, client: StrictClient, sign_in: Callable[[Role], StrictClient]
) -> None:
    answered(app, client, "pl", WRITTEN["pl"][0])
    reader = sign_in(Role.YOUTH_WORKER)

    with app.app_context():
        comment_id = reading().scalar(select(Comment.id))

    assert WRITTEN["pl"][0] in reader.page("/moderation").text()
    assert WRITTEN["pl"][0] in reader.page(f"/moderation/{comment_id}").text()


def test_a_worry_is_seen_whatever_the_language() -> None:
    assert analysis.analyse("boje sie wracac do domu", page="pl").concern.read_first


def test_the_form_of_the_english_page_says_no_language(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    send(client, form(client))

    with app.app_context():
        assert reading().scalar(select(Response.language)) == "en"
