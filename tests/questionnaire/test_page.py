"""The survey page shows the whole definition, in one form that needs no script."""

import gzip
import json

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from feedback_app.questionnaire.building import filled, sections
from feedback_app.questionnaire.condition_words import answer_this_if
from feedback_app.questionnaire.page import render_preview
from surveys import AllOf, Is, Kind, Survey, condition_tree, instrument_text, load, text_field
from tests.client import Page, StrictClient
from tests.factories.answering import open_waves

BOTH = ("be-supported", "voxy")


def survey(slug: str) -> Survey:
    return load(instrument_text(slug))


def opened(app: Flask, client: StrictClient, slug: str) -> Page:
    open_waves(app)
    return client.page(f"/s/{slug}")


@pytest.mark.parametrize("slug", BOTH)
def test_one_form_holds_every_field_of_the_definition(app: Flask, client: StrictClient, slug: str) -> None:
    definition = survey(slug)
    wanted = {"submission_id", "form_token"}
    for question in definition.questions:
        if question.kind is not Kind.INFORMATION:
            wanted.add(question.code)
        wanted |= {text_field(question, option) for option in question.options if option.text_box}

    page = opened(app, client, slug)
    (form,) = [one for one in page.all("form") if one.get("method") == "post"]

    assert {one.get("name") for tag in ("input", "textarea") for one in form.iter(tag)} == wanted


@pytest.mark.parametrize("slug", BOTH)
def test_every_option_is_offered_and_none_is_chosen_beforehand(
    app: Flask, client: StrictClient, slug: str
) -> None:
    wanted = {(q.code, option.code) for q in survey(slug).questions for option in q.options}

    page = opened(app, client, slug)
    (form,) = page.all("form")
    boxes = [one for one in form.iter("input") if one.get("type") in ("radio", "checkbox")]

    assert {(one.get("name"), one.get("value")) for one in boxes} == wanted
    assert [one.attrib for one in boxes if "checked" in one.attrib] == []


def test_each_closed_question_is_a_group_with_a_legend(app: Flask, client: StrictClient) -> None:
    titles = [q.text["en"] for q in survey("be-supported").questions if q.is_choice]

    page = opened(app, client, "be-supported")
    legends = [" ".join("".join(legend.itertext()).split()) for legend in page.all("legend")]

    assert [legend.split(". ", 1)[1] for legend in legends] == titles


def test_conditions_travel_as_declared_and_are_said_in_words(app: Flask, client: StrictClient) -> None:
    page = opened(app, client, "be-supported")
    declared = {
        one.get("data-question"): json.loads(one.get("data-shown-when", "null"))
        for one in page.all("div")
        if one.get("data-question")
    }

    for question in survey("be-supported").questions:
        wanted = None if question.shown_when is None else condition_tree(question.shown_when)
        assert declared[question.code] == wanted
    assert (
        "Answer this if you chose “Nobody” in question 4. "
        "Or if you chose “Disagree” or “Strongly disagree” in question 2 or 3."
    ) in page.text()


def test_conditions_that_must_all_hold_are_said_so() -> None:
    definition = survey("be-supported")
    both = AllOf(
        conditions=(
            Is(question="listened", options=("agree",)),
            Is(question="believed", options=("disagree",)),
        )
    )

    said = answer_this_if(both, definition, numbers={"listened": 2, "believed": 3}, language="en")

    assert (
        said
        == "Answer this if you chose “Agree” in question 2. And only if you chose “Disagree” in question 3."
    )


def test_the_line_about_names_stands_at_every_box(app: Flask) -> None:
    with app.app_context():
        views = [q for section in sections(filled(survey("be-supported"))) for q in section.questions]

    beside = survey("be-supported").beside_text
    assert beside is not None
    texts = [q for q in views if q.box is not None]
    boxes = [choice.box for q in views for choice in q.choices if choice.box is not None]
    assert {q.beside for q in texts} == {beside["en"]}
    assert {box.hint for box in boxes} == {beside["en"]}
    assert (len(texts), len(boxes)) == (2, 4)


def test_two_openings_differ_only_in_their_token(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    first, second = client.page("/s/be-supported"), client.page("/s/be-supported")
    one, other = first.hidden_fields(), second.hidden_fields()

    assert one.keys() == other.keys()
    assert all(one[name] != other[name] for name in one)
    html = first.html
    for name in one:
        html = html.replace(one[name], other[name])
    assert html == second.html


def test_the_compressed_page_is_small_and_the_same(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    plain = client.get("/s/be-supported", headers={"Accept-Encoding": "gzip;q=0"})
    packed = FlaskClient(app, Response).get("/s/be-supported", headers={"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in plain.headers
    assert (packed.headers["Content-Encoding"], packed.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert len(packed.data) < 14 * 1024
    assert len(gzip.decompress(packed.data)) == len(plain.data)


def test_a_preview_can_send_nothing(app: Flask) -> None:
    with app.test_request_context():
        html = render_preview(survey("be-supported"))

    assert "This is a preview" in html
    assert 'type="submit"' not in html
    assert "submission_id" not in html
