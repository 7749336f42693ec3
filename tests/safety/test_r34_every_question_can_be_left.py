"""SAFETY R-34, R-38: public task and not consent, and leaving a question is as easy as answering it."""

import pytest
from flask import Flask

from surveys import instrument_text, load
from tests.client import StrictClient
from tests.factories.answering import form, open_waves, send


def test_the_notice_says_public_task_and_free_choice(client: StrictClient) -> None:
    text = client.page("/privacy").text()

    assert "public task" in text
    assert "We do not rely on consent" in text
    assert "your free choice, on every question" in text


@pytest.mark.parametrize("slug", ["be-supported", "voxy"])
def test_each_question_alone_may_be_left_blank(app: Flask, client: StrictClient, slug: str) -> None:
    open_waves(app)
    address = f"/s/{slug}"
    survey = load(instrument_text(slug))
    full = {
        question.code: question.options[0].code if question.is_choice else "Some words"
        for question in survey.questions
        if question.options or question.is_text
    }

    for code in full:
        left = {name: value for name, value in full.items() if name != code}
        assert send(client, form(client, address) | left, address).status == 303, code


def test_not_saying_is_the_same_kind_of_card_as_saying(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    labels = {
        (label.get("class"), tuple(child.tag for child in label if child.tag == "span"))
        for label in client.page("/s/voxy").all("label")
        if "choice" in (label.get("class") or "")
    }

    assert labels == {("choice__label", ("span",))}
