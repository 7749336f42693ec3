"""Translations stand in one block of the definition; what they lack is shown in English and can be listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import (
    DefinitionError,
    FlawCode,
    Survey,
    check,
    is_in,
    keyed_words,
    load,
    missing_words,
    words_in,
)
from tests.surveys.making import SMALL, UNHURRIED, line_with, small

KEYS = list(keyed_words(small()))


def translated(words: dict[str, str], *, tag: str = "pl", confirmed_by: str = "") -> str:
    """The small survey with a translation of these words."""
    lines = [f'      {key}: "{said}"' for key, said in words.items()]
    block = [f"  {tag}:", f'    confirmed_by: "{confirmed_by}"', "    words:", *lines]
    return SMALL + "\n".join(["translations:", *block]) + "\n"


def survey(words: dict[str, str], **values: str) -> Survey:
    return load(translated(words, **values))


def test_every_text_has_a_key_and_a_scale_is_translated_once() -> None:
    assert list(keyed_words(small())) == [
        "survey.title",
        "survey.purpose",
        "survey.intro.1",
        "survey.beside_text",
        "section.first.title",
        "question.safe.text",
        *(f"option.agree3.{code}" for code in ("agree", "disagree", "rather_not_say")),
        "question.where.text",
        *(f"option.where.{code}" for code in ("park", "club", "home", "other", "nowhere", "dont_know")),
        "question.why.text",
        "question.quote_ok.text",
        *(f"option.quote_ok.{code}" for code in ("yes", "no")),
    ]


@UNHURRIED
@given(st.sets(st.sampled_from(KEYS), min_size=1))
def test_words_stand_where_their_key_says_and_the_rest_stays_english(chosen: set[str]) -> None:
    found = survey({key: f"po polsku {key}" for key in chosen})

    english = {key: words["en"] for key, words in keyed_words(small()).items()}
    for key, words in keyed_words(found).items():
        assert words["en"] == english[key]
        assert words_in(words, "pl") == (f"po polsku {key}" if key in chosen else english[key])
        assert is_in(words, "pl") is (key in chosen)
    assert set(missing_words(found, "pl")) == set(KEYS) - chosen
    assert missing_words(found, "en") == ()


def test_a_translation_makes_the_survey_speak_its_language_and_blocks_no_opening() -> None:
    found = survey({"survey.title": "Mała ankieta"})

    assert found.languages == ("en", "pl")
    assert check(found) == ()
    assert found != small()


@pytest.mark.parametrize(("confirmed_by", "is_draft"), [("", True), ("  ", True), ("Anna Nowak", False)])
def test_a_translation_is_a_draft_until_somebody_is_named(confirmed_by: str, is_draft: bool) -> None:
    found = survey({"survey.title": "Mała ankieta"}, confirmed_by=confirmed_by)

    assert found.is_draft("pl") is is_draft
    assert not found.is_draft("en")
    assert not found.is_draft("ro")


def test_easy_words_are_another_wording_of_english_and_no_language() -> None:
    found = survey({"question.why.text": "Why?"}, tag="en-x-easy")

    assert found.languages == ("en",)
    assert words_in(found.question("why").text, "en-x-easy") == "Why?"
    assert words_in(found.question("safe").text, "en-x-easy") == "I feel safe."
    assert missing_words(found, "en-x-easy") == ()


WRONG = {
    "an unknown key": (
        translated({"question.wyh.text": "Dlaczego?"}),
        "question.wyh.text",
        "is the key of no text",
        "“question.why.text”",
    ),
    "a key like no other": (translated({"zzz": "Dlaczego?"}), "zzz", "is the key of no text", "mend its key"),
    "no language": (translated({"survey.title": "X"}, tag="xx"), "  xx:", "“xx” is no language", "pl, pt"),
    "a language by its name": (
        translated({"survey.title": "X"}, tag="Polish"),
        "  Polish:",
        "not written as it must be",
        "a language",
    ),
    "English": (translated({"survey.title": "X"}, tag="en"), "  en:", "no translation", "where they stand"),
    "empty words": (translated({"survey.title": " "}), "survey.title", "is empty", "after the colon"),
    "a name that is not known": (
        translated({}).replace("confirmed_by", "confirmd_by").replace("    words:\n", ""),
        "confirmd_by",
        "no name that may stand here",
        "“confirmed_by”",
    ),
    "a key that stands twice": (
        translated({"survey.title": "X"}) + '      survey.title: "Y"\n',
        'survey.title: "Y"',
        "twice",
        "Delete one",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_with_a_translation_is_said_with_its_line_and_what_to_do(case: str) -> None:
    source, at, wrong, advice = WRONG[case]

    with pytest.raises(DefinitionError) as caught:
        load(source, name="ours.yaml")

    (flaw,) = caught.value.problems
    assert (flaw.source, flaw.line) == ("ours.yaml", line_with(at, source))
    assert wrong in flaw.wrong
    assert advice in flaw.advice


def test_a_translated_sentence_may_not_go_on_either() -> None:
    found = check(survey({"question.why.text": "a " * 25 + "؟"}))

    assert [(flaw.code, flaw.question) for flaw in found] == [(FlawCode.TOO_LONG, "why")]
