"""A survey written down, as YAML or as XLSForm, is the same survey when it is read again."""

import pytest
from hypothesis import given

from surveys import INSTRUMENTS, Survey, instrument_text, load
from surveys.definition_files import read_definition
from surveys.xlsform_writing import write_xlsform
from surveys.yaml_writing import scalar, to_yaml
from tests.surveys.any_survey import surveys
from tests.surveys.making import UNHURRIED, small

SHIPPED = [small(), *(load(instrument_text(slug)) for slug in INSTRUMENTS)]


@pytest.mark.parametrize("survey", SHIPPED, ids=lambda survey: survey.slug)
def test_an_instrument_survives_both_kinds_of_file(survey: Survey) -> None:
    assert load(to_yaml(survey)) == survey

    read = read_definition(write_xlsform(survey), name=f"{survey.slug}.xlsx")

    assert read.survey == survey
    assert read.notes == ()
    assert read.flaws() == ()


@pytest.mark.no_cover
@UNHURRIED
@given(surveys())
def test_any_survey_survives_yaml(survey: Survey) -> None:
    assert load(to_yaml(survey)) == survey


@pytest.mark.no_cover
@UNHURRIED
@given(surveys())
def test_any_survey_survives_xlsform(survey: Survey) -> None:
    assert read_definition(write_xlsform(survey), name="any.xlsx").survey == survey


@pytest.mark.parametrize(
    "text",
    ["yes", "null", "12", "a: b", "# no", "- x", "it's", '"', "\\", "ż {}[],&*", "\u2028\u0085\x07", "a\nb"],
)
def test_any_text_stands_in_yaml_as_it_is(text: str) -> None:
    survey = load(to_yaml(small()).replace("Park", scalar(f"x{text}x"), 1))

    assert survey.question("where").option("park").text == {"en": f"x{text}x"}
