"""A survey that is being written is changed piece by piece, and what hangs on a piece follows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import AnyOf, Is, Kind, Option, Question, Survey, check, load
from surveys import editing as edit
from surveys.loading import load_unfinished
from surveys.yaml_writing import to_yaml
from tests.surveys.any_survey import surveys
from tests.surveys.making import UNHURRIED, changed, small

NEW = Question(code="new_one", kind=Kind.LONG_TEXT, text={"en": "What else?"}, max_length=100)
TWO = load(
    changed(
        "      - code: why\n",
        "  - code: second\n    title: Second things\n    questions:\n      - code: why\n",
    )
)


def codes(survey: Survey) -> list[list[str]]:
    return [[question.code for question in section.questions] for section in survey.sections]


def test_words_change_and_translations_go_unless_they_are_kept() -> None:
    words = {"en": "Park", "pl": "Park"}

    assert edit.reworded(words, "Park", keep=False) == words
    assert edit.reworded(words, "Gardens", keep=False) == {"en": "Gardens"}
    assert edit.reworded(words, "Gardens", keep=True) == {"en": "Gardens", "pl": "Park"}
    assert edit.reworded(words, "", keep=True) is None
    assert edit.reworded(None, "New", keep=False) == {"en": "New"}


@pytest.mark.parametrize(
    ("text", "taken", "code"),
    [
        ("Why?", [], "why"),
        ("Why?", ["why", "why_2"], "why_3"),
        ("2 of us", [], "question_2_of_us"),
        ("żółć", [], "question"),
        ("When I ask for help, people listen to me", [], "when_i_ask_for_help_people_listen"),
    ],
)
def test_a_new_code_is_made_of_the_words_and_is_nobody_elses(text: str, taken: list[str], code: str) -> None:
    assert edit.new_code(text, taken) == code


def test_questions_move_within_and_across_sections() -> None:
    assert codes(TWO) == [["safe", "where"], ["why", "quote_ok"]]

    assert codes(edit.move_question(TWO, "where", by=-1)) == [["where", "safe"], ["why", "quote_ok"]]
    assert codes(edit.move_question(TWO, "where", by=1)) == [["safe"], ["where", "why", "quote_ok"]]
    assert codes(edit.move_question(TWO, "why", by=-1)) == [["safe", "where", "why"], ["quote_ok"]]
    assert edit.move_question(TWO, "safe", by=-1) == TWO
    alone = edit.move_question(TWO, "where", by=1)
    assert edit.move_question(alone, "safe", by=1) == alone


def test_sections_move_and_an_empty_one_goes() -> None:
    assert codes(edit.move_section(TWO, "second", by=-1)) == [["why", "quote_ok"], ["safe", "where"]]
    assert edit.move_section(TWO, "second", by=1) == TWO
    without = edit.remove_question(edit.remove_question(TWO, "why"), "quote_ok")
    assert codes(without) == [["safe", "where"]]


def test_what_hung_on_a_question_that_went_hangs_on_the_rest() -> None:
    without = edit.remove_question(small(), "where")

    assert without.question("why").shown_when == Is(question="safe", options=("disagree",))
    nothing = edit.remove_question(without, "safe")
    assert nothing.question("why").shown_when is None


def test_what_hung_on_an_answer_that_went_hangs_on_the_rest() -> None:
    without = edit.remove_option(small(), "where", "nowhere")

    assert without.question("why").shown_when == AnyOf(
        conditions=(Is(question="safe", options=("disagree",)), Is(question="where", options=("home",)))
    )


def test_an_answer_of_a_scale_changes_for_every_question_of_the_scale() -> None:
    twice = edit.add_question(small(), "first", replace(small().question("safe"), code="safer"))

    newer = edit.change_option(twice, "safe", "agree", lambda one: replace(one, text={"en": "Yes"}))
    newer = edit.add_option(newer, "safer", Option(code="perhaps", text={"en": "Perhaps"}, meaningful=False))

    assert newer.question("safe").options == newer.question("safer").options
    assert [one.text["en"] for one in newer.question("safe").options][0::3] == ["Yes", "Perhaps"]


def test_another_kind_keeps_what_fits() -> None:
    where = small().question("where")

    one = edit.with_kind(where, Kind.SINGLE, small())
    assert (one.most, [option.code for option in one.options]) == (None, [o.code for o in where.options])
    assert not any(option.exclusive for option in one.options)
    text = edit.with_kind(where, Kind.SHORT_TEXT, small())
    assert (text.options, text.max_length) == ((), 100)
    scale = edit.with_kind(text, Kind.AGREE, small())
    assert (scale.scale, scale.options) == ("agree3", small().question("safe").options)
    feel = edit.with_kind(text, Kind.FACES, small())
    assert len(feel.options) == 6


def test_what_is_not_there_cannot_be_changed() -> None:
    for change in (edit.remove_question, lambda survey, code: edit.move_question(survey, code, by=1)):
        with pytest.raises(KeyError):
            change(small(), "none")
    with pytest.raises(KeyError):
        edit.remove_option(small(), "safe", "none")
    with pytest.raises(KeyError):
        edit.move_section(small(), "none", by=1)


def test_words_beside_other_english_are_confirmed_by_nobody() -> None:
    confirmed = replace(
        edit.change_question(
            small(), "safe", lambda one: replace(one, text={**one.text, "pl": "Tak", "ar": "نعم"})
        ),
        confirmed_by={"pl": "Ola", "ar": "Amal"},
    )

    kept = edit.change_question(confirmed, "safe", lambda one: replace(one, text={**one.text, "en": "Safe."}))
    gone = edit.change_question(confirmed, "safe", lambda one: replace(one, text={"en": "Safe."}))

    assert edit.doubted(confirmed, kept).confirmed_by == {"pl": "", "ar": ""}
    assert edit.doubted(confirmed, gone).confirmed_by == {"pl": "Ola", "ar": "Amal"}
    assert edit.doubted(confirmed, confirmed) == confirmed


DEEDS = st.sampled_from(["up", "down", "remove", "add", "option", "kind", "section"])


def done(survey: Survey, deed: str, code: str, data: st.DataObject) -> Survey:
    question = survey.question(code)
    match deed:
        case "up" | "down":
            return edit.move_question(survey, code, by=-1 if deed == "up" else 1)
        case "remove":
            return edit.remove_question(survey, code) if len(survey.questions) > 1 else survey
        case "add":
            taken = [one.code for one in survey.questions]
            return edit.add_question(
                survey, survey.sections[0].code, replace(NEW, code=edit.new_code("new one", taken))
            )
        case "option" if question.options:
            option = data.draw(st.sampled_from(question.options))
            return edit.remove_option(survey, code, option.code)
        case "kind":
            kind = data.draw(st.sampled_from(Kind))
            return edit.change_question(survey, code, lambda one: edit.with_kind(one, kind, survey))
        case _:
            return edit.move_section(survey, data.draw(st.sampled_from(survey.sections)).code, by=1)


@pytest.mark.no_cover
@UNHURRIED
@given(surveys(), st.lists(DEEDS, min_size=1, max_size=6), st.data())
def test_whatever_is_done_the_draft_can_be_kept_checked_and_read_again(
    survey: Survey, deeds: list[str], data: st.DataObject
) -> None:
    for deed in deeds:
        survey = done(survey, deed, data.draw(st.sampled_from(survey.questions)).code, data)

    assert load_unfinished(to_yaml(survey)) == survey
    check(survey)
