"""The short value that keeps how somebody likes to read: only known choices, and the same choices the same value."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback_app.platform.languages import TAGS
from feedback_app.questionnaire.ways import (
    AS_IT_WAS,
    LONGEST,
    Colours,
    Spacing,
    Text,
    Ways,
    format_ways,
    parse_ways,
)

EVERY = [
    Ways(language=language, easy=easy, text=text, colours=colours, spacing=spacing)
    for language, easy, text, colours, spacing in product(TAGS, (False, True), Text, Colours, Spacing)
]


def test_every_choice_comes_back_from_its_value() -> None:
    values = {format_ways(ways): ways for ways in EVERY}

    assert len(values) == len(EVERY)
    assert {value: parse_ways(value) for value in values} == values
    assert max(map(len, values)) <= LONGEST


def test_the_usual_needs_no_value() -> None:
    assert format_ways(AS_IT_WAS) == ""
    assert parse_ways("") == AS_IT_WAS


@pytest.mark.parametrize(
    "value",
    [
        "xx",
        "PL",
        "normal",
        "as_device",
        "en-x-easy",
        "large larger",
        "<script>",
        "../../etc/passwd",
        "large\r\nSet-Cookie: a=b",
        "." * LONGEST,
        "pl." * 400,
    ],
)
def test_what_is_not_known_counts_for_nothing(value: str) -> None:
    assert parse_ways(value) == AS_IT_WAS


@given(st.text(max_size=200))
def test_any_text_is_one_of_the_choices_there_are(value: str) -> None:
    assert parse_ways(value) in EVERY


def test_what_is_known_holds_beside_what_is_not() -> None:
    assert parse_ways("visitor-17.large.calm") == Ways(text=Text.LARGE, colours=Colours.CALM)


def test_easy_read_is_looked_up_under_a_tag_that_falls_back_to_its_language() -> None:
    assert [Ways(easy=True).wording, Ways(language="pl", easy=True).wording, Ways(language="pl").wording] == [
        "en-x-easy",
        "pl-x-easy",
        "pl",
    ]
