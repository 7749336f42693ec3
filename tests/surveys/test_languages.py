"""One definition speaks several languages; what is not translated is shown in English."""

import pytest

from surveys import check, load, words_in
from tests.surveys.making import SMALL


def test_a_bare_text_is_english() -> None:
    assert load(SMALL).question("why").text == {"en": "Why is that?"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl", "Dlaczego?"),
        ("pt-BR", "Por quê?"),
        ("pt-PT", "Porquê?"),
        ("pt", "Porquê?"),
        ("ur", "Why is that?"),
        ("en-GB", "Why is that?"),
        ("", "Why is that?"),
    ],
)
def test_words_are_found_in_the_language_its_parent_or_english(language: str, said: str) -> None:
    source = SMALL.replace(
        "text: Why is that?", "text: {en: Why is that?, pl: Dlaczego?, pt: Porquê?, pt-BR: Por quê?}"
    )

    assert words_in(load(source).question("why").text, language) == said


def test_a_definition_translated_whole_has_no_flaw() -> None:
    source = """\
slug: dwa
version: 1
minutes: 1
languages: [en, pl]
title: {en: Two, pl: Dwa}
purpose: {en: We ask to learn., pl: Pytamy, żeby się uczyć.}
intro:
  - {en: Not read straight away., pl: Nie czytamy od razu.}
scales:
  agree2:
    - {code: agree, text: {en: Agree, pl: Zgadzam się}, face: happy, positive: yes}
    - {code: rather_not_say, text: {en: I'd rather not say, pl: Wolę nie mówić}, meaningful: no}
sections:
  - code: one
    title: {en: One, pl: Jeden}
    questions:
      - code: safe
        kind: agree
        text: {en: I feel safe., pl: Czuję się bezpiecznie.}
        hint: {en: Today., pl: Dzisiaj.}
        scale: agree2
        outcome: safe.belonging
"""

    survey = load(source.replace("pl: Pytamy, żeby się uczyć.", 'pl: "Pytamy, żeby się uczyć."'))

    assert check(survey) == ()
    assert [words_in(option.text, "pl") for option in survey.question("safe").options] == [
        "Zgadzam się",
        "Wolę nie mówić",
    ]
    assert words_in(survey.title, "pl") == "Dwa"
