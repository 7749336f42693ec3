"""SAFETY R-73, R-77: each question is its field's own heading; nothing is starred; who you are is asked last, with why."""

import pytest
from flask import Flask

from surveys import instrument_text, load
from tests.client import StrictClient
from tests.factories.answering import open_waves


@pytest.mark.parametrize("slug", ["be-supported", "voxy"])
def test_each_legend_and_each_boxs_label_is_a_heading(app: Flask, client: StrictClient, slug: str) -> None:
    open_waves(app)
    page = client.page(f"/s/{slug}")
    questions = [one for one in page.all("div") if one.get("data-question") and list(one.iter("h3"))]

    for question in questions:
        (heading,) = list(question.iter("h3"))
        legends, labels = list(question.iter("legend")), [label for label in heading.iter("label")]
        assert [list(legend) for legend in legends] == ([[heading]] if legends else [])
        assert len(legends) + len(labels) == 1
    asked = [q for q in load(instrument_text(slug)).questions if q.is_choice or q.is_text]
    assert len(questions) == len(asked)


def test_nothing_is_starred_or_required(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    page = client.page("/s/be-supported")

    assert "*" not in page.text()
    assert [one for one in page.tree.iter() if "required" in one.attrib] == []


@pytest.mark.parametrize("slug", ["be-supported", "voxy"])
def test_who_you_are_is_asked_after_everything_else_and_says_why(slug: str) -> None:
    survey = load(instrument_text(slug))
    codes = [question.code for question in survey.questions]
    about_you = [question.code for question in survey.questions if question.coverage]
    (section,) = [one for one in survey.sections if one.code == "about_you"]

    others = [code for code in codes if code not in about_you and code not in ("hear_back", "under_11_note")]
    assert max(map(codes.index, others)) < min(map(codes.index, about_you))
    assert section.intro is not None
