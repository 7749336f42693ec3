"""Easy Read: short sentences, one idea each, and pictures that are drawn."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from surveys import (
    INSTRUMENTS,
    DefinitionError,
    FlawCode,
    Survey,
    check,
    instrument_text,
    keyed_words,
    load,
    words_in,
)
from surveys.pictures import PICTURES
from surveys.xlsform import read_xlsform
from surveys.xlsform_writing import write_xlsform
from surveys.yaml_writing import to_yaml

EASY = "en-x-easy"
SPRITE = Path(__file__).resolve().parents[2] / "feedback_app/static/img/pictures.svg"
SVG = "{http://www.w3.org/2000/svg}"
MOST_WORDS = 14
#: Words of four syllables or more that have to be there as they are.
NEEDED = {"Oxfordshire", "disability", "Wallingford", "information"}
#: Flesch–Kincaid grade: 2 is read at 7.
HIGHEST_GRADE = 2.0


def sentences(survey: Survey) -> list[str]:
    """Every sentence as Easy Read says it, but for the names of places."""
    texts = [words_in(words, EASY) for key, words in keyed_words(survey).items() if "district" not in key]
    return [part for text in texts for part in re.split(r"(?<=[.!?:])\s+", text)]


def syllables(word: str) -> int:
    word = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", word))
    return max(1, groups - (word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1))


@pytest.mark.parametrize("slug", INSTRUMENTS)
def test_sentences_are_short_and_words_are_those_of_a_seven_year_old(slug: str) -> None:
    said = sentences(load(instrument_text(slug)))
    words = [word for sentence in said for word in sentence.split() if re.search("[a-zA-Z]", word)]
    grade = 0.39 * len(words) / len(said) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59

    assert [one for one in said if len(one.split()) > MOST_WORDS] == []
    assert {word.strip(".,?()") for word in words if syllables(word) > 3} <= NEEDED
    assert grade <= HIGHEST_GRADE


@pytest.mark.parametrize("slug", INSTRUMENTS)
def test_every_question_has_a_picture_and_no_picture_is_missing(slug: str) -> None:
    survey = load(instrument_text(slug))

    assert [question.code for question in survey.questions if question.picture not in PICTURES] == []
    assert [name for name in survey.intro_pictures if name not in PICTURES] == []
    assert len(survey.intro_pictures) == len(survey.intro)
    drawn = {option.picture for question in survey.questions for option in question.options}
    assert drawn - {""} <= PICTURES


def test_the_set_holds_each_picture_once_and_draws_it_in_the_colours_of_the_page() -> None:
    symbols = list(ElementTree.parse(SPRITE).getroot())  # noqa: S314  # a file of our own

    assert sorted(one.get("id", "") for one in symbols) == sorted(PICTURES)
    painted = {
        part.get(name)
        for symbol in symbols
        for part in symbol.iter()
        for name in ("fill", "stroke")
        if part.get(name)
    }
    assert painted == {"currentColor", "var(--scene-warm)", "var(--sheet)", "none"}
    assert {one.tag for symbol in symbols for one in symbol} <= {
        f"{SVG}{tag}" for tag in ("path", "circle", "rect")
    }


def test_a_picture_that_is_not_drawn_is_named_with_its_line() -> None:
    text = instrument_text("voxy").replace("picture: cake", "picture: cakes")

    (flaw,) = check(load(text))

    assert flaw.code is FlawCode.PICTURE
    assert (flaw.question, flaw.advice) == ("age", "Did you mean “cake”?")
    assert text.splitlines()[flaw.line - 1].strip() == "- code: age"


def test_a_picture_of_the_intro_that_is_not_drawn_is_named_too() -> None:
    (flaw,) = check(load(instrument_text("voxy").replace("[clock, lock,", "[clock, locks,")))

    assert (flaw.code, flaw.question) == (FlawCode.PICTURE, None)


def test_a_picture_is_a_name_and_no_address() -> None:
    text = instrument_text("voxy").replace("picture: cake", "picture: //evil.example/a.svg")

    with pytest.raises(DefinitionError, match="picture"):
        load(text)


@pytest.mark.parametrize("slug", INSTRUMENTS)
def test_pictures_come_through_the_files_that_are_written(slug: str) -> None:
    survey = load(instrument_text(slug))

    def pictures(of: Survey) -> list[object]:
        return [
            of.intro_pictures,
            *((one.picture, [option.picture for option in one.options]) for one in of.questions),
        ]

    assert pictures(load(to_yaml(survey))) == pictures(survey)
    assert pictures(read_xlsform(write_xlsform(survey), name="it.xlsx").survey) == pictures(survey)


def test_easy_read_is_a_wording_and_no_language_to_choose() -> None:
    for slug in INSTRUMENTS:
        assert EASY not in load(instrument_text(slug)).languages


def test_what_has_no_easy_words_is_said_in_the_usual_ones() -> None:
    survey = load(instrument_text("be-supported"))
    (listened,) = [one for one in survey.questions if one.code == "listened"]

    assert EASY not in listened.text
    assert words_in(listened.text, EASY) == listened.text["en"]
