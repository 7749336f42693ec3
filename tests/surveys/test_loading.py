"""A definition file is read whole, and a broken one says where and how to mend it."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from surveys import DefinitionError, FlawCode, Is, Kind, check, load, load_file
from tests.surveys.broken_definitions import BROKEN
from tests.surveys.making import SMALL, UNHURRIED, changed, line_with, small


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_definition_says_the_line_the_question_and_what_to_do(case: str) -> None:
    source, at, question, wrong, advice = BROKEN[case]

    with pytest.raises(DefinitionError) as caught:
        load(source, name="ours.yaml")

    first = caught.value.problems[0]
    assert (first.source, first.question) == ("ours.yaml", question)
    assert first.line == (line_with(at) if at else 1)
    assert wrong in first.wrong
    assert advice in first.advice
    assert str(first) in str(caught.value)
    assert str(caught.value).startswith(f"ours.yaml, line {first.line}")


def test_every_problem_is_told_at_once_in_the_order_of_the_file() -> None:
    source = changed("most: 2", "most: two").replace("max_length: 50", "max_length: fifty")

    with pytest.raises(DefinitionError) as caught:
        load(source)

    assert [problem.question for problem in caught.value.problems] == ["where", "why"]
    assert len(str(caught.value).splitlines()) == 2


def test_a_section_that_stands_twice_is_told_with_every_question_in_it() -> None:
    with pytest.raises(DefinitionError) as caught:
        load(SMALL + SMALL[SMALL.index("  - code: first") :])

    said = [(problem.question, problem.wrong) for problem in caught.value.problems]
    assert said == [
        (None, "the section code “first” is used twice."),
        *((code, "this question code is used twice.") for code in ("safe", "where", "why")),
        ("quote_ok", "this question code is used twice."),
        ("quote_ok", "another question already has the role “may_quote”."),
    ]


def test_a_question_without_a_code_is_named_by_its_place() -> None:
    with pytest.raises(DefinitionError) as caught:
        load(changed("      - code: why\n        kind: long_text", "      - kind: long_text"))

    assert caught.value.problems[0].question == "number 3 of section 1"


def test_yaml_words_stay_words() -> None:
    source = changed("{code: club, text: Club}", "{code: 11_12, text: No}").replace("text: Park", "text: 012")

    options = load(source).question("where").options

    assert [(option.code, option.text["en"]) for option in options[:2]] == [("park", "012"), ("11_12", "No")]


def test_a_scale_is_written_once_and_used_by_name() -> None:
    question = small().question("safe")

    assert [option.code for option in question.options] == ["agree", "disagree", "rather_not_say"]
    assert question.positive_codes == {"agree"}
    assert [option.face for option in question.options] == ["happy", "unhappy", None]


def test_everything_in_the_file_arrives() -> None:
    survey = small()

    why = survey.question("why")
    assert [section.title["en"] for section in survey.sections] == ["First things"]
    assert [question.code for question in survey.questions] == ["safe", "where", "why", "quote_ok"]
    assert (why.kind, why.max_length, why.quotable, why.purpose) == (
        Kind.LONG_TEXT,
        50,
        True,
        "To learn why.",
    )
    assert survey.question("where").most == 2
    assert survey.question("quote_ok").role == "may_quote"
    assert (survey.slug, survey.version, survey.minutes, survey.languages) == ("small", 1, 1, ("en",))


def test_the_same_text_is_the_same_survey_whatever_its_file_is_called() -> None:
    again = load("# a remark\n" + SMALL, name="other.yaml")

    assert again == small()
    assert hash(again) == hash(small())


def test_a_text_without_a_length_has_the_usual_one() -> None:
    longer = load(changed("        max_length: 50\n", ""))
    shorter = load(changed("kind: long_text", "kind: short_text").replace("        max_length: 50\n", ""))

    assert (longer.question("why").max_length, shorter.question("why").max_length) == (1000, 100)


def test_one_option_in_a_condition_needs_no_list() -> None:
    survey = load(
        changed("shown_when: {question: why, has_words: yes}", "shown_when: {question: safe, is: agree}")
    )

    assert survey.question("quote_ok").shown_when == Is(question="safe", options=("agree",))


def test_a_file_is_read_by_its_name_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(SMALL, encoding="utf-8-sig")

    survey = load_file(file)

    assert (survey, survey.source) == (small(), "small.yaml")


def test_a_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    file = tmp_path / "survey.yaml"
    file.write_bytes(b"\xff\xfe\x00s")

    with pytest.raises(DefinitionError) as caught:
        load_file(file)

    assert caught.value.problems[0].code is FlawCode.NOT_YAML
    assert str(caught.value) == "survey.yaml: this is not a plain text file. Save it again as text in UTF-8."


PIECES = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    [
        "- ",
        "{",
        "}",
        "[",
        "]",
        ": ",
        '"',
        "'",
        "&a ",
        "*a",
        "<<: ",
        "? ",
        "| ",
        "> ",
        "# ",
        "%",
        "\t",
        "!!int ",
        "---\n",
    ]
)


@UNHURRIED
@given(st.lists(st.tuples(st.integers(0, len(SMALL)), st.integers(0, 40), PIECES), min_size=1, max_size=4))
@example([(489, 0, "&0 "), (0, 0, "&0 ")])
def test_however_a_file_is_spoilt_it_is_a_survey_or_an_explained_error(
    spoilt: list[tuple[int, int, str]],
) -> None:
    source = SMALL
    for at, taken_out, put_in in spoilt:
        source = source[:at] + put_in + source[at + taken_out :]

    try:
        problems = check(load(source))
    except DefinitionError as error:
        problems = error.problems

    assert all(1 <= flaw.line <= source.count("\n") + 2 and flaw.advice for flaw in problems)
